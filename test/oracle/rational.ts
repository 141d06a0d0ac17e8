/** Plain rationals of bigints for the oracle; always in lowest terms, denominator positive. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export function rational(n: bigint, d = 1n): Rational {
  if (d === 0n) throw new Error("division by zero");
  const sign = d < 0n ? -1n : 1n;
  let [a, b] = [n < 0n ? -n : n, d < 0n ? -d : d];
  while (b !== 0n) [a, b] = [b, a % b];
  const divisor = a === 0n ? 1n : a;
  return { n: (sign * n) / divisor, d: (sign * d) / divisor };
}

export const nought = rational(0n);
export const whole = rational(1n);

export const plus = (x: Rational, y: Rational) => rational(x.n * y.d + y.n * x.d, x.d * y.d);
export const minus = (x: Rational, y: Rational) => rational(x.n * y.d - y.n * x.d, x.d * y.d);
export const product = (x: Rational, y: Rational) => rational(x.n * y.n, x.d * y.d);
export const isBelow = (x: Rational, y: Rational) => x.n * y.d < y.n * x.d;
export const larger = (x: Rational, y: Rational) => (isBelow(x, y) ? y : x);
export const smaller = (x: Rational, y: Rational) => (isBelow(y, x) ? y : x);
export const tell = (x: Rational) => `${x.n}/${x.d}`;

/** `1/3`, `67.5%` or `3`. */
export function readRational(text: string): Rational {
  const quotient = /^(\d+)\/(\d+)$/.exec(text);
  if (quotient) return rational(BigInt(quotient[1]!), BigInt(quotient[2]!));
  const decimal = /^(\d+)(?:\.(\d+))?(%?)$/.exec(text);
  if (!decimal) throw new Error(`no number: ${text}`);
  const [, digits = "", places = "", percent = ""] = decimal;
  const scale = 10n ** BigInt(places.length) * (percent === "%" ? 100n : 1n);
  return rational(BigInt(digits + places), scale);
}
