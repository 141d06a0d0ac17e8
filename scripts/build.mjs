import "./require-node.mjs";
import { spawn } from "node:child_process";
import {
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { ensureInstalled } from "./install.mjs";
import { root } from "./paths.mjs";
import { progress } from "./progress.mjs";
import { fingerprint, markFresh, staleTargets } from "./targets.mjs";

async function build(target) {
  const print = fingerprint(target);
  const done = progress(`building the ${target.name}`);
  try {
    await (target.name === "server" ? bundleServer(target) : buildWeb(target));
  } catch (error) {
    done(false);
    process.stderr.write(`${error.message}\nthe ${target.name} could not be built: see above.\n`);
    process.exit(1);
  }
  markFresh(target, print);
  done(true);
}

/**
 * One entry with the packages left outside, and a file for each part that a command loads when it
 * runs: what needs no database loads none of its code.
 */
async function bundleServer({ needs, output }) {
  const { build: esbuild } = await import("esbuild");
  const { outputFiles } = await esbuild({
    absWorkingDir: root,
    // Proofs and drawings are done in processes of their own, each from its own file.
    entryPoints: {
      [basename(output, ".js")]: needs,
      "makegood-helper": "src/platform/helper-process.ts",
      "makegood-prover": "src/promises/proof/worker.ts",
      "makegood-drawer": "src/platform/print/worker.ts",
    },
    outdir: dirname(output),
    // Flat beside the entry: `import.meta.url` is rewritten relative to that folder.
    chunkNames: "part-[name]-[hash]",
    splitting: true,
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    sourcemap: "linked",
    logLevel: "silent",
    plugins: [filesStayWhereTheyAre],
  });
  // Parts first: an entry never names one that is not there.
  const isEntry = ({ path }) => path === join(root, output);
  const files = outputFiles.toSorted((one, other) => isEntry(one) - isEntry(other));
  for (const { path, contents } of files) replaceFile(path, contents);
  removeOldParts(
    dirname(join(root, output)),
    files.map(({ path }) => path),
  );
}

/** Not at once: a process that has just started may still load what it was built with. */
function removeOldParts(folder, current) {
  const hourAgo = Date.now() - 3_600_000;
  const parts = readdirSync(folder).filter((name) => name.startsWith("part-"));
  for (const path of parts.map((name) => join(folder, name))) {
    const isOld = (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) < hourAgo;
    if (isOld && !current.includes(path)) rmSync(path, { force: true });
  }
}

// Several processes may build at once: each file appears whole or not at all.
function replaceFile(path, contents) {
  const draft = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(draft, contents);
  renameSync(draft, path);
}

/** `new URL("./x.sql", import.meta.url)` means the file beside the source, bundled or not. */
const filesStayWhereTheyAre = {
  name: "files-stay-where-they-are",
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      if (!text.includes("import.meta.")) return undefined;
      const source = relative(join(root, "dist"), path).replaceAll("\\", "/");
      const where =
        `import { fileURLToPath as pathOfUrl } from "node:url"; ` +
        `const sourceUrl = new URL(${JSON.stringify(source)}, import.meta.url).href; `;
      const moved = text
        .replaceAll("import.meta.url", "sourceUrl")
        .replaceAll("import.meta.dirname", `pathOfUrl(new URL(".", sourceUrl)).slice(0, -1)`);
      // On the first line, so that source maps keep their line numbers.
      return { contents: where + moved, loader: "ts" };
    });
  },
};

function buildWeb({ name }) {
  const vite = join(root, "node_modules/vite/bin/vite.js");
  const options = ["--outDir", `../dist/${name}`, "--emptyOutDir", "--logLevel", "warn"];
  const child = spawn(process.execPath, [vite, "build", name, ...options], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(output.trim()))));
  });
}

await ensureInstalled();
const names = process.argv.slice(2);
const stale = staleTargets(names.length > 0 ? names : undefined);
await Promise.all(stale.map(build));
