import { amountOfUnits, multiply, roundHalfUp, times } from "../money/index.ts";
import {
  type BasePlace,
  giftPriceOf,
  isOrderBase,
  isPaidBase,
  lineIndex,
  paidUnits,
  scaleOf,
} from "./frozen-bases.ts";
import { at } from "./lookup.ts";
import type { OrderFacts } from "./order-facts.ts";
import { sumOfFractions } from "./share.ts";
import { unitsPaid } from "./units.ts";
import { unspentPart } from "./unspent.ts";

/**
 * The amount of a base in minor units. Money of this order comes from its frozen facts, with its
 * tax lines left to settlement; all else (receipts, coupons held, promised gifts, credited
 * interest, constants) from `extra`, null where it says nothing yet.
 * @throws RangeError when the line is not of this order or the units are not of the line.
 */
export function baseAmount(
  order: OrderFacts,
  base: string,
  place: BasePlace,
  extra: Readonly<Record<string, number>>,
): number | null {
  if (base === "line.gift_price") {
    const index = lineIndex(order, place.lineId);
    const { quantity } = at(order.lines, index);
    return amountOfUnits(giftPriceOf(order, index), quantity, place.from, place.to);
  }
  const ranges = paidUnits(order, base, place);
  // A packet that was given, not sold, has a face but no price here.
  if (ranges.length === 0) return isOrderBase(base) ? 0 : (extra[base] ?? null);
  const parts = ranges.map(({ line, from, to }) => {
    const bought = at(order.lines, line);
    return times(unspentPart(order, bought), unitsPaid(bought, from, to));
  });
  // Shown and stored; what is owed is reckoned without this rounding.
  return roundHalfUp(multiply(scaleOf(order, base), sumOfFractions(parts)));
}

/** Whether an order's frozen facts know the base; of any other one a person states the sum. */
export const isKnownBase = (base: string): boolean =>
  base === "line.gift_price" || isPaidBase(base);
