import { compareConstants } from "../constant.ts";
import { isLower } from "../cuts.ts";
import type { Draft } from "./draft.ts";
import { isListed, mayPrecede } from "../fact-kind.ts";
import { Fields, scalarsOf } from "./fields.ts";
import type { Bound, Condition, ListedFact, Operand, OrderedFact } from "../model.ts";
import type { ParameterCondition } from "../model.ts";
import { checkInRange } from "./ranges.ts";
import { operators, readConstant } from "./read-fact.ts";
import { suggestion } from "./suggest.ts";
import type { SyntaxEntry, SyntaxNode, SyntaxScalar } from "../syntax.ts";

/** One line of `when`: a fact with what is asked of it. */
export function readCondition(entry: SyntaxEntry, draft: Draft): Condition | null {
  const fact = draft.fact(entry.key, entry.keyAt);
  if (fact === null) return null;
  if (isListed(fact)) return readOptions(entry, fact, draft);
  if (entry.value.kind === "scalar" && entry.value.text === "unproven") {
    if (!checkUnproven(entry.value, fact, draft)) return null;
    return { kind: "options", fact: fact.name, options: [], unproven: true };
  }
  if (entry.value.kind === "scalar" && entry.value.text === "before_start") {
    if (!mayPrecede(fact)) {
      return draft.problems.add("never_before_start", entry.value.at, { fact: fact.name });
    }
    return { kind: "options", fact: fact.name, options: [], unproven: false, beforeStart: true };
  }
  return readInterval(entry.value, fact, draft);
}

/** A line of `when` that names a choice parameter instead of a fact. */
export function readParameterCondition(
  entry: SyntaxEntry,
  options: readonly string[],
  draft: Draft,
): ParameterCondition {
  const words = scalarsOf(entry.value, draft.problems);
  if (words.length === 0) draft.problems.add("empty", entry.value.at, { key: entry.key });
  for (const word of words) checkOption(word, entry.key, options, draft);
  return { parameter: entry.key, options: words.map(({ text }) => text) };
}

function readOptions(entry: SyntaxEntry, fact: ListedFact, draft: Draft): Condition | null {
  const names = fact.options.map(({ name }) => name);
  if (entry.value.kind === "map") {
    const values = { fact: fact.name, expected: names.join(", ") };
    return draft.problems.add("fact_is_listed", entry.value.at, values);
  }
  const words = scalarsOf(entry.value, draft.problems);
  if (words.length === 0) return draft.problems.add("empty", entry.value.at, { key: entry.key });
  const options: string[] = [];
  let unproven = false;
  for (const word of words) {
    const name = fact.type === "flag" ? flagWord(word) : word.text;
    if (name === "unproven" && !names.includes(name)) {
      unproven = checkUnproven(word, fact, draft);
    } else if (checkOption({ ...word, text: name }, fact.name, names, draft)) options.push(name);
  }
  return { kind: "options", fact: fact.name, options: [...new Set(options)], unproven };
}

function flagWord({ value, text }: SyntaxScalar): string {
  if (value === true) return "yes";
  return value === false ? "no" : text;
}

function checkOption(
  word: SyntaxScalar,
  fact: string,
  options: readonly string[],
  draft: Draft,
): boolean {
  if (options.includes(word.text)) return true;
  draft.problems.add("unknown_option", word.at, () => {
    return { name: word.text, fact, ...suggestion(word.text, options) };
  });
  return false;
}

function checkUnproven(word: SyntaxScalar, fact: ListedFact | OrderedFact, draft: Draft): boolean {
  if (fact.burden === "customer") return true;
  draft.problems.add("unproven_not_possible", word.at, { fact: fact.name });
  return false;
}

function readInterval(node: SyntaxNode, fact: OrderedFact, draft: Draft): Condition | null {
  if (node.kind !== "map") {
    return draft.problems.add("fact_is_ordered", node.at, { fact: fact.name });
  }
  const fields = new Fields(node, operators, draft.problems);
  const bounds = operators.flatMap((operator): Bound[] => {
    const value = fields.node(operator);
    const operand = value === null ? null : readOperand(value, fact, draft);
    return operand === null ? [] : [{ operator, operand }];
  });
  if (node.entries.length === 0) {
    return draft.problems.add("empty", node.at, { key: fact.name });
  }
  checkSides(node, fact, bounds, draft);
  return bounds.length === 0 ? null : { kind: "interval", fact: fact.name, bounds };
}

function readOperand(node: SyntaxNode, fact: OrderedFact, draft: Draft): Operand | null {
  if (node.kind === "scalar" && node.text.startsWith("$")) {
    const name = node.text.slice(1);
    const parameter = draft.parameter(name, node.at);
    if (parameter === null) return null;
    const of = parameter.kind === "constant" ? parameter.of : "choice";
    if (of === fact.name) return { kind: "parameter", name };
    return draft.problems.add("parameter_of_other_fact", node.at, { name, of, fact: fact.name });
  }
  const constant = readConstant(node, fact.name, fact.type, draft.problems);
  if (constant === null || !checkInRange(constant, fact, node.at, draft.problems)) return null;
  return constant;
}

/** At most one limit from below and one from above, with something between them. */
function checkSides(
  node: SyntaxNode,
  fact: OrderedFact,
  bounds: readonly Bound[],
  draft: Draft,
): void {
  const lower = bounds.filter(({ operator }) => isLower(operator));
  const upper = bounds.filter(({ operator }) => !isLower(operator));
  if (lower.length > 1 || upper.length > 1) {
    draft.problems.add("two_bounds_one_side", node.at, { fact: fact.name });
  }
  const [low, high] = [lower[0], upper[0]];
  if (low === undefined || high === undefined) return;
  if (low.operand.kind === "parameter" || high.operand.kind === "parameter") return;
  const order = compareConstants(low.operand, high.operand);
  const values = { lower: low.operand.text, upper: high.operand.text };
  // Days and months of which now one, now the other is longer leave something between in some case.
  if (order === null) return;
  const touching = low.operator === "at_least" && high.operator === "at_most";
  if (order > 0 || (order === 0 && !touching)) {
    draft.problems.add("empty_interval", node.at, { fact: fact.name, ...values });
  }
}
