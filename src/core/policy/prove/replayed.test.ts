import { describe, expect, test } from "vitest";
import type { FloorDocument } from "../model.ts";
import { documentOf, policyText, same } from "../testing/documents.ts";
import { floorOf } from "../testing/proof.ts";
import { confirms } from "./confirm.ts";
import { type Finding, finding } from "./finding.ts";
import type { ProofCase } from "./proof-case.ts";
import { replayCase } from "./replay-case.ts";

const at = (facts: Readonly<Record<string, number>>): ProofCase => ({
  params: {},
  facts: Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, { state: "attested" as const, value }]),
  ),
  turning: Object.keys(facts),
  settings: [],
});

describe("a finding is confirmed", () => {
  const heads = "{pay: {pay: order.prepaid}, fee: {take: order.shipping}}";
  const document = documentOf(
    policyText(
      `  a1: {when: {day: {at_most: 7d}}, give: {pay: 50%, fee: 10%}}
  b: {when: {day: {at_least: 7d, at_most: 20d}}, give: {pay: 40%, fee: 5%}}`,
      heads,
    ),
  );
  const floor = floorOf(
    `  a1: {when: {day: {at_most: 10d}}, cite: x, give: {pay: 45%}}
  a2: {when: {day: {more_than: 10d}}, cite: x, give: {fee: 5%}}`,
    heads,
  );
  const holds = (
    kind: Finding["kind"],
    more: Partial<Finding>,
    beside: FloorDocument | null = floor,
  ) => confirms(finding(kind, more), document, beside);
  const least = { reference: "least@3", clause: "a1" };

  test("by the same answers alone", () => {
    const two = { heads: ["pay"], cases: [at({ day: 3 }), at({ day: 9 })] };
    expect(holds("reads_attribute", { ...two, answers: ["1/2", "1/2"] })).toBe(false);
    expect(holds("reads_attribute", { ...two, answers: ["1/2", "2/5"] })).toBe(true);
    expect(holds("falls", { cases: [at({ day: 3 })], answers: ["1/2"] })).toBe(false);
    expect(() => holds("gap", { heads: ["none"] }, null)).toThrow("no head `none`");
  });

  test("by the same document and clause alone", () => {
    const below = { heads: ["pay"], cases: [at({ day: 9 })], answers: ["2/5", "9/20"] };
    expect(holds("below_floor", { ...below, floor: least })).toBe(true);
    expect(holds("below_floor", { ...below, floor: { ...least, reference: "least@4" } })).toBe(
      false,
    );
    expect(holds("below_floor", below)).toBe(false);
    const own = { heads: ["pay"], cases: [at({ day: 3 })], answers: ["1/2", "1/2"] };
    expect(holds("below_floor", { ...own, floor: least })).toBe(false);
    expect(holds("below_floor", { ...own, floor: { reference: "test@1", clause: "a1" } })).toBe(
      true,
    );
  });

  test("by a deduction in a case that the floor covers", () => {
    const taken = (day: number, by: Finding["floor"]) =>
      holds("not_allowed", { heads: ["fee"], cases: [at({ day })], floor: by });
    expect(taken(3, least)).toBe(true);
    expect(taken(9, least)).toBe(true);
    expect(taken(7, least)).toBe(false);
    expect(taken(15, least)).toBe(false);
    expect(taken(3, null)).toBe(false);
    expect(holds("not_allowed", { heads: ["fee"], floor: least })).toBe(false);
  });
});

describe("a replayed case", () => {
  const heads = "{pay: {pay: order.prepaid}, sorry: {grant: points, of: own, otherwise: none}}";
  const document = documentOf(
    `
makegood: policy/1
id: test
version: 1
bases: {own: {const: 10, currency: JPY, settles: grant, ${same("own")}}}
heads: ${heads}
clauses:
  a: {give: {pay: 50%}}
  b: {when: {day: {at_most: 7d}}, give: {sorry: 30%}}`.replace(
      "10.00, currency: JPY",
      "10, currency: JPY",
    ),
  );
  const [pay, sorry] = document.heads;
  if (pay === undefined || sorry === undefined) throw new Error("two heads");

  test("is asked about one head, in the currency of its base", () => {
    expect(replayCase(at({ day: 3 }), document, sorry)).toEqual({
      kind: "answer",
      policy: "test@1",
      clause: "b",
      fraction: "3/10",
    });
    expect(replayCase(at({ day: 3 }), document, pay)).toMatchObject({
      clause: "a",
      fraction: "1/2",
    });
    expect(replayCase(at({ day: 9 }), document, sorry)).toMatchObject({ fraction: "0/1" });
  });

  test("together with a floor is answered by the better of both", () => {
    const floor = floorOf(
      "  a1: {cite: x, give: {pay: 60%}}\n  a2: {when: {}, cite: y, give: {ship: 5%}}",
      "{pay: {pay: order.prepaid}, ship: {pay: order.shipping}}",
    );
    expect(replayCase(at({ day: 3 }), document, pay, floor)).toEqual({
      kind: "answer",
      policy: "least@3",
      clause: "a1",
      fraction: "3/5",
    });
  });
});
