import { describe, expect, expectTypeOf, it } from "vitest";
import type { HeadDecision, ItemPlace } from "../policy/index.ts";
import { type BasePlace, owed } from "./index.ts";
import type { AcceptedDecision, AcceptedHead, OrderFacts } from "./types.ts";
import {
  decisionOf,
  fullReturn,
  goods,
  headOf,
  orderOf,
  priceHead,
  returned,
} from "./testing/build.ts";

const order = orderOf({ lines: [goods("a", 1000, 4), goods("b", 600)], paid: 4600 });

function total(facts: OrderFacts, ...decisions: AcceptedDecision[]): number {
  return owed(facts, decisions).totalMinor;
}

function give(id: string, fraction: string, from = 0, to = 4): AcceptedDecision {
  return decisionOf(id, [priceHead(["a", fraction, from, to])]);
}

describe("owed", () => {
  it("reads what core/policy decides", () => {
    expectTypeOf<HeadDecision>().toExtend<AcceptedHead>();
    expectTypeOf<ItemPlace>().toExtend<BasePlace>();
  });

  it("is nothing without decisions", () => {
    const entitlement = owed(order, []);
    expect(entitlement.totalMinor).toBe(0);
    expect(entitlement.lines).toEqual([
      { lineId: "a", paidMinor: 4000, refundMinor: 0 },
      { lineId: "b", paidMinor: 600, refundMinor: 0 },
    ]);
    expect(entitlement.trace).toEqual({
      paidMinor: 4600,
      steps: [{ kind: "unclaimed", amountMinor: -4600 }],
      totalMinor: 0,
      heldMinor: 0,
      chargedBackMinor: 0,
    });
  });

  it("takes the larger of two decisions on a unit, and each where it stands alone", () => {
    expect(total(order, give("1", "1/2"), give("2", "1/4"))).toBe(2000);
    expect(total(order, give("1", "1/2", 0, 3), give("2", "3/4", 2, 4))).toBe(1000 + 1500);
    expect(total(order, give("1", "1/2", 0, 1), give("2", "1/2", 2, 3))).toBe(1000);
    expect(total(order, give("1", "1/2", 1, 1), give("2", "1/2", 2, 3))).toBe(500);
  });

  it("never gives above the price or below nothing, whatever a decision states", () => {
    expect(total(order, give("1", "7/2"))).toBe(4000);
    expect(total(order, give("1", "-1/2"))).toBe(0);
    expect(total(order, give("1", "9007199254740993/9007199254740994"))).toBe(4000);
  });

  it("is exact beyond what floats hold", () => {
    const most = Number.MAX_SAFE_INTEGER;
    const large = orderOf({ lines: [goods("a", most)], paid: most });
    const third = BigInt(most) / 3n + (BigInt(most) % 3n === 0n ? 0n : 1n);
    expect(total(large, decisionOf("1", [priceHead(["a", "1/3", 0, 1])]))).toBe(Number(third));
    expect(total(large, fullReturn(large))).toBe(most);
  });

  it("is a bug to decide on lines or units that the order does not have", () => {
    expect(() => owed(order, [returned("1", ["x", 0, 1])])).toThrow("`x` is not a line");
    expect(() => owed(order, [returned("1", ["a", 0, 5])])).toThrow("which has 4");
    expect(() => owed(order, [returned("1", ["a", -1, 1])])).toThrow(
      "units `-1` to `1` are not of line `a`, which has 4",
    );
    expect(() => owed(order, [returned("1", ["a", 2, 1])])).toThrow("units `2` to `1`");
    const unreadable = decisionOf("1", [priceHead(["a", "half", 0, 1])]);
    expect(() => owed(order, [unreadable])).toThrow("`half` is not a fraction");
  });
});

describe("the trace", () => {
  it("goes from paid to owed by way of every head", () => {
    const decisions = [
      decisionOf("1", [
        priceHead(["a", "1/3", 0, 2], ["b", "0/1", 0, 1]),
        headOf("packet.credited", "1/2", { direction: "take", baseMinor: 101, packetId: "p" }),
      ]),
    ];
    expect(owed(order, decisions).trace.steps).toEqual([
      { kind: "unclaimed", amountMinor: -2000 },
      {
        kind: "deduction",
        base: "line.paid",
        claimedMinor: 2600,
        exact: "2000/3",
        amountMinor: -1934,
      },
      { kind: "rounding", base: "line.paid", amountMinor: 1 },
      { kind: "take", base: "packet.credited", exact: "101/2", amountMinor: -50 },
    ]);
  });
});
