import { sumMinor } from "../money/index.ts";
import type { AcceptedDecision } from "./accepted.ts";
import { collect } from "./collect.ts";
import { compensationsOf, grantsOf } from "./compensations.ts";
import { replacements, takesReplaced } from "./corrections.ts";
import { couponsRestored } from "./coupons.ts";
import { attributedToLines } from "./attribute.ts";
import { disputed } from "./disputes.ts";
import type { Entitlement } from "./entitlement.ts";
import { headShares } from "./line-shares.ts";
import { at, sortedValues } from "./lookup.ts";
import type { OrderFacts } from "./order-facts.ts";
import { outsideShortfalls } from "./outside.ts";
import { reclaimShortfalls, reclaimsOf } from "./reclaims.ts";
import { refundsOf } from "./refunds.ts";
import { giftsPaidFor, takeShortfalls, takesOf } from "./takes.ts";
import { tenderRefunds } from "./tender-refunds.ts";
import { refundCells } from "./tenders.ts";
import { repriced } from "./thresholds.ts";
import { traceOf } from "./trace.ts";
import { undoneFractions } from "./undone.ts";

/**
 * What is owed for an order by all its accepted decisions. Deterministic, and the same for every
 * order of the decisions and every grouping of equal ones; per tender never below 0 or above what
 * was captured. Exact inside; each head is rounded once on its sum over lines and claims, a pay
 * up and a take down, and then spread over lines and, by the frozen split, over tenders.
 * @throws RangeError when a decision names a line or unit that the order does not have.
 */
export function owed(known: OrderFacts, decisions: readonly AcceptedDecision[]): Entitlement {
  const order = attributedToLines(known);
  const accepted = inOrder(decisions);
  const replaces = replacements(accepted);
  const collected = collect(order, accepted);
  const heads = collected.refunds.map((head) => headShares(order, head, replaces));
  const refunds = refundsOf(order, heads);
  const undone = undoneFractions(order, refunds.shares);
  const repricedMinor = repriced(order, refunds.shares, refunds.refundMinor);
  const refundMinor = [...repricedMinor];
  const replacesTakes = takesReplaced(accepted, replaces);
  const takes = takesOf(order, collected, replacesTakes, refunds, refundMinor);
  const paidGifts = giftsPaidFor(order, collected, replacesTakes);
  const reclaims = reclaimsOf(order, undone, paidGifts, refundMinor);
  const chargebacks = disputed(order, refundCells(order, refundMinor));
  const tenders = tenderRefunds(order, chargebacks);
  const compensations = compensationsOf(order, accepted, collected, replaces);
  const lineRefunds = chargebacks.refund.map(sumMinor);
  const totalMinor = sumMinor(lineRefunds);
  const { held, lost } = chargebacks;
  const paidMinor = sumMinor(order.lines.map((line) => line.paidMinor));
  return {
    currency: order.currency,
    lines: order.lines.map(({ lineId, paidMinor: paid }, index) => ({
      lineId,
      paidMinor: paid,
      refundMinor: at(lineRefunds, index),
    })),
    tenders,
    compensations,
    grants: grantsOf(order, collected, replaces),
    restores: couponsRestored(order, undone),
    reclaims,
    shortfalls: [
      ...takeShortfalls(order, takes),
      ...reclaimShortfalls(reclaims),
      ...chargebacks.shortfalls,
      ...outsideShortfalls(tenders),
    ],
    totalMinor,
    compensationMinor: sumMinor(compensations.map((one) => one.amountMinor)),
    trace: traceOf({
      paidMinor,
      heads,
      refunds,
      repricedMinor,
      takes,
      reclaims,
      totalMinor,
      held,
      lost,
    }),
  };
}

/** By id, each decision once: the answer must not depend on how they were read. */
function inOrder(decisions: readonly AcceptedDecision[]): readonly AcceptedDecision[] {
  return sortedValues(new Map(decisions.map((decision) => [decision.decisionId, decision])));
}
