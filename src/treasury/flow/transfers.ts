import { isRefusal, refuse } from "../../contract/index.ts";
import type { Refusal } from "../../contract/index.ts";
import { accounts, post } from "../../ledger/index.ts";
import type { Tx } from "../../platform/index.ts";
import { afterObligationStep } from "../rules/obligation.ts";
import { afterStep, mayHavePaid, stepped, supersededCode } from "../rules/payout.ts";
import { afterTransferStep, initialTransferStatus } from "../rules/transfer.ts";
import type { TransferStep } from "../rules/transfer.ts";
import { doubtMs } from "../rules/watching.ts";
import { moveObligations } from "../store/obligations.ts";
import type { ObligationRow } from "../store/obligations.ts";
import { insertPayouts, isNumberUsed } from "../store/payouts.ts";
import type { PayoutRow } from "../store/payouts.ts";
import {
  decideTransfer,
  insertTransfer,
  lockReference,
  lockTransfer,
  selectStanding,
} from "../store/transfers.ts";
import type { EvidenceEntry, TransferRow } from "../store/transfers.ts";
import { announce } from "./announce.ts";
import { writeChanges } from "./changes.ts";
import { cancelStanding, lockAll, nextPayout, subjectOf } from "./locked.ts";
import type { Locked } from "./locked.ts";

/** Why an amount cannot be paid by a transfer now, or null. */
function closedTo(tx: Tx, { obligation, payouts }: Locked): Refusal | null {
  if (afterObligationStep(obligation.status, "meet") === null) {
    return refuse("obligation_state", { state: obligation.status });
  }
  for (const payout of payouts.filter(({ status }) => mayHavePaid(status))) {
    const { status, updated_at: since } = payout;
    if (afterStep(status, "supersede") === null) return refuse("payout_state", { state: status });
    if (tx.now - since < doubtMs) {
      const from = new Date(since + doubtMs).toISOString();
      return refuse("payout_in_doubt", { state: status, from });
    }
  }
  return null;
}

export type Statement = {
  readonly obligationId: string;
  /** The bank's reference of the transfer. */
  readonly reference: string;
  readonly evidence: readonly EvidenceEntry[];
};

/**
 * One person states, with evidence, that an amount due was paid by a bank transfer. Nothing is
 * booked until another approves. A key is nobody: whoever holds two of them would be both persons.
 */
export async function stateTransfer(tx: Tx, statement: Statement): Promise<TransferRow | Refusal> {
  const { obligationId, reference, evidence } = statement;
  if (tx.actor.kind !== "staff") return refuse("person_needed");
  const locked = await lockAll(tx, obligationId);
  if (isRefusal(locked)) return locked;
  const closed = closedTo(tx, locked);
  if (closed !== null) return closed;
  await lockReference(tx, reference);
  const standing = await selectStanding(tx, obligationId, reference);
  if (standing.some((one) => one.obligation_id === obligationId)) {
    return refuse("transfer_stated", { what: obligationId });
  }
  if (standing.length > 0 || (await isNumberUsed(tx, numberOf(reference)))) {
    return refuse("transfer_reference_used", { reference });
  }
  const row: TransferRow = {
    transfer_id: tx.newId(),
    obligation_id: obligationId,
    reference,
    evidence,
    status: initialTransferStatus,
    stated_by: tx.actor.id,
    stated_at: tx.now,
    decided_by: null,
    decided_at: null,
  };
  await insertTransfer(tx, row);
  return row;
}

/** The bank's reference is the payout's number, so one transfer cannot meet two obligations. */
const numberOf = (reference: string): string => `transfer:${reference}`;

/** Another person rejects what was stated, or the one who stated it takes it back. */
export async function rejectTransfer(tx: Tx, transferId: string): Promise<TransferRow | Refusal> {
  const row = await lockTransfer(tx, transferId);
  if (row === null) return refuse("not_found", { what: transferId });
  return decide(tx, row, "reject");
}

async function decide(tx: Tx, row: TransferRow, step: TransferStep) {
  const status = afterTransferStep(row.status, step);
  if (status === null) return refuse("transfer_state", { state: row.status });
  await decideTransfer(tx, row.transfer_id, status);
  return { ...row, status, decided_by: tx.actor.id, decided_at: tx.now };
}

/**
 * A second person approves: the obligation is met by the transfer. A payout that is still in doubt
 * after its time is superseded; that both may have paid is booked as a risk, and its number goes on
 * being asked about.
 */
export async function approveTransfer(tx: Tx, transferId: string): Promise<TransferRow | Refusal> {
  if (tx.actor.kind !== "staff") return refuse("person_needed");
  const row = await lockTransfer(tx, transferId);
  if (row === null) return refuse("not_found", { what: transferId });
  if (row.stated_by === tx.actor.id) return refuse("four_eyes");
  const locked = await lockAll(tx, row.obligation_id);
  if (isRefusal(locked)) return locked;
  // Between the two persons the gateway may have answered.
  const closed = row.status === "stated" ? closedTo(tx, locked) : null;
  if (closed !== null) return closed;
  const approved = await decide(tx, row, "approve");
  if (isRefusal(approved)) return approved;
  const { obligation, payouts } = locked;
  await cancelStanding(tx, payouts);
  await supersede(tx, payouts);
  await meetByTransfer(tx, obligation, row.reference);
  return approved;
}

async function supersede(tx: Tx, payouts: readonly PayoutRow[]): Promise<void> {
  const doubtful = payouts.filter(({ status }) => mayHavePaid(status));
  const changed = doubtful.map((payout) => ({
    // Marked first, so that it is known as superseded when its next look is planned.
    payout: { ...payout, code: supersededCode },
    change: {
      status: stepped(payout.status, "supersede"),
      step: "supersede" as const,
      waitMs: null,
      code: supersededCode,
      reference: null,
      contradiction: false,
      unsent: 0 as const,
      hint: null,
    },
  }));
  await writeChanges(tx, changed);
  const risks = doubtful.map(
    ({ settlement_number: reference, order_id: orderId, unit, units }) => ({
      kind: "duplicate_risk",
      reference,
      orderId,
      debit: accounts.duplicateRisk,
      credit: accounts.duplicateRiskNoted,
      unit,
      amount: units,
    }),
  );
  await post(tx, risks);
}

async function meetByTransfer(tx: Tx, obligation: ObligationRow, reference: string) {
  const { obligation_id: obligationId, order_id: orderId, unit, units: amount } = obligation;
  const payout = nextPayout(tx, obligation, { route: "transfer", account: null });
  const settlementNumber = numberOf(reference);
  const status = stepped("planned", "settle");
  await insertPayouts(tx, [{ ...payout, settlementNumber, status }]);
  await moveObligations(tx, [obligationId], "meet");
  const [debit, credit] = [accounts.customerOwed, accounts.bankTransfers];
  const common = { kind: "transferred", reference: settlementNumber, orderId };
  await post(tx, [{ ...common, debit, credit, unit, amount }]);
  announce(tx, "PayoutSettled", subjectOf(obligation, payout.payoutId));
  announce(tx, "ObligationMet", subjectOf(obligation, payout.payoutId));
}
