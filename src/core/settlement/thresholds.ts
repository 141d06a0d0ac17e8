import { amountOfUnits, apportion, fraction, roundDown, sumMinor, times } from "../money/index.ts";
import { tierOff } from "./discount.ts";
import { type LineShare, wholeUnits } from "./line-shares.ts";
import { lineIndex } from "./frozen-bases.ts";
import { at } from "./lookup.ts";
import type { OrderFacts, OrderLine, Threshold, ThresholdLine } from "./order-facts.ts";
import { linePrice, unitsPaid } from "./units.ts";

/**
 * Re-prices what stays when a part goes back (七日无理由退货暂行办法 art. 17, 多退少补): the lines
 * that stay keep the discount that they reach by themselves. A unit goes back when its whole price
 * does; a part of a price given for goods that stay breaks no threshold. What the rest loses comes
 * off the refunds of the same threshold, never below nothing; what it gains is given back on it.
 * Returns the refunds per line; under `keep` they stay as they are.
 */
export function repriced(
  order: OrderFacts,
  shares: readonly (LineShare | undefined)[],
  refundMinor: readonly number[],
): readonly number[] {
  if (order.thresholdRule === "keep") return refundMinor;
  return order.thresholds.reduce(
    (refunds, threshold) => repricedOnce(order, threshold, shares, refunds),
    refundMinor,
  );
}

function repricedOnce(
  order: OrderFacts,
  threshold: Threshold,
  shares: readonly (LineShare | undefined)[],
  refundMinor: readonly number[],
): readonly number[] {
  const lines = threshold.lines.map((line) => lineIndex(order, line.lineId));
  const lost = partPaid(order, lines, discountLost(order, threshold, shares));
  const refunded = lines.map((line) => at(refundMinor, line));
  const room = lines.map((line) => at(order.lines, line).paidMinor - at(refundMinor, line));
  const weights = lost > 0 ? refunded : room;
  const parts = apportion(Math.min(Math.abs(lost), sumMinor(weights)), weights);
  const changed = [...refundMinor];
  for (const [index, line] of lines.entries()) {
    changed[line] = at(changed, line) - Math.sign(lost) * at(parts, index);
  }
  return changed;
}

/**
 * A discount was had as far as its lines are paid: so much of it is lost, or gained. Rounded in the
 * customer's favour.
 */
function partPaid(order: OrderFacts, lines: readonly number[], lostMinor: number): number {
  const bought = lines.map((line) => at(order.lines, line));
  const price = sumMinor(bought.map(linePrice));
  const paid = sumMinor(bought.map(({ paidMinor }) => paidMinor));
  return paid === price ? lostMinor : roundDown(times(fraction(paid, price), lostMinor));
}

/** What the units that stay had off at sale, less what they reach by themselves. */
function discountLost(
  order: OrderFacts,
  threshold: Threshold,
  shares: readonly (LineShare | undefined)[],
): number {
  let [pricedMinor, offMinor, returned] = [0, 0, false];
  for (const priced of threshold.lines) {
    pricedMinor += priced.pricedMinor;
    offMinor += priced.offMinor;
    const index = lineIndex(order, priced.lineId);
    const line = at(order.lines, index);
    for (const { from, to } of wholeUnits(shares[index]?.segments ?? [])) {
      const goes = unitsPriced(line, priced, from, to);
      pricedMinor -= goes.pricedMinor;
      offMinor -= goes.offMinor;
      returned = true;
    }
  }
  return returned ? offMinor - tierOff(threshold.tiers, pricedMinor) : 0;
}

/**
 * Price and discount of units. The discount is what lies between their price and what they cost
 * after later discounts, so that the three agree to the minor unit.
 */
function unitsPriced(
  line: OrderLine,
  { pricedMinor, offMinor }: ThresholdLine,
  from: number,
  to: number,
): { pricedMinor: number; offMinor: number } {
  const { quantity } = line;
  const paidMinor = linePrice(line);
  const later = Math.max(0, pricedMinor - offMinor - paidMinor);
  const priced = amountOfUnits(pricedMinor, quantity, from, to);
  const laterOff = amountOfUnits(later, quantity, from, to);
  return {
    pricedMinor: priced,
    offMinor: priced - laterOff - unitsPaid({ paidMinor, quantity }, from, to),
  };
}
