import { describe, expect, test } from "vitest";
import type { TSchema } from "typebox";
import { because, refuse, sentenceOf } from "./errors.ts";
import { faultOf } from "./fault.ts";
import { CreateOrder, FileClaim, OrderEvent } from "./index.ts";
import { languages } from "./language.ts";
import { reasons } from "./errors/reasons.ts";

const order = (more: object): object => ({
  orderNumber: "A-1",
  currency: "CNY",
  lines: [{ kind: "goods", quantity: 1, unitPriceMinor: 100 }],
  ...more,
});
const adjusted = (one: object) => order({ adjustments: [one] });
const tender = (more: object) =>
  order({ tenders: [{ kind: "money", unit: "CNY", units: 100, ...more }] });
const kinds = "item_discount, order_discount, threshold, coupon, charged";

function told(schema: TSchema, value: unknown): [field: string, sentence: string] {
  const fault = faultOf(schema, value);
  if (fault === null) throw new Error("there is no fault");
  const refused = refuse("invalid_request", because(fault.reason, fault.values));
  return [fault.field, sentenceOf(refused, "en").replace("the request is not valid: ", "")];
}

type Row = [what: string, schema: TSchema, value: unknown, field: string, words: string];

describe("a fault is told at its key, with the right form", () => {
  test.each<Row>([
    [
      "an adjustment of an unknown kind",
      CreateOrder,
      adjusted({ kind: "rebate", off: { minor: 1 } }),
      "/adjustments/0/kind",
      `cannot be \`rebate\`; it must be one of: ${kinds}`,
    ],
    [
      "a percent without its sign",
      CreateOrder,
      adjusted({ kind: "order_discount", off: { percent: "10" } }),
      "/adjustments/0/off/percent",
      "write it like 10%",
    ],
    [
      "a percent below nothing",
      CreateOrder,
      adjusted({ kind: "order_discount", off: { percent: "-10%" } }),
      "/adjustments/0/off/percent",
      "write it like 10%",
    ],
    [
      "a coupon with tiers",
      CreateOrder,
      adjusted({ kind: "coupon", couponId: "C", tiers: [] }),
      "/adjustments/0/tiers",
      "not known here; there are: kind, couponId, off, lineIds",
    ],
    [
      "an amount off of neither form",
      CreateOrder,
      adjusted({ kind: "order_discount", off: {} }),
      "/adjustments/0/off",
      "exactly one of: minor, percent",
    ],
    ["no kind of an event", OrderEvent, { meter: "a", units: 1 }, "/kind", "`/kind` is missing"],
    ["an unknown event", OrderEvent, { kind: "sent" }, "/kind", "confirmed, signed, paid, shipped"],
    [
      "no unit debited",
      OrderEvent,
      { kind: "debited_outside", debitId: "d", tenderId: "t", units: 0 },
      "/units",
      "must be 1 or more",
    ],
    [
      "fewer units than none",
      OrderEvent,
      { kind: "debited_outside", debitId: "d", tenderId: "t", units: -5 },
      "/units",
      "must be 1 or more",
    ],
    [
      "text for a number",
      CreateOrder,
      tender({ units: "100" }),
      "/tenders/0/units",
      "whole number",
    ],
    ["half a unit", CreateOrder, tender({ units: 0.5 }), "/tenders/0/units", "whole number"],
    [
      "a misspelt key",
      CreateOrder,
      tender({ unitz: 1 }),
      "/tenders/0/unitz",
      "there are: tenderId",
    ],
    ["no lines", CreateOrder, order({ lines: [] }), "/lines", "1 entries or more"],
    ["a list for an order", CreateOrder, [], "", "must be an object"],
    [
      "a day for an instant",
      CreateOrder,
      order({ paidAt: "2026-01-01" }),
      "/paidAt",
      "2026-01-31T",
    ],
    [
      "a line id with a blank",
      CreateOrder,
      order({ lines: [{ lineId: "a b", kind: "goods", quantity: 1, unitPriceMinor: 1 }] }),
      "/lines/0/lineId",
      "write it like line-1",
    ],
    [
      "a fact whose value is a list",
      FileClaim,
      { kind: "refund", items: [], facts: [{ fact: "defect", value: ["quality"] }] },
      "/facts/0/value",
      "/facts/0/value",
    ],
  ])("%s", (_what, schema, value, field, words) => {
    const [at, sentence] = told(schema, value);
    expect(at).toBe(field);
    expect(sentence).toContain(words);
  });

  test("in the reader's language", () => {
    const fault = faultOf(OrderEvent, { kind: "sent" });
    const refused = refuse("invalid_request", because(fault!.reason, fault!.values));
    expect(sentenceOf(refused, "zh-CN")).toMatch(
      /^请求有误：`\/kind` 不能是 `sent`；可取：confirmed/,
    );
    expect(sentenceOf(refused, "zh-TW")).toContain("可取：confirmed");
  });

  test("every reason has the same braces in every language", () => {
    const braces = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
    for (const texts of Object.values(reasons)) {
      for (const language of languages) expect(braces(texts[language])).toEqual(braces(texts.en));
    }
  });
});
