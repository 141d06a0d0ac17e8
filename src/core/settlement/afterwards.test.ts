import { describe, expect, it } from "vitest";
import { owed, planDue } from "./index.ts";
import type { AcceptedDecision, Dispute, Granted, OrderFacts } from "./types.ts";
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

  it("add the takes of different heads", () => {
    const heads = [keepGift("1/1"), headOf("fine", "1/1", { direction: "take", baseMinor: 99 })];
    const { totalMinor, trace } = owed(order, [fullReturn(order), decisionOf("t", heads)]);
    expect(totalMinor).toBe(2100);
    expect(trace.steps.filter((step) => step.kind === "take")).toHaveLength(2);
  });
});

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

describe("chargebacks", () => {
  const paid = orderOf({
    lines: [goods("a", 1000), goods("b", 500)],
    tenders: [
      { tenderId: "card", kind: "money", unit: "CNY", units: 900 },
      { tenderId: "points", kind: "points", unit: "points", units: 60, value: { minor: 600 } },
    ],
    granted: [{ kind: "points", id: "earned", amount: 15 }],
    adjustments: [],
  });
  const dispute = (state: Dispute["state"], amountMinor: number, lineId = "a"): Dispute => ({
    disputeId: state,
    tenderId: "card",
    state,
    allocations: [{ lineId, amountMinor }],
  });
  const settle = (disputes: Dispute[], ...decisions: AcceptedDecision[]) =>
    owed({ ...paid, disputes }, decisions);

  it("hold what is owed on their line while they are open", () => {
    const entitlement = settle([dispute("open", 250)], fullReturn(paid));
    expect(entitlement.tenders[0]).toMatchObject({
      refundUnits: 900,
      heldUnits: 250,
      chargedBackUnits: 0,
      payableUnits: 650,
    });
    expect(entitlement.trace).toMatchObject({ totalMinor: 1500, heldMinor: 250 });
    expect(settle([dispute("open", 250)], returned("1", ["b", 0, 1])).tenders[0]?.heldUnits).toBe(
      0,
    );
    expect(settle([dispute("open", 9999)], fullReturn(paid)).tenders[0]?.heldUnits).toBe(600);
  });

  it("that are lost are accepted and paid", () => {
    const alone = settle([dispute("lost", 250)]);
    expect(alone.tenders[0]).toMatchObject({ refundUnits: 250, chargedBackUnits: 250 });
    expect(alone.tenders[0]?.payableUnits).toBe(0);
    expect(alone.trace.steps).toContainEqual({ kind: "chargeback", amountMinor: 250 });
    expect(alone.trace.chargedBackMinor).toBe(250);
    expect(alone.reclaims[0]?.amount).toBe(2);
    const later = settle([dispute("lost", 250)], fullReturn(paid));
    expect(later.tenders.map((tender) => tender.payableUnits)).toEqual([650, 60]);
    expect(later.reclaims[0]?.amount).toBe(15);
  });

  it("that are lost above what their line was paid with leave a shortfall", () => {
    const entitlement = settle([dispute("lost", 700)]);
    expect(entitlement.totalMinor).toBe(600);
    expect(entitlement.shortfalls).toEqual([
      { reason: "chargeback", reference: "lost", unit: "CNY", amount: 100 },
    ]);
    expect(settle([dispute("lost", 9999)]).reclaims[0]?.amount).toBe(10);
    expect(settle([dispute("open", 700)]).shortfalls).toEqual([]);
  });

  it("that are won change nothing", () => {
    expect(settle([dispute("won", 600)], fullReturn(paid))).toEqual(settle([], fullReturn(paid)));
    const beside = settle([dispute("won", 600), dispute("open", 1)], fullReturn(paid));
    expect(beside.tenders[0]?.payableUnits).toBe(899);
  });

  it("lost and open on one line hold only what is not paid", () => {
    const both = settle([dispute("lost", 400), dispute("open", 400)], fullReturn(paid));
    expect(both.tenders[0]).toMatchObject({ chargedBackUnits: 400, heldUnits: 200 });
    expect(both.tenders[0]?.payableUnits).toBe(300);
  });

  it("give no coupon back for a line that is charged back in part", () => {
    const coupons = [{ couponId: "c", allocations: [{ lineId: "a", offMinor: 5 }] }];
    const restored = (amountMinor: number) =>
      owed({ ...paid, coupons, disputes: [dispute("lost", amountMinor)] }, []).restores;
    expect(restored(600)).toEqual([]);
    expect(restored(1000)).toEqual([{ couponId: "c" }]);
    const idle = [{ couponId: "c", allocations: [{ lineId: "a", offMinor: 0 }] }];
    expect(owed({ ...paid, coupons: idle }, [fullReturn(paid)]).restores).toEqual([]);
  });

  it("on tenders or lines that are not of the order are a bug", () => {
    const foreign = { ...dispute("lost", 1), tenderId: "x" };
    expect(() => settle([foreign])).toThrow("`x` is not a tender of this order");
    expect(() => settle([dispute("open", 1, "x")])).toThrow("`x` is not a line of this order");
  });
});

describe("debits seen outside", () => {
  const debit = (units: number) => ({ debitId: "d", tenderId: "card", units });

  it("are taken off what is payable, and an excess is a shortfall", () => {
    const seen = (units: number, ...decisions: AcceptedDecision[]) =>
      owed({ ...order, outsideDebits: [debit(units), debit(100)] }, decisions);
    const one = returned("1", ["a", 0, 1]);
    expect(seen(300, one).tenders[0]).toMatchObject({ outsideUnits: 400, payableUnits: 600 });
    expect(seen(300, one).shortfalls).toEqual([]);
    expect(seen(1000, one).tenders[0]?.payableUnits).toBe(-100);
    expect(seen(1000, one).shortfalls).toEqual([
      { reason: "outside", reference: "CNY", unit: "CNY", amount: 100 },
    ]);
    expect(seen(900, one).shortfalls).toEqual([]);
  });

  it("on tenders that are not of the order are a bug", () => {
    const outsideDebits = [{ ...debit(1), tenderId: "x" }];
    expect(() => owed({ ...order, outsideDebits }, [])).toThrow("`x` is not a tender");
  });
});

describe("compensations and grants", () => {
  const cash = (id: string, baseMinor: number, fraction = "1/1"): AcceptedDecision =>
    decisionOf(id, [headOf("return.freight", fraction, { settles: "cash", baseMinor })]);

  it("stand beside the refund: cash heads once per order, the largest, rounded up", () => {
    const entitlement = owed(order, [cash("1", 1201, "1/2"), cash("2", 500)]);
    expect(entitlement.compensations).toEqual([
      { reason: "cost", base: "return.freight", claimId: null, amountMinor: 601 },
    ]);
    expect(entitlement.compensationMinor).toBe(601);
    expect(entitlement.totalMinor).toBe(0);
  });

  it("keep within their caps, and leave out what is nothing", () => {
    const compensations = [
      { reason: "interest", amountMinor: 900, capMinor: 700 },
      { reason: "cost", amountMinor: 100, capMinor: 700 },
      { reason: "goodwill", amountMinor: 100, capMinor: 0 },
    ] as const;
    const { compensations: paid } = owed(order, [decisionOf("1", [], { compensations })]);
    expect(paid.map((one) => [one.reason, one.amountMinor])).toEqual([
      ["interest", 700],
      ["cost", 100],
    ]);
  });

  it("grant the largest per base, kind and packet, above the base where it says so", () => {
    const grant = (kind: "voucher" | "points", fraction: string, packetId: string | null = null) =>
      headOf("campaign.fee", fraction, {
        direction: "grant",
        grant: kind,
        settles: "grant",
        baseMinor: 101,
        packetId,
      });
    const { grants } = owed(order, [
      decisionOf("1", [grant("voucher", "11/10"), grant("points", "1/2", "z")]),
      decisionOf("2", [
        grant("voucher", "1/1"),
        grant("points", "1/3", "y"),
        grant("points", "0/1"),
      ]),
      decisionOf("3", [grant("voucher", "-1/1")]),
    ]);
    const base = "campaign.fee";
    expect(grants).toEqual([
      { grant: "points", base, packetId: "y", amountMinor: 34 },
      { grant: "points", base, packetId: "z", amountMinor: 51 },
      { grant: "voucher", base, packetId: null, amountMinor: 112 },
    ]);
  });

  it("spread what a decision states over its units, the largest of each unit", () => {
    const head = (from: number, to: number, baseMinor: number) =>
      headOf("repair", "1/1", { settles: "cash", lineId: "a", from, to, baseMinor });
    const amount = (...heads: ReturnType<typeof head>[]): number =>
      owed(
        order,
        heads.map((one, at) => decisionOf(`${at}`, [one])),
      ).compensationMinor;
    expect(amount(head(0, 2, 100), head(0, 1, 80))).toBe(130);
    expect(amount(head(0, 2, 100), head(0, 1, 20))).toBe(100);
    expect(amount(head(0, 0, 100))).toBe(0);
  });
});

describe("planDue", () => {
  const split = orderOf({
    lines: [goods("a", 1000)],
    tenders: [
      { tenderId: "x", kind: "money", unit: "CNY", units: 300 },
      { tenderId: "y", kind: "wallet", unit: "CNY", units: 500 },
      { tenderId: "p", kind: "points", unit: "points", units: 20, value: { minor: 200 } },
    ],
  });
  const all = owed(split, [fullReturn(split)]);

  it("nets tenders of one unit, and never one unit with another", () => {
    const taken = [
      { tenderId: "x", units: 400 },
      { tenderId: "p", units: 30 },
      { tenderId: "y", units: 100 },
      { tenderId: "y", units: 50 },
    ];
    expect(planDue(all, taken)).toEqual({
      dues: [{ tenderId: "y", unit: "CNY", units: 250 }],
      carried: [{ unit: "points", units: 10 }],
    });
  });

  it("shares a net over the tenders that are still owed", () => {
    const { tenders } = all;
    const owing = tenders.map((tender, at) => ({ ...tender, payableUnits: [30, 60, -30][at]! }));
    const money = owing.map((tender) => ({ ...tender, unit: "CNY" }));
    expect(planDue({ tenders: money }, []).dues).toEqual([
      { tenderId: "x", unit: "CNY", units: 20 },
      { tenderId: "y", unit: "CNY", units: 40 },
    ]);
  });

  it("refuses to plan on a tender that is not of the order", () => {
    expect(() => planDue(all, [{ tenderId: "z", units: 1 }])).toThrow("`z` is not a tender");
  });
});
