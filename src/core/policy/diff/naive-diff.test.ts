import fc from "fast-check";
import { expect, test } from "vitest";
import { type Fraction, accepted, add, compare, fraction } from "../../money/index.ts";
import { parseFraction, subtract } from "../../money/index.ts";
import { daysBetween, parseConstant } from "../constant.ts";
import { isLower } from "../cuts.ts";
import type { CaseFacts, FactInput } from "../facts.ts";
import type { OrderedFact, RuleDocument } from "../model.ts";
import { anyDocument, anyFacts, anyParams, wholeDocument } from "../testing/arbitrary.ts";
import { naiveAnswer } from "../testing/naive.ts";
import { tries } from "../../testing.ts";
import { diff } from "./diff.ts";
import type { Region, RegionBound, RegionCondition } from "./model.ts";
import { isDiffRefusal } from "./refusal.ts";

/** Regions of random documents, held against cases that a naive reading decides. */
type Params = Readonly<Record<string, string>>;

function isPossible(facts: CaseFacts): boolean {
  const [since, day] = [numberOf(facts["since"]), numberOf(facts["day"])];
  return day === 0 || since > (day - 1) * 86_400;
}

function possible(facts: CaseFacts): CaseFacts {
  const { day } = facts;
  if (isPossible(facts) || day === undefined || !("value" in day)) return facts;
  return { ...facts, day: { ...day, value: 0 } };
}

function numberOf(input: FactInput | undefined): number {
  return input !== undefined && "value" in input ? Number(input.value) : 0;
}

/** The sum of a document's answers about one base, or why it has none. */
function answerOf(
  document: RuleDocument,
  { direction, base, grant }: Pick<Region, "direction" | "base" | "grant">,
  params: Params,
  facts: CaseFacts,
): Fraction | "gap" | "overlap" {
  let sum = fraction(0);
  for (const head of document.heads) {
    if (head.direction !== direction || head.base !== base || head.grant !== grant) continue;
    const answer = naiveAnswer(document, params, facts, head);
    if (typeof answer === "string") return answer;
    sum = add(sum, accepted(parseFraction(answer.answer)));
  }
  return sum;
}

function holds(condition: RegionCondition, facts: CaseFacts, params: Params, of: RuleDocument) {
  if (condition.kind === "choice") {
    return condition.options.includes(params[condition.parameter] ?? "");
  }
  const input = facts[condition.fact];
  if (input === undefined) throw new Error(`no ${condition.fact}`);
  if (condition.kind === "before_start" || condition.kind === "begun") {
    return (input.state === "before_start") === (condition.kind === "before_start");
  }
  if (condition.kind !== "options" && condition.kind !== "interval") {
    return (input.state === "unproven") === (condition.kind === "unproven");
  }
  if (condition.kind === "options") {
    if (!("value" in input)) return condition.unproven;
    const value = input.value === true ? "yes" : input.value === false ? "no" : input.value;
    return condition.options.some((option) => option === value);
  }
  if (input.state === "before_start") {
    return condition.bounds.every(({ operator }) => !isLower(operator));
  }
  if (!("value" in input)) return false;
  const fact = of.facts[condition.fact] as OrderedFact;
  return condition.bounds.every((bound) => meets(bound, fact, input, params));
}

function text(value: Known["value"]): string {
  return typeof value === "object" ? `${value.n}/${value.d}` : String(value);
}

type Known = Extract<FactInput, { value: unknown }>;

function meets(
  { operator, constant, isParameter }: RegionBound,
  fact: OrderedFact,
  input: Known,
  params: Params,
): boolean {
  const written = isParameter ? (params[constant] ?? "") : constant;
  const read = parseConstant(written, fact.type);
  if (read === null) throw new Error(`no constant ${written}`);
  const value = accepted(parseFraction(text(input.value)));
  const other =
    read.kind === "ratio"
      ? read.value
      : fraction(read.kind === "period" ? (input.marks?.[written] ?? 0) : daysBetween(read).least);
  const order = compare(value, other);
  if (operator === "at_most") return order <= 0;
  if (operator === "less_than") return order < 0;
  return operator === "more_than" ? order > 0 : order >= 0;
}

function effectIn(one: Fraction | string, other: Fraction | string): string {
  if (typeof one === "string" || typeof other === "string") return "unanswered";
  const order = compare(subtract(other, one), fraction(0));
  return order === 0 ? "same" : order > 0 ? "gain" : "lose";
}

function checkCase(
  before: RuleDocument,
  after: RuleDocument,
  regions: readonly Region[],
  facts: CaseFacts,
  params: Params,
): string[] {
  const both = { ...before, facts: { ...after.facts, ...before.facts } };
  return before.heads.map((head) => {
    const [one, other] = [before, after].map((each) => answerOf(each, head, params, facts));
    const effect = effectIn(one ?? "gap", other ?? "gap");
    const here = regions.filter(
      (region) =>
        region.direction === head.direction &&
        region.base === head.base &&
        (region.only === null || region.effect === effect) &&
        region.conditions.every((condition) => holds(condition, facts, params, both)),
    );
    const told = here.map((region) => region.effect);
    expect({ facts, params, told }).toEqual({
      facts,
      params,
      told: effect === "same" ? [] : [effect],
    });
    return effect;
  });
}

const cases = fc.array(fc.tuple(anyFacts.map(possible), anyParams), {
  minLength: 40,
  maxLength: 40,
});

test.each([
  ["whole documents", wholeDocument],
  ["documents with gaps and overlaps", anyDocument],
])(
  "every case that differs lies in one region, and no other: %s",
  (_, documents) => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(documents, documents, cases, (before, after, tried) => {
        const found = diff(before, after);
        if (isDiffRefusal(found)) {
          expect(found.refusal).toBe("not_comparable");
          return;
        }
        for (const [facts, params] of tried) {
          for (const effect of checkCase(before, after, found.regions, facts, params)) {
            seen.add(effect);
          }
        }
      }),
      { numRuns: tries(25), seed: 20_261_122, endOnFailure: true },
    );
    expect([...seen]).toEqual(expect.arrayContaining(["same", "gain", "lose"]));
  },
  60_000,
);
