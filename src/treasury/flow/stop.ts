import type { StopPlan } from "../../core/index.ts";
import { accounts, post } from "../../ledger/index.ts";
import type { Tx } from "../../platform/index.ts";
import { lockOrderObligations, markReleased, selectQueued } from "../store/obligations.ts";
import type { ObligationRow } from "../store/obligations.ts";
import { lockOrderPayouts } from "../store/payouts.ts";
import type { PayoutRow } from "../store/payouts.ts";
import { closeProblems } from "../store/problems.ts";
import type { MoneyProblem } from "../store/problems.ts";
import { lowerObliged } from "../store/tenders.ts";
import { announce } from "./announce.ts";
import { cancelStanding, subjectOf } from "./locked.ts";
import { lockTenders } from "./locks.ts";
import type { LockedOrder } from "./locks.ts";
import { oblige } from "./oblige.ts";
import { noteProblems } from "./problems.ts";

/**
 * Locks all money of an order until the transaction ends: its payouts as whoever sends them does,
 * then what whoever computes what is due locks.
 */
export async function lockMoney(tx: Tx, orderId: string): Promise<LockedOrder | null> {
  await lockOrderPayouts(tx, orderId);
  await lockOrderObligations(tx, orderId);
  return (await lockTenders(tx, [orderId]))[0] ?? null;
}

/** Amounts due that nothing was sent for, the latest first; the caller has locked the money. */
export async function queuedObligations(tx: Tx, orderId: string) {
  const rows = await selectQueued(tx, orderId);
  return rows.map(({ obligation_id: obligationId, tender_id, units }) => {
    return { obligationId, tenderId: tender_id ?? "", units };
  });
}

/** An amount due that was withdrawn before it was sent. */
export type Stopped = {
  readonly obligationId: string;
  readonly claimId: string | null;
  readonly tenderId: string;
  readonly unit: string;
  /** What is not sent; the rest of the obligation was taken on anew. */
  readonly units: number;
};

/**
 * Withdraws what must not be sent any more, and tells a person of it and of what cannot be called
 * back. The caller has locked the money and planned under that lock.
 */
export async function stopPayouts(
  tx: Tx,
  orderId: string,
  { stops, beyond }: StopPlan,
): Promise<Stopped[]> {
  const [obligations, payouts] =
    stops.length === 0
      ? [[], []]
      : [await lockOrderObligations(tx, orderId), await lockOrderPayouts(tx, orderId)];
  const stopped: Stopped[] = [];
  for (const { obligationId, tenderId, units, keptUnits } of stops) {
    const row = obligations.find((one) => one.obligation_id === obligationId);
    if (row === undefined) throw new Error(`obligation ${obligationId} vanished under its lock`);
    await withdraw(tx, row, payouts);
    if (keptUnits > 0) {
      const dues = [{ tenderId, units: keptUnits }];
      await oblige(tx, { claimId: row.claim_id, orders: [{ orderId, dues, beside: [] }] });
    }
    const { claim_id: claimId, unit } = row;
    stopped.push({ obligationId, claimId, tenderId, unit, units: units - keptUnits });
  }
  await noteProblems(tx, orderId, [...stopProblems(stopped), ...beyondProblems({ beyond })]);
  await closeProblems(
    tx,
    orderId,
    "paid_beyond",
    beyond.map(({ unit }) => unit),
  );
  return stopped;
}

async function withdraw(tx: Tx, row: ObligationRow, all: readonly PayoutRow[]): Promise<void> {
  const { obligation_id: obligationId, order_id: orderId, tender_id: tenderId, unit, units } = row;
  await cancelStanding(
    tx,
    all.filter((payout) => payout.obligation_id === obligationId),
  );
  await markReleased(tx, obligationId, tx.actor.id, "gone_elsewhere");
  if (tenderId !== null) await lowerObliged(tx, { orderId, tenderId, units });
  const [debit, credit] = [accounts.customerOwed, accounts.refunds];
  const common = { kind: "released", reference: obligationId, orderId };
  await post(tx, [{ ...common, debit, credit, unit, amount: units }]);
  announce(tx, "ObligationWithdrawn", subjectOf(row, null), "gone_elsewhere");
}

function stopProblems(stopped: readonly Stopped[]): MoneyProblem[] {
  return stopped.map(({ obligationId, unit, units }) => {
    return { kind: "payouts_stopped", reference: obligationId, unit, units, otherUnits: null };
  });
}

function beyondProblems({ beyond }: Pick<StopPlan, "beyond">): MoneyProblem[] {
  return beyond.map(({ unit, units }) => {
    return { kind: "paid_beyond", reference: unit, unit, units, otherUnits: null };
  });
}
