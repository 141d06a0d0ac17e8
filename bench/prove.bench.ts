import { type CompiledPolicy, accepted, compile, decideCase, prove } from "../src/core/index.ts";
import type { CaseFacts, PolicyDocument } from "../src/core/index.ts";
import type { Figure } from "./bench.ts";
import { tablePolicy } from "./tables.ts";

export const name = "a proof : deciding one case in each of its cells, in a plain loop";
export const unit = "cells";
export const runs = 7;

const small = table(5, 10, 1);
const large = table(10, 20, 10);
const roundsOf50 = 20;

interface Table {
  readonly document: PolicyDocument;
  readonly policy: CompiledPolicy;
  readonly cases: readonly CaseFacts[];
}

function table(grades: number, periods: number, parts: number): Table {
  const document = tablePolicy(grades, periods, parts);
  const { properties, proven } = prove(document);
  if (!proven) throw new Error("the table is not proven");
  const cells = properties.reduce((sum, property) => sum + property.cells, 0);
  const cases = Array.from({ length: cells }, (_, index): CaseFacts => ({
    grade: { state: "event", value: `g${index % grades}` },
    since: { state: "event", value: ((index * 7) % periods) * 36_000 + 1 },
    used: { state: "event", value: { n: (index * 3) % (2 * parts), d: 2 * parts } },
  }));
  return { document, policy: accepted(compile(document)), cases };
}

/** Results are kept for a while, so that no compiler can leave the work undone. */
const kept: unknown[] = new Array<unknown>(1024).fill(null);

function decideAll({ cases, policy }: Table): void {
  cases.forEach((facts, index) => {
    kept[index & 1023] = decideCase(policy, facts);
  });
}

export function baseline(): number {
  for (let round = 0; round < roundsOf50; round += 1) decideAll(small);
  return small.cases.length * roundsOf50;
}

export function subject(): number {
  for (let round = 0; round < roundsOf50; round += 1) {
    if (!prove(small.document).proven) throw new Error("the table is not proven");
  }
  return small.cases.length * roundsOf50;
}

/** How long one proof takes, and how many times as long as the loop over the same cells. */
export function figures(): Figure[] {
  return [figureOf("50 clauses", small, "50 ms"), figureOf("2,000 clauses", large, "3 s")];
}

function figureOf(clauses: string, tested: Table, about: string): Figure {
  const { document, cases } = tested;
  const proofMs = fastest(() => void prove(document));
  const loopMs = fastest(() => decideAll(tested));
  const ratio = (loopMs / proofMs).toPrecision(2);
  const value = `${proofMs.toFixed(0)} ms (${cases.length} cells, ${ratio} of a plain loop)`;
  return { name: `${clauses} proven`, value, about };
}

function fastest(work: () => void): number {
  const times = Array.from({ length: 3 }, () => {
    const startedAt = performance.now();
    work();
    return performance.now() - startedAt;
  });
  return Math.min(...times);
}
