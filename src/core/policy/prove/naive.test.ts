import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CaseFacts } from "../facts.ts";
import type { RuleDocument } from "../model.ts";
import { anyDocument, anyFacts, anyParams, wholeDocument } from "../testing/arbitrary.ts";
import { naiveAnswer } from "../testing/naive.ts";
import { prove } from "./prove.ts";
import { tries } from "../../testing.ts";

/** Day counts agree with the time since payment, as the catalogue's theorem has it. */
function isPossible({ since, day }: CaseFacts): boolean {
  const [seconds, days] = [since, day].map((input) =>
    input !== undefined && "value" in input ? Number(input.value) : 0,
  );
  return days === 0 || (seconds ?? 0) > ((days ?? 0) - 1) * 86_400;
}

function faultsByHead(document: RuleDocument): Map<string, string[]> {
  const byHead = new Map<string, string[]>();
  for (const { kind, heads } of prove(document, { findingsMax: 1000 }).findings) {
    for (const head of heads) byHead.set(head, [...(byHead.get(head) ?? []), kind]);
  }
  return byHead;
}

describe("the walk and a naive reading of the language", () => {
  test("no case that the naive reading faults is missed", () => {
    let faulty = 0;
    fc.assert(
      fc.property(
        anyDocument,
        fc.array(fc.tuple(anyFacts, anyParams), { minLength: 40, maxLength: 40 }),
        (document, cases) => {
          const found = faultsByHead(document);
          for (const [facts, params] of cases.filter(([each]) => isPossible(each))) {
            for (const head of document.heads) {
              const answer = naiveAnswer(document, params, facts, head);
              if (typeof answer !== "string") continue;
              faulty += 1;
              expect(found.get(head.name) ?? []).toContain(answer);
            }
          }
        },
      ),
      { numRuns: tries(100), seed: 41 },
    );
    expect(faulty).toBeGreaterThan(0);
  }, 120_000);

  test("every case that a proof shows is faulted by the naive reading, too", () => {
    let shown = 0;
    fc.assert(
      fc.property(anyDocument, (document) => {
        const clauses = document.clauses.map(({ name }) => name);
        for (const { kind, heads, cases } of prove(document).findings) {
          const head = document.heads.find(({ name }) => name === heads[0]);
          const [given] = cases;
          if (head === undefined || given === undefined) continue;
          shown += 1;
          expect([clauses, naiveAnswer(document, given.params, given.facts, head)]).toEqual([
            clauses,
            kind,
          ]);
        }
      }),
      { numRuns: tries(100), seed: 42 },
    );
    expect(shown).toBeGreaterThan(0);
  }, 120_000);

  test("documents without a fault are proven", () => {
    fc.assert(
      fc.property(wholeDocument, (document) => {
        expect(prove(document).proven).toBe(true);
      }),
      { numRuns: tries(60), seed: 43 },
    );
  }, 120_000);
});
