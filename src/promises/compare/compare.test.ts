import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Compile } from "typebox/compile";
import { expect, it } from "vitest";
import { isRefusal, promisesRoutes } from "../../contract/index.ts";
import type { Refusal, WirePolicyComparison } from "../../contract/index.ts";
import { shippedPolicies } from "../shipped.ts";
import { compare } from "./compare.ts";
import type { CompareTask } from "./task.ts";

const { words, files } = shippedPolicies();
const shipped = (id: string) => files.find(({ document }) => document.id === id)!.text;
const milder = readFileSync(
  join(import.meta.dirname, "../../../examples/policies/package-cancel-milder.policy.yaml"),
  "utf8",
);

interface Asked extends Partial<Pick<CompareTask, "example" | "language">> {
  readonly beside?: readonly string[];
  readonly params?: Readonly<Record<string, string>>;
}

function answerOf(before: string, after: string, asked: Asked = {}) {
  const { beside = [], params = {}, example = null, language = "en" } = asked;
  const catalogueText = words.text;
  const side = (text: string, field: string) => {
    const fields = { field: `${field}/document`, catalogueField: `${field}/catalogue` };
    return { text, catalogueText, ...fields, params, paramsField: `${field}/parameters` };
  };
  return compare({
    before: side(before, "/before"),
    after: side(after, "/after"),
    beside: beside.map((text) => ({ text, catalogueText, field: "/beside/0", catalogueField: "" })),
    example,
    language,
  });
}

const documented = Compile(promisesRoutes.comparePolicies.success.schema);

/** The answer, as the contract has it. */
function compared(before: string, after: string, asked: Asked = {}): WirePolicyComparison {
  const answer = answerOf(before, after, asked);
  if (isRefusal(answer)) throw new Error(`${answer.code} ${JSON.stringify(answer.values)}`);
  expect([...documented.Errors(JSON.parse(JSON.stringify(answer)))]).toEqual([]);
  return answer;
}

function refusal(before: string, after: string, asked: Asked = {}): Refusal {
  const answer = answerOf(before, after, asked);
  if (!isRefusal(answer)) throw new Error("nothing was refused");
  return answer;
}

const business = shipped("package-cancel");

it("finds nothing between a text and itself", () => {
  const same = compared(business, business);
  expect(same).toMatchObject({ loses: false, regions: [], words: [], reworded: [], net: null });
  expect(same.before).toEqual(same.after);
  expect(same.html).toContain("the money is the same in every case");
});

it("tells one changed number as one region, with its money and a case of it", () => {
  const example = { amountMinor: 99_999, currency: "CNY" };
  const { before, after, regions, ...rest } = compared(milder, business, { example });
  expect([before.reference, after.reference, rest.loses]).toEqual([
    "package-cancel@3",
    "package-cancel@2",
    true,
  ]);
  expect(regions).toHaveLength(1);
  expect(regions[0]).toMatchObject({
    effect: "lose",
    direction: "pay",
    base: "order.prepaid",
    title: expect.stringMatching(/^customers lose: repayment of /) as string,
    before: { kind: "answer", voices: [{ clauses: ["abrupt"], amounts: [{ rate: "19/20" }] }] },
    after: { kind: "answer", voices: [{ clauses: ["abrupt"], amounts: [{ rate: "9/10" }] }] },
    example,
    largestMinor: 90_000 - 95_000,
    largest: {
      shares: { before: "19/20", after: "9/10" },
      minor: { before: 95_000, after: 90_000 },
    },
  });
  expect(regions[0]?.conditions).toContainEqual({
    kind: "interval",
    fact: "since_signing",
    bounds: [{ operator: "more_than", constant: "72h", isParameter: false }],
  });
  expect(regions[0]?.largest.facts["since_signing"]).toEqual({ state: "attested", value: 259_201 });
  expect(rest.html).toContain("Where customers lose");
});

it("is told in the language of whoever asks", () => {
  const heads = (["zh-CN", "zh-TW", "en"] as const).map(
    (language) => compared(business, milder, { language }).regions[0]?.title,
  );
  expect(heads).toEqual([
    expect.stringMatching(/^对顾客有利：/),
    expect.stringMatching(/^對顧客有利：/),
    expect.stringMatching(/^customers gain: /),
  ]);
});

it("counts what binds beside, and what customers can combine", () => {
  const consumer = shipped("package-cancel-consumer");
  const poorer = consumer.replaceAll("rate: 100%, less: used_full", "rate: 80%, less: used_full");
  expect(poorer).not.toBe(consumer);
  const beside = [shipped("cn-prepaid-2025")];
  const { regions, net, combinations, html } = compared(consumer, poorer, { beside });
  expect(regions.length).toBeGreaterThan(0);
  expect(net?.beside).toEqual([expect.stringMatching(/^cn-prepaid-2025@/)]);
  expect(combinations).toMatchObject({ cases: [] });
  expect(html).toContain(combinations?.headline);
});

it("shows what customers combine, with its totals", () => {
  const poorer = business.replace(
    "{principal: {rate: 100%, unused: used_share}, sorry: 10%}",
    "{principal: {rate: 50%, unused: used_share}, sorry: 10%}",
  );
  const other = business
    .replace("id: package-cancel", "id: other-cancel")
    .replaceAll(", sorry: 10%", "");
  const { combinations } = compared(business, poorer, { beside: [other] });
  expect(combinations?.headline).toMatch(/^where `package-cancel@2`, `other-cancel@2` bind/);
  const [first] = combinations?.cases ?? [];
  const each = first?.each.map(({ total }) => total.amountMinor) ?? [];
  expect(each).toHaveLength(2);
  expect(first?.total.amountMinor).toBeGreaterThan(Math.max(...each));
  const together = first?.heads.map((head) => [head.direction, head.together]);
  expect(together).toContainEqual(["grant", "1/10"]);
});

it("refuses what is no document, at its place", () => {
  const bad = business.replace("pay: order.prepaid", "pay: order.prepayed");
  expect(refusal(business, bad)).toMatchObject({
    code: "policy_invalid",
    field: "/after/document",
    values: { line: 14, column: 20 },
  });
  const worse = `${business}${Array.from({ length: 70 }, (_, each) => `X${each}: 1\n`).join("")}`;
  const { values } = refusal(business, worse, { language: "zh-CN" });
  expect(values["faults"]).toBe(70);
  const lines = String(values["lines"]).split("\n");
  expect(lines).toHaveLength(51);
  expect(lines[0]).toBe(values["reason"]);
  expect(lines[0]).toMatch(/^第 \d+ 行第 1 列：此处没有 `X0` 这个键/);
  expect(lines[50]).toContain("另有 20 处错误未列出");
  expect(refusal(business, business, { params: { notice: "61d" } })).toMatchObject({
    code: "policy_parameter_invalid",
    field: "/before/parameters",
    values: { policy: "package-cancel@2" },
  });
  expect(refusal(business, shipped("order-refund"))).toMatchObject({
    code: "policies_not_comparable",
    values: { reason: expect.stringMatching(/^the two answer different claims/) as string },
  });
});
