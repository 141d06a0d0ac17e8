import { type Fraction, add, max, min, multiply, negate, one, zero } from "../money/index.ts";
import type { Amount } from "./model.ts";

/** The share of the base before it is clamped: r, r − f, r · (1 − f) or r · f. */
export function rawAnswer({ form, rate }: Amount, fact: Fraction): Fraction {
  switch (form) {
    case "plain":
      return rate;
    case "less":
      return add(rate, negate(fact));
    case "unused":
      return multiply(rate, add(one, negate(fact)));
    case "part":
      return multiply(rate, fact);
  }
}

/** The share that holds: within [0, the head's maximum]. */
export function clampAnswer(raw: Fraction, highest: Fraction): Fraction {
  return min(max(raw, zero), highest);
}
