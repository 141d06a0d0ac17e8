import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amountMaxMinor, largestRemainder } from "./index.ts";

const runs = { seed: 20261122, numRuns: 400 };
const sum = (values: readonly number[]) => values.reduce((left, value) => left + value, 0);

describe("largest remainder", () => {
  it("splits 10 over three equal parts as 4, 3, 3", () => {
    expect(largestRemainder(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(largestRemainder(11, [1, 1, 1])).toEqual([4, 4, 3]);
  });

  it("gives what is left to the largest remainders, of equal ones to the earlier", () => {
    expect(largestRemainder(10, [15, 15, 70])).toEqual([2, 1, 7]);
    expect(largestRemainder(10, [14, 16, 70])).toEqual([1, 2, 7]);
    expect(largestRemainder(10, [70, 14, 16])).toEqual([7, 1, 2]);
    expect(largestRemainder(1, [1, 2, 3, 4, 4])).toEqual([0, 0, 0, 1, 0]);
  });

  it("shows the Alabama paradox, which is why nothing that grows is split by it", () => {
    expect(largestRemainder(35, [43, 7, 49])).toEqual([15, 3, 17]);
    expect(largestRemainder(36, [43, 7, 49])).toEqual([16, 2, 18]);
  });

  it("knows no parts, no total, and amounts up to 2^53 − 1", () => {
    expect(largestRemainder(0, [])).toEqual([]);
    expect(largestRemainder(0, [0, 0])).toEqual([0, 0]);
    expect(largestRemainder(0, [2, 1])).toEqual([0, 0]);
    const most = amountMaxMinor;
    expect(largestRemainder(most, [most, most])).toEqual([(most + 1) / 2, (most - 1) / 2]);
  });

  it("refuses what it cannot split", () => {
    const negative = new RangeError("a total or weight to split is negative: use 0 or more");
    expect(() => largestRemainder(-1, [1])).toThrow(negative);
    expect(() => largestRemainder(1, [2, -1])).toThrow(negative);
    expect(() => largestRemainder(3, [0, 0])).toThrow(
      new RangeError("`3` cannot be split: no part has a weight"),
    );
    expect(() => largestRemainder(0.5, [1])).toThrow("`0.5` is not an amount");
    expect(() => largestRemainder(1, [0.5])).toThrow("`0.5` is not an amount");
  });

  it("has the total as its sum, each part at its share rounded down or one more", () => {
    const weights = fc.array(fc.nat({ max: amountMaxMinor }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(weights, fc.nat({ max: amountMaxMinor }), (parts, total) => {
        const whole = parts.reduce((left, part) => left + BigInt(part), 0n);
        fc.pre(whole > 0n);
        const held = largestRemainder(total, parts);
        expect(sum(held)).toBe(total);
        for (const [index, part] of parts.entries()) {
          const product = BigInt(total) * BigInt(part);
          const down = Number(product / whole);
          const most = product % whole === 0n ? down : down + 1;
          expect(held[index]! >= down && held[index]! <= most).toBe(true);
        }
      }),
      runs,
    );
  });
});
