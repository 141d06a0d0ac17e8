import { type Fraction, equal, one } from "../money/index.ts";
import type { OrderFacts } from "./order-facts.ts";

/** Coupons are free again only when every line that they made cheaper is undone whole. */
export function couponsRestored(
  order: OrderFacts,
  undone: readonly Fraction[],
): { readonly couponId: string }[] {
  const undoneLine = (lineId: string): boolean => {
    const index = order.lines.findIndex((line) => line.lineId === lineId);
    const fraction = undone[index];
    return fraction !== undefined && equal(fraction, one);
  };
  return order.coupons
    .filter(({ allocations }) => {
      const benefits = allocations.filter((allocation) => allocation.offMinor > 0);
      return benefits.length > 0 && benefits.every(({ lineId }) => undoneLine(lineId));
    })
    .map(({ couponId }) => ({ couponId }));
}
