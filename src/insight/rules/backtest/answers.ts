import { compare, isRefusal, owed, parseFraction, zero } from "../../../core/index.ts";
import type {
  AcceptedDecision,
  AcceptedHead,
  Entitlement,
  HeadDecision,
  OrderFacts,
} from "../../../core/index.ts";

/** What an order costs: money that goes back or is paid beside it, and what is given besides. */
export interface Cost {
  readonly moneyMinor: number;
  readonly grantMinor: number;
  /** Per line of the order, in its order; the rest of the money is of no line. */
  readonly lines: readonly number[];
}

export const costOf = ({ totalMinor, compensationMinor, grants, lines }: Entitlement): Cost => ({
  moneyMinor: totalMinor + compensationMinor,
  grantMinor: grants.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
  lines: lines.map(({ refundMinor }) => refundMinor),
});

/** Settled by the `owed` of production, whatever decided. */
export const costBy = (facts: OrderFacts, accepted: readonly AcceptedDecision[]): Cost =>
  accepted.length === 0
    ? { moneyMinor: 0, grantMinor: 0, lines: facts.lines.map(() => 0) }
    : costOf(owed(facts, accepted));

/** The same for answers that settle alike, whichever clause gave them. */
export function answerKey(heads: readonly AcceptedHead[]): string {
  return JSON.stringify(
    heads.map(({ direction, base, grant, settles, items }) => [
      `${direction} ${base} ${grant ?? ""} ${settles}`,
      items.map(({ lineId, packetId, from, to, baseMinor, fraction }) => [
        lineId,
        packetId,
        from,
        to,
        baseMinor,
        fraction,
      ]),
    ]),
  );
}

/** Whether the customer gets anything: as in production only such a decision counts. */
export function givesSomething(heads: readonly AcceptedHead[]): boolean {
  return heads.some(
    ({ direction, items }) =>
      direction !== "take" &&
      items.some(({ fraction }) => {
        const share = parseFraction(fraction);
        return !isRefusal(share) && compare(share, zero) > 0;
      }),
  );
}

/** `order-refund@2 seven`: the clauses that decided what is paid, each once. */
export function decidingClauses(heads: readonly HeadDecision[]): string[] {
  const traces = heads
    .filter(({ direction }) => direction === "pay")
    .flatMap(({ trace }) => trace.map(({ policy, clause }) => `${policy} ${clause ?? "–"}`));
  return [...new Set(traces)].sort();
}
