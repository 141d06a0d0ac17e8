import fc from "fast-check";
import { expect, test } from "vitest";
import { type Fraction, accepted, compare, parseFraction } from "../../money/index.ts";
import type { CaseFacts, FactInput } from "../facts.ts";
import type { Clause, FloorDocument, Head, PolicyDocument, RuleDocument } from "../model.ts";
import { anyDocument, anyFacts, anyParams, wholeDocument } from "../testing/arbitrary.ts";
import { naiveAnswer } from "../testing/naive.ts";
import { prove } from "./prove.ts";
import { tries } from "../../testing.ts";

/** Promises and floors of random documents, held against cases that a naive reading decides. */
const head = "pay";

function isFixed({ parameters, when }: Clause): boolean {
  const named = when.some(
    (each) =>
      each.kind === "interval" && each.bounds.some(({ operand }) => operand.kind === "parameter"),
  );
  return parameters.length === 0 && !named;
}

function asFloor(document: RuleDocument): FloorDocument {
  const { id: _, ...rest } = document;
  const heads = document.heads.map((each): Head => ({ ...each, otherwise: "silent" }));
  const clauses = document.clauses.filter(isFixed);
  const own = { verified: true, merchants: "all", source: null, inForce: null } as const;
  return { ...rest, ...own, id: "least", kind: "floor", heads, clauses };
}

function promising(document: RuleDocument, growing: readonly string[]): PolicyDocument {
  if (document.kind === "floor") throw new Error("a random document is a policy");
  const time = { [head]: { neverRises: growing, neverFalls: [] } };
  return { ...document, promises: { time, blindTo: [] }, floors: ["least"] };
}

function isPossible(facts: CaseFacts): boolean {
  const [since, day] = [numberOf(facts["since"]), numberOf(facts["day"])];
  return day === 0 || since > (day - 1) * 86_400;
}

/** On the day of payment nothing is known of how much time has passed. */
function possible(facts: CaseFacts): CaseFacts {
  const { day } = facts;
  if (isPossible(facts) || day === undefined || !("value" in day)) return facts;
  return { ...facts, day: { ...day, value: 0 } };
}

function numberOf(input: FactInput | undefined): number {
  return input !== undefined && "value" in input ? Number(input.value) : 0;
}

function answerTo(
  document: RuleDocument,
  params: Readonly<Record<string, string>>,
  facts: CaseFacts,
): { clause: string | null; share: Fraction } | null {
  const found = document.heads.find(({ name }) => name === head);
  const answer = found && naiveAnswer(document, params, facts, found);
  if (answer === undefined || typeof answer === "string") return null;
  return { clause: answer.clause, share: accepted(parseFraction(answer.answer)) };
}

const facts = anyFacts.map(possible);
const cases = fc.array(fc.tuple(facts, facts, anyParams), { minLength: 30, maxLength: 30 });
const growing = fc.subarray(["day", "since", "cycles", "used"], { minLength: 1 });

function kindsOf(document: RuleDocument, floor: FloorDocument): string[] {
  return prove(document, { floors: [floor], findingsMax: 1000 }).findings.map(({ kind }) => kind);
}

test("no answer that falls below a floor is missed", () => {
  let below = 0;
  const run = (document: RuleDocument, other: RuleDocument, tried: [CaseFacts, ...unknown[]][]) => {
    const floor = asFloor(other);
    const kinds = kindsOf(promising(document, []), floor);
    for (const [given] of tried) {
      const params = { notice: "15d", mode: "a" };
      const [own, least] = [answerTo(document, params, given), answerTo(floor, {}, given)];
      if (own === null || least === null || least.clause === null) continue;
      if (compare(own.share, least.share) >= 0) continue;
      below += 1;
      expect(kinds).toContain("below_floor");
    }
  };
  fc.assert(fc.property(wholeDocument, anyDocument, cases, run), { numRuns: tries(50), seed: 11 });
  fc.assert(fc.property(anyDocument, wholeDocument, cases, run), { numRuns: tries(25), seed: 12 });
  expect(below).toBeGreaterThan(0);
}, 120_000);

/** The second case with the growing facts moved to the larger of both. */
function grown(one: CaseFacts, other: CaseFacts, growth: readonly string[]): CaseFacts {
  const later: Record<string, FactInput> = { ...one };
  for (const fact of growth) {
    const [before, after] = [one[fact], other[fact]];
    if (before !== undefined && after !== undefined && isLess(before, after)) later[fact] = after;
  }
  return later;
}

function isLess(one: FactInput, other: FactInput): boolean {
  if (!("value" in one) || !("value" in other)) return false;
  const [left, right] = [one, other].map(({ value }) =>
    accepted(parseFraction(typeof value === "object" ? `${value.n}/${value.d}` : String(value))),
  );
  return left !== undefined && right !== undefined && compare(left, right) < 0;
}

test("no answer that rises against a promise is missed", () => {
  let risen = 0;
  fc.assert(
    fc.property(wholeDocument, growing, cases, (document, growth, tried) => {
      const promised = { ...promising(document, growth), floors: [] };
      const findings = prove(promised).findings.map(({ kind }) => kind);
      for (const [before, other, params] of tried) {
        const after = grown(before, other, growth);
        if (!isPossible(after)) continue;
        const [one, two] = [before, after].map((each) => answerTo(document, params, each));
        if (!one || !two || compare(two.share, one.share) <= 0) continue;
        risen += 1;
        expect({ params, before, after, findings }).toMatchObject({
          findings: expect.arrayContaining(["rises"]) as string[],
        });
      }
    }),
    { numRuns: tries(50), seed: 13 },
  );
  expect(risen).toBeGreaterThan(0);
}, 120_000);
