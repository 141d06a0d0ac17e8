import { type Fraction, compare, isRefusal, parseFraction } from "../../money/index.ts";
import type { Binding } from "./binding.ts";
import { daysBetween } from "../constant.ts";
import { isListed } from "../fact-kind.ts";
import type { CaseFacts, FactValue } from "../facts.ts";
import type { Fact, OrderedFact } from "../model.ts";

export type FactFault = {
  readonly assumption: "value" | "range" | "link";
  readonly policy: string;
  readonly facts: readonly string[];
};

/** The first known fact that no case can have: of another type, out of its range, or unlinked. */
export function checkFacts(facts: CaseFacts, binding: Binding): FactFault | null {
  for (const [name, { fact, policy }] of binding.facts) {
    const value = valueOf(facts, name);
    if (value === null) continue;
    const fault = (assumption: FactFault["assumption"], ...others: string[]): FactFault => ({
      assumption,
      policy: policy.reference,
      facts: [name, ...others],
    });
    const wrong = valueFault(fact, value);
    if (wrong !== null) return fault(wrong);
    if (isListed(fact)) continue;
    // The link of day counts to durations holds only up to an hour where clocks change, so it is
    // left to the proof: a case is not refused for it.
    const other = fact.atLeastFact === null ? null : valueOf(facts, fact.atLeastFact);
    if (other !== null && isBelow(fact, value, other)) return fault("link", fact.atLeastFact ?? "");
  }
  return null;
}

/** Why no case can have a fact with this value, which is of another type or out of its range. */
export function valueFault(fact: Fact, value: FactValue): "value" | "range" | null {
  if (!fits(fact, value)) return "value";
  return isListed(fact) || isInRange(fact, value) ? null : "range";
}

/** The values that a fact can have, as JSON writes them: `none, quality` or `"0%"–"100%"`. */
export function valueForm(fact: Fact): string {
  if (fact.type === "flag") return "true, false";
  if (fact.type === "choice") return fact.options.map(({ name }) => name).join(", ");
  if (!("range" in fact)) return "";
  const [from, to] = [fact.range.from, fact.range.to];
  if (fact.type === "ratio") return `"${from.text}"–"${to.text}"`;
  const unit = fact.type === "count" ? "" : fact.type === "days" ? " d" : " s";
  return `${daysBetween(from).least}–${daysBetween(to).most}${unit}`;
}

function valueOf(facts: CaseFacts, name: string): FactValue | null {
  const input = facts[name];
  return input !== undefined && "value" in input ? input.value : null;
}

function fits(fact: Fact, value: FactValue): boolean {
  switch (fact.type) {
    case "duration":
    case "days":
    case "count":
      return typeof value === "number" && Number.isSafeInteger(value);
    case "ratio":
      return readRatio(value) !== null;
    case "choice":
      return isListed(fact) && fact.options.some(({ name }) => name === value);
    case "flag":
      return typeof value === "boolean" || value === "yes" || value === "no";
  }
}

/** A share from outside, or null: numbers must be whole, and denominators positive. */
function readRatio(value: FactValue): Fraction | null {
  if (typeof value === "object") {
    const whole = Number.isSafeInteger(value.n) && Number.isSafeInteger(value.d);
    return whole && value.d > 0 ? value : null;
  }
  if (typeof value === "number") return Number.isSafeInteger(value) ? { n: value, d: 1 } : null;
  const read = typeof value === "string" ? parseFraction(value) : null;
  return read === null || isRefusal(read) ? null : read;
}

function isInRange({ type, range: { from, to } }: OrderedFact, value: FactValue): boolean {
  if (from.kind === "ratio" && to.kind === "ratio") {
    const ratio = readRatio(value);
    return ratio !== null && compare(from.value, ratio) <= 0 && compare(ratio, to.value) <= 0;
  }
  const days = Number(value);
  return type !== "ratio" && daysBetween(from).least <= days && days <= daysBetween(to).most;
}

function isBelow({ type }: OrderedFact, value: FactValue, other: FactValue): boolean {
  if (type !== "ratio") return Number(value) < Number(other);
  const [left, right] = [readRatio(value), readRatio(other)];
  return left !== null && right !== null && compare(left, right) < 0;
}
