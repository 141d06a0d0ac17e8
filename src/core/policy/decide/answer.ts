import { type Fraction, max, min, multiply, one, subtract, zero } from "../../money/index.ts";
import type { Amount } from "../model.ts";

/** The share of the base before it is clamped: r, r − f, r · (1 − f) or r · f. */
export function rawAnswer({ form, rate }: Amount, fact: Fraction): Fraction {
  switch (form) {
    case "plain":
      return rate;
    case "less":
      return subtract(rate, fact);
    case "unused":
      return multiply(rate, subtract(one, fact));
    case "part":
      return multiply(rate, fact);
  }
}

/** The share that holds: within [0, the head's maximum]. */
export function answerOf(amount: Amount, fact: Fraction, highest: Fraction): Fraction {
  return min(max(rawAnswer(amount, fact), zero), highest);
}
