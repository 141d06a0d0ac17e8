import { expect, test } from "vitest";
import { readPolicyFile } from "../src/contract/index.ts";
import { compile, decide, isRefusal, owed } from "../src/core/index.ts";
import { decisionOf, goods, orderOf } from "../src/core/settlement/testing/build.ts";
import { shippedCatalogue } from "../policies/shipped-files.ts";

const text = `makegood: policy/1
id: thirds
version: 1
heads: {one: {pay: line.paid}, two: {pay: line.paid}}
clauses: {a: {give: {one: 1/3, two: 1/3}}}
`;

test("two heads on one base are rounded once, in the customer's favour", () => {
  const read = readPolicyFile(text, shippedCatalogue());
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const policy = compile(read.value.document);
  if (isRefusal(policy)) throw new Error(policy.sentence);
  const result = decide({
    policies: [policy],
    currency: "CNY",
    calendarVersion: "none",
    orderFacts: {},
    items: [{ lineId: "a", packetId: null, from: 0, to: 1, facts: {} }],
    baseOf: () => 100,
    final: false,
  });
  if (result.status !== "decided") throw new Error(result.status);
  const { heads } = result.decision;
  expect(heads.map(({ items }) => items.map(({ fraction }) => fraction))).toEqual([["2/3"]]);
  const order = orderOf({ lines: [goods("a", 100)], paid: 100 });
  // 66.67: each head by itself would be rounded up to 34, and both would come to 68.
  expect(owed(order, [decisionOf("1", [...heads])]).totalMinor).toBe(67);
});
