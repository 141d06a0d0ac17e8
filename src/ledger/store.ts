import type { ReadTx, Tx } from "../platform/index.ts";
import type { Transfer } from "./transfer.ts";

/** Balances as text, since a sum of many amounts may pass what a number keeps exactly. */
export interface BalanceRow {
  readonly account: string;
  readonly unit: string;
  readonly balance: string;
}

export interface TransferRow {
  readonly transfer_id: string;
  readonly kind: string;
  readonly reference: string;
  readonly debit_account: string;
  readonly credit_account: string;
  readonly unit: string;
  readonly amount: number;
  readonly recorded_at: number;
}

export type NumberedTransfer = Transfer & { readonly transferId: string; readonly leg: number };

const insertStatement = {
  name: "ledger_insert_transfers",
  text: `insert into ledger_transfers (merchant_id, transfer_id, kind, reference, leg, order_id,
      debit_account, credit_account, unit, amount, recorded_at)
    select $1, t.*, $2::timestamptz from unnest($3::uuid[], $4::text[], $5::text[], $6::int[],
      $7::uuid[], $8::text[], $9::text[], $10::text[], $11::bigint[]) as t`,
};

export async function insertTransfers(tx: Tx, transfers: readonly NumberedTransfer[]) {
  await tx.query(insertStatement, [
    tx.merchantId,
    new Date(tx.now),
    transfers.map(({ transferId }) => transferId),
    transfers.map(({ kind }) => kind),
    transfers.map(({ reference }) => reference),
    transfers.map(({ leg }) => leg),
    transfers.map(({ orderId }) => orderId),
    transfers.map(({ debit }) => debit),
    transfers.map(({ credit }) => credit),
    transfers.map(({ unit }) => unit),
    transfers.map(({ amount }) => amount),
  ]);
}

/** The newest checkpoint and every transfer that it has not counted, as legs with a sign. */
const legs = `
  with base as (
    select coalesce(max(horizon), '0'::xid8) as horizon
    from ledger_checkpoints where merchant_id = $1
  ), tail as (
    select debit_account, credit_account, unit, amount, written_in from ledger_transfers
    where merchant_id = $1 and written_in >= (select horizon from base)
  ), legs as (
    select account, unit, balance, '0'::xid8 as written_in from ledger_checkpoints
    where merchant_id = $1 and horizon = (select horizon from base)
    union all select debit_account, unit, amount, written_in from tail
    union all select credit_account, unit, -amount, written_in from tail
  )`;

export async function selectBalances(tx: ReadTx): Promise<BalanceRow[]> {
  const text = `${legs} select account, unit, sum(balance)::text as balance from legs
    group by account, unit order by account, unit`;
  return tx.query({ name: "ledger_select_balances", text }, [tx.merchantId]);
}

export async function selectBalance(tx: ReadTx, account: string, unit: string) {
  const text = `${legs} select coalesce(sum(balance), 0)::text as balance from legs
    where account = $2 and unit = $3`;
  const statement = { name: "ledger_select_balance", text };
  const rows = await tx.query<BalanceRow>(statement, [tx.merchantId, account, unit]);
  return rows[0]?.balance ?? "0";
}

/**
 * Every transaction below the snapshot's xmin has ended, so its transfers are all seen by this
 * statement and no other can join them later.
 */
export async function insertCheckpoint(tx: Tx): Promise<void> {
  const text = `${legs}, horizon as (select pg_snapshot_xmin(pg_current_snapshot()) as xmin)
    insert into ledger_checkpoints (merchant_id, horizon, account, unit, balance)
    select $1, horizon.xmin, account, unit, sum(balance) from legs, horizon
    where written_in < horizon.xmin group by horizon.xmin, account, unit
    on conflict do nothing`;
  await tx.query({ name: "ledger_insert_checkpoint", text }, [tx.merchantId]);
}

/** Keeps the newest two: a reader may still be on the one before. */
export async function deleteOldCheckpoints(tx: Tx): Promise<void> {
  const text = `delete from ledger_checkpoints where merchant_id = $1 and horizon < (
    select min(horizon) from (select distinct horizon from ledger_checkpoints
      where merchant_id = $1 order by horizon desc limit 2) as newest)`;
  await tx.query({ name: "ledger_delete_old_checkpoints", text }, [tx.merchantId]);
}

export async function selectOrderTransfers(
  tx: ReadTx,
  orderId: string,
  after: string | null,
  limit: number,
): Promise<TransferRow[]> {
  const text = `select transfer_id, kind, reference, debit_account, credit_account, unit,
      amount, recorded_at
    from ledger_transfers where merchant_id = $1 and order_id = $2
      and ($3::uuid is null or transfer_id > $3)
    order by transfer_id limit $4`;
  const statement = { name: "ledger_select_order_transfers", text };
  return tx.query(statement, [tx.merchantId, orderId, after, limit]);
}

/** Transfers that no checkpoint has counted, up to `most`. */
export async function countUnsummed(tx: ReadTx, most: number): Promise<number> {
  const text = `select count(*) as count from (
      select 1 from ledger_transfers where merchant_id = $1 and written_in >= (
        select coalesce(max(horizon), '0'::xid8) from ledger_checkpoints where merchant_id = $1)
      limit $2) as unsummed`;
  const statement = { name: "ledger_count_unsummed", text };
  const rows = await tx.query<{ count: number }>(statement, [tx.merchantId, most]);
  return rows[0]?.count ?? 0;
}
