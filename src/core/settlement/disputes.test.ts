import { describe, expect, it } from "vitest";
import { owed } from "./index.ts";
import type { AcceptedDecision, Dispute } from "./types.ts";
import { fullReturn, goods, orderOf, returned } from "./testing/build.ts";

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
    expect(settle([dispute("open", 9999)], fullReturn(paid)).tenders[0]?.heldUnits).toBe(900);
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

  it("that are lost above what their line was paid with come off the tender's other lines", () => {
    const entitlement = settle([dispute("lost", 700)]);
    expect(entitlement.lines.map((line) => line.refundMinor)).toEqual([600, 100]);
    expect(entitlement.shortfalls).toEqual([]);
    const later = settle([dispute("lost", 700)], fullReturn(paid));
    expect(later.tenders.map((tender) => tender.payableUnits)).toEqual([200, 60]);
  });

  it("that are lost above what their tender paid leave a shortfall", () => {
    const entitlement = settle([dispute("lost", 1000)]);
    expect(entitlement.totalMinor).toBe(900);
    expect(entitlement.shortfalls).toEqual([
      { reason: "chargeback", reference: "lost", unit: "CNY", amount: 100 },
    ]);
    expect(settle([dispute("open", 1000)]).shortfalls).toEqual([]);
  });

  it("without lines are taken from the tender, by its split (woocommerce-payments#6196)", () => {
    const told = { disputeId: "d", tenderId: "card", state: "lost", allocations: [] } as const;
    const half = settle([{ ...told, units: 450 }], returned("1", ["a", 0, 1]));
    expect(half.lines.map((line) => line.refundMinor)).toEqual([1000, 150]);
    expect(half.tenders[0]).toMatchObject({ chargedBackUnits: 450, payableUnits: 300 });
    const whole = settle([{ ...told, units: 900 }], fullReturn(paid));
    expect(whole.tenders.map((tender) => tender.payableUnits)).toEqual([0, 60]);
    const points = { ...told, tenderId: "points", units: 7 };
    expect(settle([points], fullReturn(paid)).tenders[1]?.payableUnits).toBe(53);
    const partly = { ...told, units: 450, allocations: [{ lineId: "b", amountMinor: 300 }] };
    expect(settle([partly]).lines.map((line) => line.refundMinor)).toEqual([150, 300]);
  });

  it("of one state add up, at most what the tender paid", () => {
    const twice = [dispute("lost", 400), { ...dispute("lost", 500), disputeId: "again" }];
    const entitlement = settle(twice);
    expect(entitlement.totalMinor).toBe(900);
    expect(entitlement.shortfalls).toEqual([]);
    const more = [...twice, { ...dispute("lost", 100), disputeId: "third" }];
    expect(settle(more).shortfalls).toEqual([
      { reason: "chargeback", reference: "third", unit: "CNY", amount: 100 },
    ]);
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
    const card = orderOf({ lines: [goods("a", 1000)], paid: 1000 });
    const restored = (amountMinor: number) =>
      owed({ ...card, coupons, disputes: [dispute("lost", amountMinor)] }, []).restores;
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
