import { describe, expect, it } from "vitest";
import { owed } from "./index.ts";
import type { AcceptedDecision, OrderFacts } from "./types.ts";
import { decisionOf, goods, headOf, orderOf, priceHead, returned } from "./testing/build.ts";

function total(facts: OrderFacts, ...decisions: AcceptedDecision[]): number {
  return owed(facts, decisions).totalMinor;
}

describe("thresholds, re-priced", () => {
  const tiers = [
    { fromMinor: 20_000, off: { minor: 1000 } },
    { fromMinor: 30_000, off: { minor: 4000 } },
  ];
  const priced = orderOf({
    lines: [goods("a", 10_000, 2), goods("b", 10_000), { ...goods("s", 800), kind: "shipping" }],
    adjustments: [{ kind: "threshold", tiers }],
    thresholdRule: "reprice",
    paid: 26_800,
  });

  it("leave the rest the discount that it reaches by itself", () => {
    expect(total(priced, returned("1", ["b", 0, 1]))).toBe(26_000 - 19_000);
    expect(total(priced, returned("1", ["a", 0, 1]))).toBe(26_000 - 19_000);
    expect(total(priced, returned("1", ["a", 0, 2]))).toBe(26_000 - 10_000);
  });

  it("stay whole while a part of a price is given for goods that stay", () => {
    expect(total(priced, decisionOf("1", [priceHead(["b", "1/2", 0, 1])]))).toBe(4334);
    const other = {
      ...priced,
      thresholds: priced.thresholds.map((one) => ({ ...one, tiers: [] })),
    };
    expect(owed(other, []).totalMinor).toBe(0);
    expect(owed(other, [decisionOf("1", [priceHead(["b", "1/2", 0, 1])])]).totalMinor).toBe(4334);
  });

  it("take nothing from other lines when the rest loses more than goes back", () => {
    const steep = orderOf({
      lines: [goods("a", 1000), goods("b", 29_000), { ...goods("s", 800), kind: "shipping" }],
      adjustments: [{ kind: "threshold", tiers }],
      thresholdRule: "reprice",
      paid: 26_800,
    });
    const shipped = decisionOf("2", [headOf("order.shipping", "1/1")]);
    expect(total(steep, returned("1", ["a", 0, 1]), shipped)).toBe(800);
    const trace = owed(steep, [returned("1", ["a", 0, 1])]).trace.steps;
    expect(trace).toContainEqual({ kind: "reprice", amountMinor: -867 });
  });

  it("give what the rest gains back on the rest, never above its price", () => {
    const order95 = orderOf({
      lines: [goods("a", 3000), goods("b", 7000)],
      adjustments: [{ kind: "threshold", tiers: [{ fromMinor: 6000, off: { minor: 500 } }] }],
      thresholdRule: "reprice",
      paid: 9500,
    });
    const { lines, trace } = owed(order95, [returned("1", ["a", 0, 1])]);
    expect(lines.map((line) => line.refundMinor)).toEqual([2850, 150]);
    expect(trace.steps).toContainEqual({ kind: "reprice", amountMinor: 150 });
    const steep = orderOf({
      lines: [goods("a", 9900), goods("b", 100)],
      adjustments: [
        { kind: "threshold", tiers: [{ fromMinor: 100, off: { minor: 100 } }] },
        { kind: "item_discount", lineId: "b", off: { minor: 60 } },
      ],
      thresholdRule: "reprice",
      paid: 9840,
    });
    expect(owed(steep, [returned("1", ["a", 0, 1])]).totalMinor).toBe(9840);
  });
});
