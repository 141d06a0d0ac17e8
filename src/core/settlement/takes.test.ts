import { describe, expect, it } from "vitest";
import { owed } from "./index.ts";
import type { AcceptedDecision, OrderFacts } from "./types.ts";
import {
  decisionOf,
  fullReturn,
  goods,
  headOf,
  orderOf,
  priceHead,
  returned,
} from "./testing/build.ts";

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

/** Everything but the gift goes back. */
const bought = returned("full", ["a", 0, 2], ["b", 0, 1]);

describe("takes", () => {
  it("set the price of a kept gift against its own line first, rounded down", () => {
    const all = bought;
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
    const { totalMinor, trace } = owed(order, [bought, decisionOf("t", heads)]);
    expect(totalMinor).toBe(2100);
    expect(trace.steps.filter((step) => step.kind === "take")).toHaveLength(2);
  });

  it("give the price of a gift back once it has come back, piece by piece", () => {
    const pair = orderOf({
      lines: [
        goods("a", 1000),
        { ...goods("g", 0, 2), kind: "gift", giftOf: "a", giftPriceMinor: 301 },
      ],
      paid: 1000,
    });
    const kept = decisionOf("1", [priceHead(["a", "1/1", 0, 1]), keepGift("1/1", "a", 1)]);
    expect(lineRefunds(pair, kept)[0]).toBe(699);
    expect(lineRefunds(pair, kept, returned("2", ["g", 0, 1]))[0]).toBe(850);
    expect(lineRefunds(pair, kept, returned("2", ["g", 0, 2]))[0]).toBe(1000);
  });

  it("stand until a later return decides on them anew, and not a part of the price", () => {
    const take = (fraction: string) =>
      headOf("return.cost", fraction, { direction: "take", baseMinor: 100 });
    const part = decisionOf("1", [priceHead(["a", "1/2", 0, 1]), take("1/1")]);
    expect(owed(order, [part]).totalMinor).toBe(400);
    const rest = decisionOf("2", [priceHead(["a", "1/1", 0, 2]), take("0/1")]);
    expect(owed(order, [part, rest]).totalMinor).toBe(2000);
    const goodwill = decisionOf("2", [priceHead(["a", "1/10", 0, 2]), take("0/1")]);
    expect(owed(order, [part, goodwill]).totalMinor).toBe(500);
  });
});
