/**
 * Exact rational numbers, the denominator always positive. Parts that fit 2^53 − 1 are plain
 * numbers and are left unreduced, because a greatest common divisor costs more than all else on
 * the way of a decision; others are bigints in lowest terms. So one value has several forms:
 * compare with `compare` or `equal`, store with `fractionText`.
 */
export type Fraction = SmallFraction | LargeFraction;
export type SmallFraction = { readonly n: number; readonly d: number };
export type LargeFraction = { readonly n: bigint; readonly d: bigint };

export const zero: Fraction = { n: 0, d: 1 };
export const one: Fraction = { n: 1, d: 1 };

/**
 * The fraction n/d of integers.
 * @throws RangeError when d is 0 or a number is no safe integer.
 */
export function fraction(n: number | bigint, d: number | bigint = 1): Fraction {
  if (typeof n === "number" && typeof d === "number") {
    if (d > 0 && Number.isSafeInteger(n) && Number.isSafeInteger(d)) {
      // + 0 turns minus zero into zero, so that equal values never differ in sign.
      return { n: n + 0, d };
    }
    checkPart(n);
    checkPart(d);
  }
  return exactly(BigInt(n), BigInt(d));
}

function checkPart(part: number): void {
  if (!Number.isSafeInteger(part)) {
    throw new RangeError(`\`${part}\` is no part of a fraction: use integers up to 2^53 − 1`);
  }
}

/** Lowest terms, as plain numbers when both parts fit. */
function exactly(n: bigint, d: bigint): Fraction {
  if (d === 0n) throw new RangeError(`\`${n}/0\` is no fraction: the denominator must not be 0`);
  const divisor = d < 0n ? -greatestCommonDivisor(n, d) : greatestCommonDivisor(n, d);
  const reduced = { n: n / divisor, d: d / divisor };
  const small = { n: Number(reduced.n), d: Number(reduced.d) };
  return Number.isSafeInteger(small.n) && Number.isSafeInteger(small.d) ? small : reduced;
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let [larger, smaller] = [left, right];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger < 0n ? -larger : larger;
}

/** Whether both parts are plain numbers. */
export function isSmallFraction(value: Fraction): value is SmallFraction {
  return typeof value.n === "number";
}

/** Numerator and denominator in lowest terms, denominator positive. */
export function lowestTerms(value: Fraction): LargeFraction {
  const [n, d] = [BigInt(value.n), BigInt(value.d)];
  const divisor = greatestCommonDivisor(n, d);
  return { n: n / divisor, d: d / divisor };
}

export function add(left: Fraction, right: Fraction): Fraction {
  return addSigned(left, 1, right);
}

export function subtract(left: Fraction, right: Fraction): Fraction {
  return addSigned(left, -1, right);
}

export function negate(value: Fraction): Fraction {
  return addSigned(zero, -1, value);
}

/** left + sign × right, without an object for −right. */
function addSigned(left: Fraction, sign: 1 | -1, right: Fraction): Fraction {
  if (isSmallFraction(left) && isSmallFraction(right)) {
    const sameParts = left.d === right.d;
    const a = sameParts ? left.n : left.n * right.d;
    const b = sign * (sameParts ? right.n : right.n * left.d);
    const d = sameParts ? left.d : left.d * right.d;
    // A sum of doubles that comes out safe is exact only when its terms were.
    if (Number.isSafeInteger(a) && Number.isSafeInteger(b)) {
      const n = a + b;
      if (Number.isSafeInteger(n) && Number.isSafeInteger(d)) return { n, d };
    }
  }
  const [a, b] = [BigInt(left.n) * BigInt(right.d), BigInt(right.n) * BigInt(left.d)];
  return exactly(a + BigInt(sign) * b, BigInt(left.d) * BigInt(right.d));
}

export function multiply(left: Fraction, right: Fraction): Fraction {
  if (isSmallFraction(left) && isSmallFraction(right)) {
    const n = left.n * right.n + 0;
    const d = left.d * right.d;
    if (Number.isSafeInteger(n) && Number.isSafeInteger(d)) return { n, d };
  }
  return exactly(BigInt(left.n) * BigInt(right.n), BigInt(left.d) * BigInt(right.d));
}

/** The fraction of an amount: the exact product, for one rounding later. */
export function times(value: Fraction, amountMinor: number): Fraction {
  return multiply(value, fraction(amountMinor));
}

/** Negative, 0 or positive as left is below, equal to or above right. */
export function compare(left: Fraction, right: Fraction): number {
  if (isSmallFraction(left) && isSmallFraction(right)) {
    if (left.d === right.d) return left.n - right.n;
    const a = left.n * right.d;
    const b = right.n * left.d;
    if (Number.isSafeInteger(a) && Number.isSafeInteger(b)) return a - b;
  }
  const a = BigInt(left.n) * BigInt(right.d);
  const b = BigInt(right.n) * BigInt(left.d);
  return a < b ? -1 : a > b ? 1 : 0;
}

export function equal(left: Fraction, right: Fraction): boolean {
  return compare(left, right) === 0;
}

/** The smaller of two; of equal ones the left. */
export function min(left: Fraction, right: Fraction): Fraction {
  return compare(left, right) <= 0 ? left : right;
}

/** The larger of two; of equal ones the left. */
export function max(left: Fraction, right: Fraction): Fraction {
  return compare(left, right) >= 0 ? left : right;
}

/** The value moved into [lowest, highest]. */
export function clamp(value: Fraction, lowest: Fraction, highest: Fraction): Fraction {
  return min(max(value, lowest), highest);
}
