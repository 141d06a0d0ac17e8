import { type Fraction, type SmallFraction, add, max, min } from "../money/index.ts";
import { multiply, negate, one, zero } from "../money/index.ts";
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

/** Both in one; without the steps between while every product is exact in a double. */
export function answerOf(amount: Amount, fact: Fraction, highest: Fraction): Fraction {
  const { form, rate } = amount;
  if (isSmall(rate) && isSmall(fact) && isSmall(highest)) {
    const whole = rate.n * fact.d;
    const part = form === "part" ? rate.n * fact.n : fact.n * (form === "less" ? rate.d : rate.n);
    const n = form === "part" ? part : whole - part;
    const d = rate.d * fact.d;
    const reached = n * highest.d;
    const limit = highest.n * d;
    if (isExact(whole) && isExact(part) && isExact(d) && isExact(reached) && isExact(limit)) {
      if (n <= 0) return zero;
      return reached >= limit ? highest : { n, d };
    }
  }
  return clampAnswer(rawAnswer(amount, fact), highest);
}

function isSmall(value: Fraction): value is SmallFraction {
  return typeof value.n === "number";
}

/** A product of integers that comes out within ±(2^53 − 1) was not rounded. */
function isExact(product: number): boolean {
  return product <= Number.MAX_SAFE_INTEGER && product >= -Number.MAX_SAFE_INTEGER;
}
