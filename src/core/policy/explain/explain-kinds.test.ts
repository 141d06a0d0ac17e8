import { expect, test } from "vitest";
import { decide } from "../decide/decide.ts";
import { explainDecision } from "./explain.ts";
import type { CaseFacts } from "../facts.ts";
import { tellValue } from "../tell/tell-value.ts";
import { catalogue, compiled, known, policyText } from "../testing/documents.ts";

const policy = compiled(
  policyText(
    `  a: {when: {ended: yes, cause: [none, breach]}, why: too_late, give: {pay: 0%, back: 0%}}
  b: {when: {ended: no}, why: not_covered, give: {pay: {rate: 90%, less: used}, back: 10%}}
  c: {when: {ended: yes, cause: trader}, give: {pay: 100%, back: 0%}}`,
    "{pay: {pay: order.prepaid}, back: {take: order.shipping}}",
  ),
);
const other = compiled(
  policyText("  x: {why: not_covered, give: {pay: 0%}}").replace("id: test", "id: other"),
);

function explained(orderFacts: CaseFacts, baseMinor = 123_456_789) {
  const policies = [policy, other];
  const result = decide({
    policies,
    currency: "CNY",
    calendarVersion: "c",
    orderFacts,
    items: [],
    baseOf: () => baseMinor,
    final: false,
  });
  if (result.status !== "decided") throw new Error(JSON.stringify(result));
  const documents = policies.map(({ document }) => document);
  return explainDecision(result.decision, documents, "en");
}

const kinds = (orderFacts: CaseFacts) =>
  explained(orderFacts).map(({ base, direction, grant, items }) => [
    [direction, base, grant ?? "–"].join(" "),
    ...items.flatMap(({ sentences }) => sentences.map(({ kind }) => kind)),
  ]);

test("each sentence says what it does, and nothing of a deduction of nothing", () => {
  expect(kinds(known({ ended: "yes", cause: "none", used: 0 }))).toEqual([
    ["pay order.prepaid –", "answer", "because", "why", "nearest", "others"],
  ]);
  expect(kinds(known({ ended: "no", cause: "none", used: "10%" }))).toEqual([
    ["pay order.prepaid –", "answer", "because", "arithmetic"],
    ["take order.shipping –", "answer", "because"],
  ]);
  expect(kinds(known({ ended: "yes", cause: "trader", used: 0 }))).toEqual([
    ["pay order.prepaid –", "answer", "because"],
  ]);
});

test("sums of many digits are marked at every thousand", () => {
  const [paid] = explained(known({ ended: "yes", cause: "trader", used: 0 }));
  expect(paid?.items[0]?.sentences[0]?.text).toBe(
    "We pay back the prepaid sum in full (CNY 1,234,567.89).",
  );
  const [small] = explained(known({ ended: "yes", cause: "trader", used: 0 }), 99_999);
  expect(small?.items[0]?.sentences[0]?.text).toContain("(CNY 999.99)");
});

test("a count without a unit is a number alone, and so is nothing", () => {
  const { cycles, since } = catalogue.facts;
  if (cycles?.type !== "count" || since === undefined) throw new Error("no count");
  const bare = { ...cycles, unit: null };
  expect(tellValue(bare, 3, "en")).toBe("3");
  expect(tellValue(bare, 3, "zh-CN")).toBe("3");
  expect(tellValue(cycles, 3, "zh-TW")).toBe("3cycles");
  expect(tellValue(since, 0, "en")).toBe("0 hours");
  expect(tellValue(since, 3600, "en")).toBe("1 hour");
});
