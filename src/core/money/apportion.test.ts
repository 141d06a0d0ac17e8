import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  amountMaxMinor,
  apportion,
  apportionByShares,
  compare,
  fraction,
  formatDecimal,
  subtract,
} from "./index.ts";

const runs = { seed: 20261122, numRuns: 400 };
const sum = (values: readonly number[]) => values.reduce((left, value) => left + value, 0);

/** The rule as it is told: each unit to the largest weight / (2 × held + 1), the earlier first. */
function unitByUnit(total: number, weights: readonly bigint[], caps: readonly number[]): number[] {
  const held = weights.map(() => 0);
  for (let unit = 0; unit < total; unit += 1) {
    let best = -1;
    for (const [part, weight] of weights.entries()) {
      if (weight === 0n || held[part]! >= caps[part]!) continue;
      const claim = fraction(weight, 2 * held[part]! + 1);
      if (best < 0 || compare(claim, fraction(weights[best]!, 2 * held[best]! + 1)) > 0)
        best = part;
    }
    held[best]! += 1;
  }
  return held;
}

const amounts = (most: number) => fc.array(fc.nat({ max: most }), { minLength: 1, maxLength: 8 });
const split = (most: number) =>
  amounts(most).chain((parts) => fc.tuple(fc.constant(parts), fc.nat({ max: sum(parts) })));
/** Up to 2^53 − 1 in all. */
const hugeSplit = split(Math.floor(amountMaxMinor / 8));

describe("apportionment", () => {
  it("refunds 35, then 36 of tenders 43, 7 and 49 without the Alabama paradox", () => {
    const before = apportion(35, [43, 7, 49]);
    const after = apportion(36, [43, 7, 49]);
    expect(before).toEqual([15, 3, 17]);
    expect(after).toEqual([15, 3, 18]);
    expect(after.every((part, index) => part >= before[index]!)).toBe(true);
  });

  it("splits a coupon of 10.00 over three equal items as 3.34, 3.33, 3.33 (mall#356)", () => {
    const parts = apportion(1000, [1000, 1000, 1000]);
    expect(parts.map((part) => formatDecimal(part, "CNY"))).toEqual(["3.34", "3.33", "3.33"]);
  });

  it("gives equal claims to the earlier part, and takes them back from the later", () => {
    expect(apportion(1, [5, 5])).toEqual([1, 0]);
    expect(apportion(2, [5, 5, 5])).toEqual([1, 1, 0]);
    // 3/3 and 1/1 are equal claims to the second unit.
    expect(apportion(2, [3, 1])).toEqual([2, 0]);
    expect(apportion(2, [1, 3])).toEqual([1, 1]);
  });

  it("knows no parts, no total and parts without weight", () => {
    expect(apportion(0, [])).toEqual([]);
    expect(apportion(0, [0, 0])).toEqual([0, 0]);
    expect(apportion(0, [3, 4])).toEqual([0, 0]);
    expect(apportion(4, [0, 4, 0])).toEqual([0, 4, 0]);
  });

  it("sends on what a full part cannot hold", () => {
    expect(apportion(10, [100, 1, 1], [2, 10, 10])).toEqual([2, 4, 4]);
    expect(apportion(11, [100, 1, 1], [2, 10, 10])).toEqual([2, 5, 4]);
    expect(apportion(12, [100, 10, 1], [2, 3, 10])).toEqual([2, 3, 7]);
    expect(apportion(3, [1, 1], [0, 9])).toEqual([0, 3]);
  });

  it("takes shares that are no amounts, below and beyond their sum", () => {
    expect(apportionByShares(100, [1n, 2n, 1n], [100, 100, 100])).toEqual([25, 50, 25]);
    expect(apportionByShares(100, [1n, 2n, 1n], [100, 30, 100])).toEqual([35, 30, 35]);
    const share = 10n ** 40n;
    expect(apportionByShares(3, [share, share + 1n], [9, 9])).toEqual([1, 2]);
    expect(apportionByShares(3, [share + 1n, share], [9, 9])).toEqual([2, 1]);
  });

  it("is exact up to 2^53 − 1 in constant time", () => {
    const most = amountMaxMinor;
    expect(apportion(most, [most])).toEqual([most]);
    expect(apportion(most, [most, most])).toEqual([(most + 1) / 2, (most - 1) / 2]);
    expect(apportion(most - 1, [most, most, 0])).toEqual([(most - 1) / 2, (most - 1) / 2, 0]);
    expect(apportion(most, [1, 2], [most, most])).toEqual([
      3_002_399_751_580_330, 6_004_799_503_160_661,
    ]);
  });

  it("is computed directly though parts are full one after the other", () => {
    const room = 2 ** 50;
    const caps = [10, room, 1000, room];
    expect(apportion(room + 1010, [10n ** 12n, 1n, 10n ** 6n, 3n], caps)).toEqual([
      10,
      room / 4,
      1000,
      (room / 4) * 3,
    ]);
  });

  it("refuses what it cannot split", () => {
    expect(() => apportion(-1, [1])).toThrow(
      new RangeError("a total, weight or cap to apportion is negative: use 0 or more"),
    );
    expect(() => apportion(1, [-1, 5], [5, 5])).toThrow(/negative/);
    expect(() => apportion(1, [1, 5], [-5, 5])).toThrow(/negative/);
    expect(() => apportion(8, [3, 4])).toThrow(
      new RangeError("`8` is more than the parts with a weight can hold, 7"),
    );
    expect(() => apportion(8, [0, 4], [9, 7])).toThrow(/can hold, 7/);
    expect(() => apportion(1, [])).toThrow(/can hold, 0/);
    expect(() => apportion(1, [1, 2], [1])).toThrow(
      new RangeError("2 weights and 1 caps: give one cap each"),
    );
    expect(() => apportion(0.5, [1])).toThrow("`0.5` is not an amount");
    expect(() => apportion(1, [1.5])).toThrow("`1.5` is not an amount");
    expect(() => apportion(1, [1], [2 ** 53])).toThrow("`9007199254740992` is not an amount");
    expect(() => apportion(1, [2n ** 60n])).toThrow("is not an amount");
  });
});

describe("every apportionment", () => {
  it("has the total as its sum and stays within the parts", () => {
    fc.assert(
      fc.property(hugeSplit, ([parts, total]) => {
        const held = apportion(total, parts);
        expect(sum(held)).toBe(total);
        expect(held.every((part, index) => part >= 0 && part <= parts[index]!)).toBe(true);
      }),
      runs,
    );
  });

  const farthest = (total: number, parts: readonly number[]): number =>
    Math.max(
      ...apportion(total, parts).map((held, index) =>
        Math.abs(held - (total * parts[index]!) / sum(parts)),
      ),
    );

  it("comes near (n − 1) / 2 units from the true share of n parts", () => {
    expect(farthest(33, [5, 1, 3, 1, 60, 1])).toBeCloseTo(2.11, 2);
    for (const others of [2, 3, 5, 7]) {
      const parts = [100_001, ...Array.from({ length: others }, () => 1)];
      const found = farthest(50_000, parts);
      expect(found).toBeGreaterThan(others / 2 - 0.001);
      expect(found).toBeLessThanOrEqual(others / 2);
    }
  });

  it("is within (n − 1) / 2 units of the true shares of n parts, and half of one", () => {
    fc.assert(
      fc.property(fc.oneof(split(60), hugeSplit), ([parts, total]) => {
        const whole = sum(parts);
        fc.pre(whole > 0);
        const bound = fraction(Math.max(1, parts.length - 1), 2);
        for (const [index, held] of apportion(total, parts).entries()) {
          const share = fraction(BigInt(total) * BigInt(parts[index]!), BigInt(whole));
          const away = subtract(fraction(held), share);
          expect(compare(away, bound)).toBeLessThanOrEqual(0);
          expect(compare(subtract(share, fraction(held)), bound)).toBeLessThanOrEqual(0);
        }
      }),
      runs,
    );
  });

  it("grows with the total in exactly one part at a time", () => {
    fc.assert(
      fc.property(fc.oneof(split(60), hugeSplit), ([parts, total]) => {
        fc.pre(total > 0);
        const [before, after] = [apportion(total - 1, parts), apportion(total, parts)];
        expect(after.filter((part, index) => part === before[index]! + 1)).toHaveLength(1);
        expect(after.filter((part, index) => part === before[index])).toHaveLength(
          parts.length - 1,
        );
      }),
      runs,
    );
  });

  it("equals the parts at the full total", () => {
    fc.assert(
      fc.property(amounts(Math.floor(amountMaxMinor / 8)), (parts) => {
        expect(apportion(sum(parts), parts)).toEqual(parts);
      }),
      runs,
    );
  });

  it("agrees with the rule applied unit by unit", () => {
    const part = fc.record({ weight: fc.bigInt({ min: 0n, max: 30n }), cap: fc.nat({ max: 25 }) });
    const scale = fc.constantFrom(1n, 7n, 10n ** 12n, 10n ** 30n);
    const input = fc
      .tuple(fc.array(part, { minLength: 1, maxLength: 8 }), scale)
      .chain(([parts, by]) => {
        const room = sum(parts.map(({ weight, cap }) => (weight === 0n ? 0 : cap)));
        const scaled = parts.map(({ weight, cap }) => ({ weight: weight * by, cap }));
        return fc.tuple(fc.constant(scaled), fc.nat({ max: room }));
      });
    fc.assert(
      fc.property(input, ([parts, total]) => {
        const weights = parts.map(({ weight }) => weight);
        const caps = parts.map(({ cap }) => cap);
        const expected = unitByUnit(total, weights, caps);
        expect(apportionByShares(total, weights, caps)).toEqual(expected);
      }),
      runs,
    );
  });

  it("agrees with it on amounts", () => {
    fc.assert(
      fc.property(split(40), ([parts, total]) => {
        expect(apportion(total, parts)).toEqual(unitByUnit(total, parts.map(BigInt), parts));
      }),
      runs,
    );
  });
});
