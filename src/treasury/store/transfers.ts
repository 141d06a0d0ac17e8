import type { ReadTx, Tx } from "../../platform/index.ts";
import type { TransferStatus } from "../rules/transfer.ts";

export type EvidenceEntry = {
  readonly kind: string;
  readonly reference: string;
  readonly sha256?: string | undefined;
};

export type TransferRow = {
  readonly transfer_id: string;
  readonly obligation_id: string;
  readonly reference: string;
  readonly evidence: readonly EvidenceEntry[];
  readonly status: TransferStatus;
  readonly stated_by: string;
  readonly stated_at: number;
  readonly decided_by: string | null;
  readonly decided_at: number | null;
};

const columns = `transfer_id, obligation_id, reference, evidence, status, stated_by, stated_at,
  decided_by, decided_at`;

export async function insertTransfer(tx: Tx, row: TransferRow): Promise<void> {
  const text = `insert into transfer_statements (merchant_id, ${columns})
    values ($1, $2, $3, $4, $5, $6, $7, $8, null, null)`;
  await tx.query({ name: "treasury_insert_transfer", text }, [
    tx.merchantId,
    row.transfer_id,
    row.obligation_id,
    row.reference,
    JSON.stringify(row.evidence),
    row.status,
    row.stated_by,
    new Date(row.stated_at),
  ]);
}

export async function lockTransfer(tx: Tx, transferId: string): Promise<TransferRow | null> {
  const text = `select ${columns} from transfer_statements
    where merchant_id = $1 and transfer_id = $2 for update`;
  const statement = { name: "treasury_lock_transfer", text };
  const rows = await tx.query<TransferRow>(statement, [tx.merchantId, transferId]);
  return rows[0] ?? null;
}

export async function decideTransfer(
  tx: Tx,
  transferId: string,
  status: TransferStatus,
): Promise<void> {
  const text = `update transfer_statements set status = $3, decided_by = $4, decided_at = $5
    where merchant_id = $1 and transfer_id = $2`;
  const values = [tx.merchantId, transferId, status, tx.actor.id, new Date(tx.now)];
  await tx.query({ name: "treasury_decide_transfer", text }, values);
}

/** Until the transaction ends nobody else can state a transfer of this reference. */
export async function lockReference(tx: Tx, reference: string): Promise<void> {
  const text = `select pg_advisory_xact_lock(hashtextextended($1::text || ' ' || $2::text, 85))`;
  const statement = { name: "treasury_lock_transfer_reference", text };
  await tx.query(statement, [tx.merchantId, reference]);
}

/** A statement that was not rejected: on this obligation, or with this reference of a bank. */
export async function selectStanding(tx: ReadTx, obligationId: string, reference: string) {
  const text = `select obligation_id, reference from transfer_statements
    where merchant_id = $1 and status <> 'rejected'
      and (obligation_id = $2 or reference = $3)`;
  const statement = { name: "treasury_select_standing_transfers", text };
  const values = [tx.merchantId, obligationId, reference];
  return tx.query<{ obligation_id: string; reference: string }>(statement, values);
}

export type TransferFilter = {
  readonly status?: string | undefined;
  readonly before: string | null;
  readonly limit: number;
};

/** Newest first. */
export async function selectTransfers(tx: ReadTx, filter: TransferFilter) {
  const text = `select ${columns} from transfer_statements
    where merchant_id = $1 and ($2::text is null or status = $2)
      and ($3::uuid is null or transfer_id < $3)
    order by transfer_id desc limit $4`;
  const values = [tx.merchantId, filter.status ?? null, filter.before, filter.limit];
  return tx.query<TransferRow>(text, values);
}
