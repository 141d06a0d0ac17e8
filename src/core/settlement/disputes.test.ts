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

  it("of one state add up on a line, at most what it was paid with", () => {
    const twice = [dispute("lost", 400), { ...dispute("lost", 500), disputeId: "again" }];
    const entitlement = settle(twice);
    expect(entitlement.totalMinor).toBe(600);
    expect(entitlement.shortfalls).toEqual([
      { reason: "chargeback", reference: "again", unit: "CNY", amount: 300 },
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
