import { execFileSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Bench, Figure } from "./bench.ts";
import type { Measured } from "./measure.ts";
import { measure, median } from "./measure.ts";

interface Result {
  readonly bench: Bench;
  readonly measured: Measured;
  readonly figures: readonly Figure[];
}

const root = join(import.meta.dirname, "..");
const wanted = process.argv.slice(2);

async function loadBenches(): Promise<Bench[]> {
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".bench.ts"));
  const chosen = files.filter(
    (name) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
  );
  const load = (name: string) => import(pathToFileURL(join(import.meta.dirname, name)).href);
  return Promise.all(chosen.toSorted().map((name) => load(name) as Promise<Bench>));
}

async function resultOf(bench: Bench): Promise<Result> {
  try {
    const measured = await measure(bench);
    return { bench, measured, figures: (await bench.figures?.()) ?? [] };
  } finally {
    await bench.close?.();
  }
}

function isGoodEnough({ bench, measured }: Result): boolean {
  return median(measured.ratios) >= (bench.ratioMin ?? 0);
}

function rowOf({ bench, measured }: Result): string {
  const { ratios, subjectRate, baselineRate } = measured;
  const cells = [
    bench.name,
    median(ratios).toFixed(3),
    Math.min(...ratios).toFixed(3),
    Math.max(...ratios).toFixed(3),
    bench.ratioMin?.toFixed(3) ?? "",
    perSecond(subjectRate, bench.unit),
    perSecond(baselineRate, bench.unit),
  ];
  return `| ${cells.join(" | ")} |`;
}

function perSecond(rate: number, unit: string): string {
  const rounded = rate < 100 ? rate.toPrecision(2) : Math.round(rate).toLocaleString("en");
  return `${rounded} ${unit}/s`;
}

function pageOf(results: readonly Result[]): string {
  const figures = results.flatMap((result) => result.figures);
  const git = (...args: string[]) => execFileSync("git", args, { cwd: root, encoding: "utf8" });
  return [
    "# Benchmarks",
    "",
    "Written by `npm run bench`. A ratio is the rate of the subject divided by the rate of a",
    "baseline measured in turn with it, in the same run; absolute figures are orientation only.",
    "",
    `- date: ${new Date().toISOString().slice(0, 10)}`,
    `- commit: ${git("rev-parse", "--short", "HEAD").trim()}`,
    `- machine: ${cpus().length} cores, Node ${process.versions.node}`,
    "",
    "| comparison | median | min | max | at least | subject | baseline |",
    "|---|---:|---:|---:|---:|---:|---:|",
    ...results.map(rowOf),
    "",
    ...(figures.length === 0 ? [] : ["| orientation | figure |", "|---|---:|"]),
    ...figures.map(({ name, value }) => `| ${name} | ${value} |`),
    ...(figures.length === 0 ? [] : [""]),
  ].join("\n");
}

const results: Result[] = [];
for (const bench of await loadBenches()) {
  console.error(`measuring ${bench.name}: ${bench.runs} pairs of runs`);
  // One after another: two measurements at once measure each other.
  results.push(await resultOf(bench));
}
console.log(pageOf(results));
if (wanted.length === 0) writeFileSync(join(root, "docs", "benchmarks.md"), pageOf(results));
for (const slow of results.filter((result) => !isGoodEnough(result))) {
  console.error(`${slow.bench.name} is slower than it must be`);
  process.exitCode = 1;
}
