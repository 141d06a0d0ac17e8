import { describe, expect, it } from "vitest";
import { owed } from "./index.ts";
import { decisionOf, goods, orderOf, priceHead } from "./testing/build.ts";

describe("tenders", () => {
  it("do not give back what they gave before when the refund grows (the Alabama paradox)", () => {
    const tenders = [43, 7, 49].map((units, at) => ({
      tenderId: `${at}`,
      kind: "money" as const,
      unit: "CNY",
      units,
    }));
    const split = orderOf({ lines: [goods("a", 99)], tenders });
    const refund = (minor: number): number[] =>
      owed(split, [decisionOf("1", [priceHead(["a", `${minor}/99`, 0, 1])])]).tenders.map(
        (tender) => tender.refundUnits,
      );
    for (let minor = 1; minor <= 99; minor += 1) {
      const [before, after] = [refund(minor - 1), refund(minor)];
      expect(after.every((units, at) => units >= before[at]!)).toBe(true);
      expect(after.reduce((a, b) => a + b, 0)).toBe(minor);
    }
  });

  it("convert by value: points up, pieces down, all of the value into all units", () => {
    const means = [
      { tenderId: "points", kind: "points", unit: "points", units: 30, value: { minor: 100 } },
      { tenderId: "packet", kind: "packet", unit: "packet:p", units: 1, value: { minor: 100 } },
      { tenderId: "many", kind: "gift_card", unit: "g", units: 1000, value: { minor: 100 } },
    ] as const;
    const paid = orderOf({ lines: [goods("a", 300)], tenders: means });
    const units = (fraction: string): number[] =>
      owed(paid, [decisionOf("1", [priceHead(["a", fraction, 0, 1])])]).tenders.map(
        (tender) => tender.refundUnits,
      );
    expect(units("1/100")).toEqual([1, 0, 10]);
    expect(units("1/2")).toEqual([15, 0, 500]);
    expect(units("51/100")).toEqual([16, 0, 510]);
    expect(units("1/1")).toEqual([30, 1, 1000]);
  });
});
