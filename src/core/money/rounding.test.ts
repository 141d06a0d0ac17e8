import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  amountMaxMinor,
  compare,
  fraction,
  negate,
  roundDown,
  roundHalfUp,
  roundUp,
} from "./index.ts";
import { tries } from "../testing.ts";

const runs = { seed: 20261122, numRuns: 400 };

describe("rounding", () => {
  it.each([
    // n, d, down, half up, up
    [0, 1, 0, 0, 0],
    [7, 1, 7, 7, 7],
    [1, 3, 0, 0, 1],
    [1, 2, 0, 1, 1],
    [2, 3, 0, 1, 1],
    [3, 2, 1, 2, 2],
    [-1, 3, -1, 0, 0],
    [-1, 2, -1, 0, 0],
    [-2, 3, -1, -1, 0],
    [-3, 2, -2, -1, -1],
    [-6, 3, -2, -2, -2],
    [
      amountMaxMinor,
      2,
      (amountMaxMinor - 1) / 2,
      (amountMaxMinor + 1) / 2,
      (amountMaxMinor + 1) / 2,
    ],
    [amountMaxMinor - 1, amountMaxMinor, 0, 1, 1],
  ])("%d/%d is %d down, %d half up, %d up", (n, d, down, halfUp, up) => {
    const value = fraction(n, d);
    expect(roundDown(value)).toBe(down);
    expect(roundHalfUp(value)).toBe(halfUp);
    expect(roundUp(value)).toBe(up);
  });

  it("does not take the quotient just beside an integer for the integer", () => {
    const input = fc
      .maxSafeNat()
      .chain((d) =>
        fc.tuple(fc.constant(d + 1), fc.nat({ max: Math.floor(amountMaxMinor / (d + 1)) })),
      );
    fc.assert(
      fc.property(input, ([d, k]) => {
        fc.pre(d > 1 && k > 0 && k * d < amountMaxMinor);
        const [below, above] = [fraction(k * d - 1, d), fraction(k * d + 1, d)];
        expect([roundDown(below), roundUp(below)]).toEqual([k - 1, k]);
        expect([roundDown(above), roundUp(above)]).toEqual([k, k + 1]);
        expect([roundDown(negate(below)), roundUp(negate(above))]).toEqual([-k, -k]);
      }),
      { ...runs, numRuns: tries(2000) },
    );
  });

  it("refuses what leaves the range of amounts", () => {
    const above = fraction(2n ** 53n);
    expect(() => roundDown(above)).toThrow("`9007199254740992` is not an amount");
    for (const round of [roundDown, roundHalfUp, roundUp]) {
      expect(() => round(above)).toThrow(RangeError);
      expect(() => round(fraction(-(2n ** 53n)))).toThrow(RangeError);
    }
  });

  it("lies within one of the value, on the right side, whatever the size of the parts", () => {
    const part = fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n });
    const bottom = fc.bigInt({ min: 1n, max: 2n ** 70n });
    fc.assert(
      fc.property(part, bottom, (n, d) => {
        fc.pre(n / d < 2n ** 52n && n / d > -(2n ** 52n));
        const value = fraction(n, d);
        const [down, near, up] = [roundDown(value), roundHalfUp(value), roundUp(value)];
        expect(compare(fraction(down), value)).toBeLessThanOrEqual(0);
        expect(compare(fraction(down + 1), value)).toBeGreaterThan(0);
        expect(compare(fraction(up), value)).toBeGreaterThanOrEqual(0);
        expect(compare(fraction(up - 1), value)).toBeLessThan(0);
        expect(near).toBe(2n * (n - BigInt(down) * d) >= d ? down + 1 : down);
      }),
      runs,
    );
  });
});
