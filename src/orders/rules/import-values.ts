import {
  isRefusal,
  multiply,
  fraction,
  offsetAt,
  parseDecimal,
  parseFraction,
  parseInstant,
  roundHalfUp,
} from "../../core/index.ts";
import type { Currency, Instant, Zone } from "../../core/index.ts";

/** The instant of `2011-03-01 12:30:00` on the clocks of a zone, or null for what is no time. */
export function localInstant(text: string, zone: Zone): Instant | null {
  const asUtc = parseInstant(`${text.replace(" ", "T")}Z`);
  if (isRefusal(asUtc)) return null;
  // The offset of a moment near by; then of the moment itself, where clocks changed in between.
  const near = asUtc - offsetAt(asUtc, zone);
  return asUtc - offsetAt(near, zone);
}

/** A whole number within bounds, or null; `17850.0` is none. */
export function wholeNumber(text: string, lowest: number, highest: number): number | null {
  if (!/^-?\d{1,16}$/.test(text)) return null;
  const value = Number(text);
  return value >= lowest && value <= highest ? value : null;
}

/** Minor units of a decimal amount of 0 or more, or null. */
export function amountOf(text: string, currency: Currency): number | null {
  const amount = parseDecimal(text, currency);
  return isRefusal(amount) || amount < 0 ? null : amount;
}

/**
 * Hundredths of a decimal number that may have more than two decimals, halves up: old tills kept
 * prices such as 0.001.
 */
export function roundedHundredths(text: string): number | null {
  if (!/^-?\d{1,12}(\.\d{1,6})?$/.test(text)) return null;
  const exact = parseFraction(text);
  return isRefusal(exact) ? null : roundHalfUp(multiply(exact, fraction(100)));
}
