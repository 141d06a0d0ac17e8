import { isRefusal, largestRemainder, sumMinor } from "../money/index.ts";
import { offOf, tierOff } from "./discount.ts";
import { at } from "./lookup.ts";
import type { Adjustment, OrderDraft } from "./order-draft.ts";
import type { Coupon, LineKind, Threshold } from "./order-facts.ts";
import { type OrderRefusal, refuseOrder } from "./order-refusal.ts";

export type AdjustedPrices = {
  /** Per line, in the draft's order. */
  readonly paidMinor: readonly number[];
  readonly thresholds: readonly Threshold[];
  readonly coupons: readonly Coupon[];
};

type Prices = { minor: number[]; thresholds: Threshold[]; coupons: Coupon[] };

const discounted: readonly LineKind[] = ["goods", "service", "package"];

/** Applies the adjustments one after another, each to what the earlier ones left. */
export function adjustedPrices(draft: OrderDraft): AdjustedPrices | OrderRefusal {
  const prices: Prices = {
    minor: draft.lines.map((line) => line.quantity * line.unitPriceMinor),
    thresholds: [],
    coupons: [],
  };
  for (const [index, adjustment] of draft.adjustments.entries()) {
    const problem = adjust(draft, prices, adjustment, `adjustments[${index}]`);
    if (problem !== null) return problem;
  }
  return { paidMinor: prices.minor, thresholds: prices.thresholds, coupons: prices.coupons };
}

/** Per line, in the draft's order, what it costs after all discounts. */
export function linePrices(draft: OrderDraft): readonly number[] | OrderRefusal {
  const prices = adjustedPrices(draft);
  return isRefusal(prices) ? prices : prices.paidMinor;
}

function adjust(
  draft: OrderDraft,
  prices: Prices,
  adjustment: Adjustment,
  path: string,
): OrderRefusal | null {
  switch (adjustment.kind) {
    case "item_discount":
      takeOff(prices, linesFor(draft, [adjustment.lineId]), (sum) => offOf(adjustment.off, sum));
      return null;
    case "order_discount":
      takeOff(prices, linesFor(draft, adjustment.lineIds), (sum) => offOf(adjustment.off, sum));
      return null;
    case "coupon": {
      const lines = linesFor(draft, adjustment.lineIds);
      const parts = takeOff(prices, lines, (sum) => offOf(adjustment.off, sum));
      const allocations = lines.map((line, index) => ({
        lineId: at(draft.lines, line).lineId,
        offMinor: at(parts, index),
      }));
      prices.coupons.push({ couponId: adjustment.couponId, allocations });
      return null;
    }
    case "threshold":
      applyThreshold(draft, prices, adjustment);
      return null;
    case "charged":
      return charge(prices, adjustment.totalMinor, path);
  }
}

function applyThreshold(
  draft: OrderDraft,
  prices: Prices,
  { tiers, lineIds }: Extract<Adjustment, { kind: "threshold" }>,
): void {
  const lines = linesFor(draft, lineIds);
  const priced = lines.map((line) => at(prices.minor, line));
  const parts = takeOff(prices, lines, (sum) => tierOff(tiers, sum));
  // A threshold that took nothing off leaves nothing to re-price.
  if (sumMinor(parts) === 0) return;
  prices.thresholds.push({
    tiers,
    lines: lines.map((line, index) => ({
      lineId: at(draft.lines, line).lineId,
      pricedMinor: at(priced, index),
      offMinor: at(parts, index),
    })),
  });
}

/** A till that rounds charges less than the lines say; the customer gets back what was charged. */
function charge(prices: Prices, totalMinor: number, path: string): OrderRefusal | null {
  const total = sumMinor(prices.minor);
  if (totalMinor <= total) {
    takeOff(prices, [...prices.minor.keys()], () => total - totalMinor);
    return null;
  }
  return refuseOrder(
    "charged_above_total",
    `${path}.totalMinor`,
    `\`${totalMinor}\` is more than the lines come to, ${total}: add a line for the rest`,
  );
}

/** Takes a discount off the lines in proportion to their prices; returns each line's part. */
function takeOff(
  prices: Prices,
  lines: readonly number[],
  off: (sumMinor: number) => number,
): number[] {
  const weights = lines.map((line) => at(prices.minor, line));
  const parts = largestRemainder(off(sumMinor(weights)), weights);
  for (const [index, line] of lines.entries()) {
    prices.minor[line] = at(prices.minor, line) - at(parts, index);
  }
  return parts;
}

function linesFor(draft: OrderDraft, lineIds: readonly string[] | null | undefined): number[] {
  return [...draft.lines.entries()]
    .filter(([, line]) => lineIds?.includes(line.lineId) ?? discounted.includes(line.kind))
    .map(([index]) => index);
}
