import { randomBytes } from "node:crypto";
import type { Pool } from "pg";
import { bind, seal, unseal } from "./cipher.ts";

export interface Keyring {
  /**
   * Makes and commits keys; a holder that has one keeps it. Unless confirmed, a key is swept when
   * no person turns out to belong to it.
   */
  create(merchantId: string, holderIds: readonly string[], confirmed: boolean): Promise<void>;
  /** Keys by holder; a holder without a key is absent. */
  find(merchantId: string, holderIds: readonly string[]): Promise<ReadonlyMap<string, Buffer>>;
  destroy(merchantId: string, holderIds: readonly string[]): Promise<void>;
  /** The key of a merchant's blind indexes, made at first use. */
  indexKey(merchantId: string): Promise<Buffer>;
}

const cachedMax = 20_000;
/** How long another process may go on reading after a key was destroyed. */
const cachedMs = 30_000;

export function createKeyring(pool: Pool, master: Uint8Array): Keyring {
  const cache = createCache();
  const indexKeys = new Map<string, Buffer>();
  const id = (merchantId: string, holderId: string): string => bind(merchantId, holderId);
  return {
    async create(merchantId, holderIds, confirmed) {
      const keys = holderIds.map(() => randomBytes(32));
      const wrapped = keys.map((key, at) => seal(master, id(merchantId, holderIds[at] ?? ""), key));
      await pool.query({ ...insertKeys, values: [merchantId, holderIds, wrapped, confirmed] });
    },
    async find(merchantId, holderIds) {
      const found = new Map<string, Buffer>();
      const missing = holderIds.filter((holderId) => {
        const key = cache.get(id(merchantId, holderId));
        if (key !== undefined) found.set(holderId, key);
        return key === undefined;
      });
      for (const row of await selectKeys(pool, merchantId, missing)) {
        const key = unseal(master, id(merchantId, row.holderId), row.wrapped);
        cache.set(id(merchantId, row.holderId), key);
        found.set(row.holderId, key);
      }
      return found;
    },
    async destroy(merchantId, holderIds) {
      for (const holderId of holderIds) cache.delete(id(merchantId, holderId));
      await pool.query(deleteKeys, [merchantId, holderIds]);
    },
    async indexKey(merchantId) {
      const known = indexKeys.get(merchantId);
      if (known !== undefined) return known;
      const bound = bind(merchantId, "blind-index");
      await pool.query(insertIndexKey, [merchantId, seal(master, bound, randomBytes(32))]);
      const { rows } = await pool.query<{ wrapped: Buffer }>(selectIndexKey, [merchantId]);
      const key = unseal(master, bound, rows[0]?.wrapped ?? new Uint8Array());
      indexKeys.set(merchantId, key);
      return key;
    },
  };
}

const insertKeys = {
  name: "insert-keys",
  text: `insert into keys (merchant_id, holder_id, wrapped, confirmed)
    select $1, holder_id, wrapped, $4
    from unnest($2::uuid[], $3::bytea[]) as given (holder_id, wrapped)
    on conflict do nothing`,
};
const deleteKeys = "delete from keys where merchant_id = $1 and holder_id = any($2::uuid[])";
const insertIndexKey =
  "insert into index_keys (merchant_id, wrapped) values ($1, $2) on conflict do nothing";
const selectIndexKey = "select wrapped from index_keys where merchant_id = $1";

async function selectKeys(
  pool: Pool,
  merchantId: string,
  holderIds: readonly string[],
): Promise<{ holderId: string; wrapped: Buffer }[]> {
  if (holderIds.length === 0) return [];
  const { rows } = await pool.query<{ holderId: string; wrapped: Buffer }>({
    name: "select-keys",
    text: `select holder_id as "holderId", wrapped from keys
      where merchant_id = $1 and holder_id = any($2::uuid[])`,
    values: [merchantId, holderIds],
  });
  return rows;
}

function createCache() {
  const entries = new Map<string, { key: Buffer; until: number }>();
  return {
    get(name: string): Buffer | undefined {
      const entry = entries.get(name);
      return entry !== undefined && entry.until > performance.now() ? entry.key : undefined;
    },
    set(name: string, key: Buffer): void {
      // The oldest goes first: a Map keeps the order of insertion.
      if (entries.size >= cachedMax) entries.delete(entries.keys().next().value ?? "");
      entries.set(name, { key, until: performance.now() + cachedMs });
    },
    delete: (name: string): boolean => entries.delete(name),
  };
}
