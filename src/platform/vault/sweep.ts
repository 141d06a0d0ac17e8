import { pools } from "../database/pools.ts";
import { readTransaction } from "../database/transact.ts";
import type { Platform } from "../platform.ts";

const batchMax = 5000;

/** No unit of work takes an hour: the database ends one that idles for a minute. */
const ageSeconds = 3600;

/**
 * A key is committed before the person it is for. Keys whose person never came, because the
 * transaction rolled back, are destroyed; the others are confirmed and never looked at again.
 */
export async function sweepKeys(platform: Platform, olderThanSeconds = ageSeconds): Promise<void> {
  const keys = pools(platform.database).keys;
  const { rows } = await keys.query<{ merchantId: string; holderIds: string[] }>(
    selectUnconfirmed,
    [olderThanSeconds, batchMax],
  );
  for (const { merchantId, holderIds } of rows) {
    const known = await personsAmong(platform, merchantId, holderIds);
    const orphans = holderIds.filter((holderId) => !known.has(holderId));
    if (known.size > 0) await keys.query(confirmKeys, [merchantId, [...known]]);
    if (orphans.length > 0) await platform.keyring.destroy(merchantId, orphans);
  }
}

const selectUnconfirmed = `
  select merchant_id as "merchantId", array_agg(holder_id) as "holderIds" from (
    select merchant_id, holder_id from keys
    where not confirmed and created_at < now() - $1 * interval '1 second'
    order by created_at limit $2
  ) as oldest group by merchant_id`;

const confirmKeys = `
  update keys set confirmed = true where merchant_id = $1 and holder_id = any($2::uuid[])`;

async function personsAmong(
  platform: Platform,
  merchantId: string,
  holderIds: readonly string[],
): Promise<Set<string>> {
  const rows = await readTransaction(platform, merchantId, (tx) =>
    tx.query<{ personId: string }>(
      `select person_id as "personId" from persons
       where merchant_id = $1 and person_id = any($2::uuid[])`,
      [merchantId, holderIds],
    ),
  );
  return new Set(rows.map((row) => row.personId));
}
