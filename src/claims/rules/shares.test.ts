import { describe, expect, it } from "vitest";
import { freezeOrder, isRefusal } from "../../core/index.ts";
import type { AcceptedDecision, Dispute, OrderFacts } from "../../core/index.ts";
import { freedDues, standings } from "./shares.ts";

function lamps(disputes: readonly Dispute[]): OrderFacts {
  const line = { lineId: "1", kind: "goods" as const, quantity: 2, unitPriceMinor: 100 };
  const frozen = freezeOrder({
    currency: "CNY",
    zone: "Asia/Shanghai",
    thresholdRule: "keep",
    lines: [line],
    adjustments: [],
    granted: [],
    tenders: [{ tenderId: "t", kind: "money", unit: "CNY", units: 200 }],
  });
  if (isRefusal(frozen)) throw new Error(frozen.sentence);
  return { ...frozen, disputes };
}

const chargeback = (state: Dispute["state"], amountMinor: number): Dispute => ({
  disputeId: "d",
  tenderId: "t",
  state,
  allocations: [{ lineId: "1", amountMinor }],
});

const pays = (claimId: string, from: number): AcceptedDecision => {
  const item = { lineId: "1", packetId: null, from, to: from + 1, baseMinor: 100, fraction: "1/1" };
  const head = { direction: "pay", base: "line.paid", grant: null, settles: "refund" } as const;
  const heads = [{ ...head, items: [item] }];
  return { decisionId: claimId, claimId, corrects: null, heads };
};

const both = [pays("a", 0), pays("b", 1)];
const told = (facts: OrderFacts, taken: readonly [string, number][] = []) =>
  standings(
    facts,
    both,
    taken.map(([claimId, units]) => ({ claimId, tenderId: "t", units })),
  ).map(({ heldUnits, dueUnits, chargedBackUnits }) => [heldUnits, dueUnits, chargedBackUnits]);

describe("the parts of two claims on one tender", () => {
  it("are due where nothing disputes them, less what was taken on", () => {
    expect(told(lamps([]))).toEqual([
      [0, 100, 0],
      [0, 100, 0],
    ]);
    expect(told(lamps([]), [["a", 100]])).toEqual([
      [0, 0, 0],
      [0, 100, 0],
    ]);
  });

  it("are held by an open chargeback, the earlier claim's first, and never what was paid", () => {
    expect(told(lamps([chargeback("open", 150)]))).toEqual([
      [100, 0, 0],
      [50, 50, 0],
    ]);
    expect(told(lamps([chargeback("open", 200)]), [["a", 100]])).toEqual([
      [0, 0, 0],
      [100, 0, 0],
    ]);
  });

  it("went back by a lost one, and are due again when it is won", () => {
    expect(told(lamps([chargeback("lost", 200)]))).toEqual([
      [0, 0, 100],
      [0, 0, 100],
    ]);
    expect(told(lamps([chargeback("won", 200)]))).toEqual([
      [0, 100, 0],
      [0, 100, 0],
    ]);
  });
});

describe("what was freed", () => {
  const due = (claimId: string, dueUnits: number) => {
    const none = { unit: "CNY", heldUnits: 0, chargedBackUnits: 0 };
    return { claimId, tenderId: "t", dueUnits, ...none };
  };

  it("goes to each claim's own part, never above what the order owes in all", () => {
    const standing = [due("a", 100), due("b", 100)];
    expect(freedDues(standing, [{ tenderId: "t", units: 130 }])).toEqual([
      { claimId: "a", tenderId: "t", units: 100 },
      { claimId: "b", tenderId: "t", units: 30 },
    ]);
    expect(freedDues(standing, [{ tenderId: "t", units: 500 }])).toHaveLength(2);
    expect(freedDues(standing, [])).toEqual([]);
  });
});
