import { expect, it } from "vitest";
import { measure, median } from "./measure.ts";

it("divides the rates of each pair, whichever of the two runs first", async () => {
  let clock = 0;
  const load = (milliseconds: number, units: number) => () => {
    clock += milliseconds;
    return units;
  };
  const bench = { baseline: load(20, 10), subject: load(10, 20), runs: 3 };
  const measured = await measure(bench, () => clock);
  expect(measured).toEqual({ ratios: [4, 4, 4], subjectRate: 2000, baselineRate: 500 });
});

it("pairs each run of the subject with the baseline beside it", async () => {
  let clock = 0;
  let machineSlowness = 1;
  const load = () => {
    clock += machineSlowness;
    machineSlowness *= 2;
    return 1;
  };
  const measured = await measure({ baseline: load, subject: load, runs: 2 }, () => clock);
  // Warm-up takes two loads; then baseline, subject, subject, baseline, each twice as slow.
  expect(measured.ratios).toEqual([0.5, 2]);
});

it("takes the middle value, or the mean of the two in the middle", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(() => median([])).toThrow("at least one value");
});
