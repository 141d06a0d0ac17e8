import "./require-node.mjs";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled } from "./install.mjs";
import { root } from "./paths.mjs";
import { commitName } from "./commit.mjs";

// What takes longer than a change should wait for: the long tests (`*.proof.ts`) and mutation
// testing of core. With `-- --mutate 'src/core/money/**'` it looks at a part and writes nothing.
const killedPercentMin = 90;
const args = process.argv.slice(2);
const whole = args.length === 0;

await ensureInstalled();
const long = whole ? runLongTests() : [];
const mutation = runMutationTests();
if (whole) writeFileSync(join(root, "docs", "proof.md"), page(long, mutation));
const failed = long.some((test) => test.status === "failed");
const weak = mutation.total.percent < killedPercentMin;
console.log(`${mutation.total.percent.toFixed(1)} % of mutants killed, ${long.length} long tests`);
process.exitCode = failed || weak ? 1 : 0;

function runNode(script, scriptArgs) {
  return spawnSync(process.execPath, [script, ...scriptArgs], { cwd: root, stdio: "inherit" });
}

function runLongTests() {
  const report = join(root, ".cache", "proof.json");
  rmSync(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const options = ["run", "--project=proof", "--passWithNoTests", ...reporters];
  const { status } = runNode("node_modules/vitest/vitest.mjs", options);
  const results = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")).testResults : [];
  const tests = results.flatMap((file) => file.assertionResults);
  if (status === 0 || tests.some((test) => test.status === "failed")) return tests;
  return [...tests, { fullName: "the long tests could be loaded", status: "failed" }];
}

function runMutationTests() {
  const report = join(root, "reports", "mutation.json");
  rmSync(report, { force: true });
  runNode("node_modules/@stryker-mutator/core/bin/stryker.js", ["run", ...args]);
  if (!existsSync(report)) throw new Error("Stryker wrote no report: see its words above.");
  const { files } = JSON.parse(readFileSync(report, "utf8"));
  const rows = new Map();
  for (const [path, { mutants }] of Object.entries(files)) {
    const room = path.split("/").slice(0, 3).join("/");
    rows.set(room, [...(rows.get(room) ?? []), ...mutants]);
  }
  return {
    rooms: [...rows].map(([room, mutants]) => ({ room, ...scoreOf(mutants) })),
    total: scoreOf([...rows.values()].flat()),
  };
}

function scoreOf(mutants) {
  const count = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const killed = count("Killed", "Timeout");
  const survived = count("Survived", "NoCoverage");
  const valid = killed + survived;
  return { killed, survived, percent: valid === 0 ? 100 : (100 * killed) / valid };
}

function page(tests, { rooms, total }) {
  const row = ({ room, killed, survived, percent }) =>
    `| ${room} | ${killed} | ${survived} | ${percent.toFixed(1)} % |`;
  const line = ({ fullName, status, duration }) =>
    `| ${fullName} | ${status} | ${((duration ?? 0) / 1000).toFixed(1)} s |`;
  return [
    "# Proof",
    "",
    "Written by `npm run proof`; the figures are of the run named here and of no other.",
    "",
    `- date: ${new Date().toISOString().slice(0, 10)}`,
    `- commit: ${commitName()}`,
    `- Node: ${process.versions.node}`,
    "",
    "## Mutation testing of core",
    "",
    `At least ${killedPercentMin} % must be killed. Left out: mutants that only change a value`,
    "computed once when a module loads, and mutants that do not compile or do not run.",
    "",
    "| room | killed | survived | killed |",
    "|---|---:|---:|---:|",
    ...rooms.map(row),
    row({ room: "**all**", ...total }),
    "",
    "## Long tests",
    "",
    ...(tests.length === 0
      ? ["There is no `*.proof.ts` yet."]
      : ["| test | result | time |", "|---|---|---:|", ...tests.map(line)]),
    "",
  ].join("\n");
}
