import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Bench, Comparison, Figure } from "./bench.ts";
import { measure, median } from "./measure.ts";
import { pageOf } from "./page.ts";
import type { Compared } from "./page.ts";

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

async function compare(bench: Comparison): Promise<Compared> {
  console.error(`measuring ${bench.name}: ${bench.runs} pairs of runs`);
  try {
    return { bench, measured: await measure(bench) };
  } finally {
    await bench.close?.();
  }
}

const isGoodEnough = ({ bench, measured }: Compared): boolean =>
  median(measured.ratios) >= (bench.ratioMin ?? 0);

const compared: Compared[] = [];
const figures: Figure[] = [];
for (const bench of await loadBenches()) {
  // One after another: two measurements at once measure each other.
  if ("runs" in bench) compared.push(await compare(bench));
  else {
    console.error(`measuring ${bench.name}`);
    figures.push(...(await bench.figures()));
  }
}
const page = pageOf(root, compared, figures);
console.log(page);
if (wanted.length === 0) writeFileSync(join(root, "docs", "benchmarks.md"), page);
for (const slow of compared.filter((result) => !isGoodEnough(result))) {
  console.error(`${slow.bench.name} is slower than it must be`);
  process.exitCode = 1;
}
