import { expect, it } from "vitest";
import { accepted } from "../money/index.ts";
import { balanceDue, freezeBalance, freezeOrder, linePrices, owed, planDue } from "./index.ts";
import type { AcceptedDecision, OrderDraft, OrderFacts } from "./types.ts";
import { fullReturn } from "./testing/build.ts";
import { type Random, randomFrom } from "./testing/random.ts";
import { randomDecisions } from "./testing/random-decisions.ts";
import { randomDraft } from "./testing/random-order.ts";
import { tries } from "../testing.ts";

/** An order after each of its payments, and as it is when all is paid at once. */
type Stages = { readonly atOnce: OrderFacts; readonly stages: readonly OrderFacts[] };

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

/** Pays with one tender after another, some of them together. */
function paidInParts(random: Random, draft: OrderDraft): Stages {
  const atOnce = accepted<OrderFacts>(freezeOrder(draft));
  const last = draft.tenders.length;
  const ends = draft.tenders
    .map((_, at) => at + 1)
    .filter((at) => at === last || random.chance(60));
  let from = 0;
  const stages: OrderFacts[] = [];
  for (const end of ends) {
    const tenders = draft.tenders.slice(from, end);
    const balanceDueMinor = sum(atOnce.tenders.slice(end).map(({ valueMinor }) => valueMinor));
    const before = stages.at(-1);
    const frozen =
      before === undefined
        ? freezeOrder({ ...draft, tenders, balanceDueMinor })
        : freezeBalance(before, { tenders, balanceDueMinor });
    stages.push(accepted<OrderFacts>(frozen));
    from = end;
  }
  return { atOnce, stages };
}

type Check = (parts: Stages, decisions: AcceptedDecision[]) => void;

function onRandom(check: Check, change: (draft: OrderDraft) => OrderDraft = (it) => it): void {
  for (let seed = 1; seed <= tries(300); seed += 1) {
    const random = randomFrom(seed);
    const options = { largestPriceMinor: random.chance(50) ? 300 : 12, trouble: 0 };
    const parts = paidInParts(random, change(randomDraft(random, options)));
    if (parts.stages.length === 0) continue;
    const decisions = randomDecisions(random, parts.atOnce, { takes: false, corrections: false });
    try {
      check(parts, decisions);
    } catch (cause) {
      throw new Error(`seed ${seed}`, { cause });
    }
  }
}

/** Pays out what is due after each payment; what went back on each tender, after each. */
function paidBack(stages: readonly OrderFacts[], decisions: readonly AcceptedDecision[]) {
  const taken = new Map<string, number>();
  return stages.map((order) => {
    const known = order.tenders.map(({ tenderId }) => {
      return { tenderId, units: taken.get(tenderId) ?? 0 };
    });
    for (const { tenderId, units } of planDue(owed(order, decisions), known).dues) {
      expect(units).toBeGreaterThan(0);
      taken.set(tenderId, (taken.get(tenderId) ?? 0) + units);
    }
    return order.tenders.map(({ tenderId }) => taken.get(tenderId) ?? 0);
  });
}

it("an order that is paid in parts ends as one that is paid at once", () => {
  let inParts = 0;
  onRandom(({ atOnce, stages }, decisions) => {
    expect(stages.at(-1)).toEqual(atOnce);
    expect(owed(stages.at(-1)!, decisions)).toEqual(owed(atOnce, decisions));
    inParts += stages.length - 1;
  });
  expect(inParts).toBeGreaterThan(100);
});

it("what a payment froze stays, and each line is paid as far as its row", () => {
  onRandom(({ atOnce, stages }) => {
    for (const [at, { lines, tenders, split }] of stages.entries()) {
      expect(split.map(sum)).toEqual(lines.map(({ paidMinor }) => paidMinor));
      const price = lines.map(({ paidMinor, openMinor = 0 }) => paidMinor + openMinor);
      expect(price).toEqual(atOnce.lines.map(({ paidMinor }) => paidMinor));
      const paid = sum(tenders.map(({ valueMinor }) => valueMinor));
      expect(balanceDue({ lines })).toBe(sum(price) - paid);
      const before = stages[at - 1];
      const known = before?.tenders.length ?? 0;
      expect(split.map((row) => row.slice(0, known))).toEqual(before?.split ?? lines.map(() => []));
    }
  });
});

it("never more goes back than was paid by then, by any tender", () => {
  onRandom(({ stages }, decisions) => {
    for (const [at, units] of paidBack(stages, decisions).entries()) {
      const { tenders } = stages[at]!;
      for (const [index, back] of units.entries()) {
        expect(back).toBeLessThanOrEqual(tenders[index]!.units);
      }
    }
  });
});

it("what is owed for the same decisions only grows with payments", () => {
  // Without taxes, which follow rounded prices, and discounts, of which some may be lost.
  const plain = (draft: OrderDraft): OrderDraft => {
    const lines = draft.lines.filter(({ kind }) => kind !== "tax");
    const bare = { ...draft, lines, adjustments: [], granted: [] };
    const total = sum(accepted<readonly number[]>(linePrices(bare)));
    const parts = [Math.floor(total / 3), Math.floor(total / 5)];
    const tenders = [...parts, total - sum(parts)].flatMap((units, at) =>
      units === 0 ? [] : { tenderId: `card ${at}`, kind: "money" as const, unit: "CNY", units },
    );
    return { ...bare, tenders };
  };
  onRandom(({ stages }, decisions) => {
    const totals = stages.map((order) => owed(order, decisions).totalMinor);
    expect(totals).toEqual(totals.toSorted((left, right) => left - right));
  }, plain);
});

it("a full return brings back exactly what was paid, then and after each payment", () => {
  onRandom(({ stages }) => {
    const first = stages[0]!;
    for (const [at, units] of paidBack(stages, [fullReturn(first)]).entries()) {
      const { tenders } = stages[at]!;
      expect(units).toEqual(tenders.map((tender) => tender.units));
    }
  });
});
