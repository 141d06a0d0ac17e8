import { type Fraction, compare, one, zero } from "../../money/index.ts";
import { isListed } from "../fact-kind.ts";
import type { Bound, Operand } from "../model.ts";
import { own } from "../own.ts";
import { isNothing } from "./amounts.ts";
import { type Given, type Telling, parametersOf, settled } from "./telling.ts";

/** Whether a clause gives nothing in some case that it answers: only then has it to say so. */
export function mayComeToNothing(given: Given, telling: Telling): boolean {
  const { amount } = given;
  if (isNothing(amount)) return true;
  if (amount.form === "plain") return false;
  if (amount.form === "part") return reaches(given, telling, "low", zero);
  return reaches(given, telling, "high", amount.form === "less" ? amount.rate : one);
}

/** Whether the fact of a clause can be as low, or as high, as a value. */
function reaches(
  { clause, amount }: Given,
  telling: Telling,
  end: "low" | "high",
  value: Fraction,
): boolean {
  const fact = own(telling.document.facts, amount.fact ?? "");
  if (fact === undefined || isListed(fact)) return true;
  const bounds = clause.when.flatMap((condition) =>
    condition.kind === "interval" && condition.fact === fact.name ? condition.bounds : [],
  );
  const limits: readonly Bound[] = [
    { operator: "at_least", operand: fact.range.from },
    { operator: "at_most", operand: fact.range.to },
    ...bounds,
  ];
  return limits.every((bound) => allows(bound, telling, end, value));
}

/** A bound of the other end says nothing of this one: no clause is without a case. */
function allows(
  { operator, operand }: Bound,
  telling: Telling,
  end: "low" | "high",
  value: Fraction,
): boolean {
  const isUpper = operator === "at_most" || operator === "less_than";
  if (isUpper !== (end === "high")) return true;
  const limit = widest(settled(operand, telling), telling, isUpper);
  if (limit === null) return true;
  const apart = isUpper ? compare(limit, value) : compare(value, limit);
  return apart > 0 || (apart === 0 && (operator === "at_most" || operator === "at_least"));
}

/** Where an order may set the bound, the one that leaves most. */
function widest(operand: Operand, telling: Telling, isUpper: boolean): Fraction | null {
  if (operand.kind === "ratio") return operand.value;
  if (operand.kind !== "parameter") return null;
  const parameter = parametersOf(telling.document).find(({ name }) => name === operand.name);
  if (parameter?.kind !== "constant") return null;
  const limit = isUpper ? parameter.range.to : parameter.range.from;
  return limit.kind === "ratio" ? limit.value : null;
}
