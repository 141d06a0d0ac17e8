import {
  type Fraction,
  add,
  isRefusal,
  parseFraction,
  roundDown,
  roundUp,
} from "../../money/index.ts";
import { times, zero } from "../../money/index.ts";
import type { Direction } from "../model.ts";

type Rounding = (exact: Fraction) => number;

/** As settlement rounds a head: what is paid or given up, what is taken down. */
export const roundingOf = (direction: Direction): Rounding =>
  direction === "take" ? roundDown : roundUp;

/** The other way: what is counted against the customer loses its fraction. */
export const againstOf = (direction: Direction): Rounding =>
  direction === "take" ? roundUp : roundDown;

/** Shares of sums in whole minor units that come to the rounded total; its fraction goes first. */
export function spread(
  parts: readonly { readonly baseMinor: number; readonly fraction: string }[],
  direction: Direction,
): number[] {
  const rounded = roundingOf(direction);
  let exact: Fraction = zero;
  let told = 0;
  return parts.map(({ baseMinor, fraction }) => {
    exact = add(exact, times(shareOf(fraction), baseMinor));
    const before = told;
    told = rounded(exact);
    return told - before;
  });
}

/** A share as a decision states it; a text that is none counts as nothing. */
export function shareOf(text: string): Fraction {
  const share = parseFraction(text);
  return isRefusal(share) ? zero : share;
}
