import {
  type Fraction,
  accepted,
  add,
  clamp,
  fraction,
  fractionText,
  max,
  one,
  parseFraction,
  zero,
} from "../money/index.ts";

/**
 * The exact share that a decision states, `n/d`.
 * @throws RangeError for another text: stored decisions are well formed.
 */
function shareOf(text: string): Fraction {
  // The two most common answers, without reading them.
  if (text === "1/1") return one;
  if (text === "0/1") return zero;
  const slash = text.indexOf("/");
  const [n, d] = [Number(text.slice(0, slash)), Number(text.slice(slash + 1))];
  if (slash > 0 && Number.isSafeInteger(n) && Number.isSafeInteger(d)) return fraction(n, d);
  return accepted(parseFraction(text));
}

/** A share of money that was paid: within [0, 1]. */
export function shareWithin(text: string): Fraction {
  return clamp(shareOf(text), zero, one);
}

/** A share of a grant, which may exceed its base. */
export function shareAbove(text: string): Fraction {
  return max(shareOf(text), zero);
}

export function sumOfFractions(values: readonly Fraction[]): Fraction {
  return values.reduce(add, zero);
}

/** `n/d` in lowest terms. */
export function exactText(value: Fraction): string {
  return value.d === 1 ? `${value.n}/1` : fractionText(value);
}
