import { describe, expect, it } from "vitest";
import { productOf, quotientHalfDown, sumOf } from "./whole.ts";

const big = Number.MAX_SAFE_INTEGER;

describe("whole numbers", () => {
  it("stay numbers while they fit and become bigints beyond", () => {
    expect(sumOf(big - 1, 1)).toBe(big);
    expect(sumOf(big, 1)).toBe(2n ** 53n);
    expect(sumOf(2n, 3)).toBe(5n);
    expect(sumOf(2, 3n)).toBe(5n);
    expect(productOf(big, 1)).toBe(big);
    expect(productOf(big, 3)).toBe(3n * BigInt(big));
    expect(productOf(2n, 3)).toBe(6n);
    expect(productOf(2, 3n)).toBe(6n);
  });

  it.each([
    [0, 3, 0],
    [1, 2, 0],
    [3, 2, 1],
    [4, 2, 2],
    [4, 3, 1],
    [5, 3, 2],
    [big, 2, (big - 1) / 2],
    [big - 1, big, 1],
    [9_007_199_254_740_990, 18_014_398_509_481_980 / 2, 1],
  ])("%d/%d rounds half down to %d, as numbers and as bigints", (n, d, quotient) => {
    expect(quotientHalfDown(n, d)).toBe(quotient);
    expect(quotientHalfDown(BigInt(n), d)).toBe(quotient);
    expect(quotientHalfDown(n, BigInt(d))).toBe(quotient);
    expect(quotientHalfDown(BigInt(n), BigInt(d))).toBe(quotient);
  });
});
