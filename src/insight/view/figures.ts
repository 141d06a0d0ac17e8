import { formatDecimal } from "../../core/index.ts";
import type { Texts } from "../../contract/index.ts";

/** A sentence in every language, with names in braces; filled by `fillSentence` of the contract. */
export type Words<Name extends string> = Readonly<Record<Name, Texts>>;

/** `12.50`, without its currency. */
export const amountText = (amountMinor: number, currency: string): string =>
  formatDecimal(amountMinor, currency);

/** One amount, or the two between which it lies. */
export function rangeText(lowestMinor: number, highestMinor: number, currency: string): string {
  const lowest = amountText(lowestMinor, currency);
  return lowestMinor === highestMinor
    ? lowest
    : `${lowest} – ${amountText(highestMinor, currency)}`;
}

/** `+12.50`, `-3.00` or `0.00`; between two amounts where the change lies between them. */
export function changeText(lowestMinor: number, highestMinor: number, currency: string): string {
  const signed = (minor: number) => `${minor > 0 ? "+" : ""}${amountText(minor, currency)}`;
  return lowestMinor === highestMinor
    ? signed(lowestMinor)
    : `${signed(lowestMinor)} – ${signed(highestMinor)}`;
}

/** `41.2 %`. */
export const percentText = (share: number): string => `${(share * 100).toFixed(1)} %`;
