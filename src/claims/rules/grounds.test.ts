import { describe, expect, test } from "vitest";
import type { AcceptedDecision, Dispute, OrderFacts } from "../../core/index.ts";
import { groundsOf, settlementOf } from "./grounds.ts";

const dispute: Dispute = { disputeId: "x", tenderId: "card", state: "open", allocations: [] };
const packet = { spentMinor: 5, returnedMinor: 0 };
const granted = { kind: "packet", id: "P", amount: 100, allocations: [], packet } as const;
const points = { kind: "points", id: "Q", amount: 7, allocations: [], packet: null } as const;

const facts: OrderFacts = {
  ...{ currency: "CNY", zone: "UTC", lines: [], tenders: [], split: [] },
  ...{ thresholdRule: "keep", thresholds: [], coupons: [] },
  ...{ granted: [granted, points], disputes: [dispute], outsideDebits: [] },
};

const accepted = (decisionId: string): AcceptedDecision => ({
  ...{ decisionId, claimId: "c", corrects: null, heads: [] },
});

const taken = [
  { tenderId: "card", units: 3 },
  { tenderId: "points", units: 0 },
];
const grounds = groundsOf({ facts, accepted: [accepted("a")], taken, takenBeside: [] });

describe("what settlement knew", () => {
  test("is kept without what is frozen or nothing", () => {
    expect(grounds).toEqual({
      earlier: ["a"],
      taken: [{ tenderId: "card", units: 3 }],
      takenBeside: [],
      disputes: [dispute],
      outsideDebits: [],
      packets: [{ id: "P", spentMinor: 5, returnedMinor: 0 }],
    });
  });

  test("comes back, whatever has happened since", () => {
    const now = {
      facts: {
        ...facts,
        granted: [{ ...granted, packet: { spentMinor: 90, returnedMinor: 9 } }, points],
        disputes: [{ ...dispute, state: "lost" } as const],
      },
      ...{ all: [accepted("a"), accepted("b")], earlier: ["a", "b"], taken: [], takenBeside: [] },
    };
    const then = settlementOf(now, grounds);
    expect(then.order).toEqual(facts);
    expect(then.asOf).toBe("decision");
    expect(then.earlier).toEqual([accepted("a")]);
    expect(then.taken).toEqual([{ tenderId: "card", units: 3 }]);
    const today = settlementOf(now, null);
    expect(today.order).toEqual(now.facts);
    expect(today.asOf).toBe("issue");
    expect(today.earlier).toHaveLength(2);
  });
});
