import { type Fraction, compare, fraction } from "../../money/index.ts";
import { daysBetween } from "../constant.ts";
import { type Cut, firstWhole } from "../cuts.ts";
import type { Constant, OrderedFact } from "../model.ts";
import type { Cutting } from "./space.ts";

/** The least that a constant can come to. */
export function leastOf(constant: Constant): Fraction {
  return constant.kind === "ratio" ? constant.value : fraction(daysBetween(constant).least);
}

export function mostOf(constant: Constant): Fraction {
  return constant.kind === "ratio" ? constant.value : fraction(daysBetween(constant).most);
}

/** A cut that is at no period of months, measured: whole values pass from the next one. */
export function cuttingAt(cut: Cut): Cutting {
  const { constant, above } = cut;
  if (constant.kind === "ratio") return { value: constant.value, above };
  return { value: fraction(firstWhole(cut)), above: false };
}

export function compareCuttings(one: Cutting, other: Cutting): number {
  return compare(one.value, other.value) || Number(one.above) - Number(other.above);
}

/** Whether values of the fact lie on both sides of a cut. */
export function divides(cutting: Cutting, { range }: OrderedFact): boolean {
  return !passes(leastOf(range.from), cutting) && passes(mostOf(range.to), cutting);
}

export function passes(value: Fraction, cutting: Cutting): boolean {
  const order = compare(value, cutting.value);
  return cutting.above ? order > 0 : order >= 0;
}
