import { isRefusal, sumMinor } from "../money/index.ts";
import { adjustedPrices } from "./freeze-adjustments.ts";
import { checkDraft } from "./freeze-check.ts";
import { frozenGrants } from "./freeze-grants.ts";
import { frozenSplit } from "./freeze-split.ts";
import { frozenTenders } from "./freeze-tenders.ts";
import { at } from "./lookup.ts";
import type { DraftLine, OrderDraft } from "./order-draft.ts";
import type { OrderFacts, OrderLine } from "./order-facts.ts";
import { type OrderRefusal, refuseOrder } from "./order-refusal.ts";

/**
 * Allocates discounts over lines and lines over tenders, once: the result is stored with the order
 * and never recomputed. Refused with a place and a reason: amounts that are negative, fractional
 * or too large, unknown lines, other currencies, tenders that do not add up to the lines, and
 * restrictions that no split can honour.
 */
export function freezeOrder(draft: OrderDraft): OrderFacts | OrderRefusal {
  const problem = checkDraft(draft);
  if (problem !== null) return problem;
  const prices = adjustedPrices(draft);
  if (isRefusal(prices)) return prices;
  const tenders = frozenTenders(draft);
  if (isRefusal(tenders)) return tenders;
  const paid = sumMinor(prices.paidMinor);
  const tendered = tenders.reduce((sum, tender) => sum + tender.valueMinor, 0);
  if (paid !== tendered) {
    return refuseOrder(
      "tenders_do_not_add_up",
      "tenders",
      `the tenders are worth \`${tendered}\` and the lines come to \`${paid}\` minor units: ` +
        "make them equal",
    );
  }
  const split = frozenSplit(draft, prices.paidMinor, tenders);
  if (isRefusal(split)) return split;
  return {
    currency: draft.currency,
    zone: draft.zone,
    lines: draft.lines.map((line, index) => frozenLine(line, at(prices.paidMinor, index))),
    tenders,
    split,
    thresholdRule: draft.thresholdRule ?? "keep",
    thresholds: prices.thresholds,
    coupons: prices.coupons,
    granted: frozenGrants(draft, prices.paidMinor),
    disputes: [],
    outsideDebits: [],
  };
}

function frozenLine(line: DraftLine, paidMinor: number): OrderLine {
  return {
    lineId: line.lineId,
    kind: line.kind,
    quantity: line.quantity,
    listMinor: line.quantity * line.unitPriceMinor,
    paidMinor,
    taxOf: line.taxOf ?? null,
    giftOf: line.giftOf ?? null,
    giftPriceMinor: line.giftPriceMinor ?? null,
    packetId: line.packetId ?? null,
  };
}
