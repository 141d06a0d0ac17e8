import {
  type Fraction,
  accepted,
  add,
  clamp,
  max,
  one,
  parseFraction,
  zero,
} from "../money/index.ts";

/**
 * A share of money that was paid, within [0, 1], of the text `n/d`.
 * @throws RangeError for another text: stored decisions are well formed.
 */
export function shareWithin(text: string): Fraction {
  return clamp(shareOf(text), zero, one);
}

/** A share of a grant, which may exceed its base. @throws RangeError as `shareWithin`. */
export function shareAbove(text: string): Fraction {
  return max(shareOf(text), zero);
}

function shareOf(text: string): Fraction {
  return accepted(parseFraction(text));
}

export function sumOfFractions(values: readonly Fraction[]): Fraction {
  return values.reduce(add, zero);
}
