import { describe, expect, it } from "vitest";
import { owed } from "./index.ts";
import type { AcceptedDecision, OrderFacts } from "./types.ts";
import { decisionOf, fullReturn, goods, headOf, orderOf, priceHead } from "./testing/build.ts";

const order = orderOf({
  lines: [
    goods("a", 1000, 2),
    goods("b", 500),
    { ...goods("g", 0), kind: "gift", giftOf: "a", giftPriceMinor: 301 },
  ],
  paid: 2500,
});

function lineRefunds(facts: OrderFacts, ...decisions: AcceptedDecision[]): number[] {
  return owed(facts, decisions).lines.map((line) => line.refundMinor);
}

function keepGift(fraction: string, lineId = "a", to = 2): ReturnType<typeof headOf> {
  return headOf("line.gift_price", fraction, { direction: "take", lineId, to });
}

describe("takes", () => {
  it("set the price of a kept gift against its own line first, rounded down", () => {
    const all = fullReturn(order);
    expect(lineRefunds(order, all, decisionOf("t", [keepGift("1/1")]))).toEqual([1699, 500, 0]);
    expect(lineRefunds(order, all, decisionOf("t", [keepGift("1/2")]))).toEqual([1850, 500, 0]);
    expect(lineRefunds(order, all, decisionOf("t", [keepGift("1/1", "g", 1)]))).toEqual([
      1699, 500, 0,
    ]);
  });

  it("go on to other lines, and what is left is a shortfall that nobody collects", () => {
    const part = decisionOf("1", [priceHead(["a", "1/20", 0, 2], ["b", "1/1", 0, 1])]);
    const gift = decisionOf("2", [keepGift("1/1")]);
    expect(lineRefunds(order, part, gift)).toEqual([0, 299, 0]);
    const little = decisionOf("1", [priceHead(["b", "1/5", 0, 1])]);
    const { totalMinor, shortfalls } = owed(order, [little, gift]);
    expect(totalMinor).toBe(0);
    expect(shortfalls).toEqual([
      { reason: "take", reference: "line.gift_price", unit: "CNY", amount: 201 },
    ]);
  });

  it("of bases outside the order count the largest per packet, over the whole order", () => {
    const take = (id: string, packetId: string, baseMinor: number): AcceptedDecision =>
      decisionOf(id, [
        headOf("packet.credited", "1/2", { direction: "take", packetId, baseMinor }),
      ]);
    const takes = [take("1", "p", 101), take("2", "p", 60), take("3", "q", 100)];
    expect(owed(order, [fullReturn(order), ...takes]).totalMinor).toBe(2500 - 100);
  });

  it("never take above their base, and nothing from a grant on the price of a gift", () => {
    const fine = headOf("fine", "3/2", { direction: "take", baseMinor: 100 });
    expect(owed(order, [fullReturn(order), decisionOf("t", [fine])]).totalMinor).toBe(2400);
    const grant = headOf("line.gift_price", "1/1", {
      direction: "grant",
      grant: "voucher",
      settles: "grant",
      baseMinor: 301,
      lineId: "a",
    });
    const { totalMinor, grants } = owed(order, [fullReturn(order), decisionOf("g", [grant])]);
    expect([totalMinor, grants[0]?.amountMinor]).toEqual([2500, 301]);
  });

  it("add the takes of different heads", () => {
    const heads = [keepGift("1/1"), headOf("fine", "1/1", { direction: "take", baseMinor: 99 })];
    const { totalMinor, trace } = owed(order, [fullReturn(order), decisionOf("t", heads)]);
    expect(totalMinor).toBe(2100);
    expect(trace.steps.filter((step) => step.kind === "take")).toHaveLength(2);
  });
});
