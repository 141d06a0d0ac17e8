import { isRefusal, refuse } from "../../contract/index.ts";
import type { Refusal } from "../../contract/index.ts";
import type { Tx } from "../../platform/index.ts";
import { settlementNumber } from "../rules/number.ts";
import { afterStep, mayHavePaid } from "../rules/payout.ts";
import { lockObligation } from "../store/obligations.ts";
import type { ObligationRow } from "../store/obligations.ts";
import { lockPayoutsOf, updatePayouts } from "../store/payouts.ts";
import type { NewPayout, PayoutRow } from "../store/payouts.ts";

export type Locked = {
  readonly obligation: ObligationRow;
  readonly payouts: readonly PayoutRow[];
};

/** Payouts before their obligation, as the cashier locks them. */
export async function lockAll(tx: Tx, obligationId: string): Promise<Locked | Refusal> {
  const payouts = await lockPayoutsOf(tx, obligationId);
  const obligation = await lockObligation(tx, obligationId);
  if (obligation === null) return refuse("not_found", { what: obligationId });
  return { obligation, payouts };
}

/** The same, where nothing has paid or may have paid. */
export async function lockUnpaid(tx: Tx, obligationId: string): Promise<Locked | Refusal> {
  const locked = await lockAll(tx, obligationId);
  if (isRefusal(locked)) return locked;
  const paying = locked.payouts.find(({ status }) => mayHavePaid(status));
  return paying === undefined ? locked : refuse("payout_state", { state: paying.status });
}

/** Withdraws what has not been sent, or was refused: another payout may take its place. */
export async function cancelStanding(tx: Tx, payouts: readonly PayoutRow[]): Promise<void> {
  const rows = payouts.flatMap(({ payout_id: payoutId, status }) => {
    const cancelled = afterStep(status, "cancel");
    if (cancelled === null) return [];
    const nothingElse = { moves: 0, dueAt: null, hint: null, code: null, reference: null };
    return [{ payoutId, status: cancelled, ...nothingElse }];
  });
  if (rows.length > 0) await updatePayouts(tx, rows);
}

export function subjectOf(obligation: ObligationRow, payoutId: string | null) {
  return {
    payoutId,
    obligationId: obligation.obligation_id,
    orderId: obligation.order_id,
    claimId: obligation.claim_id,
    unit: obligation.unit,
    units: obligation.units,
  };
}

export function nextPayout(
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
