import type { Instant } from "../core/index.ts";
import type { PolicyStatus } from "./rules/lifecycle.ts";
import { timestamp } from "../platform/index.ts";
import type { ReadTx, Tx } from "../platform/index.ts";

export interface VersionRow {
  readonly policy_id: string;
  readonly version: number;
  readonly kind: "policy" | "floor";
  readonly status: PolicyStatus;
  readonly proof: "unproven" | "proven";
  readonly hash: string;
  readonly catalogue_hash: string;
  readonly recorded_at: Instant;
  readonly published_at: Instant | null;
  readonly superseded_at: Instant | null;
}

export interface TextRow extends VersionRow {
  readonly text: string;
  readonly catalogue_text: string;
}

const about = `v.policy_id, v.version, v.kind, v.status, v.proof, v.hash, v.catalogue_hash,
  v.recorded_at, v.published_at, v.superseded_at`;

/** After (policyId, version) in the order of the list: by id, the newest version first. */
export const selectVersions = (
  tx: ReadTx,
  page: { readonly after: readonly [string, number] | null; readonly limit: number },
) =>
  tx.query<VersionRow>(
    `select ${about} from policy_versions v
      where merchant_id = $1
        and ($2::text is null or policy_id > $2 or (policy_id = $2 and version < $3))
      order by policy_id, version desc limit $4`,
    [tx.merchantId, page.after?.[0] ?? null, page.after?.[1] ?? null, page.limit],
  );

const textsStatement = {
  name: "promises_texts",
  text: `select ${about}, v.text, c.text as catalogue_text
    from unnest($2::text[], $3::integer[]) as wanted (policy_id, version)
    join policy_versions v on v.merchant_id = $1
      and v.policy_id = wanted.policy_id and v.version = wanted.version
    join policy_catalogues c on c.merchant_id = $1 and c.catalogue_hash = v.catalogue_hash`,
};

/** Versions with their texts; those that do not exist are left out. */
export const selectTexts = (
  tx: ReadTx,
  wanted: readonly { readonly policyId: string; readonly version: number }[],
) =>
  tx.query<TextRow>(textsStatement, [
    tx.merchantId,
    wanted.map(({ policyId }) => policyId),
    wanted.map(({ version }) => version),
  ]);

const publishedStatement = {
  name: "promises_published",
  text: `select ${about}, v.text, c.text as catalogue_text from policy_versions v
    join policy_catalogues c on c.merchant_id = v.merchant_id
      and c.catalogue_hash = v.catalogue_hash
    where v.merchant_id = $1 and v.status = 'published' and v.policy_id = any($2)`,
};

export const selectPublished = (tx: ReadTx, policyIds: readonly string[]) =>
  tx.query<TextRow>(publishedStatement, [tx.merchantId, policyIds]);

export async function insertCatalogue(tx: Tx, hash: string, text: string): Promise<void> {
  await tx.query(
    `insert into policy_catalogues (merchant_id, catalogue_hash, text, recorded_at)
      values ($1, $2, $3, $4) on conflict do nothing`,
    [tx.merchantId, hash, text, timestamp(tx.now)],
  );
}

export interface NewVersion {
  readonly policyId: string;
  readonly version: number;
  readonly kind: "policy" | "floor";
  readonly hash: string;
  readonly catalogueHash: string;
  readonly text: string;
}

/** Published as it is and marked unproven: the way of what comes with the product. */
export async function insertShipped(tx: Tx, versions: readonly NewVersion[]): Promise<void> {
  await tx.query(
    `insert into policy_versions (merchant_id, status, proof, recorded_at, published_at,
        policy_id, version, kind, hash, catalogue_hash, text)
      select $1, 'published', 'unproven', $2, $2, t.* from unnest($3::text[], $4::integer[],
        $5::text[], $6::text[], $7::text[], $8::text[]) as t`,
    [
      tx.merchantId,
      timestamp(tx.now),
      versions.map(({ policyId }) => policyId),
      versions.map(({ version }) => version),
      versions.map(({ kind }) => kind),
      versions.map(({ hash }) => hash),
      versions.map(({ catalogueHash }) => catalogueHash),
      versions.map(({ text }) => text),
    ],
  );
}

export async function supersede(tx: Tx, policyIds: readonly string[]): Promise<void> {
  await tx.query(
    `update policy_versions set status = 'superseded', superseded_at = $3
      where merchant_id = $1 and policy_id = any($2) and status = 'published'`,
    [tx.merchantId, policyIds, timestamp(tx.now)],
  );
}

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
