import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.mjs";

/**
 * What can be built, from what, and the file that shows it was built. The web applications bundle
 * `web`, `core` and `contract`, so a change there makes them stale too.
 */
export const targets = [
  {
    name: "server",
    needs: "src/app/main.ts",
    inputs: ["src", "simulators", "scripts", "package-lock.json"],
    output: "dist/makegood.js",
  },
  ...["console", "portal"].map((name) => ({
    name,
    needs: `${name}/index.html`,
    inputs: [name, "web", "src/core", "src/contract", "package-lock.json"],
    output: `dist/${name}/index.html`,
  })),
];

/** The targets among `names` (all without names) whose sources changed since they were built. */
export function staleTargets(names = targets.map((target) => target.name)) {
  return targets
    .filter((target) => names.includes(target.name) && existsSync(join(root, target.needs)))
    .filter((target) => !isFresh(target));
}

function isFresh(target) {
  if (!existsSync(join(root, target.output))) return false;
  try {
    return readFileSync(stampPath(target), "utf8") === fingerprint(target);
  } catch {
    return false;
  }
}

/** Remembers what `target` was built from; `print` was taken before the build began. */
export function markFresh(target, print) {
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(stampPath(target), print);
}

function stampPath(target) {
  return join(root, "dist", `.${target.name}.stamp`);
}

/** Names, sizes and times instead of contents: read in milliseconds, and it sees a deletion. */
export function fingerprint(target) {
  const hash = createHash("sha256");
  for (const input of target.inputs) addTo(hash, input);
  return hash.digest("hex");
}

function addTo(hash, path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (found === undefined || /(^|\/)(node_modules|dist)$/.test(path)) return;
  if (found.isDirectory()) {
    for (const name of readdirSync(join(root, path)).sort()) addTo(hash, `${path}/${name}`);
  } else if (!/\.(test|proof)\.tsx?$/.test(path)) {
    hash.update(`${path}\0${found.size}\0${found.mtimeMs}\n`);
  }
}
