import { type Fraction, fraction, max, zero } from "../money/index.ts";
import { type LineShare, refundedFraction } from "./line-shares.ts";
import type { OrderFacts } from "./order-facts.ts";

/**
 * How much of each line is undone, in [0, 1]: by decisions, or by a lost chargeback, which is an
 * accepted claim. What was given because of a line comes back by this fraction.
 */
export function undoneFractions(
  order: OrderFacts,
  shares: readonly (LineShare | undefined)[],
): Fraction[] {
  return order.lines.map((line, index) => {
    const share = shares[index];
    const decided = share === undefined ? zero : refundedFraction(share, line);
    const lost = lostMinor(order, line.lineId);
    if (lost === 0 || line.paidMinor === 0) return decided;
    return max(decided, fraction(Math.min(lost, line.paidMinor), line.paidMinor));
  });
}

function lostMinor(order: OrderFacts, lineId: string): number {
  return order.disputes
    .filter((dispute) => dispute.state === "lost")
    .flatMap((dispute) => dispute.allocations)
    .filter((allocation) => allocation.lineId === lineId)
    .reduce((sum, allocation) => sum + allocation.amountMinor, 0);
}
