import { describe, expect, it } from "vitest";
import { consequencesOf, consequencesSince } from "./consequences.ts";
import type { Consequence } from "./consequences.ts";
import type { Entitlement } from "./entitlement.ts";

const entitled = (more: Partial<Entitlement>) => {
  return consequencesOf({ currency: "CNY", reclaims: [], restores: [], shortfalls: [], ...more });
};

const packet = {
  kind: "packet" as const,
  id: "P1",
  amount: 100,
  voidAmount: 40,
  offsetMinor: 30,
  clearedMinor: 10,
  shortfallMinor: 20,
};
const short = { reason: "packet" as const, reference: "P1", unit: "packet:P1", amount: 20 };

describe("what decisions bring beside what is paid", () => {
  it("names each part of a reclaim once, in the unit that it is taken in", () => {
    const all = entitled({ reclaims: [packet], shortfalls: [short] });
    expect(all.map(({ kind, unit, amount }) => [kind, unit, amount])).toEqual([
      ["cleared", "packet:P1", 10],
      ["offset", "CNY", 30],
      ["shortfall", "packet:P1", 20],
      ["voided", "packet:P1", 40],
    ]);
    expect(all.reduce((sum, { amount }) => sum + amount, 0)).toBe(packet.amount);
  });

  it("knows points and coupons by their own units", () => {
    const points = { ...packet, kind: "points" as const, id: "G", amount: 5, voidAmount: 5 };
    const reclaims = [{ ...points, offsetMinor: 0, clearedMinor: 0, shortfallMinor: 0 }];
    expect(entitled({ reclaims, restores: [{ couponId: "C" }] })).toEqual([
      { kind: "restored", subject: "coupon", reference: "C", unit: "coupon", amount: 1 },
      { kind: "voided", subject: "points", reference: "G", unit: "points", amount: 5 },
    ]);
  });

  it("changes by the difference, below 0 where less stands, and told again by nothing", () => {
    const one = (kind: Consequence["kind"], amount: number): Consequence => {
      return { kind, subject: "packet", reference: "P1", unit: "packet:P1", amount };
    };
    const told = [one("voided", 40), one("shortfall", 20)];
    const now = [one("voided", 60), one("cleared", 5)];
    const changes = consequencesSince(told, now);
    expect(changes).toEqual([one("cleared", 5), one("shortfall", -20), one("voided", 20)]);
    expect(consequencesSince([...told, ...changes], now)).toEqual([]);
    expect(consequencesSince(now, now)).toEqual([]);
  });
});
