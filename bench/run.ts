import { spawnSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Bench, Comparison, Figure } from "./bench.ts";
import { measure, median } from "./measure.ts";
import { pageOf } from "./page.ts";
import type { Compared } from "./page.ts";

/** What one file of measurements comes to; plain data, since it is measured in its own process. */
interface Result {
  readonly compared: readonly Compared[];
  readonly figures: readonly Figure[];
}

const resultMark = "\nresult: ";
const root = join(import.meta.dirname, "..");
const [mode, ...rest] = process.argv.slice(2);

function filesWanted(wanted: readonly string[]): string[] {
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".bench.ts"));
  const isWanted = (name: string) => wanted.some((part) => name.includes(part));
  return files.filter((name) => wanted.length === 0 || isWanted(name)).toSorted();
}

async function measureFile(file: string): Promise<Result> {
  const href = pathToFileURL(join(import.meta.dirname, file)).href;
  const bench = (await import(href)) as Bench;
  if ("runs" in bench) return { compared: [await compare(bench)], figures: [] };
  console.error(`measuring ${bench.name}`);
  return { compared: [], figures: await bench.figures() };
}

async function compare(bench: Comparison): Promise<Compared> {
  console.error(`measuring ${bench.name}: ${bench.runs} pairs of runs`);
  try {
    return { bench: { ...bench }, measured: await measure(bench) };
  } finally {
    await bench.close?.();
  }
}

/** A process each: what one measurement has taught the compiler is no part of the next. */
function measureApart(file: string): Result {
  const args = [...process.execArgv, import.meta.filename, "--one", file];
  const { status, stdout } = spawnSync(process.execPath, args, {
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${file} could not be measured: see above`);
  return JSON.parse(stdout.slice(stdout.lastIndexOf(resultMark) + resultMark.length)) as Result;
}

const isGoodEnough = ({ bench, measured }: Compared): boolean =>
  median(measured.ratios) >= (bench.ratioMin ?? 0);

function measureAll(wanted: readonly string[]): void {
  const results = filesWanted(wanted).map(measureApart);
  const compared = results.flatMap((result) => result.compared);
  const page = pageOf(
    root,
    compared,
    results.flatMap(({ figures }) => figures),
  );
  console.log(page);
  if (wanted.length === 0) writeFileSync(join(root, "docs", "benchmarks.md"), page);
  for (const slow of compared.filter((result) => !isGoodEnough(result))) {
    console.error(`${slow.bench.name} is slower than it must be`);
    process.exitCode = 1;
  }
}

if (mode === "--one") {
  const result = await measureFile(rest[0] ?? "");
  process.stdout.write(resultMark + JSON.stringify(result));
} else {
  measureAll(mode === undefined ? [] : [mode, ...rest]);
}
