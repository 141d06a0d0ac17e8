import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  amountMaxMinor,
  amountOfUnits,
  apportion,
  apportionUnits,
  cumulativeUnits,
} from "./index.ts";

const runs = { seed: 20261122, numRuns: 400 };

describe("equal units", () => {
  it("share 10 as 4, 3, 3", () => {
    expect(apportionUnits(10, 3)).toEqual([4, 3, 3]);
    expect([0, 1, 2, 3].map((upTo) => cumulativeUnits(10, 3, upTo))).toEqual([0, 4, 7, 10]);
    expect(amountOfUnits(10, 3, 1, 3)).toBe(6);
    expect(amountOfUnits(10, 3, 2, 2)).toBe(0);
  });

  it("have nothing each while the total is below their number, but for the first", () => {
    expect(apportionUnits(2, 5)).toEqual([1, 1, 0, 0, 0]);
    expect(apportionUnits(0, 2)).toEqual([0, 0]);
    expect(apportionUnits(7, 1)).toEqual([7]);
  });

  it("are exact for 74,215 units and for the largest amount", () => {
    expect(cumulativeUnits(7_718_361, 74_215, 74_215)).toBe(7_718_361);
    expect(cumulativeUnits(amountMaxMinor, 74_215, 74_215)).toBe(amountMaxMinor);
    expect(cumulativeUnits(amountMaxMinor, 2, 1)).toBe((amountMaxMinor + 1) / 2);
    expect(apportionUnits(7_718_361, 74_215)).toHaveLength(74_215);
  });

  it.each([
    [-1, 3, 1],
    [10, 0, 0],
    [10, -2, -2],
    [10, 3, -1],
    [10, 3, 4],
  ])("refuse %d over %d up to %d", (total, count, upTo) => {
    expect(() => cumulativeUnits(total, count, upTo)).toThrow(
      new RangeError(
        `\`${total}\` over \`${count}\` units up to unit \`${upTo}\`: use a total of 0 or more, ` +
          "at least one unit, and a unit among them",
      ),
    );
  });

  it("refuse fractions, and a range that runs backwards", () => {
    expect(() => cumulativeUnits(0.5, 3, 1)).toThrow("`0.5` is not an amount");
    expect(() => cumulativeUnits(10, 3.5, 1)).toThrow("`3.5` is not an amount");
    expect(() => cumulativeUnits(10, 3, 1.5)).toThrow("`1.5` is not an amount");
    expect(() => apportionUnits(10, 0)).toThrow(/at least one unit/);
    expect(() => amountOfUnits(10, 3, 2, 1)).toThrow(
      new RangeError("units `2` to `1`: give the smaller first"),
    );
  });

  it("are apportionment with equal weights", () => {
    const input = fc.tuple(fc.nat({ max: 200 }), fc.integer({ min: 1, max: 20 }));
    fc.assert(
      fc.property(input, ([total, count]) => {
        const caps = Array.from({ length: count }, () => total);
        expect(apportionUnits(total, count)).toEqual(
          apportion(
            total,
            Array.from({ length: count }, () => 1),
            caps,
          ),
        );
      }),
      runs,
    );
  });

  it("never shrink when the total grows, and add up over any cut", () => {
    const input = fc
      .tuple(fc.nat({ max: amountMaxMinor - 1 }), fc.integer({ min: 1, max: 74_215 }))
      .chain(([total, count]) => fc.tuple(fc.constant([total, count]), fc.nat({ max: count - 1 })));
    fc.assert(
      fc.property(input, ([[total = 0, count = 1], unit]) => {
        const amount = amountOfUnits(total, count, unit, unit + 1);
        const grown = amountOfUnits(total + 1, count, unit, unit + 1);
        expect([amount, amount + 1]).toContain(grown);
        const rest = amountOfUnits(total, count, unit + 1, count);
        expect(cumulativeUnits(total, count, unit) + amount + rest).toBe(total);
      }),
      runs,
    );
  });
});
