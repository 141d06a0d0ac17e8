import { type Fraction, roundDown, times } from "../money/index.ts";
import { deduct } from "./deduct.ts";
import type { Reclaim, Shortfall } from "./entitlement.ts";
import { lineIndex } from "./frozen-bases.ts";
import { at } from "./lookup.ts";
import type { Granted, OrderFacts } from "./order-facts.ts";
import { sumOfFractions } from "./share.ts";

/**
 * What comes back of what was given because of undone lines, pro rata and rounded down. Of a
 * packet first what is unspent, then an offset against the refunds (lowered in place), then what
 * came back to it from another order, and the rest is a shortfall.
 */
export function reclaimsOf(
  order: OrderFacts,
  undone: readonly Fraction[],
  paidGifts: ReadonlySet<string>,
  refundMinor: number[],
): Reclaim[] {
  return order.granted
    .filter((granted) => !isPaidFor(granted, paidGifts))
    .map((granted) => reclaimed(granted, reclaimAmount(order, granted, undone), refundMinor))
    .filter((reclaim) => reclaim.amount > 0);
}

/** A gift whose stated price is taken stays with the customer. */
function isPaidFor(granted: Granted, paidGifts: ReadonlySet<string>): boolean {
  return (
    granted.kind === "gift" && granted.allocations.every(({ lineId }) => paidGifts.has(lineId))
  );
}

function reclaimAmount(order: OrderFacts, granted: Granted, undone: readonly Fraction[]): number {
  const parts = granted.allocations.map(({ lineId, amount }) => {
    return times(at(undone, lineIndex(order, lineId)), amount);
  });
  return roundDown(sumOfFractions(parts));
}

function reclaimed(granted: Granted, amount: number, refundMinor: number[]): Reclaim {
  const { kind, id, packet } = granted;
  const spent = Math.min(packet?.spentMinor ?? 0, granted.amount);
  const voidAmount = Math.min(amount, granted.amount - spent);
  const offsetMinor = deduct(refundMinor, amount - voidAmount);
  const open = amount - voidAmount - offsetMinor;
  const clearedMinor = Math.min(open, packet?.returnedMinor ?? 0);
  return {
    kind,
    id,
    amount,
    voidAmount,
    offsetMinor,
    clearedMinor,
    shortfallMinor: open - clearedMinor,
  };
}

export function reclaimShortfalls(reclaims: readonly Reclaim[]): Shortfall[] {
  return reclaims
    .filter((reclaim) => reclaim.shortfallMinor > 0)
    .map(({ id, shortfallMinor }) => ({
      reason: "packet",
      reference: id,
      unit: `packet:${id}`,
      amount: shortfallMinor,
    }));
}
