import { poissonFrom, seededRandom } from "./random.ts";
import { Histogram } from "./histogram.ts";

/** What a period may cost: 50th, 95th and 99th percentile, in minor units. */
export interface Percentiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** Half, one in twenty and one in a hundred. */
export const percentilesOf = (histogram: Histogram): Percentiles => ({
  p50: histogram.percentile(50) ?? 0,
  p95: histogram.percentile(95) ?? 0,
  p99: histogram.percentile(99) ?? 0,
});

const replicates = 2000;

/**
 * The distribution of one period's cost, by resampling claims: each replicate draws how often every
 * amount that came comes again, Poisson with the mean of the observed count over the number of
 * periods observed (a compound Poisson bootstrap). Claims are resampled rather than months, because
 * a year of history has only twelve months to draw from, and the 99th percentile of twelve numbers
 * is their largest. It therefore knows of large single claims and of chance in their number, and
 * nothing of seasons, growth or many claims with one cause: where those matter it is too narrow.
 * The same seed, amounts and periods give the same answer.
 */
export function periodCost(amounts: Histogram, periods: number, seed: number): Percentiles {
  const random = seededRandom(seed);
  const classes = gathered(amounts);
  const costs = new Histogram();
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    let cost = 0;
    for (const { mean, count } of classes) cost += mean * poissonFrom(random, count / periods);
    costs.add(Math.round(cost));
  }
  return percentilesOf(costs);
}

interface Class {
  readonly mean: number;
  readonly count: number;
}

/**
 * Amounts that agree in their first three digits are drawn together, by their mean: the total is
 * kept exactly, and a replicate takes thousands of draws instead of as many as there are claims.
 */
function gathered(amounts: Histogram): Class[] {
  const sums = new Map<number, { sum: number; count: number }>();
  for (const [value, count] of amounts.entries()) {
    if (value === 0) continue;
    const key = Number(value.toPrecision(3));
    const known = sums.get(key) ?? { sum: 0, count: 0 };
    known.sum += value * count;
    known.count += count;
    sums.set(key, known);
  }
  return [...sums.values()].map(({ sum, count }) => ({ mean: sum / count, count }));
}
