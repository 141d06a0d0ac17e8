import { describe, expect, it } from "vitest";
import { owed, planDue } from "./index.ts";
import { fullReturn, goods, orderOf } from "./testing/build.ts";

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
