import { describe, expect, it } from "vitest";
import { isRefusal, largestRemainder } from "../money/index.ts";
import { freezeOrder } from "./index.ts";
import { goods } from "./testing/build.ts";
import { randomFrom } from "./testing/random.ts";
import { randomOrder } from "./testing/random-order.ts";
import { tries } from "../testing.ts";

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

describe("freezeOrder, on random orders", () => {
  it("splits lines over tenders with exact sums of rows and columns", () => {
    for (let seed = 1; seed <= tries(600); seed += 1) {
      const { lines, tenders, split } = randomOrder(randomFrom(seed));
      expect(split.map(sum), `seed ${seed}`).toEqual(lines.map((line) => line.paidMinor));
      const columns = tenders.map((_, at) => sum(split.map((row) => row[at]!)));
      expect(columns, `seed ${seed}`).toEqual(tenders.map((tender) => tender.valueMinor));
      expect(split.flat().every((cell) => cell >= 0)).toBe(true);
    }
  });

  it("stays the same when it is written down and read again", () => {
    const order = randomOrder(randomFrom(7));
    expect(JSON.parse(JSON.stringify(order))).toEqual(order);
  });

  // A split exists exactly when no set of tenders is worth more than the lines it may pay (Hall).
  it("refuses restrictions only when no split can honour them", () => {
    let refused = 0;
    for (let seed = 1; seed <= 600; seed += 1) {
      const random = randomFrom(seed);
      const lines = Array.from({ length: 1 + random.below(5) }, (_, at) =>
        goods(`line ${at}`, random.below(30)),
      );
      const prices = lines.map((line) => line.unitPriceMinor);
      const weights = Array.from({ length: 1 + random.below(5) }, () => 1 + random.below(5));
      const tenders = largestRemainder(sum(prices), weights)
        .map((units, at) => ({
          tenderId: `tender ${at}`,
          kind: "packet" as const,
          unit: `packet:${at}`,
          units,
          lineIds: lines.filter(() => random.chance(55)).map((line) => line.lineId),
        }))
        .filter((tender) => tender.units > 0);
      const subsets = Array.from({ length: 2 ** tenders.length }, (_, bits) =>
        tenders.filter((_tender, at) => (bits >> at) % 2 === 1),
      );
      const possible = subsets.every((subset) => {
        const allowed = new Set(subset.flatMap((tender) => tender.lineIds));
        const room = lines.filter((line) => allowed.has(line.lineId));
        const worth = sum(subset.map((tender) => tender.units));
        return worth <= sum(room.map((line) => line.unitPriceMinor));
      });
      const draft = { currency: "CNY", zone: "Asia/Shanghai", adjustments: [], granted: [] };
      const order = freezeOrder({ ...draft, lines, tenders });
      expect(!isRefusal(order), `seed ${seed}`).toBe(possible);
      if (isRefusal(order)) {
        expect(order.code).toBe("restriction_not_met");
        refused += 1;
        continue;
      }
      for (const [at, row] of order.split.entries()) {
        const strangers = row.filter(
          (cell, tender) => cell > 0 && !tenders[tender]!.lineIds.includes(lines[at]!.lineId),
        );
        expect(strangers, `seed ${seed}`).toEqual([]);
      }
    }
    expect(refused).toBeGreaterThan(60);
    expect(refused).toBeLessThan(540);
  });
});
