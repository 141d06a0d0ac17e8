import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

  test.each(["array", "lines"])(
    "answers many orders of one file, each for itself: %s",
    async (form) => {
      const one = JSON.parse(readFileSync(goods.order, "utf8")) as Record<string, unknown>;
      const claim = JSON.parse(readFileSync(goods.claims[0] ?? "", "utf8")) as object;
      const all = [
        { ...one, orderNumber: "Q-1", claims: [claim] },
        { ...one, orderNumber: "Q-2", zone: "Mars/Olympus", claims: [claim] },
        { ...one, orderNumber: 3 },
        { ...one, orderNumber: "Q-4", claims: [claim, claim] },
      ];
      const text =
        form === "array" ? JSON.stringify(all) : all.map((o) => JSON.stringify(o)).join("\n");
      const order = written(`many-${form}.json`, text);
      const { code, answer, lines } = await run({ ...goods, order, claims: [] });
      expect(code).toBe(1);
      expect((answer as unknown as { orders: unknown[] }).orders).toMatchObject([
        { orderNumber: "Q-1", entitlement: { totalMinor: 10_840 } },
        { orderNumber: "Q-2", code: "zone_unknown", field: "/zone" },
        { orderNumber: "#3", code: "invalid_request", field: "/orderNumber" },
        { orderNumber: "Q-4", code: "claim_units_gone" },
      ]);
      expect(lines).toContain("order Q-1");
    },
  );

  test("quotes as of the day on which a claim comes, and no later under a clock", async () => {
    const now = "2026-05-12T02:00:00Z";
    await expect(run({ ...goods, now: "2026-05-01T00:00:00Z" })).rejects.toThrow(/lies ahead/);
    expect((await run({ ...goods, now })).answer.entitlement.totalMinor).toBe(10_840);
  });

  test("says what is taken back and what is reckoned anew", async () => {
    const order = written("gifts.json", {
      orderNumber: "R-1",
      currency: "CNY",
      orderedAt: "2026-05-06T20:00:00+08:00",
      thresholdRule: "reprice",
      lines: [
        { lineId: "cup", kind: "goods", quantity: 1, unitPriceMinor: 20_000 },
        { lineId: "tea", kind: "goods", quantity: 1, unitPriceMinor: 15_000 },
      ],
      adjustments: [{ kind: "threshold", tiers: [{ fromMinor: 30_000, off: { minor: 3_000 } }] }],
      granted: [{ kind: "packet", id: "P1", amount: 1_000, lineIds: ["cup"] }],
      tenders: [{ tenderId: "m", kind: "money", unit: "CNY", units: 32_000 }],
      events: [
        { kind: "received", occurredAt: "2026-05-08T12:00:00+08:00" },
        { kind: "packet_changed", packetId: "P1", state: "spent", spentMinor: 1_000 },
      ],
    });
    const { lines } = await run({ ...goods, order });
    const text = lines.join("\n");
    expect(text).toMatch(/discounts that what is kept has lost: -\d/);
    expect(text).toContain("taken back: packet `P1`");
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
