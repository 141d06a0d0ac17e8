import { timestamp } from "../../platform/index.ts";
import type { ReadTx, Tx } from "../../platform/index.ts";

export interface SetMember {
  readonly policyId: string;
  readonly params: Readonly<Record<string, string>>;
}

export async function insertSet(tx: Tx, setId: string, members: readonly SetMember[]) {
  await tx.query(
    `with made as (insert into policy_sets (merchant_id, policy_set_id, recorded_at)
        values ($1, $2, $3))
      insert into policy_set_members (merchant_id, policy_set_id, policy_id, params)
      select $1, $2, t.* from unnest($4::text[], $5::jsonb[]) as t`,
    [
      tx.merchantId,
      setId,
      timestamp(tx.now),
      members.map(({ policyId }) => policyId),
      members.map(({ params }) => JSON.stringify(params)),
    ],
  );
}

export async function updateDefaultSet(tx: Tx, setId: string): Promise<void> {
  await tx.query("update merchants set default_policy_set_id = $2 where merchant_id = $1", [
    tx.merchantId,
    setId,
  ]);
}

const defaultsStatement = {
  name: "promises_defaults",
  text: `select member.policy_id, member.params from merchants m
    join policy_set_members member on member.merchant_id = m.merchant_id
      and member.policy_set_id = m.default_policy_set_id
    where m.merchant_id = $1 order by member.policy_id`,
};

export const selectDefaults = (tx: ReadTx) =>
  tx.query<{ readonly policy_id: string; readonly params: Record<string, string> }>(
    defaultsStatement,
    [tx.merchantId],
  );

const floorsStatement = {
  name: "promises_floors",
  text: "select distinct policy_id from market_floors where merchant_id = $1 order by policy_id",
};

/** The floors that were chosen, each with its market. */
export const selectMarkets = (tx: ReadTx) =>
  tx.query<{ readonly market: string; readonly policy_id: string }>(
    `select market, policy_id from market_floors where merchant_id = $1
      order by market, policy_id`,
    [tx.merchantId],
  );

export const selectFloors = (tx: ReadTx) =>
  tx.query<{ readonly policy_id: string }>(floorsStatement, [tx.merchantId]);

export async function insertFloors(
  tx: Tx,
  floors: readonly { readonly market: string; readonly policyId: string }[],
): Promise<void> {
  await tx.query(
    `insert into market_floors (merchant_id, market, policy_id)
      select $1, t.* from unnest($2::text[], $3::text[]) as t on conflict do nothing`,
    [tx.merchantId, floors.map(({ market }) => market), floors.map(({ policyId }) => policyId)],
  );
}

/** False where it was not chosen. */
export async function deleteFloor(
  tx: Tx,
  { market, policyId }: { readonly market: string; readonly policyId: string },
): Promise<boolean> {
  const rows = await tx.query(
    `delete from market_floors where merchant_id = $1 and market = $2 and policy_id = $3
      returning policy_id`,
    [tx.merchantId, market, policyId],
  );
  return rows.length === 1;
}
