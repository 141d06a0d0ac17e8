import { addMonths } from "../../calendar/index.ts";
import { type Fraction, fraction, lowestTerms } from "../../money/index.ts";
import type { CaseFacts, FactInput } from "../facts.ts";
import type { Amount, Bound, Clause, Condition, Constant, Head, RuleDocument } from "../model.ts";

/**
 * The language read from its specification, clause by clause and without tables: what tests hold
 * the evaluator against. `facts` are complete, wishes included.
 */
export type NaiveAnswer = { clause: string | null; answer: string } | "gap" | "overlap";

export function naiveAnswer(
  document: RuleDocument,
  params: Readonly<Record<string, string>>,
  facts: CaseFacts,
  head: Head,
): NaiveAnswer {
  const holding = document.clauses.filter(
    (clause) =>
      clause.give.some((each) => each.head === head.name) &&
      clause.parameters.every(({ parameter, options }) => {
        return options.includes(params[parameter] ?? "");
      }) &&
      clause.when.every((condition) => holds(document, params, facts, condition)),
  );
  const left = holding.filter(({ name }) => !holding.some(({ over }) => over.includes(name)));
  if (left.length > 1) return "overlap";
  const [clause] = left;
  if (clause === undefined) {
    return head.otherwise === "error" ? "gap" : { clause: null, answer: "0/1" };
  }
  return { clause: clause.name, answer: amountOf(clause, head, facts) };
}

function holds(
  document: RuleDocument,
  params: Readonly<Record<string, string>>,
  facts: CaseFacts,
  condition: Condition,
): boolean {
  const input = facts[condition.fact];
  if (input === undefined || input.state === "unknown")
    throw new Error("the naive facts are whole");
  if (input.state === "unproven") return condition.kind === "options" && condition.unproven;
  if (input.state === "before_start") {
    if (condition.kind === "options") return condition.beforeStart === true;
    return condition.bounds.every(({ operator }) => /at_most|less_than/.test(operator));
  }
  if (condition.kind === "options") {
    const value = input.value === true ? "yes" : input.value === false ? "no" : input.value;
    return condition.options.some((option) => option === value);
  }
  return condition.bounds.every((bound) =>
    withinBound(bound, constantOf(document, params, bound), input),
  );
}

function constantOf(
  document: RuleDocument,
  params: Readonly<Record<string, string>>,
  { operand }: Bound,
): Constant {
  if (operand.kind !== "parameter") return operand;
  if (document.kind === "floor") throw new Error("floors have no parameters");
  const parameter = document.parameters.find(({ name }) => name === operand.name);
  if (parameter?.kind !== "constant") throw new Error(`no constant \`${operand.name}\``);
  const text = params[operand.name];
  if (text === undefined || text === parameter.default.text) return parameter.default;
  if (text.endsWith("d")) return { kind: "whole", value: Number(text.slice(0, -1)), text };
  throw new Error(`the naive evaluator reads no \`${text}\``);
}

function withinBound(
  { operator }: Bound,
  constant: Constant,
  input: Extract<FactInput, { value: unknown }>,
): boolean {
  const order = orderOf(input, constant);
  switch (operator) {
    case "at_most":
      return order <= 0n;
    case "less_than":
      return order < 0n;
    case "more_than":
      return order > 0n;
    case "at_least":
      return order >= 0n;
  }
}

function orderOf(input: Extract<FactInput, { value: unknown }>, constant: Constant): bigint {
  if (constant.kind === "ratio") {
    const value = share(input);
    return BigInt(value.n) * BigInt(constant.value.d) - BigInt(constant.value.n) * BigInt(value.d);
  }
  const days = constant.kind === "whole" ? constant.value : (input.marks?.[constant.text] ?? NaN);
  return BigInt(Number(input.value)) - BigInt(days);
}

function share({ value }: Extract<FactInput, { value: unknown }>): Fraction {
  if (typeof value === "object") return value;
  const [n = "", d = "1"] = String(value).split("/");
  return fraction(BigInt(n), BigInt(d));
}

function amountOf(clause: Clause, head: Head, facts: CaseFacts): string {
  const amount = clause.give.find((each) => each.head === head.name)?.amount;
  if (amount === undefined) throw new Error("a clause without its amount");
  const [n, d] = rawOf(amount, facts);
  const max = lowestTerms(head.max);
  if (n <= 0n) return "0/1";
  if (n * max.d >= max.n * d) return `${max.n}/${max.d}`;
  const lowest = lowestTerms(fraction(n, d));
  return `${lowest.n}/${lowest.d}`;
}

function rawOf({ form, rate, fact }: Amount, facts: CaseFacts): [bigint, bigint] {
  const [n, d] = [BigInt(rate.n), BigInt(rate.d)];
  if (form === "plain" || fact === null) return [n, d];
  const input = facts[fact];
  if (input === undefined || !("value" in input)) throw new Error("the naive facts are whole");
  const used = share(input);
  const [fn, fd] = [BigInt(used.n), BigInt(used.d)];
  if (form === "less") return [n * fd - fn * d, d * fd];
  if (form === "unused") return [n * (fd - fn), d * fd];
  return [n * fn, d * fd];
}

/** Days that months last from a day on. */
export function marksFrom(day: number, periods: readonly [number, number, string][]) {
  return Object.fromEntries(
    periods.map(([months, days, text]) => [text, addMonths(day, months) + days - day]),
  );
}
