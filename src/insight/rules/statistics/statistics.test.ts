import { describe, expect, it } from "vitest";
import { Histogram } from "./histogram.ts";
import { newcombe, normalQuantile, wilson } from "./intervals.ts";
import { normalFrom, poissonFrom, seededRandom } from "./random.ts";
import { percentilesOf, periodCost } from "./resample.ts";

describe("intervals", () => {
  it.each([
    [81, 263, 0.2553, 0.3662],
    [0, 20, 0, 0.1611],
    [20, 20, 0.8389, 1],
  ])("of %i in %i are Wilson's", (successes, trials, lowest, highest) => {
    const found = wilson(successes, trials);
    expect(found.share).toBe(successes / trials);
    expect(found.lowest).toBeCloseTo(lowest, 4);
    expect(found.highest).toBeCloseTo(highest, 4);
  });

  it("say of nothing that it may be anything", () => {
    expect(wilson(0, 0)).toEqual({ successes: 0, trials: 0, share: 0, lowest: 0, highest: 1 });
  });

  it("of a difference are Newcombe's, and turn round with it", () => {
    const [one, other] = [
      { successes: 56, trials: 70 },
      { successes: 48, trials: 80 },
    ];
    const found = newcombe(one, other);
    expect(found.difference).toBeCloseTo(0.2, 12);
    expect(found.lowest).toBeCloseTo(0.0524, 4);
    expect(found.highest).toBeCloseTo(0.3339, 4);
    expect(newcombe(other, one).lowest).toBeCloseTo(-found.highest, 12);
  });

  it.each([
    [0.5, 0],
    [0.975, 1.959964],
    [0.025, -1.959964],
    [0.9995, 3.290527],
    [1e-6, -4.753424],
    [1e-15, -7.941345],
  ])("stand on the normal quantile of %d", (probability, deviate) => {
    expect(normalQuantile(probability)).toBeCloseTo(deviate, 5);
  });

  it.each([0, 1, -1, NaN])("know no probability %d", (probability) => {
    expect(() => normalQuantile(probability)).toThrow(RangeError);
  });
});

describe("random numbers", () => {
  const draws = (count: number, draw: () => number) => Array.from({ length: count }, draw);
  const meanOf = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const varianceOf = (values: readonly number[]) => {
    const mean = meanOf(values);
    return meanOf(values.map((value) => (value - mean) ** 2));
  };

  it("are the same for a seed, and others for another", () => {
    expect(draws(5, seededRandom(1))).toEqual(draws(5, seededRandom(1)));
    expect(draws(5, seededRandom(1))).not.toEqual(draws(5, seededRandom(2)));
    expect(draws(5, seededRandom(1))).not.toEqual(draws(5, seededRandom(1 + 2 ** 32)));
  });

  it("spread evenly", () => {
    const values = draws(20_000, seededRandom(7));
    expect(meanOf(values)).toBeCloseTo(0.5, 2);
    expect(varianceOf(values)).toBeCloseTo(1 / 12, 2);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
  });

  it("are normal where asked", () => {
    const random = seededRandom(8);
    const values = draws(20_000, () => normalFrom(random));
    expect(Math.abs(meanOf(values))).toBeLessThan(0.03);
    expect(varianceOf(values)).toBeCloseTo(1, 1);
  });

  it.each([0.2, 3, 29, 31, 400])("count with the mean and variance %d", (mean) => {
    const random = seededRandom(9);
    const values = draws(20_000, () => poissonFrom(random, mean));
    expect(values.every((value) => Number.isInteger(value) && value >= 0)).toBe(true);
    expect(Math.abs(meanOf(values) - mean)).toBeLessThan(0.05 * Math.sqrt(mean) + 0.01);
    expect(varianceOf(values) / mean).toBeGreaterThan(0.94);
    expect(varianceOf(values) / mean).toBeLessThan(1.06);
  });

  it("count nothing of nothing", () => {
    expect(poissonFrom(seededRandom(1), 0)).toBe(0);
  });
});

describe("percentiles", () => {
  const of = (values: readonly number[]): Histogram => {
    const histogram = new Histogram();
    for (const value of values) histogram.add(value);
    return histogram;
  };

  it("are values that came, by the nearest rank", () => {
    const hundred = of(Array.from({ length: 100 }, (_, index) => index + 1).reverse());
    expect(percentilesOf(hundred)).toEqual({ p50: 50, p95: 95, p99: 99 });
    expect(of([1, 2, 3]).percentile(50)).toBe(2);
    expect(of([5, 5, 9]).percentile(66)).toBe(5);
    expect(of([5, 5, 9]).percentile(67)).toBe(9);
    expect(of([5]).percentile(0)).toBe(5);
    expect(of([]).percentile(50)).toBeNull();
    expect(percentilesOf(of([]))).toEqual({ p50: 0, p95: 0, p99: 0 });
  });

  it("of a period's cost lie around its mean as a compound Poisson sum does", () => {
    // 1,200 claims of 100 in 12 months: mean 10,000, standard deviation 100 · √100.
    const cost = periodCost(of(new Array<number>(1200).fill(100)), 12, 1);
    expect(Math.abs(cost.p50 - 10_000)).toBeLessThanOrEqual(100);
    expect(Math.abs(cost.p95 - 11_645)).toBeLessThanOrEqual(200);
    expect(Math.abs(cost.p99 - 12_326)).toBeLessThanOrEqual(300);
    expect(periodCost(of(new Array<number>(1200).fill(100)), 12, 1)).toEqual(cost);
  });

  it("keep a rare large claim in the tail and out of the middle", () => {
    const cost = periodCost(of([...new Array<number>(120).fill(100), 1_000_000]), 12, 1);
    expect(cost.p50).toBeLessThan(1500);
    expect(cost.p95).toBeGreaterThan(1_000_000);
  });

  it("cost nothing where nothing is paid", () => {
    expect(periodCost(of([0, 0]), 1, 1)).toEqual({ p50: 0, p95: 0, p99: 0 });
  });
});
