import { isLower } from "../cuts.ts";
import type { NeededValue } from "./decision.ts";
import { isListed } from "../fact-kind.ts";
import type { Fact, Operator } from "../model.ts";
import type { PossibleValue } from "./possible-values.ts";

const opposites: Readonly<Record<Operator, Operator>> = {
  at_most: "more_than",
  more_than: "at_most",
  at_least: "less_than",
  less_than: "at_least",
};

/** A value with whether the clause's condition holds for it, and whether the case then pays. */
export type TriedValue = PossibleValue & { readonly holds: boolean; readonly helps: boolean };

/**
 * What a fact must be for a clause not to hold: the options that help, or the bound that is left on
 * the side where values help, the lower one where both do; any value at all where the clause holds
 * for what is unproven. `tried` is in the order of the values.
 */
export function oppositeOf(
  fact: Fact,
  condition: NeededValue,
  tried: readonly TriedValue[],
): NeededValue {
  const helping = tried.filter(({ helps }) => helps);
  const hasValue = helping.some(({ input }) => "value" in input);
  if (isListed(fact) || !hasValue) return { options: helping.map(optionOf) };
  if ("options" in condition) {
    return { bounds: [{ operator: "at_least", constant: fact.range.from.text }] };
  }
  const isBelow = tried.findIndex(({ helps }) => helps) < tried.findIndex(({ holds }) => holds);
  const left = condition.bounds.filter(({ operator }) => isLower(operator) === isBelow);
  return {
    bounds: left.map(({ operator, constant }) => ({ operator: opposites[operator], constant })),
  };
}

function optionOf({ input }: PossibleValue): string {
  return "value" in input ? (input.value as string) : input.state;
}
