import { describe, expect, it } from "vitest";
import { owed } from "./index.ts";
import type { AcceptedDecision, OrderFacts } from "./types.ts";
import { decisionOf, goods, headOf, orderOf, priceHead, returned } from "./testing/build.ts";

function total(facts: OrderFacts, ...decisions: AcceptedDecision[]): number {
  return owed(facts, decisions).totalMinor;
}

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

  it("round and spread each head over its own lines", () => {
    const lines = [
      goods("a", 100),
      goods("b", 100),
      { ...goods("s", 661), kind: "shipping" as const },
    ];
    const apart = orderOf({ lines, paid: 861 });
    const heads = [
      priceHead(["a", "1/3", 0, 1], ["b", "1/3", 0, 1]),
      headOf("order.shipping", "1/10"),
    ];
    const refunds = owed(apart, [decisionOf("1", heads)]).lines.map((line) => line.refundMinor);
    expect(refunds).toEqual([34, 33, 67]);
  });

  it("are one money through any number of heads that share lines", () => {
    const plan = orderOf({
      lines: [
        { ...goods("p", 10), kind: "package" },
        { ...goods("s", 10), kind: "shipping" },
        goods("a", 10),
      ],
      paid: 30,
    });
    const third = priceHead(["p", "1/3", 0, 1], ["s", "1/3", 0, 1], ["a", "1/3", 0, 1]);
    const heads = [headOf("order.shipping", "1/1"), third, headOf("order.prepaid", "1/3")];
    const entitlement = owed(plan, [decisionOf("1", heads)]);
    expect(entitlement.lines.map((line) => line.refundMinor)).toEqual([7, 10, 4]);
  });

  it("pay back only where a head pays, and as a refund", () => {
    const take = headOf("order.shipping", "1/1", { direction: "take", baseMinor: 800 });
    const cash = headOf("order.shipping", "1/2", { settles: "cash", baseMinor: 800 });
    const { totalMinor, compensationMinor, shortfalls } = owed(mixed, [
      decisionOf("1", [take, cash]),
    ]);
    expect([totalMinor, compensationMinor]).toEqual([0, 400]);
    expect(shortfalls[0]?.amount).toBe(800);
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
    const { steps } = owed(taxed, [own, returned("2", ["a", 0, 1])]).trace;
    expect(steps[0]).toEqual({ kind: "unclaimed", amountMinor: -(1050 - 300 - 100) });
  });
});
