import { type Refusal, isRefusal } from "../../money/index.ts";
import { emptySet, insert } from "./bits.ts";
import { fillParameters } from "./compile-parameters.ts";
import { compileSlots } from "./compile-slot.ts";
import type { CompiledHead, CompiledPolicy } from "./compiled.ts";
import type { Clause, Condition, Fact, Head, RuleDocument } from "../model.ts";

/**
 * Prepares a document for deciding under the parameters of an order (texts such as `15d`; absent
 * ones have their default). Refused when a parameter is unknown or out of its range.
 */
export function compile(
  document: RuleDocument,
  params: Readonly<Record<string, string>> = {},
): CompiledPolicy | Refusal {
  const filled = fillParameters(document, params);
  if (isRefusal(filled)) return filled;
  const rows = rowsFrom(document);
  const words = Math.max(1, Math.ceil(rows.length / 32));
  return {
    document,
    params: filled.params,
    constants: filled.constants,
    reference: `${document.id}@${document.version}`,
    words,
    alive: aliveRows(document.clauses, filled.params, rows.length, words),
    assumed: assumedRows(document, words),
    slots: factsRead(document).flatMap((fact) => compileSlots(fact, rows, filled.constants, words)),
    heads: document.heads.map((head) => compileHead(head, document.clauses, words)),
    overriders: document.clauses.map(({ name }) => overridersOf(name, document.clauses, words)),
  };
}

/** Conditions of each row: of the clauses, then of the assumptions. */
function rowsFrom(document: RuleDocument): (readonly Condition[])[] {
  return [
    ...document.clauses.map(({ when }) => when),
    ...document.assumptions.map(({ never }) => never),
  ];
}

/** The facts that a decision reads, in the document's order. */
function factsRead(document: RuleDocument): Fact[] {
  const read = new Set([
    ...rowsFrom(document).flatMap((conditions) => conditions.map(({ fact }) => fact)),
    ...document.clauses.flatMap(({ give }) => give.map(({ amount }) => amount.fact)),
  ]);
  return Object.entries(document.facts).flatMap(([name, fact]) => (read.has(name) ? [fact] : []));
}

function aliveRows(
  clauses: readonly Clause[],
  params: Readonly<Record<string, string>>,
  count: number,
  words: number,
): number[] {
  const alive = emptySet(words);
  for (let row = 0; row < count; row += 1) {
    const conditions = clauses[row]?.parameters ?? [];
    const holds = conditions.every(({ parameter, options }) =>
      options.some((option) => option === params[parameter]),
    );
    if (holds) insert(alive, row);
  }
  return alive;
}

function assumedRows(document: RuleDocument, words: number): number[] {
  const assumed = emptySet(words);
  document.assumptions.forEach((_, index) => insert(assumed, document.clauses.length + index));
  return assumed;
}

function compileHead(head: Head, clauses: readonly Clause[], words: number): CompiledHead {
  const rows = emptySet(words);
  const amounts = clauses.map(({ give }, row) => {
    const amount = give.find((each) => each.head === head.name)?.amount;
    if (amount !== undefined) insert(rows, row);
    return amount;
  });
  return { head, rows, amounts };
}

function overridersOf(name: string, clauses: readonly Clause[], words: number): number[] | null {
  const overriders = emptySet(words);
  let any = false;
  clauses.forEach(({ over }, row) => {
    if (!over.includes(name)) return;
    insert(overriders, row);
    any = true;
  });
  return any ? overriders : null;
}
