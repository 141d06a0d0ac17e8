import "./require-node.mjs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ensureInstalled } from "./install.mjs";
import { root } from "./paths.mjs";

// The pictures of README, taken from the running demo: docs/images/*.png.
await ensureInstalled();
const tsx = join(root, "node_modules", "tsx", "dist", "cli.mjs");
const run = [tsx, join(root, "test", "browser", "screenshots.ts")];
process.exitCode = spawnSync(process.execPath, run, { cwd: root, stdio: "inherit" }).status ?? 1;
