import "./require-node.mjs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ensureInstalled } from "./install.mjs";
import { root } from "./paths.mjs";

await ensureInstalled();
const tsx = join(root, "node_modules", "tsx", "dist", "cli.mjs");
const run = [tsx, join(root, "bench", "run.ts"), ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, run, { cwd: root, stdio: "inherit" }).status ?? 1;
