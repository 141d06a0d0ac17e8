import { describe, expect, it } from "vitest";
import { owed, planDue, planStops } from "./index.ts";
import type { AcceptedDecision, Dispute, OrderFacts, OutsideDebit, Tender } from "./types.ts";
import { type Random, randomFrom } from "./testing/random.ts";
import { randomDecisions } from "./testing/random-decisions.ts";
import { randomOrder } from "./testing/random-order.ts";
import { tries } from "../testing.ts";

type Obligation = { readonly obligationId: string; readonly tenderId: string; units: number };

/** What treasury does of an order, in memory: queued, then sent, never called back. */
class Books {
  readonly order: OrderFacts;
  readonly #decisions: AcceptedDecision[] = [];
  readonly #disputes = new Map<string, Dispute>();
  readonly #debits: OutsideDebit[] = [];
  #queued: Obligation[] = [];
  readonly #sent: Obligation[] = [];
  #next = 0;

  constructor(order: OrderFacts) {
    // Re-pricing may lower what is owed when a claim is added, and nothing is collected then.
    this.order = { ...order, thresholdRule: "keep", disputes: [], outsideDebits: [] };
  }

  #now(): OrderFacts {
    return {
      ...this.order,
      disputes: [...this.#disputes.values()],
      outsideDebits: this.#debits,
    };
  }

  #oblige(): void {
    const taken = [...this.#queued, ...this.#sent];
    for (const { tenderId, units } of planDue(owed(this.#now(), this.#decisions), taken).dues) {
      this.#queued.push({ obligationId: String((this.#next += 1)), tenderId, units });
    }
  }

  claim(decision: AcceptedDecision): void {
    this.#decisions.push(decision);
    this.#oblige();
  }

  dispute(dispute: Dispute): void {
    this.#disputes.set(dispute.disputeId, dispute);
    this.#follow();
  }

  debit(debit: OutsideDebit): void {
    if (this.#debits.some(({ debitId }) => debitId === debit.debitId)) return;
    this.#debits.push(debit);
    this.#follow();
  }

  /** Stops what must not be sent any more, then takes on what is free again. */
  #follow(): void {
    const now = this.#now();
    const taken = [...this.#queued, ...this.#sent];
    const latest = [...this.#queued].reverse();
    const { stops, beyond } = planStops(now, owed(now, this.#decisions), taken, latest);
    for (const { obligationId, keptUnits } of stops) {
      const queued = this.#queued.find((one) => one.obligationId === obligationId)!;
      expect(keptUnits).toBeGreaterThanOrEqual(0);
      expect(keptUnits).toBeLessThan(queued.units);
      queued.units = keptUnits;
    }
    this.#queued = this.#queued.filter(({ units }) => units > 0);
    if (beyond.length === 0) this.#oblige();
  }

  /** Sends one; nothing that is sent may bring back more than was captured, as known now. */
  send(random: Random): void {
    if (this.#queued.length === 0) return;
    const one = random.pick(this.#queued);
    this.#queued = this.#queued.filter((other) => other !== one);
    this.#sent.push(one);
    const tender = this.order.tenders.find(({ tenderId }) => tenderId === one.tenderId)!;
    const gone = this.#gone(tender);
    expect(gone, `${one.units} sent on ${tender.tenderId}`).toBeLessThanOrEqual(tender.units);
    this.#checkUnit(tender.unit);
  }

  #gone(tender: Tender): number {
    const { tenderId, units, valueMinor } = tender;
    const sent = sum(this.#sent.filter((one) => one.tenderId === tenderId));
    const lost = [...this.#disputes.values()]
      .filter((one) => one.tenderId === tenderId && one.state === "lost")
      .map((one) => one.units ?? (minorOf(one) * units) / valueMinor)
      .reduce((all, amount) => all + amount, 0);
    return sent + Math.floor(lost) + sum(this.#debits.filter((one) => one.tenderId === tenderId));
  }

  /** Nor more than the decisions owe: what went elsewhere counts towards it. */
  #checkUnit(unit: string): void {
    const { tenders } = owed(this.#now(), this.#decisions);
    const ofUnit = tenders.filter((tender) => tender.unit === unit);
    const ids = new Set(ofUnit.map(({ tenderId }) => tenderId));
    const sent = sum(this.#sent.filter(({ tenderId }) => ids.has(tenderId)));
    const owes = ofUnit.reduce((all, { refundUnits }) => all + refundUnits, 0);
    const gone = ofUnit.reduce((all, it) => all + it.chargedBackUnits + it.outsideUnits, 0);
    expect(sent + gone).toBeLessThanOrEqual(owes);
  }
}

const sum = (all: readonly { readonly units: number }[]): number =>
  all.reduce((total, { units }) => total + units, 0);
const minorOf = ({ allocations }: Dispute): number =>
  allocations.reduce((total, { amountMinor }) => total + amountMinor, 0);

function randomDispute(random: Random, { tenders, lines }: OrderFacts): Dispute {
  const disputeId = `d${random.below(2)}`;
  // A chargeback is on one payment, whatever becomes of it.
  const tender = tenders[disputeId === "d0" ? 0 : tenders.length - 1]!;
  const state = random.pick(["open", "lost", "won"] as const);
  const base = { disputeId, tenderId: tender.tenderId, state };
  if (random.chance(50)) return { ...base, allocations: [], units: 1 + random.below(tender.units) };
  const { lineId, paidMinor } = random.pick(lines);
  return { ...base, allocations: [{ lineId, amountMinor: random.below(paidMinor + 5) }] };
}

function happen(random: Random, books: Books, decisions: AcceptedDecision[]): void {
  const { order } = books;
  const what = random.below(5);
  if (what === 0 && decisions.length > 0) books.claim(decisions.pop()!);
  else if (what === 1) books.dispute(randomDispute(random, order));
  else if (what === 2) {
    const { tenderId, units } = random.pick(order.tenders);
    books.debit({ debitId: `o${random.below(3)}`, tenderId, units: 1 + random.below(units) });
  } else books.send(random);
}

describe("payouts, chargebacks and debits seen outside, in any order", () => {
  it("never send what would bring back more than was captured or is owed, as known then", () => {
    for (let seed = 1; seed <= tries(1500); seed += 1) {
      const random = randomFrom(seed);
      const order = randomOrder(random, { largestPriceMinor: 300, trouble: 0 });
      if (order.tenders.length === 0) continue;
      const books = new Books(order);
      const decisions = [...randomDecisions(random, order, { takes: false, corrections: false })];
      try {
        for (let step = 0; step < 14; step += 1) happen(random, books, decisions);
      } catch (error) {
        throw new Error(`seed ${seed}`, { cause: error });
      }
    }
  });
});
