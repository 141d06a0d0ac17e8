import { execFileSync } from "node:child_process";
import { cpus } from "node:os";
import type { Comparison, Figure } from "./bench.ts";
import { median } from "./measure.ts";
import type { Measured } from "./measure.ts";

export interface Compared {
  readonly bench: Comparison;
  readonly measured: Measured;
}

/** The page that `npm run bench` writes. */
export function pageOf(
  root: string,
  compared: readonly Compared[],
  figures: readonly Figure[],
): string {
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
    ...table(
      ["comparison", "median", "min", "max", "at least", "subject", "baseline"],
      [...compared.map(comparisonCells)],
    ),
    ...table(
      ["orientation", "figure", "about"],
      [...figures.map(({ name, value, about }) => [name, value, about])],
    ),
  ].join("\n");
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rule = heads.map((_, at) => (at === 0 ? "---" : "---:"));
  return [line(heads), `|${rule.join("|")}|`, ...rows.map(line), ""];
}

function comparisonCells({ bench, measured }: Compared): string[] {
  const { ratios, subjectRate, baselineRate } = measured;
  return [
    bench.name,
    median(ratios).toFixed(3),
    Math.min(...ratios).toFixed(3),
    Math.max(...ratios).toFixed(3),
    bench.ratioMin?.toFixed(3) ?? "",
    perSecond(subjectRate, bench.unit),
    perSecond(baselineRate, bench.unit),
  ];
}

function perSecond(rate: number, unit: string): string {
  const rounded = rate < 100 ? rate.toPrecision(2) : Math.round(rate).toLocaleString("en");
  return `${rounded} ${unit}/s`;
}
