import { spawnSync } from "node:child_process";
import { root } from "./paths.mjs";

/** The commit that a measurement belongs to, marked where files differ from it. */
export function commitName() {
  const git = (...args) => spawnSync("git", args, { cwd: root, encoding: "utf8" }).stdout.trim();
  const changed = git("status", "--porcelain", "--", "src", "policies", "package-lock.json") !== "";
  return git("rev-parse", "--short", "HEAD") + (changed ? " and changes not committed" : "");
}
