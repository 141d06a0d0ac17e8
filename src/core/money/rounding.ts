import { checkAmount } from "./amount.ts";
import { type Fraction, isSmallFraction, negate } from "./fraction.ts";

/** Largest integer not above the value. @throws RangeError beyond ±(2^53 − 1). */
export function roundDown(value: Fraction): number {
  if (isSmallFraction(value)) {
    // Exact: below 2^53 a quotient that is no integer is at least 1/d away from the next one, and
    // rounding it to a double moves it by less.
    return Math.floor(value.n / value.d);
  }
  const [n, d] = [BigInt(value.n), BigInt(value.d)];
  const remainder = n % d;
  return checkAmount(Number((n - remainder) / d - (remainder < 0n ? 1n : 0n)));
}

/** Smallest integer not below the value. @throws RangeError beyond ±(2^53 − 1). */
export function roundUp(value: Fraction): number {
  return 0 - roundDown(negate(value));
}

/** Nearest integer, halves toward plus infinity. @throws RangeError beyond ±(2^53 − 1). */
export function roundHalfUp(value: Fraction): number {
  const [n, d] = [BigInt(value.n), BigInt(value.d)];
  return roundDown({ n: 2n * n + d, d: 2n * d });
}
