import { add, compare, fraction, fractionText, subtract } from "../../money/index.ts";
import type { Slot } from "../compile/compiled.ts";
import { constantOf } from "../compile/compile-slot.ts";
import { daysBetween, shareOfConstant } from "../constant.ts";
import { type Cut, isLower } from "../cuts.ts";
import { isListed } from "../fact-kind.ts";
import type { FactInput, FactValue } from "../facts.ts";
import type { Bound, Condition, Constant, OrderedFact } from "../model.ts";

/** The finest share that people read: a hundredth of a percent. */
const grain = fraction(1, 10_000);
const daySeconds = 86_400;

export function known(value: FactValue, marks: Readonly<Record<string, number>> = {}): FactInput {
  return Object.keys(marks).length === 0
    ? { state: "attested", value }
    : { state: "attested", value, marks };
}

/** A value that satisfies a condition, or the state that stands in its place. */
export function inputOf(value: FactValue, slot: Slot): FactInput {
  if (value === "unproven" || (value === "before_start" && !isListed(slot.fact))) {
    return { state: value };
  }
  return known(value, marksOf(slot));
}

/** How many days months last in the examples: their fewest. */
export function marksOf({ cuts, marked }: Slot): Readonly<Record<string, number>> {
  if (!marked) return {};
  return Object.fromEntries(
    cuts.map(({ constant }) => [constant.text, daysBetween(constant).least]),
  );
}

/** The last value before a cut and the first after it; null where the range has no such value. */
export function besideCut(
  slot: Slot,
  { constant, above }: Cut,
): { readonly before: FactValue; readonly after: FactValue } | null {
  const { fact } = slot;
  if (isListed(fact)) return null;
  if (constant.kind === "ratio") {
    const { value } = constant;
    const before = above ? value : subtract(value, grain);
    const after = above ? add(value, grain) : value;
    const [from, to] = [shareOfConstant(fact.range.from), shareOfConstant(fact.range.to)];
    if (compare(before, from) < 0 || compare(after, to) > 0) return null;
    return { before: fractionText(before), after: fractionText(after) };
  }
  const first = daysBetween(constant).least + Number(above);
  const [from, to] = [daysBetween(fact.range.from).least, daysBetween(fact.range.to).most];
  return first - 1 < from || first > to ? null : { before: first - 1, after: first };
}

/** A value for which a condition holds: on its boundary where it has one. */
export function satisfying(
  condition: Condition,
  constants: ReadonlyMap<string, Constant>,
): FactValue | null {
  if (condition.kind === "options") {
    const state = condition.beforeStart === true ? "before_start" : "unproven";
    return condition.options[0] ?? state;
  }
  const { bounds } = condition;
  const bound = bounds.find(({ operator }) => isLower(operator)) ?? bounds[0];
  return bound === undefined ? null : onBound(bound, constantOf(bound, constants));
}

function onBound({ operator }: Bound, constant: Constant): FactValue {
  const step = operator === "more_than" ? 1 : operator === "less_than" ? -1 : 0;
  if (constant.kind !== "ratio") return daysBetween(constant).least + step;
  if (step === 0) return fractionText(constant.value);
  return fractionText(step > 0 ? add(constant.value, grain) : subtract(constant.value, grain));
}

/** A share that nobody asks about but an amount reckons with: one whose sum must be rounded. */
export function anyShare({ range, atLeastFact }: OrderedFact): FactValue {
  const wanted = atLeastFact === null ? fraction(1, 3) : fraction(1, 2);
  const isWithin =
    compare(wanted, shareOfConstant(range.from)) >= 0 &&
    compare(wanted, shareOfConstant(range.to)) <= 0;
  return isWithin ? fractionText(wanted) : range.from.text;
}

/** Seconds since what a fact counts from, where it counts until the claim. */
export function elapsedSeconds({ fact }: Slot, value: FactValue): number | null {
  if (fact.clock?.to !== "claim.filed_at" || typeof value !== "number") return null;
  return fact.type === "days" ? value * daySeconds : value;
}

export function elapsedValue({ fact }: Slot, seconds: number): FactValue {
  return fact.type === "days" ? Math.floor(seconds / daySeconds) : seconds;
}
