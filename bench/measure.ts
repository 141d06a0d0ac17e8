import type { Comparison, Load } from "./bench.ts";

export interface Measured {
  /** Rate of the subject divided by the rate of the baseline, one entry for each pair of runs. */
  readonly ratios: readonly number[];
  /** Median rates in units per second, for orientation. */
  readonly subjectRate: number;
  readonly baselineRate: number;
}

/**
 * Measures both loads in turn, so that a slow minute of the machine falls on both. `now` reads a
 * clock in milliseconds.
 */
export async function measure(
  bench: Pick<Comparison, "baseline" | "subject" | "runs">,
  now: () => number = () => performance.now(),
): Promise<Measured> {
  const rateOf = async (load: Load): Promise<number> => {
    const startedAt = now();
    const units = await load();
    return (units * 1000) / (now() - startedAt);
  };
  const subject: number[] = [];
  const baseline: number[] = [];
  await rateOf(bench.baseline);
  await rateOf(bench.subject);
  for (let run = 0; run < bench.runs; run += 1) {
    // The order alternates: neither is always the one that meets the other's garbage.
    if (run % 2 === 0) baseline.push(await rateOf(bench.baseline));
    subject.push(await rateOf(bench.subject));
    if (run % 2 === 1) baseline.push(await rateOf(bench.baseline));
  }
  const ratios = subject.map((rate, run) => rate / (baseline[run] ?? NaN));
  return { ratios, subjectRate: median(subject), baselineRate: median(baseline) };
}

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error("a median needs at least one value");
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? NaN;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN;
  return (lower + upper) / 2;
}
