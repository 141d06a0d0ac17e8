import "./require-node.mjs";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled } from "./install.mjs";
import { root } from "./paths.mjs";
import { stage } from "./stage.mjs";

const tools = {
  build: "scripts/build.mjs",
  eslint: "node_modules/eslint/bin/eslint.js",
  prettier: "node_modules/prettier/bin/prettier.cjs",
  tsc: "node_modules/typescript/bin/tsc",
  vitest: "node_modules/vitest/vitest.mjs",
};
const counted = { passed: 0, failed: 0, skipped: [] };

await ensureInstalled();
mkdirSync(join(root, ".cache"), { recursive: true });
// Two lanes for two cores: reading the source, and running it.
await Promise.all([readSource(), runTests()]);
await testInBrowser();
for (const title of counted.skipped) console.log(`- ${title}`);
console.log(`${counted.passed} passed, ${counted.failed} failed`);
process.exitCode = counted.failed === 0 ? 0 : 1;

async function readSource() {
  // The portal's project has what both applications share in it.
  const projects = ["tsconfig.json", "tsconfig.pure.json", "console", "portal"];
  for (const project of projects) {
    if (!project.endsWith(".json") && !existsSync(join(root, project, "tsconfig.json"))) continue;
    await check(`types: ${project}`, tools.tsc, ["-p", project, "--noEmit"]);
  }
  await check("lint", tools.eslint, [".", "--max-warnings", "0"]);
  await check("format", tools.prettier, ["--check", "--log-level", "warn", "."]);
}

async function runTests() {
  await check("build", tools.build);
  await countTests("law, tidy, unit, property and Postgres tests", "tests", [
    "--project=house",
    "--project=unit",
    "--project=postgres",
  ]);
}

async function testInBrowser() {
  if (!existsSync(join(root, "test", "browser"))) return;
  const chromium = findChromium();
  if (chromium === undefined) {
    counted.failed += 1;
    console.log("✗ browser tests: no Chromium; install one, or name it in CHROMIUM_PATH");
    return;
  }
  await countTests("browser tests", "browser", ["--project=browser"], { CHROMIUM_PATH: chromium });
}

async function check(name, script, args) {
  if (!(await stage(name, script, args))) counted.failed += 1;
}

/** Runs a part of the tests and adds them up from vitest's own report. */
async function countTests(name, file, args, environment) {
  const report = join(root, ".cache", `${file}.json`);
  rmSync(report, { force: true });
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
  const ok = await stage(name, tools.vitest, ["run", ...args, ...reporters], environment);
  const { passed, failed, skipped } = readReport(report);
  counted.passed += passed;
  // A file that could not even be loaded fails the stage without failing a test.
  counted.failed += ok ? failed : Math.max(failed, 1);
  counted.skipped.push(...skipped);
}

function readReport(path) {
  if (!existsSync(path)) return { passed: 0, failed: 0, skipped: [] };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(path, "utf8"));
  const skipped = testResults
    .flatMap((file) => file.assertionResults)
    .filter((result) => result.status === "skipped" || result.status === "pending")
    .map((result) => result.fullName);
  return { passed: numPassedTests, failed: numFailedTests, skipped };
}

function findChromium() {
  const named = process.env["CHROMIUM_PATH"];
  if (named !== undefined && named !== "") return existsSync(named) ? named : undefined;
  const commands = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const found = commands.map((command) => spawnSync("which", [command], { encoding: "utf8" }));
  return found.find(({ status }) => status === 0)?.stdout.trim();
}
