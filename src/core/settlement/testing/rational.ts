/** Rationals of the reference: bigints, never reduced, shared with nothing. */
export type Rational = readonly [n: bigint, d: bigint];

export const nothing: Rational = [0n, 1n];
export const whole: Rational = [1n, 1n];

export function rational(n: number | bigint, d: number | bigint = 1): Rational {
  return [BigInt(n), BigInt(d)];
}

export function read(text: string): Rational {
  const [n = "0", d = "1"] = text.split("/");
  return [BigInt(n), BigInt(d)];
}

export function plus([a, b]: Rational, [c, d]: Rational): Rational {
  return b === d ? [a + c, b] : [a * d + c * b, b * d];
}

export function product([a, b]: Rational, [c, d]: Rational): Rational {
  return [a * c, b * d];
}

export function less([a, b]: Rational, [c, d]: Rational): boolean {
  return a * d < c * b;
}

export function smaller(left: Rational, right: Rational): Rational {
  return less(right, left) ? right : left;
}

export function greater(left: Rational, right: Rational): Rational {
  return less(left, right) ? right : left;
}

export function floor([n, d]: Rational): number {
  return Number(n >= 0n ? n / d : -((-n + d - 1n) / d));
}

export function ceiling([n, d]: Rational): number {
  return 0 - floor([-n, d]);
}

export function total(values: readonly Rational[]): Rational {
  return values.reduce(plus, nothing);
}

/** Hands out a total one by one to the largest weight / (2 × held + 1), the earlier of equals. */
export function handOut(amount: number, weights: readonly number[]): number[] {
  const held = weights.map(() => 0);
  for (let step = 0; step < amount; step += 1) {
    let best = -1;
    for (const [part, weight] of weights.entries()) {
      if ((held[part] ?? 0) >= weight) continue;
      const [mine, theirs] = [2 * (held[part] ?? 0) + 1, 2 * (held[best] ?? 0) + 1];
      if (best < 0 || weight * theirs > (weights[best] ?? 0) * mine) best = part;
    }
    held[best] = (held[best] ?? 0) + 1;
  }
  return held;
}
