import { spawn } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.mjs";
import { progress } from "./progress.mjs";

function modifiedAt(path) {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** npm writes its hidden lock file last, so a half-finished install counts as missing. */
export function isInstalled() {
  return modifiedAt("node_modules/.package-lock.json") >= modifiedAt("package-lock.json");
}

/** Installs exactly what the lock file names, where that has not been done yet. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  const done = progress("installing packages (once, about a minute)");
  const { code, output } = await npm(["ci", "--no-fund", "--no-audit", "--loglevel=error"]);
  done(code === 0);
  if (code !== 0) {
    process.stderr.write(
      `${output.trim()}\npackages could not be installed: see npm's words above.\n`,
    );
    process.exit(1);
  }
}

// Under `npm start` npm names its own file, which needs no shell on any system.
function npm(args) {
  const cli = process.env["npm_execpath"];
  const child = cli?.endsWith("js")
    ? spawn(process.execPath, [cli, ...args], { cwd: root, stdio: ["ignore", "pipe", "pipe"] })
    : spawn("npm", args, { cwd: root, stdio: ["ignore", "pipe", "pipe"], shell: isWindows() });
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ code: 1, output: error.message }));
    child.on("close", (code) => resolve({ code, output }));
  });
}

function isWindows() {
  return process.platform === "win32";
}
