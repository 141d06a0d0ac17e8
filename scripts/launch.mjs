import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureInstalled } from "./install.mjs";
import { root } from "./paths.mjs";
import { staleTargets } from "./targets.mjs";

const bundle = join(root, "dist", "makegood.js");

/**
 * Installs and builds what is missing, then becomes `makegood <args>`. The product runs in this
 * very process: a signal reaches it directly, and no parent is left that only waited for a child.
 */
export async function launch(args, targetNames) {
  await ensureInstalled();
  buildWhatIsStale(targetNames);
  if (!existsSync(bundle)) {
    process.stderr.write("there is no src/app/main.ts to run yet: nothing was started.\n");
    process.exit(1);
  }
  process.argv = [process.execPath, bundle, ...args];
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(bundle).href);
}

// In a process of its own, which gives the bundler's memory back when it ends.
function buildWhatIsStale(names) {
  const stale = staleTargets(names).map((target) => target.name);
  if (stale.length === 0) return;
  const build = [join(root, "scripts", "build.mjs"), ...stale];
  // Standard output belongs to the command's own answer.
  const { status } = spawnSync(process.execPath, build, { stdio: ["inherit", 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}
