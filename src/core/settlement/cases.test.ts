import { describe, expect, it } from "vitest";
import { freezeOrder, owed, planDue, unitsPaid } from "./index.ts";
import type { AcceptedDecision, OrderFacts } from "./types.ts";
import {
  decisionOf,
  draftOf,
  fullReturn,
  goods,
  headOf,
  orderOf,
  priceHead,
  returned,
} from "./testing/build.ts";

function total(order: OrderFacts, ...decisions: AcceptedDecision[]): number {
  return owed(order, decisions).totalMinor;
}

function refundOf(order: OrderFacts, lineId: string, ...decisions: AcceptedDecision[]): number {
  const line = owed(order, decisions).lines.find((one) => one.lineId === lineId);
  return line?.refundMinor ?? Number.NaN;
}

// Faults that users of other systems reported; repository and number say where.
describe("rounding and proration", () => {
  it("woocommerce#30263: partial refunds with 24 % tax sum to what was paid", () => {
    const order = orderOf({
      lines: [
        goods("a", 169, 2),
        { lineId: "tax", kind: "tax", quantity: 1, unitPriceMinor: 82, taxOf: "a" },
      ],
      paid: 420,
    });
    const [first, second] = [returned("1", ["a", 0, 1]), returned("2", ["a", 1, 2])];
    const half = total(order, first);
    expect(half).toBe(210);
    expect(total(order, second)).toBe(420 - half);
    expect(total(order, first, second)).toBe(420);
  });

  it("woocommerce PR 63046: 50.00 asked is 50.00 booked", () => {
    const order = orderOf({ lines: [goods("a", 3333, 3)], paid: 9999 });
    const entitlement = owed(order, [decisionOf("1", [priceHead(["a", "5000/9999", 0, 3])])]);
    expect(entitlement.totalMinor).toBe(5000);
    expect(planDue(entitlement, []).dues).toEqual([{ tenderId: "card", unit: "CNY", units: 5000 }]);
  });

  it("macrozheng/mall#356: a coupon of 10 over three items of 10 is 3.34, 3.33, 3.33", () => {
    const order = orderOf({
      lines: [goods("a", 1000), goods("b", 1000), goods("c", 1000)],
      adjustments: [{ kind: "coupon", couponId: "ten", off: { minor: 1000 } }],
      paid: 2000,
    });
    expect(order.coupons[0]?.allocations.map((one) => one.offMinor)).toEqual([334, 333, 333]);
    expect(total(order, fullReturn(order))).toBe(2000);
  });

  it("woocommerce-payments#4298: shown as 251.00, charged 250.75, refundable 250.75", () => {
    const order = orderOf({
      lines: [goods("a", 20_000), goods("b", 5100)],
      adjustments: [{ kind: "charged", totalMinor: 25_075 }],
      paid: 25_075,
    });
    expect(total(order, fullReturn(order))).toBe(25_075);
  });

  it("magento2#38088: a stray 0.01 blocks no later refund", () => {
    const order = orderOf({
      lines: [
        goods("a", 1000),
        { lineId: "s", kind: "shipping", quantity: 1, unitPriceMinor: 500 },
      ],
      adjustments: [{ kind: "charged", totalMinor: 1499 }],
      paid: 1499,
    });
    const first = decisionOf("1", [priceHead(["s", "1/1", 0, 1])]);
    const before = owed(order, [first]);
    const after = owed(order, [first, returned("2", ["a", 0, 1])]);
    const taken = planDue(before, []).dues;
    expect(planDue(after, taken).dues[0]?.units).toBe(1499 - before.totalMinor);
    expect(after.totalMinor).toBe(1499);
  });

  it("two lines of 10.00 at 0.05 % give 0.01 together, however they are claimed", () => {
    const order = orderOf({ lines: [goods("a", 1000), goods("b", 1000)], paid: 2000 });
    const both = decisionOf("1", [priceHead(["a", "1/2000", 0, 1], ["b", "1/2000", 0, 1])]);
    const one = decisionOf("1", [priceHead(["a", "1/2000", 0, 1])]);
    const other = decisionOf("2", [priceHead(["b", "1/2000", 0, 1])]);
    expect(total(order, both)).toBe(1);
    expect(total(order, one)).toBe(1);
    expect(total(order, one, other)).toBe(1);
  });
});

describe("promotions on partial refunds", () => {
  it("solidus#512: 6.00 + 4.00 with 10 % off, item 1 refunds 5.40", () => {
    const order = orderOf({
      lines: [goods("a", 600), goods("b", 400)],
      adjustments: [{ kind: "order_discount", off: { percent: "10%" } }],
      paid: 900,
    });
    expect(total(order, returned("1", ["a", 0, 1]))).toBe(540);
  });

  it("vendure#5127: a 40 % discount stays 40 % when 20 become 2", () => {
    const paid = [20, 2].map((quantity) => {
      const discount = { kind: "item_discount", lineId: "a", off: { percent: "40%" } } as const;
      const lines = [goods("a", 999, quantity)];
      return orderOf({ lines, adjustments: [discount], paid: Math.round(599.4 * quantity) });
    });
    expect(paid.map((order) => order.lines[0]?.paidMinor)).toEqual([11_988, 1199]);
    const [twenty] = paid as [OrderFacts];
    expect(total(twenty, returned("1", ["a", 0, 18]))).toBe(
      11_988 - unitsPaid(twenty.lines[0]!, 18, 20),
    );
  });

  it("vendure#1795: quantity 2, 3 and 2 again with 100 off is the same order", () => {
    const priced = (quantity: number): OrderFacts =>
      orderOf({
        lines: [goods("a", 500, quantity)],
        adjustments: [{ kind: "order_discount", off: { minor: 100 } }],
        paid: 500 * quantity - 100,
      });
    const before = priced(2);
    expect(priced(3).lines[0]?.paidMinor).toBe(1400);
    expect(priced(2)).toEqual(before);
  });

  it("PrestaShop#18319: 150 + 60 with 42 off, the 150 refunds 120", () => {
    const order = orderOf({
      lines: [goods("a", 15_000), goods("b", 6000)],
      adjustments: [{ kind: "order_discount", off: { minor: 4200 } }],
      paid: 16_800,
    });
    expect(total(order, returned("1", ["a", 0, 1]))).toBe(12_000);
  });

  it("saleor#7271: a refund is net of the voucher", () => {
    const order = orderOf({
      lines: [goods("a", 10_000)],
      adjustments: [{ kind: "coupon", couponId: "v", off: { minor: 2500 } }],
      paid: 7500,
    });
    expect(total(order, fullReturn(order))).toBe(7500);
  });

  it("registrasion#1: a voucher is free again only when all its benefits are reversed", () => {
    const order = orderOf({
      lines: [goods("a", 1000), goods("b", 1000), goods("c", 1000)],
      adjustments: [{ kind: "coupon", couponId: "v", off: { minor: 200 }, lineIds: ["a", "b"] }],
      paid: 2800,
    });
    const restores = (...lineIds: string[]) =>
      owed(order, [returned("1", ...lineIds.map((id) => [id, 0, 1] as const))]).restores;
    expect(restores("a", "c")).toEqual([]);
    expect(restores("a", "b")).toEqual([{ couponId: "v" }]);
  });

  it("odoo PR 257854, erpnext#32951: points earned are reclaimed pro rata", () => {
    const order = orderOf({
      lines: [goods("a", 6000, 3), goods("b", 2000)],
      granted: [{ kind: "points", id: "earned", amount: 200 }],
      paid: 20_000,
    });
    const [reclaim] = owed(order, [returned("1", ["a", 0, 1])]).reclaims;
    expect(reclaim).toMatchObject({ kind: "points", id: "earned", amount: 60, voidAmount: 60 });
    expect(owed(order, [fullReturn(order)]).reclaims[0]?.amount).toBe(200);
  });

  it("WeChat Pay: order 10, coupon 3, paid 7; all is 7, and 9 of 10 is 6.30", () => {
    const order = orderOf({
      lines: [goods("a", 1000)],
      adjustments: [{ kind: "coupon", couponId: "three", off: { minor: 300 } }],
      paid: 700,
    });
    expect(total(order, fullReturn(order))).toBe(700);
    expect(total(order, decisionOf("1", [priceHead(["a", "9/10", 0, 1])]))).toBe(630);
  });

  it("WeChat developers: 10 off all of 100, half refunds 45; 2 off an item stays there", () => {
    const whole = orderOf({
      lines: [goods("a", 5000), goods("b", 5000)],
      adjustments: [{ kind: "order_discount", off: { minor: 1000 } }],
      paid: 9000,
    });
    expect(total(whole, returned("1", ["a", 0, 1]))).toBe(4500);
    const item = orderOf({
      lines: [goods("a", 1000), goods("b", 9000)],
      adjustments: [{ kind: "item_discount", lineId: "a", off: { minor: 200 } }],
      paid: 9800,
    });
    expect(total(item, returned("1", ["a", 0, 1]))).toBe(800);
    expect(total(item, returned("1", ["b", 0, 1]))).toBe(9000);
  });

  it("minimum spend: 100 with 5 off above 60; 30 goes back as 30, everything as 95", () => {
    const order = orderOf({
      lines: [goods("a", 3000), goods("b", 7000)],
      adjustments: [{ kind: "threshold", tiers: [{ fromMinor: 6000, off: { minor: 500 } }] }],
      thresholdRule: "reprice",
      paid: 9500,
    });
    expect(total(order, returned("1", ["a", 0, 1]))).toBe(3000);
    expect(total(order, fullReturn(order))).toBe(9500);
  });

  it("6 × 50 with 10 % from 300: five of them are 225 kept or 220 re-priced", () => {
    const kept = orderOf({
      lines: [goods("a", 5000, 6)],
      adjustments: [{ kind: "threshold", tiers: [{ fromMinor: 30_000, off: { percent: "10%" } }] }],
      paid: 27_000,
    });
    const five = returned("1", ["a", 0, 5]);
    expect(total(kept, five)).toBe(22_500);
    expect(total({ ...kept, thresholdRule: "reprice" }, five)).toBe(22_000);
  });

  it("20 + 10 + 290 with 30 off from 300, re-priced: 20, then 0, then all of it", () => {
    const order = orderOf({
      lines: [goods("a", 2000), goods("b", 1000), goods("c", 29_000)],
      adjustments: [{ kind: "threshold", tiers: [{ fromMinor: 30_000, off: { minor: 3000 } }] }],
      thresholdRule: "reprice",
      paid: 29_000,
    });
    const [first, second] = [returned("1", ["a", 0, 1]), returned("2", ["b", 0, 1])];
    expect(total(order, first)).toBe(2000);
    const lower = owed(order, [first, second]);
    expect(lower.totalMinor).toBe(0);
    expect(planDue(lower, [{ tenderId: "card", units: 2000 }])).toEqual({
      dues: [],
      carried: [{ unit: "CNY", units: 2000 }],
    });
    expect(total(order, first, second, returned("3", ["c", 0, 1]))).toBe(29_000);
  });
});

describe("over-refund and double refund", () => {
  it("eventyay#1405: no tender gives back more than was taken on it", () => {
    const order = orderOf({
      lines: [goods("a", 1000, 2)],
      tenders: [
        { tenderId: "gift", kind: "gift_card", unit: "gift_card:1", units: 1500 },
        { tenderId: "card", kind: "money", unit: "CNY", units: 500 },
      ],
    });
    const first = owed(order, [returned("1", ["a", 0, 1])]);
    const taken = planDue(first, []).dues;
    const dues = planDue(owed(order, [fullReturn(order)]), taken).dues;
    const sum = (id: string): number =>
      [...taken, ...dues].filter((due) => due.tenderId === id).reduce((a, b) => a + b.units, 0);
    expect([sum("gift"), sum("card")]).toEqual([1500, 500]);
  });

  it("vendure#4135: a unit is refunded once, however often it is claimed", () => {
    const order = orderOf({ lines: [goods("a", 1000, 3)], paid: 3000 });
    const again = [1, 2, 3, 4].map((n) => returned(`${n}`, ["a", 0, 1]));
    expect(total(order, ...again)).toBe(1000);
  });

  it("vendure's two refunds of 2,952 on 4,920: once taken on, nothing is due twice", () => {
    const order = orderOf({ lines: [goods("a", 2952), goods("b", 1968)], paid: 4920 });
    const entitlement = owed(order, [returned("1", ["a", 0, 1]), returned("2", ["a", 0, 1])]);
    const taken = planDue(entitlement, []).dues;
    expect(taken).toEqual([{ tenderId: "card", unit: "CNY", units: 2952 }]);
    expect(planDue(entitlement, taken)).toEqual({ dues: [], carried: [] });
  });

  it("hyperswitch PR 10533: a lost chargeback reduces what a refund still pays", () => {
    const order = orderOf({ lines: [goods("a", 1000), goods("b", 500)], paid: 1500 });
    const allocations = [{ lineId: "a", amountMinor: 1000 }];
    const dispute = { disputeId: "d", tenderId: "card", state: "lost", allocations } as const;
    const entitlement = owed({ ...order, disputes: [dispute] }, [fullReturn(order)]);
    expect(entitlement.totalMinor).toBe(1500);
    expect(planDue(entitlement, []).dues).toEqual([{ tenderId: "card", unit: "CNY", units: 500 }]);
  });

  it("vendure: a negative amount is refused", () => {
    expect(freezeOrder(draftOf({ lines: [goods("a", -100)], paid: -100 }))).toMatchObject({
      code: "not_an_amount",
      path: "lines[0].unitPriceMinor",
    });
  });

  it("medusa: one minor unit above the captured sum is not owed, in JPY either", () => {
    const order = orderOf({
      currency: "JPY",
      lines: [goods("a", 1000)],
      tenders: [{ tenderId: "t", kind: "money", unit: "JPY", units: 1000 }],
    });
    expect(total(order, decisionOf("1", [priceHead(["a", "1001/1000", 0, 1])]))).toBe(1000);
  });
});

describe("several tenders, gift cards, store credit", () => {
  const tenders = [
    { tenderId: "first", kind: "money", unit: "CNY", units: 300 },
    { tenderId: "second", kind: "wallet", unit: "CNY", units: 700 },
    { tenderId: "gift", kind: "gift_card", unit: "gift_card:1", units: 500 },
  ] as const;
  const order = orderOf({ lines: [goods("a", 1500)], tenders });

  it("vendure#1753: what exceeds the first payment comes from the next", () => {
    const units = owed(order, [fullReturn(order)]).tenders.map((tender) => tender.refundUnits);
    expect(units).toEqual([300, 700, 500]);
  });

  it("adyen-magento#651: a split payment goes back by each of its tenders", () => {
    const half = decisionOf("1", [priceHead(["a", "1/2", 0, 1])]);
    expect(planDue(owed(order, [half]), []).dues).toEqual([
      { tenderId: "first", unit: "CNY", units: 150 },
      { tenderId: "second", unit: "CNY", units: 350 },
      { tenderId: "gift", unit: "gift_card:1", units: 250 },
    ]);
  });

  it("SyliusGiftCardPlugin#284: a gift-card balance is restored once", () => {
    const all = owed(order, [fullReturn(order)]);
    const taken = planDue(all, []).dues;
    expect(taken.find((due) => due.tenderId === "gift")?.units).toBe(500);
    expect(planDue(owed(order, [fullReturn(order), fullReturn(order, "2")]), taken).dues).toEqual(
      [],
    );
  });

  it("SyliusGiftCardPlugin#284: a bought card is void when its purchase is refunded", () => {
    const card = { lineId: "card", kind: "packet", packetId: "g", quantity: 1 } as const;
    const bought = orderOf({
      lines: [{ ...card, unitPriceMinor: 5000 }],
      granted: [{ kind: "packet", id: "g", amount: 5000 }],
      paid: 5000,
    });
    const entitlement = owed(bought, [
      decisionOf("1", [headOf("packet.face", "1/1", { packetId: "g" })]),
    ]);
    expect(entitlement.totalMinor).toBe(5000);
    expect(entitlement.reclaims).toMatchObject([{ id: "g", amount: 5000, voidAmount: 5000 }]);
  });

  it("magento2#38815: store credit comes back once", () => {
    const all = owed(order, [fullReturn(order)]);
    const once = planDue(all, []).dues;
    expect(planDue(all, once)).toEqual({ dues: [], carried: [] });
  });
});

describe("taxes and shipping", () => {
  it("magento2#14713: taxes of 10 and 11; refunding item 2 gives its 11", () => {
    const order = orderOf({
      lines: [
        goods("a", 100),
        goods("b", 110),
        { lineId: "a tax", kind: "tax", quantity: 1, unitPriceMinor: 10, taxOf: "a" },
        { lineId: "b tax", kind: "tax", quantity: 1, unitPriceMinor: 11, taxOf: "b" },
      ],
      paid: 231,
    });
    expect(refundOf(order, "b tax", returned("1", ["b", 0, 1]))).toBe(11);
    expect(total(order, returned("1", ["b", 0, 1]))).toBe(121);
  });

  it("magento2#39644: the tax on shipping comes back with the shipping", () => {
    const order = orderOf({
      lines: [
        goods("a", 1000),
        { lineId: "s", kind: "shipping", quantity: 1, unitPriceMinor: 500 },
        { lineId: "s tax", kind: "tax", quantity: 1, unitPriceMinor: 95, taxOf: "s" },
      ],
      paid: 1595,
    });
    expect(total(order, decisionOf("1", [headOf("order.shipping", "1/1")]))).toBe(595);
  });

  it("spree#10099: what is promised, 18.15, is what is due", () => {
    const order = orderOf({
      lines: [
        goods("a", 1500),
        { lineId: "tax", kind: "tax", quantity: 1, unitPriceMinor: 315, taxOf: "a" },
      ],
      paid: 1815,
    });
    const entitlement = owed(order, [fullReturn(order)]);
    expect(entitlement.totalMinor).toBe(1815);
    expect(planDue(entitlement, []).dues[0]?.units).toBe(1815);
  });
});

describe("goodwill", () => {
  it("medusa#9261: a goodwill payment stands beside a refund of nothing", () => {
    const order = orderOf({ lines: [goods("a", 50_000)], paid: 50_000 });
    const compensations = [{ reason: "goodwill", amountMinor: 50_000, capMinor: 20_000 }] as const;
    const entitlement = owed(order, [decisionOf("1", [], { compensations })]);
    expect(entitlement.totalMinor).toBe(0);
    expect(entitlement.compensationMinor).toBe(20_000);
  });
});
