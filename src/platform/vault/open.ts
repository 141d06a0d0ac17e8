import type { Pool } from "pg";
import type { ReadTx, Tx } from "../database/tx.ts";
import { timestamp } from "../database/pools.ts";
import { createBlindIndexes } from "./blind.ts";
import { bind, seal, unseal } from "./cipher.ts";
import type { Keyring } from "./keyring.ts";
import * as store from "./store.ts";
import type { StoredRecord } from "./store.ts";
import type { NewRecord, Vault } from "./vault.ts";

export function createVault(keysPool: Pool, keyring: Keyring): Vault {
  const blind = createBlindIndexes(keysPool, keyring);
  return {
    async newPersons(tx, persons) {
      const personIds = persons.map(() => tx.newId());
      await keyring.create(tx.merchantId, personIds, false);
      const entries = persons.flatMap(({ indexes }, at) =>
        indexes.map((index) => ({ ...index, personId: personIds[at] ?? "" })),
      );
      await blind.add(tx.merchantId, entries);
      await store.insertPersons(tx, personIds, timestamp(tx.now));
      return personIds;
    },
    async put(tx, record) {
      const [recordId = ""] = await putAll(tx, keyring, [record]);
      return recordId;
    },
    putAll: (tx, records) => putAll(tx, keyring, records),
    async get(tx, recordId) {
      const found = await getAll(tx, keyring, [recordId]);
      return found.get(recordId) ?? null;
    },
    getAll: (tx, recordIds) => getAll(tx, keyring, recordIds),
    addIndex: (tx, personId, kind, value) => blind.add(tx.merchantId, [{ personId, kind, value }]),
    find: (merchantId, kind, value) => blind.find(merchantId, kind, value),
    forget: (merchantId, personIds) => keyring.destroy(merchantId, personIds),
  };
}

const boundTo = (merchantId: string, { personId, kind, recordId }: Omit<StoredRecord, "sealed">) =>
  bind(merchantId, personId, kind, recordId);

async function putAll(tx: Tx, keyring: Keyring, records: readonly NewRecord[]): Promise<string[]> {
  const keys = await keyring.find(tx.merchantId, [...new Set(records.map((r) => r.personId))]);
  const rows = records.map(({ personId, kind, text }) => {
    const key = keys.get(personId);
    if (key === undefined) throw new Error(`person ${personId} has no key: erased, or never made`);
    const place = { recordId: tx.newId(), personId, kind };
    return { ...place, sealed: seal(key, boundTo(tx.merchantId, place), Buffer.from(text)) };
  });
  await store.insertRecords(tx, rows, timestamp(tx.now));
  return rows.map((row) => row.recordId);
}

async function getAll(
  tx: ReadTx,
  keyring: Keyring,
  recordIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await store.selectRecords(tx, recordIds);
  const keys = await keyring.find(tx.merchantId, [...new Set(rows.map((row) => row.personId))]);
  const texts = new Map<string, string>();
  for (const row of rows) {
    const key = keys.get(row.personId);
    // No key: the person is erased, and so is what the record said.
    if (key === undefined) continue;
    const plain = unseal(key, boundTo(tx.merchantId, row), row.sealed);
    texts.set(row.recordId, plain.toString());
  }
  return texts;
}
