import { isRefusal } from "../money/index.ts";
import { adjustedPrices } from "./freeze-adjustments.ts";
import { checkDraft } from "./freeze-check.ts";
import { frozenGrants } from "./freeze-grants.ts";
import { frozenPayment, openOf } from "./freeze-payment.ts";
import { at } from "./lookup.ts";
import type { DraftLine, OrderDraft } from "./order-draft.ts";
import type { OrderFacts, OrderLine } from "./order-facts.ts";
import type { OrderRefusal } from "./order-refusal.ts";

/**
 * Allocates discounts over lines and lines over tenders, once: the result is stored with the order
 * and never recomputed. Refused with a place and a reason: amounts that are negative, fractional
 * or too large, unknown lines, other currencies, tenders that with the balance due do not add up to
 * the lines, and restrictions that no split can honour.
 */
export function freezeOrder(draft: OrderDraft): OrderFacts | OrderRefusal {
  const problem = checkDraft(draft);
  if (problem !== null) return problem;
  const prices = adjustedPrices(draft);
  if (isRefusal(prices)) return prices;
  const payment = frozenPayment(draft, prices.paidMinor);
  if (isRefusal(payment)) return payment;
  const { tenders, split, paidMinor } = payment;
  return {
    currency: draft.currency,
    zone: draft.zone,
    lines: draft.lines.map((line, index) =>
      frozenLine(line, at(paidMinor, index), at(prices.paidMinor, index)),
    ),
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

function frozenLine(line: DraftLine, paidMinor: number, priceMinor: number): OrderLine {
  return {
    lineId: line.lineId,
    kind: line.kind,
    quantity: line.quantity,
    listMinor: line.quantity * line.unitPriceMinor,
    paidMinor,
    ...openOf(priceMinor - paidMinor),
    taxOf: line.taxOf ?? null,
    giftOf: line.giftOf ?? null,
    giftPriceMinor: line.giftPriceMinor ?? null,
    packetId: line.packetId ?? null,
  };
}
