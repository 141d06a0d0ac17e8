import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Fraction,
  add,
  clamp,
  compare,
  equal,
  fraction,
  fractionText,
  lowestTerms,
  max,
  min,
  multiply,
  negate,
  one,
  subtract,
  times,
  zero,
} from "./index.ts";

const runs = { seed: 20261122, numRuns: 400 };
const big = Number.MAX_SAFE_INTEGER;

/** Parts near zero, near the end of safe integers, and beyond it. */
const part = fc.oneof(
  fc.integer({ min: -12, max: 12 }).map(BigInt),
  fc.integer({ min: -6, max: 6 }).map((n) => BigInt(big) + BigInt(n)),
  fc.bigInt({ min: -(2n ** 60n), max: 2n ** 60n }),
);
const anyFraction = fc.tuple(
  part,
  part.filter((d) => d !== 0n),
);

/** The oracle: pairs of bigints, nothing reduced. */
type Pair = readonly [bigint, bigint];
const same = (value: Fraction, [n, d]: Pair) => {
  expect(BigInt(value.n) * d).toBe(BigInt(value.d) * n);
  expect(typeof value.n).toBe(typeof value.d);
  expect(value.d > 0).toBe(true);
  if (typeof value.n === "number" && typeof value.d === "number") {
    expect(Number.isSafeInteger(value.n) && Number.isSafeInteger(value.d)).toBe(true);
    expect(Object.is(value.n, -0)).toBe(false);
  } else {
    expect(value).toEqual(lowestTerms(value));
    expect(fits(value.n) && fits(value.d)).toBe(false);
  }
};
const fits = (wide: bigint | number) => Number.isSafeInteger(Number(wide));
const of = ([n, d]: Pair) => fraction(n, d);
const sign = (value: bigint) => (value < 0n ? -1 : value > 0n ? 1 : 0);

describe("small fractions", () => {
  it("stay two plain numbers and are not reduced", () => {
    expect(fraction(2, 6)).toEqual({ n: 2, d: 6 });
    expect(fraction(7)).toEqual({ n: 7, d: 1 });
    expect(add(fraction(1, 6), fraction(2, 6))).toEqual({ n: 3, d: 6 });
    expect(add(fraction(1, 2), fraction(1, 3))).toEqual({ n: 5, d: 6 });
    expect(subtract(fraction(1, 2), fraction(1, 3))).toEqual({ n: 1, d: 6 });
    expect(multiply(fraction(2, 3), fraction(3, 4))).toEqual({ n: 6, d: 12 });
    expect(negate(fraction(2, 3))).toEqual({ n: -2, d: 3 });
    expect(zero).toEqual({ n: 0, d: 1 });
    expect(one).toEqual({ n: 1, d: 1 });
  });

  it("have no minus zero", () => {
    for (const value of [fraction(-0, 1), negate(zero), multiply(zero, fraction(-1))]) {
      expect(value.n).toBe(0);
    }
    expect(fraction(0, -3)).toEqual({ n: 0, d: 1 });
  });

  it("take a negative denominator to the numerator, in lowest terms", () => {
    expect(fraction(2, -6)).toEqual({ n: -1, d: 3 });
    expect(fraction(-2, -6)).toEqual({ n: 1, d: 3 });
  });

  it("come from bigints as numbers where they fit", () => {
    expect(fraction(2n, 6n)).toEqual({ n: 1, d: 3 });
    expect(fraction(2n, 6)).toEqual({ n: 1, d: 3 });
    expect(fraction(4, 6n)).toEqual({ n: 2, d: 3 });
    expect(fraction(BigInt(big), BigInt(big))).toEqual({ n: 1, d: 1 });
  });

  it.each([
    [0.5, 1, "0.5"],
    [1, 0.5, "0.5"],
    [NaN, 1, "NaN"],
    [1, Infinity, "Infinity"],
    [2 ** 53, 1, "9007199254740992"],
    [1, 2 ** 53, "9007199254740992"],
  ])("refuse %d/%d", (n, d, named) => {
    expect(() => fraction(n, d)).toThrow(
      new RangeError(`\`${named}\` is no part of a fraction: use integers up to 2^53 − 1`),
    );
  });

  it("refuse the denominator 0", () => {
    const error = new RangeError("`3/0` is no fraction: the denominator must not be 0");
    expect(() => fraction(3, 0)).toThrow(error);
    expect(() => fraction(3n, 0n)).toThrow(error);
  });
});

describe("fractions beyond 2^53 − 1", () => {
  it("go on exactly as bigints and come back to numbers", () => {
    const above = add(fraction(big), one);
    expect(above).toEqual({ n: 2n ** 53n, d: 1n });
    expect(subtract(above, one)).toEqual({ n: big, d: 1 });
    const thin = multiply(fraction(1, big), fraction(1, big));
    expect(thin).toEqual({ n: 1n, d: BigInt(big) ** 2n });
    expect(multiply(thin, fraction(big))).toEqual({ n: 1, d: big });
    expect(negate(above)).toEqual({ n: -(2n ** 53n), d: 1n });
  });

  it("are exact where rounded products would add to what looks exact", () => {
    // 3 × (2^53 − 1) and 5 × 5404319552844594 differ by 3; as doubles they are multiples of 4.
    expect(fractionText(add(fraction(big, 5), fraction(-5_404_319_552_844_594, 3)))).toBe("1/5");
    // 3 × 3002399751580331 is 2^53 + 1, which no double is.
    const wide = fraction(3_002_399_751_580_331);
    const thirds = fraction(-4, 3);
    expect(add(wide, thirds)).toEqual({ n: 9_007_199_254_740_989, d: 3 });
    expect(add(thirds, wide)).toEqual({ n: 9_007_199_254_740_989, d: 3 });
  });

  it("are in lowest terms, so that they stay small as long as they can", () => {
    expect(add(fraction(1, big), fraction(1, big - 1))).toEqual({
      n: 2n * BigInt(big) - 1n,
      d: BigInt(big) * BigInt(big - 1),
    });
    expect(multiply(fraction(big, 3), fraction(6, big))).toEqual({ n: 2, d: 1 });
    expect(add(fraction(1, big), fraction(-2, 6))).toEqual({
      n: 3n - BigInt(big),
      d: 3n * BigInt(big),
    });
  });
});

describe("any fractions", () => {
  it("agree with plain bigint arithmetic", () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, ([a, b], [c, d]) => {
        const [left, right] = [of([a, b]), of([c, d])];
        same(left, [a, b]);
        same(negate(left), [-a, b]);
        same(add(left, right), [a * d + c * b, b * d]);
        same(subtract(left, right), [a * d - c * b, b * d]);
        same(multiply(left, right), [a * c, b * d]);
        const order = sign((a * d - c * b) * b * d);
        expect(Math.sign(compare(left, right))).toBe(order);
        expect(equal(left, right)).toBe(order === 0);
        expect(min(left, right)).toBe(order <= 0 ? left : right);
        expect(max(left, right)).toBe(order >= 0 ? left : right);
      }),
      runs,
    );
  });

  it("compare exactly where doubles cannot tell them apart", () => {
    const [near, nearer] = [fraction(big - 1, big), fraction(big - 2, big - 1)];
    expect(compare(near, nearer)).toBe(1);
    expect(compare(nearer, near)).toBe(-1);
    expect(compare(fraction(2n * BigInt(big), 3n), fraction(4n * BigInt(big), 6n))).toBe(0);
    expect(compare(fraction(big, 2), fraction(big, 3))).toBeGreaterThan(0);
    expect(compare(fraction(1, 2), fraction(2, 4))).toBe(0);
    expect(compare(fraction(1, 3), fraction(2, 3))).toBeLessThan(0);
  });

  it("of equal ones `min` and `max` return the left", () => {
    const [left, right] = [fraction(1, 2), fraction(2, 4)];
    expect(min(left, right)).toBe(left);
    expect(max(left, right)).toBe(left);
  });

  it("are clamped to both ends", () => {
    expect(clamp(fraction(-1, 2), zero, one)).toBe(zero);
    expect(clamp(fraction(3, 2), zero, one)).toBe(one);
    const within = fraction(1, 2);
    expect(clamp(within, zero, one)).toBe(within);
  });

  it("times an amount are the exact product", () => {
    expect(times(fraction(1, 3), 100)).toEqual({ n: 100, d: 3 });
    expect(() => times(one, 0.5)).toThrow(RangeError);
  });
});
