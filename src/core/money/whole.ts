/**
 * An integer that is a number while it fits 2^53 − 1 and a bigint beyond. JavaScript compares the
 * two exactly with each other (`<`, `>`), so only sums and products need care.
 */
export type Whole = number | bigint;

export function sumOf(left: Whole, right: Whole): Whole {
  if (typeof left === "number" && typeof right === "number") {
    const sum = left + right;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return BigInt(left) + BigInt(right);
}

export function productOf(left: Whole, right: Whole): Whole {
  if (typeof left === "number" && typeof right === "number") {
    const product = left * right;
    if (Number.isSafeInteger(product)) return product;
  }
  return BigInt(left) * BigInt(right);
}

/** Nearest integer to n/d for n ≥ 0 and d > 0, halves down. */
export function quotientHalfDown(n: Whole, d: Whole): number {
  if (typeof n === "number" && typeof d === "number") {
    const remainder = n % d;
    const quotient = (n - remainder) / d;
    return 2 * remainder > d ? quotient + 1 : quotient;
  }
  const [top, bottom] = [2n * BigInt(n), BigInt(d)];
  return Number((top + bottom - 1n) / (2n * bottom));
}
