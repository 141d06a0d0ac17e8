import { type Fraction, equal } from "../../money/index.ts";
import { assumptionOf } from "../assumption.ts";
import type { CaseResult, CompiledPolicy, Slot } from "../compiled.ts";
import { type Cut, compareCuts, cutOf } from "../cuts.ts";
import { constantOf } from "../compile-slot.ts";
import { decideCase } from "../decide-case.ts";
import { isListed } from "../fact-kind.ts";
import type { CaseFacts } from "../facts.ts";
import { PolicyFault } from "../fault.ts";
import type { Clause } from "../model.ts";
import { besideCut, known, marksOf } from "./example-values.ts";
import { ExampleFacts } from "./example-facts.ts";

/** A case with the facts that a reader must know to follow its answer. */
export type Example = { readonly facts: CaseFacts; readonly told: readonly string[] };

/** Two cases that differ in one step of one fact, and get different answers. */
export type Boundary = {
  readonly fact: string;
  readonly before: Example;
  readonly after: Example;
};

export type Examples = {
  readonly boundaries: readonly Boundary[];
  /** One case for each clause that decides in none of the boundary cases. */
  readonly others: readonly Example[];
};

const boundariesMax = 12;
const othersMax = 16;
/** Of a fact's step so many clauses are tried, simple ones first: a table may have thousands. */
const triedMax = 16;

type Found = { readonly before: CaseResult; readonly after: CaseResult; readonly cost: number };

/** Cases at the boundaries of a document, decided by the evaluator. */
export function examplesOf(
  policy: CompiledPolicy,
  unsaid: Readonly<Record<string, string>>,
): Examples {
  const facts = new ExampleFacts(policy, unsaid);
  const boundaries = policy.slots
    .flatMap((slot) => (isListed(slot.fact) ? [] : slot.cuts.map((cut) => ({ slot, cut }))))
    .slice(0, boundariesMax)
    .flatMap(({ slot, cut }) => boundaryAt(slot, cut, policy, facts));
  const shown = boundaries.flatMap(({ before, after }) => [before, after]);
  const seen = new Set(shown.flatMap((example) => winners(decideCase(policy, example.facts))));
  const others: Example[] = [];
  for (const [row, clause] of policy.document.clauses.entries()) {
    if (others.length === othersMax) break;
    if (seen.has(row) || !isAlive(policy, row)) continue;
    const result = tryDeciding(policy, facts.of(clause, {}).facts);
    if (result === null || !winners(result).includes(row)) continue;
    for (const winner of winners(result)) seen.add(winner);
    others.push({ facts: result.facts, told: toldOf([result], facts) });
  }
  return { boundaries, others };
}

export function isAlive({ alive }: CompiledPolicy, row: number): boolean {
  return ((alive[row >> 5] ?? 0) & (1 << (row & 31))) !== 0;
}

function boundaryAt(slot: Slot, cut: Cut, policy: CompiledPolicy, facts: ExampleFacts): Boundary[] {
  const beside = besideCut(slot, cut);
  if (beside === null) return [];
  const marks = marksOf(slot);
  const found = clausesAt(slot, cut, policy).flatMap((clause): Found[] => {
    const [before, after] = [beside.before, beside.after].map((value) => {
      const { facts: made, cost } = facts.of(clause, { [slot.name]: known(value, marks) });
      return { result: tryDeciding(policy, made), cost };
    });
    if (!before?.result || !after?.result || isSameAnswer(before.result, after.result)) return [];
    return [{ before: before.result, after: after.result, cost: before.cost + after.cost }];
  });
  const [best] = found.toSorted((one, other) => one.cost - other.cost);
  if (best === undefined) return [];
  const told = toldOf([best.before, best.after], facts, slot.name);
  const [before, after] = [best.before, best.after].map((result) => ({
    facts: result.facts,
    told,
  }));
  return before && after ? [{ fact: slot.name, before, after }] : [];
}

/** Clauses that ask on which side of the cut a value lies, those that ask least first. */
function clausesAt(slot: Slot, cut: Cut, policy: CompiledPolicy): Clause[] {
  const asking = policy.document.clauses.filter(
    ({ when }, row) =>
      isAlive(policy, row) &&
      when.some(
        (condition) =>
          condition.kind === "interval" &&
          condition.fact === slot.name &&
          condition.bounds.some((bound) => {
            const constant = constantOf(bound, policy.constants);
            return compareCuts(cutOf(bound.operator, constant), cut) === 0;
          }),
      ),
  );
  return asking.toSorted((one, other) => one.when.length - other.when.length).slice(0, triedMax);
}

/** Null where the document has no one answer, which its proof reports, or assumes it away. */
export function tryDeciding(policy: CompiledPolicy, facts: CaseFacts): CaseResult | null {
  try {
    return assumptionOf(policy, facts) === null ? decideCase(policy, facts) : null;
  } catch (fault) {
    if (fault instanceof PolicyFault) return null;
    throw fault;
  }
}

function isSameAnswer(one: CaseResult, other: CaseResult): boolean {
  return one.heads.every(({ answer }, index) => {
    const beside: Fraction | undefined = other.heads[index]?.answer;
    return beside !== undefined && equal(answer, beside);
  });
}

export function winners({ heads }: CaseResult): number[] {
  return heads.flatMap(({ clause }) => (clause < 0 ? [] : [clause]));
}

/** What the deciding clauses ask or reckon with, unless it is what is taken when nobody says. */
function toldOf(
  results: readonly CaseResult[],
  facts: ExampleFacts,
  boundary: string | null = null,
): string[] {
  const read = new Set<string>(boundary === null ? [] : [boundary]);
  for (const result of results) {
    for (const row of winners(result)) {
      const clause = result.policy.document.clauses[row];
      for (const { fact } of clause?.when ?? []) {
        if (!facts.isUnsaid(fact, result.facts[fact])) read.add(fact);
      }
      for (const { amount } of clause?.give ?? []) if (amount.fact !== null) read.add(amount.fact);
    }
  }
  return facts.names.filter((name) => read.has(name));
}
