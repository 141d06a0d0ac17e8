import { describe, expect, it } from "vitest";
import { owed } from "./index.ts";
import type { AcceptedDecision, Granted } from "./types.ts";
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

function keepGift(fraction: string, lineId = "a", to = 2): ReturnType<typeof headOf> {
  return headOf("line.gift_price", fraction, { direction: "take", lineId, to });
}

describe("what was given because of an order", () => {
  const packet = (spentMinor: number, returnedMinor = 0): Granted => ({
    kind: "packet",
    id: "p",
    amount: 300,
    allocations: [
      { lineId: "a", amount: 200 },
      { lineId: "b", amount: 100 },
    ],
    packet: { spentMinor, returnedMinor },
  });
  const reclaimOf = (granted: Granted, ...decisions: AcceptedDecision[]) => {
    const { reclaims, totalMinor, shortfalls } = owed({ ...order, granted: [granted] }, decisions);
    return { reclaim: reclaims[0], totalMinor, shortfalls };
  };
  const nothing = { voidAmount: 0, offsetMinor: 0, clearedMinor: 0, shortfallMinor: 0 };
  const named = { kind: "packet", id: "p", ...nothing };

  it("stays while nothing is undone", () => {
    expect(reclaimOf(packet(0)).reclaim).toBeUndefined();
  });

  it("comes back pro rata, unspent first, then against the refund", () => {
    const half = returned("1", ["a", 0, 1]);
    expect(reclaimOf(packet(0), half)).toEqual({
      reclaim: { ...named, amount: 100, voidAmount: 100 },
      totalMinor: 1000,
      shortfalls: [],
    });
    expect(reclaimOf(packet(250), half)).toEqual({
      reclaim: { ...named, amount: 100, voidAmount: 50, offsetMinor: 50 },
      totalMinor: 950,
      shortfalls: [],
    });
  });

  it("is a shortfall where the refund does not reach, cleared by what comes back to it", () => {
    const tiny = { ...order, lines: order.lines };
    const granted = { ...packet(300), amount: 3000, allocations: [{ lineId: "b", amount: 3000 }] };
    const spent = { ...granted, packet: { spentMinor: 3000, returnedMinor: 0 } };
    const back = { ...granted, packet: { spentMinor: 3000, returnedMinor: 2000 } };
    const all = { ...granted, packet: { spentMinor: 3000, returnedMinor: 2900 } };
    const unit = "packet:p";
    const entitlement = (one: Granted) =>
      owed({ ...tiny, granted: [one] }, [returned("1", ["b", 0, 1])]);
    expect(entitlement(spent).shortfalls).toEqual([
      { reason: "packet", reference: "p", unit, amount: 2500 },
    ]);
    expect(entitlement(back).reclaims).toEqual([
      { ...named, amount: 3000, offsetMinor: 500, clearedMinor: 2000, shortfallMinor: 500 },
    ]);
    expect(entitlement(all).shortfalls).toEqual([]);
    expect(entitlement(all).reclaims[0]?.clearedMinor).toBe(2500);
    expect(entitlement(all).trace.steps).toContainEqual({
      kind: "offset",
      packetId: "p",
      amountMinor: -500,
    });
  });

  it("rounds a reclaim down", () => {
    const third = decisionOf("1", [priceHead(["b", "1/3", 0, 1])]);
    expect(reclaimOf(packet(0), third).reclaim?.amount).toBe(33);
  });

  it("leaves a gift whose price is taken for all units, and asks for any other", () => {
    const allocations = [{ lineId: "a", amount: 1 }];
    const gift: Granted = { kind: "gift", id: "g", amount: 1, allocations, packet: null };
    const all = fullReturn(order);
    const kept = (fraction: string, to: number): unknown =>
      reclaimOf(gift, all, decisionOf("t", [keepGift(fraction, "a", to)])).reclaim;
    const asked = { ...named, kind: "gift", id: "g", amount: 1, voidAmount: 1 };
    expect(reclaimOf(gift, all).reclaim).toEqual(asked);
    expect(kept("1/1", 2)).toBeUndefined();
    expect(kept("1/1", 1)).toEqual(asked);
    expect(kept("1/2", 2)).toEqual(asked);
    const onGift = { ...gift, allocations: [{ lineId: "g", amount: 1 }] };
    expect(reclaimOf(onGift, all, decisionOf("t", [keepGift("1/1")])).reclaim).toBeUndefined();
    const points = { ...gift, kind: "points" as const };
    expect(reclaimOf(points, all, decisionOf("t", [keepGift("1/1")])).reclaim?.amount).toBe(1);
  });
});
