import { describe, expect, it } from "vitest";
import { owed } from "./index.ts";
import type { AcceptedDecision } from "./types.ts";
import { decisionOf, goods, headOf, orderOf } from "./testing/build.ts";

const order = orderOf({ lines: [goods("a", 1000, 2), goods("b", 500)], paid: 2500 });

describe("compensations and grants", () => {
  const cash = (id: string, baseMinor: number, fraction = "1/1"): AcceptedDecision =>
    decisionOf(id, [headOf("return.freight", fraction, { settles: "cash", baseMinor })]);

  it("stand beside the refund: cash heads once per order, the largest, rounded up", () => {
    const entitlement = owed(order, [cash("1", 1201, "1/2"), cash("2", 500)]);
    expect(entitlement.compensations).toEqual([
      { reason: "cost", base: "return.freight", claimId: null, amountMinor: 601 },
    ]);
    expect(entitlement.compensationMinor).toBe(601);
    expect(entitlement.totalMinor).toBe(0);
  });

  it("come from pay heads alone", () => {
    const take = headOf("fine", "1/1", { direction: "take", baseMinor: 9 });
    const grant = headOf("fine", "1/1", { direction: "grant", grant: "points", baseMinor: 9 });
    const { compensations, grants } = owed(order, [decisionOf("1", [take, grant])]);
    expect([compensations, grants.length]).toEqual([[], 1]);
  });

  it("keep within their caps, and leave out what is nothing", () => {
    const compensations = [
      { reason: "interest", amountMinor: 900, capMinor: 700 },
      { reason: "cost", amountMinor: 100, capMinor: 700 },
      { reason: "goodwill", amountMinor: 100, capMinor: 0 },
    ] as const;
    const { compensations: paid } = owed(order, [decisionOf("1", [], { compensations })]);
    expect(paid.map((one) => [one.reason, one.amountMinor])).toEqual([
      ["interest", 700],
      ["cost", 100],
    ]);
  });

  it("grant the largest per base, kind and packet, above the base where it says so", () => {
    const grant = (kind: "voucher" | "points", fraction: string, packetId: string | null = null) =>
      headOf("campaign.bonus", fraction, {
        direction: "grant",
        grant: kind,
        settles: "grant",
        baseMinor: 101,
        packetId,
      });
    const { grants } = owed(order, [
      decisionOf("1", [grant("voucher", "11/10"), grant("points", "1/2", "z")]),
      decisionOf("2", [
        grant("voucher", "1/1"),
        grant("points", "1/3", "y"),
        grant("points", "0/1"),
      ]),
      decisionOf("3", [grant("voucher", "-1/1")]),
    ]);
    const base = "campaign.bonus";
    expect(grants).toEqual([
      { grant: "points", base, packetId: "y", amountMinor: 34 },
      { grant: "points", base, packetId: "z", amountMinor: 51 },
      { grant: "voucher", base, packetId: null, amountMinor: 112 },
    ]);
  });

  it("spread what a decision states over its units, the largest of each unit", () => {
    const head = (from: number, to: number, baseMinor: number) =>
      headOf("repair", "1/1", { settles: "cash", lineId: "a", from, to, baseMinor });
    const amount = (...heads: ReturnType<typeof head>[]): number =>
      owed(
        order,
        heads.map((one, at) => decisionOf(`${at}`, [one])),
      ).compensationMinor;
    expect(amount(head(0, 2, 100), head(0, 1, 80))).toBe(130);
    expect(amount(head(0, 2, 100), head(0, 1, 20))).toBe(100);
    expect(amount(head(0, 0, 100))).toBe(0);
    expect(amount(head(1, 2, 50))).toBe(50);
  });
});
