import { describe, expect, it } from "vitest";
import { owed } from "./index.ts";
import type { AcceptedDecision, OrderFacts, OrderLine } from "./types.ts";
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
    expect(() => owed(order, [returned("1", ["a", -1, 1])])).toThrow(RangeError);
    expect(() => owed(order, [returned("1", ["a", 2, 1])])).toThrow("units `2` to `1`");
    const unreadable = decisionOf("1", [priceHead(["a", "half", 0, 1])]);
    expect(() => owed(order, [unreadable])).toThrow("`half` is not a fraction");
  });
});

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
    const second = decisionOf("2", [], { corrects: "1", compensations: [later] });
    expect(owed(order, [first, second]).compensations).toEqual([
      { reason: "interest", base: null, claimId: "claim of 1", amountMinor: 70 },
      { reason: "goodwill", base: null, claimId: "claim of 2", amountMinor: 200 },
    ]);
  });
});

describe("bases of the order", () => {
  const kinds = ["package", "service", "goods", "shipping", "campaign_fee"] as const;
  const mixed = orderOf({
    lines: [
      ...kinds.map((kind, at) => ({ ...goods(kind, 100 * 2 ** at), kind })),
      { ...goods("red", 5000), kind: "packet" as const, packetId: "red" },
    ],
    paid: 8100,
  });
  const pays = (base: string, fraction = "1/1", packetId: string | null = null): number =>
    total(mixed, decisionOf("1", [headOf(base, fraction, { packetId })]));

  it("pay back the lines that they mean", () => {
    expect(pays("order.prepaid")).toBe(300);
    expect(pays("order.prepaid", "1/7")).toBe(43);
    expect(pays("order.shipping")).toBe(800);
    expect(pays("campaign.fee")).toBe(1600);
    expect(pays("packet.face", "1/1", "red")).toBe(5000);
    expect(pays("packet.face", "1/1", "other")).toBe(0);
  });

  it("round each head by itself", () => {
    const heads = [headOf("order.prepaid", "1/7"), headOf("order.shipping", "1/7")];
    expect(total(mixed, decisionOf("1", heads))).toBe(43 + 115);
  });

  it("add up with other heads on the same line, and never above the unit", () => {
    const both = (prepaid: string, price: string): number =>
      total(
        mixed,
        decisionOf("1", [headOf("order.prepaid", prepaid), priceHead(["package", price, 0, 1])]),
      );
    expect(both("1/2", "1/4")).toBe(150 + 25);
    expect(both("3/4", "3/4")).toBe(100 + 150);
    expect(both("1/1", "1/1")).toBe(300);
  });

  it("give each unit's overlap once", () => {
    const plan = orderOf({ lines: [{ ...goods("p", 100, 4), kind: "package" }], paid: 400 });
    const heads = [headOf("order.prepaid", "1/2"), priceHead(["p", "3/4", 0, 2])];
    const entitlement = owed(plan, [decisionOf("1", heads)]);
    expect(entitlement.totalMinor).toBe(200 + 100);
    expect(entitlement.trace.steps).toContainEqual({ kind: "overlap", amountMinor: 150 });
  });

  it("with a refund on a base that is not of the order, pay it as cash", () => {
    const entitlement = owed(mixed, [
      decisionOf("1", [headOf("apology", "1/1", { baseMinor: 9 })]),
    ]);
    expect([entitlement.totalMinor, entitlement.compensationMinor]).toEqual([0, 9]);
  });
});

describe("tax", () => {
  const taxed = orderOf({
    lines: [
      goods("a", 300, 3),
      { ...goods("tax", 100), kind: "tax", taxOf: "a" },
      { ...goods("free", 0, 2), kind: "goods" },
      { ...goods("duty", 50), kind: "tax", taxOf: "free" },
    ],
    paid: 1050,
  });
  const taxOf = (line: string, ...decisions: AcceptedDecision[]): number =>
    owed(taxed, decisions).lines.find((one) => one.lineId === line)?.refundMinor ?? -1;

  it("follows the refunded fraction of its line, rounded with its head", () => {
    expect(taxOf("tax", returned("1", ["a", 0, 1]))).toBe(34);
    expect(taxOf("tax", returned("1", ["a", 0, 1]), returned("2", ["a", 1, 2]))).toBe(67);
    expect(taxOf("tax", returned("1", ["a", 0, 3]))).toBe(100);
  });

  it("follows units where the line cost nothing", () => {
    expect(taxOf("duty", returned("1", ["free", 0, 1]))).toBe(25);
    expect(taxOf("duty", returned("1", ["free", 0, 2]))).toBe(50);
  });

  it("that is claimed by itself gets the larger of the two", () => {
    const own = decisionOf("1", [priceHead(["tax", "1/2", 0, 1])]);
    expect(taxOf("tax", own)).toBe(50);
    expect(taxOf("tax", own, returned("2", ["a", 0, 1]))).toBe(50);
    expect(taxOf("tax", own, returned("2", ["a", 0, 2]))).toBe(67);
  });
});

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

describe("thresholds, re-priced", () => {
  const tiers = [
    { fromMinor: 20_000, off: { minor: 1000 } },
    { fromMinor: 30_000, off: { minor: 4000 } },
  ];
  const priced = orderOf({
    lines: [goods("a", 10_000, 2), goods("b", 10_000), { ...goods("s", 800), kind: "shipping" }],
    adjustments: [{ kind: "threshold", tiers }],
    thresholdRule: "reprice",
    paid: 26_800,
  });

  it("leave the rest the discount that it reaches by itself", () => {
    expect(total(priced, returned("1", ["b", 0, 1]))).toBe(26_000 - 19_000);
    expect(total(priced, returned("1", ["a", 0, 1]))).toBe(26_000 - 19_000);
    expect(total(priced, returned("1", ["a", 0, 2]))).toBe(26_000 - 10_000);
  });

  it("stay whole while a part of a price is given for goods that stay", () => {
    expect(total(priced, decisionOf("1", [priceHead(["b", "1/2", 0, 1])]))).toBe(4334);
    expect(owed(priced, []).totalMinor).toBe(0);
  });

  it("take nothing from other lines when the rest loses more than goes back", () => {
    const steep = orderOf({
      lines: [goods("a", 1000), goods("b", 29_000), { ...goods("s", 800), kind: "shipping" }],
      adjustments: [{ kind: "threshold", tiers }],
      thresholdRule: "reprice",
      paid: 26_800,
    });
    const shipped = decisionOf("2", [headOf("order.shipping", "1/1")]);
    expect(total(steep, returned("1", ["a", 0, 1]), shipped)).toBe(800);
    const trace = owed(steep, [returned("1", ["a", 0, 1])]).trace.steps;
    expect(trace).toContainEqual({ kind: "reprice", amountMinor: -867 });
  });

  it("give what the rest gains back on the rest, never above its price", () => {
    const order95 = orderOf({
      lines: [goods("a", 3000), goods("b", 7000)],
      adjustments: [{ kind: "threshold", tiers: [{ fromMinor: 6000, off: { minor: 500 } }] }],
      thresholdRule: "reprice",
      paid: 9500,
    });
    const { lines, trace } = owed(order95, [returned("1", ["a", 0, 1])]);
    expect(lines.map((line) => line.refundMinor)).toEqual([2850, 150]);
    expect(trace.steps).toContainEqual({ kind: "reprice", amountMinor: 150 });
    const steep = orderOf({
      lines: [goods("a", 9900), goods("b", 100)],
      adjustments: [
        { kind: "threshold", tiers: [{ fromMinor: 100, off: { minor: 100 } }] },
        { kind: "item_discount", lineId: "b", off: { minor: 60 } },
      ],
      thresholdRule: "reprice",
      paid: 9840,
    });
    expect(owed(steep, [returned("1", ["a", 0, 1])]).totalMinor).toBe(9840);
  });
});

describe("the trace", () => {
  it("goes from paid to owed by way of every head", () => {
    const lines: Pick<OrderLine, "lineId">[] = order.lines.slice();
    expect(lines).toHaveLength(2);
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
