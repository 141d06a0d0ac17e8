import { describe, expect, it } from "vitest";
import { baseAmount, unitsPaid } from "./index.ts";
import { goods, orderOf } from "./testing/build.ts";

const order = orderOf({
  lines: [
    goods("a", 333, 3),
    { ...goods("plan", 5000), kind: "package" },
    { ...goods("call", 700), kind: "service" },
    { ...goods("ship", 900), kind: "shipping" },
    { ...goods("fee", 4000), kind: "campaign_fee" },
    { ...goods("red", 2000), kind: "packet", packetId: "red" },
    { ...goods("g", 0, 2), kind: "gift", giftOf: "a", giftPriceMinor: 100 },
    { ...goods("h", 0), kind: "gift", giftOf: "a", giftPriceMinor: 1 },
    { ...goods("t", 60), kind: "tax", taxOf: "plan" },
    { ...goods("cup", 70), giftPriceMinor: 9, packetId: "free" },
  ],
  adjustments: [{ kind: "item_discount", lineId: "a", off: { minor: 1 } }],
  paid: 13_728,
});

function amount(
  base: string,
  place: { lineId?: string; packetId?: string; from?: number; to?: number } = {},
  extra: Record<string, number> = {},
): number | null {
  const { lineId = null, packetId = null, from = 0, to = 1 } = place;
  return baseAmount(order, base, { lineId, packetId, from, to }, extra);
}

describe("baseAmount", () => {
  it("has units of a line as the frozen split of what was paid", () => {
    expect(
      [0, 1, 2].map((from) => amount("line.paid", { lineId: "a", from, to: from + 1 })),
    ).toEqual([333, 333, 332]);
    expect(amount("line.paid", { lineId: "a", from: 1, to: 3 })).toBe(665);
    expect(unitsPaid(order.lines[0]!, 0, 3)).toBe(998);
  });

  it("has the order's money by kind of line", () => {
    expect(amount("order.prepaid")).toBe(5700);
    expect(amount("order.shipping")).toBe(900);
    expect(amount("campaign.fee")).toBe(4000);
  });

  it("has the price of a packet that was sold here, and the face given for another", () => {
    expect(amount("packet.face", { packetId: "red" })).toBe(2000);
    expect(amount("packet.face", { packetId: "other" }, { "packet.face": 300 })).toBe(300);
    expect(amount("packet.face", { packetId: "other" })).toBeNull();
    expect(amount("packet.face", { packetId: "free" }, { "packet.face": 5 })).toBe(5);
  });

  it("has stated prices of the gifts of a line, and of a gift by itself", () => {
    expect(amount("line.gift_price", { lineId: "a", to: 3 })).toBe(101);
    expect(amount("line.gift_price", { lineId: "a", from: 0, to: 1 })).toBe(34);
    expect(amount("line.gift_price", { lineId: "g", to: 2 })).toBe(100);
    expect(amount("line.gift_price", { lineId: "plan" })).toBe(0);
    expect(amount("line.gift_price", { lineId: "cup" })).toBe(0);
  });

  it("has nothing where the order has no such line, whatever is stated", () => {
    const bare = orderOf({ lines: [goods("a", 100)], adjustments: [], paid: 100 });
    const whole = { lineId: null, packetId: null, from: 0, to: 1 };
    for (const base of ["order.shipping", "order.prepaid", "campaign.fee"]) {
      expect(baseAmount(bare, base, whole, {})).toBe(0);
      expect(baseAmount(bare, base, whole, { [base]: 500 })).toBe(0);
    }
  });

  it("takes every other base from what it is given, null until it is stated", () => {
    expect(amount("return.freight", {}, { "return.freight": 1200 })).toBe(1200);
    expect(amount("apology", {}, { apology: 2000, other: 1 })).toBe(2000);
    expect(amount("return.freight", {}, { "return.freight": 0 })).toBe(0);
    expect(amount("coupon.value")).toBeNull();
  });

  it("is a bug to ask for lines or units that the order does not have", () => {
    expect(() => amount("line.paid", { lineId: "x" })).toThrow("`x` is not a line of this order");
    expect(() => amount("line.gift_price")).toThrow("`null` is not a line of this order");
    expect(() => amount("line.paid", { lineId: "a", to: 4 })).toThrow(RangeError);
  });
});
