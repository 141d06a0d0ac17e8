import { checkAmount } from "./amount.ts";
import { type Fraction, negate } from "./fraction.ts";

/** Largest integer not above the value. @throws RangeError beyond ±(2^53 − 1). */
export function roundDown(value: Fraction): number {
  if (typeof value.n === "number" && typeof value.d === "number") {
    const remainder = value.n % value.d;
    // n − remainder divides exactly, which the rounded quotient of two large numbers may not.
    const quotient = (value.n - remainder) / value.d;
    return remainder < 0 ? quotient - 1 : quotient;
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
