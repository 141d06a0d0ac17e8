import { isRefusal, refuse } from "../../contract/index.ts";
import type { Refusal } from "../../contract/index.ts";
import { accounts, post } from "../../ledger/index.ts";
import type { Tx } from "../../platform/index.ts";
import { payNow } from "../queues.ts";
import { numberIsSpent } from "../rules/number.ts";
import { excessPurpose } from "../rules/plan.ts";
import { afterObligationStep } from "../rules/obligation.ts";
import { markReleased } from "../store/obligations.ts";
import type { ObligationRow } from "../store/obligations.ts";
import { insertPayouts, lockPayouts, updatePayouts } from "../store/payouts.ts";
import type { PayoutRow } from "../store/payouts.ts";
import { lockSettlements, lowerObliged } from "../store/tenders.ts";
import { announce } from "./announce.ts";
import { cancelStanding, lockUnpaid, nextPayout, subjectOf } from "./locked.ts";

function expenseOf({ purpose }: ObligationRow): string {
  if (purpose === excessPurpose) return accounts.excessKept;
  return purpose === "refund" ? accounts.refunds : accounts.compensation;
}

/**
 * A person gives an obligation up: only where no payout has paid or may have paid. The tender is
 * free again, and what was booked as owed goes back.
 */
export async function releaseObligation(
  tx: Tx,
  obligationId: string,
  reason: string,
): Promise<ObligationRow | Refusal> {
  const locked = await lockUnpaid(tx, obligationId);
  if (isRefusal(locked)) return locked;
  const { obligation, payouts } = locked;
  const { order_id: orderId, tender_id: tenderId, unit, units } = obligation;
  if (afterObligationStep(obligation.status, "release") === null) {
    return refuse("obligation_state", { state: obligation.status });
  }
  await cancelStanding(tx, payouts);
  await markReleased(tx, obligationId, tx.actor.id, reason);
  await lockSettlements(tx, [orderId]);
  const reserved = tenderId !== null && obligation.purpose !== excessPurpose;
  if (reserved) await lowerObliged(tx, { orderId, tenderId, units });
  const [debit, credit] = [accounts.customerOwed, expenseOf(obligation)];
  const common = { kind: "released", reference: obligationId, orderId };
  await post(tx, [{ ...common, debit, credit, unit, amount: units }]);
  announce(tx, "ObligationReleased", subjectOf(obligation, null), reason);
  return { ...obligation, status: "released", release_reason: reason };
}

/** The gateway's number rule: the same number, unless it is spent; then a new payout. */
async function again(tx: Tx, payout: PayoutRow, account: string): Promise<string | Refusal> {
  const { payout_id: payoutId, status, code } = payout;
  // What a gateway holds after a success is asked about: it may arrive under its number yet.
  const sameNumber = !numberIsSpent(code);
  if (sameNumber) {
    const asIs = { moves: 0, code: null, reference: null, hint: payout.hint };
    await updatePayouts(tx, [{ payoutId, status, dueAt: new Date(tx.now), ...asIs }]);
    return payoutId;
  }
  const locked = await lockUnpaid(tx, payout.obligation_id);
  if (isRefusal(locked)) return locked;
  const { obligation, payouts } = locked;
  if (afterObligationStep(obligation.status, "meet") === null) {
    return refuse("obligation_state", { state: obligation.status });
  }
  await cancelStanding(tx, payouts);
  const next = nextPayout(tx, obligation, { route: "gateway", account });
  await insertPayouts(tx, [next]);
  return next.payoutId;
}

/** A person has a payout tried again: failed ones are sent, those in doubt or held asked about. */
export async function retryPayout(tx: Tx, payoutId: string): Promise<PayoutRow | Refusal> {
  const [payout] = await lockPayouts(tx, [payoutId]);
  if (payout === undefined) return refuse("not_found", { what: payoutId });
  const { status, account } = payout;
  const retriable = ["failed", "reversed", "uncertain", "parked"].includes(status);
  if (!retriable || account === null) return refuse("payout_state", { state: status });
  const next = await again(tx, payout, account);
  if (isRefusal(next)) return next;
  payNow(tx, account);
  const [row] = await lockPayouts(tx, [next]);
  return row ?? payout;
}
