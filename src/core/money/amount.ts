import { type Currency, exponentOf } from "./currency.ts";

/** An exact amount: integer minor units (fen, cents, whole yen) of one currency. */
export type Money = { readonly amountMinor: number; readonly currency: Currency };

/** The largest amount, 2^53 − 1 minor units: above it neighbouring integers coincide. */
export const amountMaxMinor: number = Number.MAX_SAFE_INTEGER;

/**
 * Returns the amount when it is an integer within ±(2^53 − 1) minor units.
 * @throws RangeError otherwise (fractions, NaN, infinities, overflow).
 */
export function checkAmount(amountMinor: number): number {
  if (!Number.isSafeInteger(amountMinor)) {
    throw new RangeError(
      `\`${amountMinor}\` is not an amount: use whole minor units of at most ${amountMaxMinor}`,
    );
  }
  return amountMinor;
}

/**
 * A checked amount of money.
 * @throws RangeError when the amount or the currency is not acceptable.
 */
export function money(amountMinor: number, currency: Currency): Money {
  exponentOf(currency);
  return { amountMinor: checkAmount(amountMinor), currency };
}

/** Exact sum of two amounts in minor units. @throws RangeError on overflow. */
export function addMinor(left: number, right: number): number {
  return checkAmount(checkAmount(left) + checkAmount(right));
}

/**
 * Exact sum of amounts in minor units, 0 for none.
 * @throws RangeError when the sum, or a partial sum in the order given, overflows.
 */
export function sumMinor(amountsMinor: readonly number[]): number {
  return amountsMinor.reduce(addMinor, 0);
}
