import { equal } from "../../money/index.ts";
import { assumptionOf } from "../decide/assumption.ts";
import type { CaseResult, CompiledPolicy, Slot } from "../compile/compiled.ts";
import { type Cut, compareCuts, cutOf } from "../cuts.ts";
import { constantOf } from "../compile/compile-slot.ts";
import { decideCase } from "../decide/decide-case.ts";
import { isListed } from "../fact-kind.ts";
import type { CaseFacts } from "../facts.ts";
import { PolicyFault } from "../fault.ts";
import type { Clause } from "../model.ts";
import { besideCut, known, marksOf } from "./example-values.ts";
import { ExampleFacts } from "./example-facts.ts";
import { saidOf } from "./head-terms.ts";

/** A case with what it shows: some heads, and the facts that a reader must know to follow them. */
export type Example = {
  readonly facts: CaseFacts;
  readonly told: readonly string[];
  /** Indices of heads of the document. */
  readonly heads: readonly number[];
};

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

type Found = {
  readonly before: CaseResult;
  readonly after: CaseResult;
  readonly cost: number;
  readonly implied: ReadonlySet<string>;
};

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
  const seen = new Set(shown.flatMap((example) => decidersOf(policy, example)));
  const others: Example[] = [];
  for (const [row, clause] of policy.document.clauses.entries()) {
    if (others.length === othersMax) break;
    if (seen.has(row) || !isAlive(policy, row)) continue;
    const { facts: made, implied } = facts.of(clause, {});
    const result = tryDeciding(policy, made);
    const heads = result === null ? [] : saidHeads(policy, result, row);
    if (result === null || heads.length === 0) continue;
    seen.add(row);
    others.push({ facts: result.facts, told: toldOf([result], heads, facts, implied), heads });
  }
  return { boundaries, others };
}

/** The heads that a clause decides, but for the gifts and deductions of nothing left unsaid. */
function saidHeads({ document, heads }: CompiledPolicy, result: CaseResult, row: number): number[] {
  const telling = { document, language: "en" as const, settings: null };
  return headsBy(result, (index, clause) => {
    const head = heads[index]?.head;
    if (clause !== row || head === undefined) return false;
    return saidOf(head, telling).some((given) => given.clause === document.clauses[row]);
  });
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
      const made = facts.of(clause, { [slot.name]: known(value, marks) });
      return { ...made, result: tryDeciding(policy, made.facts) };
    });
    if (!before?.result || !after?.result) return [];
    if (differing(before.result, after.result).length === 0) return [];
    const cost = before.cost + after.cost;
    const implied = new Set([...before.implied].filter((name) => after.implied.has(name)));
    return [{ before: before.result, after: after.result, cost, implied }];
  });
  const [best] = found.toSorted((one, other) => one.cost - other.cost);
  if (best === undefined) return [];
  const heads = differing(best.before, best.after);
  const told = toldOf([best.before, best.after], heads, facts, best.implied, slot.name);
  const [before, after] = [best.before, best.after].map((result) => ({
    ...{ facts: result.facts, told, heads },
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

/** The heads that two cases answer differently. */
function differing(one: CaseResult, other: CaseResult): number[] {
  return headsBy(one, (index) => {
    const [answer, beside] = [one.heads[index]?.answer, other.heads[index]?.answer];
    return answer !== undefined && beside !== undefined && !equal(answer, beside);
  });
}

function headsBy(
  { heads }: CaseResult,
  holds: (index: number, clause: number) => boolean,
): number[] {
  return heads.flatMap(({ clause }, index) => (holds(index, clause) ? [index] : []));
}

/** The clauses that decide what an example shows. */
export function decidersOf(policy: CompiledPolicy, { facts, heads }: Example): number[] {
  const result = decideCase(policy, facts);
  return heads.flatMap((index) => {
    const clause = result.heads[index]?.clause ?? -1;
    return clause < 0 ? [] : [clause];
  });
}

/**
 * What the deciding clauses ask or reckon with, in the document's order; what counts when nobody
 * says otherwise only where there is nothing else to tell. A time that follows from another is
 * left unsaid.
 */
function toldOf(
  results: readonly CaseResult[],
  heads: readonly number[],
  facts: ExampleFacts,
  implied: ReadonlySet<string>,
  boundary: string | null = null,
): string[] {
  const asked = new Set<string>();
  const told = new Set<string>(boundary === null ? [] : [boundary]);
  for (const { policy, facts: inputs, heads: answers } of results) {
    for (const index of heads) {
      const clause = policy.document.clauses[answers[index]?.clause ?? -1];
      const given = clause?.give.find(({ head }) => head === policy.heads[index]?.head.name);
      for (const { fact } of clause?.when ?? []) {
        asked.add(fact);
        if (!facts.isUnsaid(fact, inputs[fact])) told.add(fact);
      }
      if (given !== undefined && given.amount.fact !== null) told.add(given.amount.fact);
    }
  }
  const shown = told.size === 0 ? asked : told;
  return facts.names.filter((name) => shown.has(name) && !implied.has(name));
}
