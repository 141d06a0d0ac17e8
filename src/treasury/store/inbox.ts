import type { Tx } from "../../platform/index.ts";

export type InboxEntry = {
  readonly eventId: string;
  readonly number: string;
  readonly says: string;
};

/** Takes in callbacks; those that came before give no row back. */
export async function insertCallbacks(tx: Tx, account: string, entries: readonly InboxEntry[]) {
  const text = `insert into callback_inbox (merchant_id, account, event_id, settlement_number, said,
      received_at)
    select $1, $2, t.*, $3 from unnest($4::text[], $5::text[], $6::text[]) as t
    on conflict do nothing returning settlement_number, said`;
  const statement = { name: "treasury_insert_callbacks", text };
  return tx.query<{ settlement_number: string; said: string }>(statement, [
    tx.merchantId,
    account,
    new Date(tx.now),
    entries.map(({ eventId }) => eventId),
    entries.map(({ number }) => number),
    entries.map(({ says }) => says),
  ]);
}

/** Deletes callbacks that came before an instant, at most `limit`; returns how many. */
export async function deleteCallbacks(tx: Tx, before: Date, limit: number): Promise<number> {
  const text = `delete from callback_inbox where merchant_id = $1 and (account, event_id) in (
      select account, event_id from callback_inbox
      where merchant_id = $1 and received_at < $2 limit $3)
    returning event_id`;
  const statement = { name: "treasury_delete_callbacks", text };
  return (await tx.query(statement, [tx.merchantId, before, limit])).length;
}
