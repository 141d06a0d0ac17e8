import { spawn } from "node:child_process";
import { root } from "./paths.mjs";

/**
 * Runs one Node script of an installed tool, says how it went, and shows its words only where it
 * failed. Returns whether it succeeded.
 */
export async function stage(name, script, args = [], environment = {}) {
  const startedAt = Date.now();
  const { code, output } = await runScript(script, args, environment);
  const seconds = `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
  console.log(`${code === 0 ? "✓" : "✗"} ${name} (${seconds})`);
  if (code !== 0) console.log(output.trimEnd());
  return code === 0;
}

function runScript(script, args, environment) {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ code: 1, output: error.message }));
    child.on("close", (code) => resolve({ code, output }));
  });
}
