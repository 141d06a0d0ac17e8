import { expect, it } from "vitest";
import { measure, median } from "./measure.ts";

function spin(milliseconds: number, units: number): () => number {
  return () => {
    const endsAt = performance.now() + milliseconds;
    while (performance.now() < endsAt);
    return units;
  };
}

it("finds that twice the units in the same time is a ratio of two", async () => {
  const measured = await measure({ baseline: spin(20, 10), subject: spin(20, 20), runs: 5 });
  expect(measured.ratios).toHaveLength(5);
  expect(median(measured.ratios)).toBeGreaterThan(1.5);
  expect(median(measured.ratios)).toBeLessThan(2.5);
});

it("takes the middle value, or the mean of the two in the middle", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(() => median([])).toThrow("at least one value");
});
