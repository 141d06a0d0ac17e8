import { isLower } from "./cuts.ts";
import type { NeededValue } from "./decision.ts";
import type { Operator } from "./model.ts";
import type { PossibleValue } from "./possible-values.ts";

const opposites: Readonly<Record<Operator, Operator>> = {
  at_most: "more_than",
  more_than: "at_most",
  at_least: "less_than",
  less_than: "at_least",
};

/**
 * What a fact must be for a clause not to hold: the options that help, or the bound that is left on
 * the side where values help (`possible` and `helping` are in the order of the values).
 */
export function oppositeOf(
  condition: NeededValue,
  possible: readonly PossibleValue[],
  helping: readonly PossibleValue[],
): NeededValue {
  const proven = helping.filter(({ input }) => input.state !== "unproven");
  if ("options" in condition || proven.length === 0) {
    return { options: helping.map(optionOf) };
  }
  const fromBelow = helping[0] === possible[0];
  const left = condition.bounds.filter(({ operator }) => isLower(operator) === fromBelow);
  const bounds = left.length > 0 ? left : condition.bounds;
  return {
    bounds: bounds.map(({ operator, constant }) => ({ operator: opposites[operator], constant })),
  };
}

function optionOf({ input }: PossibleValue): string {
  return "value" in input && typeof input.value === "string" ? input.value : "unproven";
}
