import { type Fraction, fraction, lowestTerms } from "./fraction.ts";
import { type Refusal, refuse } from "./refusal.ts";

/** The one text of a value: `n/d` in lowest terms, whole numbers as `n/1`. */
export function fractionText(value: Fraction): string {
  const { n, d } = lowestTerms(value);
  return `${n}/${d}`;
}

const quotientForm = /^(-?\d+)\/(\d+)$/;
const decimalForm = /^(-?)(\d+)(?:\.(\d+))?(%?)$/;

/**
 * Reads `2/3`, `-1/4`, `90%`, `0.05%`, `1000%`, `0.5` and `3`, exactly.
 * Anything else is refused: exponents, spaces, a zero denominator, over 60 characters.
 */
export function parseFraction(text: string): Fraction | Refusal {
  // Bounded, so that a hostile text cannot buy minutes of long division.
  if (text.length > 60) {
    return refuse("not_a_fraction", `a fraction of ${text.length} characters: use at most 60`);
  }
  const [, n = "", d = ""] = quotientForm.exec(text) ?? [];
  if (BigInt(d) !== 0n) return fraction(BigInt(n), BigInt(d));
  const [, sign = "", whole = "", decimals = "", percent = ""] = decimalForm.exec(text) ?? [];
  if (whole === "") {
    return refuse("not_a_fraction", `\`${text}\` is not a fraction: write 2/3, 0.5 or 90%`);
  }
  const hundredths = percent === "%" ? 2 : 0;
  return fraction(BigInt(sign + whole + decimals), 10n ** BigInt(decimals.length + hundredths));
}
