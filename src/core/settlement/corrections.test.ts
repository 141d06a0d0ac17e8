import { describe, expect, it } from "vitest";
import { owed } from "./index.ts";
import type { AcceptedDecision, OrderFacts } from "./types.ts";
import { decisionOf, goods, orderOf, priceHead } from "./testing/build.ts";

const order = orderOf({ lines: [goods("a", 1000, 4), goods("b", 600)], paid: 4600 });

function total(facts: OrderFacts, ...decisions: AcceptedDecision[]): number {
  return owed(facts, decisions).totalMinor;
}

function give(id: string, fraction: string, from = 0, to = 4): AcceptedDecision {
  return decisionOf(id, [priceHead(["a", fraction, from, to])]);
}

describe("corrections", () => {
  const correct = (id: string, corrects: string, fraction: string, from = 0, to = 4) => ({
    ...give(id, fraction, from, to),
    corrects,
  });

  it("replace the earlier answer where they decide, and leave the rest", () => {
    expect(total(order, give("1", "1/2"), correct("2", "1", "1/4"))).toBe(1000);
    expect(total(order, give("1", "1/2"), correct("2", "1", "0/1", 0, 1))).toBe(1500);
  });

  it("replace what was corrected before, and nothing else", () => {
    const chain = [give("1", "1/1"), correct("2", "1", "3/4", 0, 2), correct("3", "2", "1/4")];
    expect(total(order, ...chain)).toBe(1000);
    expect(total(order, ...chain, give("4", "1/2"))).toBe(2000);
    expect(total(order, correct("2", "unknown", "1/4"), give("1", "1/2"))).toBe(2000);
  });

  it("that name each other in a circle replace nothing", () => {
    const circle = [correct("1", "2", "1/4"), correct("2", "1", "1/2")];
    expect(total(order, ...circle)).toBe(2000);
    expect(total(order, correct("1", "1", "1/4"))).toBe(1000);
  });

  it("replace compensations of the same reason only", () => {
    const goodwill = { reason: "goodwill", amountMinor: 500, capMinor: 900 } as const;
    const interest = { reason: "interest", amountMinor: 70, capMinor: 900 } as const;
    const first = decisionOf("1", [], { compensations: [goodwill, interest] });
    const later = { ...goodwill, amountMinor: 200 };
    const more = { reason: "cost", amountMinor: 3, capMinor: 900 } as const;
    const second = decisionOf("2", [], { corrects: "1", compensations: [more, later] });
    expect(owed(order, [first, second]).compensations).toEqual([
      { reason: "interest", base: null, claimId: "claim of 1", amountMinor: 70 },
      { reason: "cost", base: null, claimId: "claim of 2", amountMinor: 3 },
      { reason: "goodwill", base: null, claimId: "claim of 2", amountMinor: 200 },
    ]);
  });
});
