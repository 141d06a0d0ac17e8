import { describe, expect, test } from "vitest";
import type { RuleDocument } from "../model.ts";
import { documentOf, policyText } from "../testing/documents.ts";
import { floorOf } from "../testing/proof.ts";
import { confirms } from "./confirm.ts";
import { type Finding, finding } from "./finding.ts";
import type { ProofCase } from "./proof-case.ts";
import { replayCase } from "./replay-case.ts";

const document = documentOf(
  policyText(
    `  a: {when: {day: {at_most: 7d}}, give: {pay: 50%, fee: 10%}}
  b: {when: {day: {at_least: 7d, at_most: 20d}}, give: {pay: 40%, fee: 0%}}`,
    "{pay: {pay: order.prepaid}, fee: {take: order.shipping}}",
  ),
);
const floor = floorOf(
  `  a1: {when: {day: {at_most: 10d}}, cite: x, give: {pay: 60%}}
  a2: {when: {day: {more_than: 10d}}, cite: x, give: {fee: 5%}}`,
  "{pay: {pay: order.prepaid}, fee: {take: order.shipping}}",
);

const at = (day: number): ProofCase => ({
  params: {},
  facts: { day: { state: "attested", value: day } },
  turning: ["day"],
  settings: [],
});
const on = (day: number, more: Partial<Finding>): Partial<Finding> => ({
  heads: ["pay"],
  cases: [at(day)],
  ...more,
});
const holds = (kind: Finding["kind"], more: Partial<Finding>, beside = floor) =>
  confirms(finding(kind, more), document, beside);
const least = (clause: string) => ({ floor: { reference: "least@3", clause } });

describe("a finding is confirmed by what the evaluator says", () => {
  test("of gaps and overlaps", () => {
    expect(holds("gap", on(21, {}))).toBe(true);
    expect(holds("gap", on(20, {}))).toBe(false);
    expect(holds("overlap", on(7, { clauses: ["a", "b"] }))).toBe(true);
    expect(holds("overlap", on(7, { clauses: ["a", "c"] }))).toBe(false);
    expect(holds("overlap", on(8, { clauses: ["a", "b"] }))).toBe(false);
    expect(holds("gap", on(7, {}))).toBe(false);
    expect(holds("gap", { heads: ["pay"] })).toBe(false);
    expect(() => holds("gap", on(21, { heads: ["none"] }))).toThrow("no head `none`");
  });

  test("of answers to one case or two", () => {
    const two = (answers: string[]) => ({ heads: ["pay"], cases: [at(3), at(9)], answers });
    expect(holds("falls", two(["1/2", "2/5"]))).toBe(true);
    expect(holds("falls", two(["1/2", "1/2"]))).toBe(false);
    expect(holds("rises", two(["2/5", "2/5"]))).toBe(false);
    expect(holds("reads_attribute", two(["1/2", "2/5"]))).toBe(true);
    expect(holds("reads_attribute", { clauses: ["a"], facts: ["region"] })).toBe(true);
    const both = (answers: string[]) => on(3, { heads: ["pay", "fee"], answers });
    expect(holds("above_base", both(["1/2", "1/10"]))).toBe(true);
    expect(holds("above_base", both(["1/2", "1/9"]))).toBe(false);
    expect(holds("falls", on(7, {}))).toBe(false);
  });

  test("of floors", () => {
    const below = (day: number, answers: string[], clause = "a1") =>
      holds("below_floor", on(day, { answers, ...least(clause) }));
    expect(below(3, ["1/2", "3/5"])).toBe(true);
    expect(below(3, ["1/2", "2/3"])).toBe(false);
    expect(below(3, ["1/2", "3/5"], "a2")).toBe(false);
    expect(below(15, ["2/5", "3/5"])).toBe(false);
    const above = holds("above_floor", {
      heads: ["fee"],
      cases: [at(15)],
      answers: ["0/1", "1/20"],
      ...least("a2"),
    });
    expect(above).toBe(false);
  });

  test("of what a floor does not allow", () => {
    const taken = (day: number, clause: string) =>
      holds("not_allowed", { heads: ["fee"], cases: [at(day)], ...least(clause) });
    expect(taken(3, "a1")).toBe(true);
    expect(taken(3, "a2")).toBe(false);
    expect(taken(9, "a1")).toBe(false);
    const alone = finding("not_allowed", { heads: ["fee"], cases: [at(3)], ...least("a1") });
    expect(confirms(alone, document, null)).toBe(false);
  });

  test("where there is nothing to replay, always", () => {
    for (const kind of ["missing_floor", "too_wide", "not_comparable", "fact_conflict"] as const) {
      expect(holds(kind, {})).toBe(true);
    }
  });
});

describe("a replayed case", () => {
  const [pay] = document.heads;
  const replay = (given: ProofCase, of: RuleDocument = document) => {
    if (pay === undefined) throw new Error("no head");
    return replayCase(given, of, pay);
  };

  test("is answered, or told why not", () => {
    expect(replay(at(3))).toEqual({
      kind: "answer",
      policy: "test@1",
      clause: "a",
      fraction: "1/2",
    });
    expect(replay(at(7))).toEqual({ kind: "overlap", clauses: ["a", "b"] });
    expect(replay(at(30))).toEqual({ kind: "gap", clauses: [] });
    expect(replay({ ...at(3), facts: {} })).toMatchObject({ kind: "undecided" });
    expect(replay({ ...at(3), params: { x: "1" } })).toEqual({
      kind: "undecided",
      reason: "policy `test` has no parameter `x`: use –",
    });
    expect(replay(at(2000))).toMatchObject({ kind: "undecided" });
  });

  test("of a floor alone is what it demands, and silence where it demands nothing", () => {
    expect(replay(at(3), floor)).toMatchObject({ kind: "answer", clause: "a1", fraction: "3/5" });
    expect(replay(at(11), floor)).toEqual({ kind: "silent" });
  });

  test("of lines and packets is asked of one of them", () => {
    for (const base of ["line.paid", "packet.face"]) {
      const other = documentOf(policyText("  a: {give: {pay: 50%}}", `{pay: {pay: ${base}}}`));
      const [head] = other.heads;
      expect(head && replayCase(at(3), other, head)).toMatchObject({ fraction: "1/2" });
    }
  });

  test("lacking the length of a month is not decided", () => {
    const months = documentOf(policyText("  a: {when: {day: {at_most: 1mo}}, give: {pay: 50%}}"));
    expect(replay(at(3), months)).toMatchObject({ kind: "undecided" });
  });
});
