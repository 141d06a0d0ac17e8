import { createHmac } from "node:crypto";
import type { Pool } from "pg";
import type { Keyring } from "./keyring.ts";
import type { BlindIndexKind } from "./vault.ts";

export interface BlindIndexes {
  add(merchantId: string, entries: readonly BlindEntry[]): Promise<void>;
  find(merchantId: string, kind: BlindIndexKind, value: string): Promise<string[]>;
}

interface BlindEntry {
  readonly personId: string;
  readonly kind: BlindIndexKind;
  readonly value: string;
}

/** HMAC-SHA-256 of the normal form under the merchant's key: the same phone differs elsewhere. */
export function createBlindIndexes(pool: Pool, keyring: Keyring): BlindIndexes {
  const digest = (key: Buffer, kind: BlindIndexKind, value: string): Buffer =>
    createHmac("sha256", key)
      .update(`${kind}:${normalForm(kind, value)}`)
      .digest();
  return {
    async add(merchantId, entries) {
      if (entries.length === 0) return;
      const key = await keyring.indexKey(merchantId);
      const digests = entries.map(({ kind, value }) => digest(key, kind, value));
      const kinds = entries.map(({ kind }) => kind);
      const personIds = entries.map(({ personId }) => personId);
      await pool.query({ ...insertIndexes, values: [merchantId, kinds, digests, personIds] });
    },
    async find(merchantId, kind, value) {
      const key = await keyring.indexKey(merchantId);
      const { rows } = await pool.query<{ personId: string }>({
        ...selectPersons,
        values: [merchantId, kind, digest(key, kind, value)],
      });
      return rows.map((row) => row.personId);
    },
  };
}

/** What people write differently and mean the same. */
export function normalForm(kind: BlindIndexKind, value: string): string {
  const plain = value.normalize("NFKC").trim().toLowerCase();
  if (kind === "email") return plain;
  const digits = plain.replace(/[\s().-]/g, "");
  const looksLikePhone = /^\+?\d{5,15}$/.test(digits);
  if (kind === "orderContact" && !looksLikePhone) return plain;
  // A mainland number is written with and without its country code.
  return digits.replace(/^(?:\+|00)86(?=1\d{10}$)/, "");
}

const insertIndexes = {
  name: "insert-blind-indexes",
  text: `insert into blind_indexes (merchant_id, kind, digest, person_id)
    select $1, kind, digest, person_id
    from unnest($2::text[], $3::bytea[], $4::uuid[]) as given (kind, digest, person_id)
    on conflict do nothing`,
};
const selectPersons = {
  name: "select-persons-by-index",
  text: `select person_id as "personId" from blind_indexes
    where merchant_id = $1 and kind = $2 and digest = $3 order by person_id limit 1000`,
};
