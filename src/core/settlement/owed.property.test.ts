import { describe, expect, it } from "vitest";
import { parseFraction } from "../money/index.ts";
import { owed, planDue } from "./index.ts";
import type { AcceptedDecision, Due, Entitlement, OrderFacts } from "./types.ts";
import { fullReturn } from "./testing/build.ts";
import { type Random, randomFrom } from "./testing/random.ts";
import { randomDecisions } from "./testing/random-decisions.ts";
import { randomOrder } from "./testing/random-order.ts";
import { tries } from "../testing.ts";

type Check = (order: OrderFacts, decisions: AcceptedDecision[], random: Random) => void;

/** Runs a check on seeded orders; a failure names its seed. */
function onRandom(check: Check, { calm = false, seeds = 400 } = {}): void {
  for (let seed = 1; seed <= tries(seeds); seed += 1) {
    const random = randomFrom(seed);
    const order = randomOrder(random, { largestPriceMinor: 300, trouble: calm ? 0 : 40 });
    const decisions = randomDecisions(random, order, { takes: !calm, corrections: !calm });
    try {
      check(order, decisions, random);
    } catch (cause) {
      throw new Error(`seed ${seed}`, { cause });
    }
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

function shuffled<T>(random: Random, values: readonly T[]): T[] {
  const left = [...values];
  return values.map(() => left.splice(random.below(left.length), 1)[0]!);
}

/** The same answers as many claims of one unit each. */
function inUnits(decisions: readonly AcceptedDecision[]): AcceptedDecision[] {
  return decisions.flatMap((decision) =>
    decision.heads.flatMap((head, at) =>
      head.items.flatMap((item, index) =>
        Array.from({ length: item.to - item.from }, (_, unit) => ({
          ...decision,
          decisionId: `${decision.decisionId} ${at} ${index} ${unit}`,
          heads: [
            { ...head, items: [{ ...item, from: item.from + unit, to: item.from + unit + 1 }] },
          ],
        })),
      ),
    ),
  );
}

const keep = (order: OrderFacts): OrderFacts => ({ ...order, thresholdRule: "keep" });
const reprice = (order: OrderFacts): OrderFacts => ({ ...order, thresholdRule: "reprice" });

describe("owed, on random orders and claims", () => {
  it("stays between nothing and what was captured, per line, tender and unit", () => {
    onRandom((order, decisions) => {
      const { lines, tenders, totalMinor, compensations, grants } = owed(order, decisions);
      for (const [at, { refundMinor }] of lines.entries()) {
        expect(refundMinor).toBeGreaterThanOrEqual(0);
        expect(refundMinor).toBeLessThanOrEqual(order.lines[at]!.paidMinor);
      }
      for (const [at, tender] of tenders.entries()) {
        const { units, valueMinor } = order.tenders[at]!;
        for (const amount of [tender.refundMinor, tender.refundUnits, tender.heldUnits]) {
          expect(amount).toBeGreaterThanOrEqual(0);
        }
        expect(tender.refundMinor).toBeLessThanOrEqual(valueMinor);
        expect(tender.refundUnits).toBeLessThanOrEqual(units);
        expect(tender.heldUnits + tender.chargedBackUnits).toBeLessThanOrEqual(tender.refundUnits);
      }
      expect(sum(lines.map((line) => line.refundMinor))).toBe(totalMinor);
      expect(sum(tenders.map((tender) => tender.refundMinor))).toBe(totalMinor);
      for (const { amountMinor } of [...compensations, ...grants]) {
        expect(amountMinor).toBeGreaterThan(0);
      }
    });
  });

  it("never falls when a claim is added, under keep", () => {
    onRandom(
      (order, decisions) => {
        const totals = decisions.map((_, at) => owed(keep(order), decisions.slice(0, at + 1)));
        for (const [at, { totalMinor }] of totals.entries()) {
          expect(totalMinor).toBeGreaterThanOrEqual(totals[at - 1]?.totalMinor ?? 0);
        }
      },
      { calm: true, seeds: 1000 },
    );
  });

  it("ends at what was paid in every tender when everything goes back, under both rules", () => {
    onRandom(
      (order, decisions) => {
        for (const rule of [keep(order), reprice(order)]) {
          const { tenders } = owed(rule, [...decisions, fullReturn(order)]);
          expect(tenders.map((tender) => tender.refundUnits)).toEqual(
            order.tenders.map((tender) => tender.units),
          );
        }
      },
      { calm: true },
    );
  });

  it("is the same in any order of the decisions, and when one is read twice", () => {
    onRandom((order, decisions, random) => {
      const shuffle = shuffled(random, [...decisions, ...decisions.slice(0, 1)]);
      expect(owed(order, shuffle)).toEqual(owed(order, decisions));
    });
  });

  it("is the same when equal answers are claimed unit by unit", () => {
    onRandom(
      (order, decisions) => {
        expect(owed(order, inUnits(decisions))).toEqual(owed(order, decisions));
      },
      { calm: true },
    );
  });

  it("is within one unit of the exact share per head, never below it", () => {
    onRandom(
      (order, decisions) => {
        const lines = decisions.map((decision) => ({
          ...decision,
          heads: decision.heads.filter((head) => head.base === "line.paid"),
        }));
        const { totalMinor, trace } = owed(keep(order), lines);
        const deduction = trace.steps.find((step) => step.kind === "deduction");
        if (deduction?.kind !== "deduction") return;
        const { n, d } = parseFraction(deduction.exact) as { n: number; d: number };
        expect(totalMinor).toBe(Math.ceil(n / d));
      },
      { calm: true },
    );
  });

  it("tells the way from paid to owed in steps that sum up", () => {
    onRandom((order, decisions) => {
      const { trace, totalMinor } = owed(order, decisions);
      expect(trace.paidMinor).toBe(sum(order.lines.map((line) => line.paidMinor)));
      const steps = sum(trace.steps.map((step) => step.amountMinor));
      expect(trace.paidMinor + steps).toBe(totalMinor);
      expect(trace.totalMinor).toBe(totalMinor);
      expect(trace.heldMinor + trace.chargedBackMinor).toBeLessThanOrEqual(totalMinor);
    });
  });
});

describe("planDue, on random orders and claims", () => {
  const paidOf = (taken: readonly Due[], key: "tenderId" | "unit", value: string): number =>
    sum(taken.filter((due) => due[key] === value).map((due) => due.units));
  const payable = ({ tenders }: Entitlement, unit: string): number =>
    sum(tenders.filter((tender) => tender.unit === unit).map((tender) => tender.payableUnits));

  it("pays each unit up to its net and no tender above its capture, claim after claim", () => {
    onRandom((order, decisions) => {
      const taken: Due[] = [];
      for (const [at] of decisions.entries()) {
        const entitlement = owed(order, decisions.slice(0, at + 1));
        const units = [...new Set(order.tenders.map((tender) => tender.unit))];
        const before = units.map((unit) => paidOf(taken, "unit", unit));
        const { dues, carried } = planDue(entitlement, taken);
        taken.push(...dues);
        expect(dues.every((due) => due.units > 0)).toBe(true);
        for (const [index, unit] of units.entries()) {
          const net = payable(entitlement, unit) - before[index]!;
          expect(paidOf(dues, "unit", unit)).toBeLessThanOrEqual(Math.max(0, net));
          const over = carried.filter((one) => one.unit === unit).map((one) => one.units);
          expect(over).toEqual(net < 0 ? [-net] : []);
        }
        if (order.tenders.every(({ units: all, valueMinor }) => all === valueMinor)) {
          const paid = sum(taken.map((due) => due.units));
          expect(paid).toBeLessThanOrEqual(Math.max(entitlement.totalMinor, sum(before)));
        }
        for (const { tenderId, units: captured } of order.tenders) {
          expect(paidOf(taken, "tenderId", tenderId)).toBeLessThanOrEqual(captured);
        }
      }
    });
  });

  it("has paid every tender in full once everything went back, whatever came before", () => {
    onRandom(
      (order, decisions) => {
        const taken: Due[] = [];
        for (const last of [...decisions.keys(), decisions.length]) {
          const known = decisions.slice(0, last + 1);
          const all = last === decisions.length ? [...known, fullReturn(order)] : known;
          taken.push(...planDue(owed(reprice(order), all), taken).dues);
        }
        for (const { unit } of order.tenders) {
          const captured = order.tenders.filter((tender) => tender.unit === unit);
          expect(paidOf(taken, "unit", unit)).toBe(sum(captured.map((tender) => tender.units)));
        }
      },
      { calm: true },
    );
  });
});
