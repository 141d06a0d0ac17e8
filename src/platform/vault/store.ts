import type { ReadTx, Tx } from "../database/tx.ts";

export interface StoredRecord {
  readonly recordId: string;
  readonly personId: string;
  readonly kind: string;
  readonly sealed: Buffer;
}

export async function insertPersons(tx: Tx, personIds: readonly string[], at: Date): Promise<void> {
  await tx.query(
    {
      name: "insert-persons",
      text: `insert into persons (merchant_id, person_id, created_at)
        select $1, unnest($2::uuid[]), $3`,
    },
    [tx.merchantId, personIds, at],
  );
}

export async function insertRecords(
  tx: Tx,
  records: readonly StoredRecord[],
  at: Date,
): Promise<void> {
  await tx.query(
    {
      name: "insert-vault-records",
      text: `insert into vault_records (merchant_id, record_id, person_id, kind, sealed, created_at)
        select $1, record_id, person_id, kind, sealed, $6
        from unnest($2::uuid[], $3::uuid[], $4::text[], $5::bytea[])
          as given (record_id, person_id, kind, sealed)`,
    },
    [
      tx.merchantId,
      records.map((record) => record.recordId),
      records.map((record) => record.personId),
      records.map((record) => record.kind),
      records.map((record) => record.sealed),
      at,
    ],
  );
}

export async function selectRecords(
  tx: ReadTx,
  recordIds: readonly string[],
): Promise<StoredRecord[]> {
  if (recordIds.length === 0) return [];
  return tx.query<StoredRecord>(
    {
      name: "select-vault-records",
      text: `select record_id as "recordId", person_id as "personId", kind, sealed
        from vault_records where merchant_id = $1 and record_id = any($2::uuid[])`,
    },
    [tx.merchantId, recordIds],
  );
}
