import { isRefusal, refuse } from "../../contract/index.ts";
import type { Refusal } from "../../contract/index.ts";
import { accounts, post } from "../../ledger/index.ts";
import type { Tx } from "../../platform/index.ts";
import { payNow } from "../queues.ts";
import { numberIsSpent, settlementNumber } from "../rules/number.ts";
import { afterObligationStep } from "../rules/obligation.ts";
import { mayHavePaid } from "../rules/payout.ts";
import { lockObligation, markReleased, moveObligations } from "../store/obligations.ts";
import type { ObligationRow } from "../store/obligations.ts";
import {
  insertPayouts,
  isNumberUsed,
  lockPayouts,
  lockPayoutsOf,
  updatePayouts,
} from "../store/payouts.ts";
import type { NewPayout, PayoutRow } from "../store/payouts.ts";
import { lockSettlements, lowerObliged } from "../store/tenders.ts";
import { announce } from "./announce.ts";

type Locked = { readonly obligation: ObligationRow; readonly payouts: readonly PayoutRow[] };

/** Payouts before their obligation, as the cashier locks them. */
async function lockAll(tx: Tx, obligationId: string): Promise<Locked | Refusal> {
  const payouts = await lockPayoutsOf(tx, obligationId);
  const obligation = await lockObligation(tx, obligationId);
  if (obligation === null) return refuse("not_found", { what: obligationId });
  const paying = payouts.find(({ status }) => mayHavePaid(status));
  if (paying !== undefined) return refuse("payout_state", { state: paying.status });
  return { obligation, payouts };
}

async function cancel(tx: Tx, payouts: readonly PayoutRow[]): Promise<void> {
  const standing = payouts.filter(({ status }) => status === "planned" || status === "failed");
  if (standing.length === 0) return;
  const rows = standing.map((payout) => ({
    payoutId: payout.payout_id,
    status: "cancelled" as const,
    moves: 0,
    dueAt: null,
    hint: null,
    code: null,
    reference: null,
  }));
  await updatePayouts(tx, rows);
}

function subject(obligation: ObligationRow, payoutId: string | null) {
  return {
    payoutId,
    obligationId: obligation.obligation_id,
    orderId: obligation.order_id,
    claimId: obligation.claim_id,
    unit: obligation.unit,
    units: obligation.units,
  };
}

function expenseOf({ purpose }: ObligationRow): string {
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
  const locked = await lockAll(tx, obligationId);
  if (isRefusal(locked)) return locked;
  const { obligation, payouts } = locked;
  const { order_id: orderId, tender_id: tenderId, unit, units } = obligation;
  if (afterObligationStep(obligation.status, "release") === null) {
    return refuse("obligation_state", { state: obligation.status });
  }
  await cancel(tx, payouts);
  await markReleased(tx, obligationId, tx.actor.id, reason);
  await lockSettlements(tx, [orderId]);
  if (tenderId !== null) await lowerObliged(tx, { orderId, tenderId, units });
  const [debit, credit] = [accounts.customerOwed, expenseOf(obligation)];
  const common = { kind: "released", reference: obligationId, orderId };
  await post(tx, [{ ...common, debit, credit, unit, amount: units }]);
  announce(tx, "ObligationReleased", subject(obligation, null), reason);
  return { ...obligation, status: "released", release_reason: reason };
}

/**
 * A person has paid by bank transfer what waits for one, or what the gateway could not pay. The
 * bank's reference is the payout's number, so one transfer cannot meet two obligations.
 */
export async function recordTransfer(
  tx: Tx,
  obligationId: string,
  reference: string,
): Promise<ObligationRow | Refusal> {
  const locked = await lockAll(tx, obligationId);
  if (isRefusal(locked)) return locked;
  const { obligation, payouts } = locked;
  if (afterObligationStep(obligation.status, "meet") === null) {
    return refuse("obligation_state", { state: obligation.status });
  }
  const number = `transfer:${reference}`;
  if (await isNumberUsed(tx, number)) return refuse("transfer_reference_used", { reference });
  await cancel(tx, payouts);
  const payout = nextPayout(tx, obligation, { route: "transfer", account: null });
  await insertPayouts(tx, [{ ...payout, settlementNumber: number, status: "settled" }]);
  await moveObligations(tx, [obligationId], ["planned", "in_progress"], "met");
  const { order_id: orderId, unit, units: amount } = obligation;
  const [debit, credit] = [accounts.customerOwed, "bank:transfers"];
  await post(tx, [
    { kind: "transferred", reference: number, orderId, debit, credit, unit, amount },
  ]);
  announce(tx, "PayoutSettled", subject(obligation, payout.payoutId));
  announce(tx, "ObligationMet", subject(obligation, payout.payoutId));
  return { ...obligation, status: "met", met_at: tx.now };
}

function nextPayout(
  tx: Tx,
  obligation: ObligationRow,
  by: Pick<NewPayout, "route" | "account">,
): NewPayout {
  const payoutId = tx.newId();
  return {
    ...by,
    payoutId,
    obligationId: obligation.obligation_id,
    orderId: obligation.order_id,
    claimId: obligation.claim_id,
    tenderId: obligation.tender_id,
    settlementNumber: settlementNumber(payoutId),
    unit: obligation.unit,
    units: obligation.units,
    status: "planned",
  };
}

/** The gateway's number rule: the same number, unless it is spent; then a new payout. */
async function again(tx: Tx, payout: PayoutRow, account: string): Promise<string | Refusal> {
  const { payout_id: payoutId, status, code } = payout;
  const sameNumber = status !== "reversed" && !numberIsSpent(code);
  if (sameNumber) {
    const asIs = { moves: 0, code: null, reference: null, hint: payout.hint };
    await updatePayouts(tx, [{ payoutId, status, dueAt: new Date(tx.now), ...asIs }]);
    return payoutId;
  }
  const locked = await lockAll(tx, payout.obligation_id);
  if (isRefusal(locked)) return locked;
  const { obligation, payouts } = locked;
  if (obligation.status !== "in_progress") {
    return refuse("obligation_state", { state: obligation.status });
  }
  await cancel(tx, payouts);
  const next = nextPayout(tx, obligation, { route: "gateway", account });
  await insertPayouts(tx, [next]);
  return next.payoutId;
}

/** A person has a payout tried again: failed and reversed are sent, uncertain and parked asked. */
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
