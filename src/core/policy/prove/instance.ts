import type { Condition, Fact, RuleDocument } from "../model.ts";
import { own } from "../own.ts";

/**
 * A document as it is asked about one of the compared cases: which facts it reads from the second
 * copy, and which wishes are settled.
 */
export type Instance = {
  readonly document: RuleDocument;
  /** Facts of copy 1. */
  readonly moved: ReadonlySet<string>;
  readonly wished: ReadonlyMap<string, string>;
};

export function instanceOf(
  document: RuleDocument,
  moved: ReadonlySet<string> = new Set(),
  wished: ReadonlyMap<string, string> = new Map(),
): Instance {
  return { document, moved, wished };
}

/** Conditions of the clauses, then of the assumptions. */
export function conditionsOf({ document }: Instance): readonly (readonly Condition[])[] {
  return [
    ...document.clauses.map(({ when }) => when),
    ...document.assumptions.map(({ never }) => never),
  ];
}

/** The fact that a condition names; the reader has seen to it that there is one. */
export function factOf({ facts }: RuleDocument, name: string): Fact {
  const fact = own(facts, name);
  if (fact === undefined) throw new RangeError(`no fact \`${name}\``);
  return fact;
}

/** Names of the facts that clauses, amounts and assumptions read. */
export function factsRead(instance: Instance): Set<string> {
  const { document } = instance;
  return new Set([
    ...conditionsOf(instance).flatMap((conditions) => conditions.map(({ fact }) => fact)),
    ...document.clauses.flatMap(({ give }) => give.flatMap(({ amount }) => amount.fact ?? [])),
  ]);
}
