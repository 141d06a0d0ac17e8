import { type Fraction, equal, one } from "../money/index.ts";
import { lineIndex } from "./frozen-bases.ts";
import { at } from "./lookup.ts";
import type { OrderFacts } from "./order-facts.ts";

/** Coupons are free again only when every line that they made cheaper is undone whole. */
export function couponsRestored(
  order: OrderFacts,
  undone: readonly Fraction[],
): { readonly couponId: string }[] {
  const isUndone = (lineId: string): boolean => equal(at(undone, lineIndex(order, lineId)), one);
  return order.coupons
    .filter(({ allocations }) => {
      const benefits = allocations.filter((allocation) => allocation.offMinor > 0);
      return benefits.length > 0 && benefits.every(({ lineId }) => isUndone(lineId));
    })
    .map(({ couponId }) => ({ couponId }));
}
