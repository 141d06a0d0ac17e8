/** The reference: thresholds, and what comes back of what was given. */
import type { AcceptedDecision, OrderFacts } from "../types.ts";
import {
  type Rational,
  floor,
  greater,
  handOut,
  plus,
  product,
  rational,
  smaller,
  total,
  whole,
} from "./rational.ts";
import {
  type Grid,
  gridOf,
  unitPrices,
  fractionOf,
  mergedExact,
  mergedUnits,
  isWholeUnit,
} from "./reference-units.ts";
import { takeOff } from "./reference-takes.ts";

function tierOff(threshold: OrderFacts["thresholds"][number], minor: number): number {
  const reached = threshold.tiers.filter((tier) => tier.fromMinor <= minor).at(-1);
  if (reached === undefined) return 0;
  if ("minor" in reached.off) return Math.min(reached.off.minor, minor);
  const percent = rational(Number(reached.off.percent.replace("%", "")), 100);
  return floor(plus(product(percent, rational(minor)), rational(1, 2)));
}

export function reprice(order: OrderFacts, shares: readonly Rational[][], refund: number[]): void {
  if (order.thresholdRule === "keep") return;
  for (const threshold of order.thresholds) {
    const lines = threshold.lines.map(({ lineId }) =>
      order.lines.findIndex((line) => line.lineId === lineId),
    );
    let [staysMinor, staysOff, goes] = [0, 0, false];
    for (const [at, line] of lines.entries()) {
      const { quantity, paidMinor } = order.lines[line]!;
      const { pricedMinor, offMinor } = threshold.lines[at]!;
      const priced = unitPrices(pricedMinor, quantity);
      const later = unitPrices(pricedMinor - offMinor - paidMinor, quantity);
      const paid = unitPrices(paidMinor, quantity);
      for (let unit = 0; unit < quantity; unit += 1) {
        if (isWholeUnit(shares[line]![unit]!)) goes = true;
        else {
          staysMinor += priced[unit]!;
          staysOff += priced[unit]! - later[unit]! - paid[unit]!;
        }
      }
    }
    if (!goes) continue;
    const lost = staysOff - tierOff(threshold, staysMinor);
    const weights = lines.map((line) =>
      lost > 0 ? refund[line]! : order.lines[line]!.paidMinor - refund[line]!,
    );
    const parts = handOut(
      Math.min(
        Math.abs(lost),
        weights.reduce((a, b) => a + b, 0),
      ),
      weights,
    );
    for (const [at, line] of lines.entries()) refund[line]! += lost > 0 ? -parts[at]! : parts[at]!;
  }
}

export function undoneByLine(order: OrderFacts, grids: readonly Grid[]): Rational[] {
  const merged = mergedExact(order, grids);
  return order.lines.map((line, at) => {
    const units = mergedUnits(line.quantity, grids, at);
    const decided = fractionOf(order, at, units, merged[at]!);
    const lost = order.disputes
      .filter((dispute) => dispute.state === "lost")
      .flatMap((dispute) => dispute.allocations)
      .filter((allocation) => allocation.lineId === line.lineId)
      .reduce((a, b) => a + b.amountMinor, 0);
    if (line.paidMinor === 0) return decided;
    return greater(decided, smaller(whole, rational(lost, line.paidMinor)));
  });
}

export function reclaim(
  order: OrderFacts,
  decisions: readonly AcceptedDecision[],
  undone: readonly Rational[],
  refund: number[],
) {
  const takes = gridOf(order, decisions, "line.gift_price", "take");
  const paidFor = (lineId: string): boolean =>
    order.lines.some((line, at) => {
      const own = takes[at]!.every((share) => share !== null && isWholeUnit(share));
      const gift = order.lines.find((other) => other.lineId === lineId);
      return own && (line.lineId === lineId || gift?.giftOf === line.lineId);
    });
  return order.granted.flatMap(({ kind, id, amount: all, allocations, packet }) => {
    if (kind === "gift" && allocations.every(({ lineId }) => paidFor(lineId))) return [];
    const parts = allocations.map(({ lineId, amount }) => {
      const at = order.lines.findIndex((line) => line.lineId === lineId);
      return product(undone[at]!, rational(amount));
    });
    const amount = floor(total(parts));
    if (amount === 0) return [];
    const voidAmount = Math.min(amount, all - (packet?.spentMinor ?? 0));
    const offsetMinor = takeOff(refund, amount - voidAmount);
    const left = amount - voidAmount - offsetMinor;
    const clearedMinor = Math.min(left, packet?.returnedMinor ?? 0);
    return [
      {
        kind,
        id,
        amount,
        voidAmount,
        offsetMinor,
        clearedMinor,
        shortfallMinor: left - clearedMinor,
      },
    ];
  });
}

export function isFree(
  order: OrderFacts,
  coupon: OrderFacts["coupons"][number],
  undone: readonly Rational[],
): boolean {
  const used = coupon.allocations.filter((allocation) => allocation.offMinor > 0);
  const lines = used.map(({ lineId }) => order.lines.findIndex((line) => line.lineId === lineId));
  return used.length > 0 && lines.every((at) => isWholeUnit(undone[at]!));
}
