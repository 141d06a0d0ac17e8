/**
 * A second, slow, obvious settlement, for tests alone: every unit of every line by itself, bigint
 * rationals, units of money handed out one by one. Written from DESIGN's text; it imports types
 * and nothing else of the room.
 */
import type { AcceptedDecision, OrderFacts } from "../types.ts";
import { ceiling, total } from "./rational.ts";
import { onLines } from "./reference-disputes.ts";
import { gridOf, exactByLine, mergedUnits, priced } from "./reference-units.ts";
import { roundedLines } from "./reference-rounding.ts";
import { takeGifts, takeOthers, largestCarried } from "./reference-takes.ts";
import { reprice, undoneByLine, reclaim, isFree } from "./reference-undone.ts";
import { settleTenders } from "./reference-tenders.ts";

const refundBases = ["campaign.fee", "line.paid", "order.prepaid", "order.shipping", "packet.face"];

export function referenceOwed(known: OrderFacts, given: readonly AcceptedDecision[]) {
  const order = onLines(known);
  const decisions = [...new Map(given.map((decision) => [decision.decisionId, decision])).values()];
  const grids = refundBases
    .map((base) => gridOf(order, decisions, base))
    .filter((grid) => grid.some((units) => units.some((unit) => unit !== null)));
  const exact = grids.map((grid) => exactByLine(order, grid));
  const refund = roundedLines(order, grids, exact);
  const shares = order.lines.map((line, at) => mergedUnits(line.quantity, grids, at));
  reprice(order, shares, refund);
  const shortfalls = [
    ...takeGifts(order, decisions, shares, refund),
    ...takeOthers(order, decisions, refund),
  ];
  const undone = undoneByLine(order, grids);
  const reclaims = reclaim(order, decisions, undone, refund);
  for (const { id, shortfallMinor } of reclaims) {
    if (shortfallMinor === 0) continue;
    const unit = `packet:${id}`;
    shortfalls.push({ reason: "packet", reference: id, unit, amount: shortfallMinor });
  }
  const settled = settleTenders(order, refund);
  return {
    lines: settled.lines,
    tenders: settled.tenders,
    totalMinor: settled.lines.reduce((sum, line) => sum + line.refundMinor, 0),
    reclaims,
    shortfalls: [...shortfalls, ...settled.shortfalls],
    restores: order.coupons
      .filter((coupon) => isFree(order, coupon, undone))
      .map(({ couponId }) => ({ couponId })),
    freightMinor: ceiling(largestCarried(decisions, "pay", "return.freight")),
    voucherMinor: ceiling(total(priced(order, gridOf(order, decisions, "order.prepaid", "grant")))),
  };
}
