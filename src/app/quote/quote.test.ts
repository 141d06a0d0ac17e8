import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Quote, QuoteAnswer } from "../../claims/index.ts";
import type { Terminal } from "../cli/terminal.ts";
import { root } from "../testing.ts";
import { quote } from "./quote.ts";
import type { QuoteFiles } from "./quote.ts";

const folder = mkdtempSync(join(tmpdir(), "makegood-quote-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Answer {
  readonly claims: readonly QuoteAnswer[];
  readonly entitlement: Quote["entitlement"];
}

interface Quoted {
  readonly code: number;
  readonly answer: Answer;
  readonly lines: readonly string[];
}

async function run(files: Partial<QuoteFiles>): Promise<Quoted> {
  let told: { answer: Answer; lines: readonly string[] } | null = null;
  const terminal: Terminal = {
    json: true,
    answer: (answer, lines) => (told = { answer: answer as Answer, lines }),
    note: () => undefined,
    progress: () => ({ at: () => undefined, end: () => undefined }),
  };
  const whole = { claims: [], policies: [], catalogue: null, language: "en", order: "", ...files };
  const code = await quote(terminal, whole);
  return { code, ...(told ?? { answer: null as never, lines: [] }) };
}

const at = (path: string): string => join(root, path);
const goods = {
  order: at("examples/quote/goods-order.json"),
  claims: [at("examples/quote/goods-claim.json")],
  policies: [at("policies/order-refund.policy.yaml"), at("policies/cn-seven-day.floor.yaml")],
};
const bundle = {
  order: at("examples/quote/package-order.json"),
  claims: [at("examples/quote/package-claim.json")],
  policies: [at("policies/package-cancel.policy.yaml")],
};

function written(name: string, value: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof value === "string" ? value : JSON.stringify(value));
  return path;
}

describe("makegood quote", () => {
  test("gives back the unused part of a package, by the way it was paid", async () => {
    const { code, answer, lines } = await run(bundle);
    expect(code).toBe(0);
    expect(answer.entitlement.totalMinor).toBe(2_850_000);
    expect(answer.claims[0]).toMatchObject({ dues: [{ tenderId: "wechat", units: 2_850_000 }] });
    expect(lines).toContain("owed in all: 28500.00 CNY");
    expect(lines.join("\n")).toContain("point 2(a) of “Refund of the prepaid sum”");
  });

  test("splits what comes back over the means of payment", async () => {
    const { answer } = await run(goods);
    const { tenders, totalMinor } = answer.entitlement;
    expect(totalMinor).toBe(10_840);
    expect(tenders.map(({ tenderId, refundUnits }) => [tenderId, refundUnits])).toEqual([
      ["wechat", 10_577],
      ["packet", 263],
    ]);
  });

  test("decides several claims on top of each other, and all of it is what was paid", async () => {
    const rest = written("rest.json", {
      kind: "refund",
      items: [{ lineId: "tea" }],
      receivedAt: "2026-05-12T09:30:00+08:00",
      facts: [{ fact: "defect", value: "quality", state: "attested" }],
    });
    const { answer } = await run({ ...goods, claims: [...goods.claims, rest] });
    expect(answer.claims.map(({ status }) => status)).toEqual(["decided", "decided"]);
    expect(answer.entitlement.totalMinor).toBe(41_210);
  });

  test("speaks the reader's language", async () => {
    const { lines } = await run({ ...goods, language: "zh-CN" });
    expect(lines.join("\n")).toContain(
      "依据《网购商品退货退款规则》“退还该项商品的实付价款”第（一）项第1目之（1）",
    );
  });

  test("names the facts that are missing, with exit code 3", async () => {
    const receivedAt = "2026-05-12T09:00:00+08:00";
    const asked = { kind: "refund", items: [{ lineId: "cup" }], receivedAt };
    const claim = written("open.json", asked);
    const { code, lines } = await run({ ...goods, claims: [claim] });
    expect(code).toBe(3);
    expect(lines).toContain(
      "  needed: `intact` of `cup`, established by reviewer, shown by inspection",
    );
  });

  test.each<[string, Partial<QuoteFiles>, RegExp]>([
    ["a file that is not there", { ...goods, order: "no.json" }, /`no\.json` cannot be read/],
    ["no JSON", { ...goods, order: written("bad.json", "{") }, /`.*bad\.json` is no JSON/],
    [
      "an order of another shape",
      { ...goods, order: written("shape.json", { orderNumber: 1 }) },
      /shape\.json`: `\/currency` is missing/,
    ],
    ["no claim", { ...goods, claims: [] }, /name a claim/],
    ["no policy", { ...goods, policies: [] }, /name a policy/],
    [
      "policies that do not answer the claim",
      { ...goods, policies: bundle.policies },
      /none of the policies answers a claim `refund` of a consumer/,
    ],
    [
      "a policy with a fault, at its place",
      { ...goods, policies: [written("bad.policy.yaml", "makegood: policy/1\nid: x\nheds: {}\n")] },
      /bad\.policy\.yaml: line 3, column 1/,
    ],
    [
      "units that the order does not have",
      {
        ...goods,
        claims: [written("far.json", { kind: "refund", items: [{ lineId: "cup", quantity: 9 }] })],
      },
      /cup/,
    ],
  ])("refuses %s", async (_, files, sentence) => {
    await expect(run(files)).rejects.toThrow(sentence);
  });
});
