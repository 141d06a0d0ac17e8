import { compare } from "../money/index.ts";
import { compareConstants, daysBetween, shareOfConstant } from "./constant.ts";
import type { Constant, Operator } from "./model.ts";

/** A place where an ordered fact's answers may change: values from (or above) the constant pass. */
export type Cut = { readonly constant: Constant; readonly above: boolean };

/** The cut that a bound tests: lower bounds hold for values that pass it, upper ones before it. */
export function cutOf(operator: Operator, constant: Constant): Cut {
  return { constant, above: operator === "at_most" || operator === "more_than" };
}

/** Whether a bound holds for the values that pass its cut. */
export function isLower(operator: Operator): boolean {
  return operator === "more_than" || operator === "at_least";
}

/**
 * Order of the cuts of one fact. For whole numbers `above 7` and `from 8` are the same cut; months
 * count with their shortest length, which `clashOf` has made safe.
 */
export function compareCuts(left: Cut, right: Cut): number {
  if (left.constant.kind === "ratio") {
    const order = compare(left.constant.value, shareOfConstant(right.constant));
    return order || Number(left.above) - Number(right.above);
  }
  return firstWhole(left) - firstWhole(right);
}

/** The smallest whole number that passes. */
export function firstWhole(cut: Cut): number {
  return daysBetween(cut.constant).least + Number(cut.above);
}

/** Sorted, each cut once. */
export function sortedCuts(cuts: readonly Cut[]): Cut[] {
  const sorted = cuts.toSorted(compareCuts);
  return sorted.filter((cut, index) => {
    const before = sorted[index - 1];
    return before === undefined || compareCuts(before, cut) !== 0;
  });
}

/** Where a cut stands among sorted ones of which it is one. */
export function indexOfCut(cut: Cut, sorted: readonly Cut[]): number {
  return sorted.findIndex((other) => compareCuts(other, cut) === 0);
}

/** Two constants of one fact whose order depends on the day from which months are counted. */
export function clashOf(constants: readonly Constant[]): readonly [Constant, Constant] | null {
  for (const period of constants.filter(({ kind }) => kind === "period")) {
    const other = constants.find((each) => compareConstants(period, each) === null);
    if (other !== undefined) return [period, other];
  }
  return null;
}
