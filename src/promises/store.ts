import type { Instant } from "../core/index.ts";
import type { DraftRow } from "./life/store.ts";
import type { ProofRecord } from "./proof/record.ts";
import type { PolicyStatus } from "./rules/lifecycle.ts";
import { timestamp } from "../platform/index.ts";
import type { ReadTx, Tx } from "../platform/index.ts";

export interface VersionRow {
  readonly policy_id: string;
  readonly version: number;
  readonly kind: "policy" | "floor";
  readonly status: PolicyStatus;
  readonly proof: "unproven" | "proven";
  readonly origin: "shipped" | "merchant";
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

const about = `v.policy_id, v.version, v.kind, v.status, v.proof, v.origin, v.hash,
  v.catalogue_hash, v.recorded_at, v.published_at, v.superseded_at`;

/** A version in a list: published, or on its way, where it may have no document yet. */
export type ListedRow = Pick<
  VersionRow,
  "policy_id" | "version" | "kind" | "status" | "proof" | "origin" | "published_at"
> &
  Pick<TextRow, "superseded_at" | "catalogue_hash" | "text" | "catalogue_text"> & {
    readonly hash: string | null;
  };

export interface ListedPage {
  /** Of one policy; null: of all. */
  readonly policyId: string | null;
  readonly after: readonly [string, number] | null;
  readonly limit: number;
}

/** After (policyId, version) in the order of the list: by id, the newest version first. */
export const selectListed = (tx: ReadTx, page: ListedPage) =>
  tx.query<ListedRow>(
    `select v.*, c.text as catalogue_text from (
        select merchant_id, policy_id, version, kind, status, proof, origin, hash, catalogue_hash,
          text, published_at, superseded_at from policy_versions
        union all
        select merchant_id, policy_id, version, kind, status,
          case status when 'draft' then 'unproven' else 'proven' end, 'merchant', hash,
          catalogue_hash, text, null, null from policy_drafts
      ) as v join policy_catalogues c using (merchant_id, catalogue_hash)
      where merchant_id = $1
        and ($2::text is null or policy_id > $2 or (policy_id = $2 and version < $3))
        and ($5::text is null or policy_id = $5)
      order by policy_id, version desc limit $4`,
    [tx.merchantId, page.after?.[0] ?? null, page.after?.[1] ?? null, page.limit, page.policyId],
  );

/** A version with the whole of its record. */
export type FullRow = ListedRow &
  Omit<DraftRow, "status" | "text_hash" | "policy_id" | "version" | "kind" | "hash">;

export async function selectFull(
  tx: ReadTx,
  { policyId, version }: { readonly policyId: string; readonly version: number },
): Promise<FullRow | null> {
  const rows = await tx.query<FullRow>(
    `select ${about}, v.text, c.text as catalogue_text, v.persons, v.proof_record, v.verified_at,
        v.requested_at, v.waits_until, v.approved_at, v.approved_by, v.approved_how
      from policy_versions v join policy_catalogues c on c.merchant_id = v.merchant_id
        and c.catalogue_hash = v.catalogue_hash
      where v.merchant_id = $1 and v.policy_id = $2 and v.version = $3`,
    [tx.merchantId, policyId, version],
  );
  return rows[0] ?? null;
}

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

export async function selectCatalogue(tx: ReadTx, hash: string): Promise<string | null> {
  const rows = await tx.query<{ text: string }>(
    "select text from policy_catalogues where merchant_id = $1 and catalogue_hash = $2",
    [tx.merchantId, hash],
  );
  return rows[0]?.text ?? null;
}

export interface NewVersion {
  readonly policyId: string;
  readonly version: number;
  readonly kind: "policy" | "floor";
  readonly hash: string;
  readonly catalogueHash: string;
  readonly text: string;
  readonly record: ProofRecord;
}

/** Published as it is, with its proof: the way of what comes with the product. */
export async function insertShipped(tx: Tx, versions: readonly NewVersion[]): Promise<void> {
  await tx.query(
    `insert into policy_versions (merchant_id, status, proof, recorded_at, published_at,
        verified_at, policy_id, version, kind, hash, catalogue_hash, text, proof_record)
      select $1, 'published', 'proven', $2, $2, $2, t.policy_id, t.version, t.kind, t.hash,
        t.catalogue_hash, t.text, t.record::jsonb
      from unnest($3::text[], $4::integer[], $5::text[], $6::text[], $7::text[], $8::text[],
        $9::text[])
        as t (policy_id, version, kind, hash, catalogue_hash, text, record)`,
    [
      tx.merchantId,
      timestamp(tx.now),
      versions.map(({ policyId }) => policyId),
      versions.map(({ version }) => version),
      versions.map(({ kind }) => kind),
      versions.map(({ hash }) => hash),
      versions.map(({ catalogueHash }) => catalogueHash),
      versions.map(({ text }) => text),
      versions.map(({ record }) => JSON.stringify(record)),
    ],
  );
}

/** The policies of which the merchant has ever published a version of its own. */
export async function selectOwn(tx: ReadTx): Promise<string[]> {
  const rows = await tx.query<{ policy_id: string }>(
    `select distinct policy_id from policy_versions where merchant_id = $1 and origin = 'merchant'`,
    [tx.merchantId],
  );
  return rows.map(({ policy_id }) => policy_id);
}

/** Published before there was a proof, and not proven since. */
export const selectUnproven = (tx: ReadTx) =>
  tx.query<TextRow>(
    `select ${about}, v.text, c.text as catalogue_text from policy_versions v
      join policy_catalogues c on c.merchant_id = v.merchant_id
        and c.catalogue_hash = v.catalogue_hash
      where v.merchant_id = $1 and v.proof = 'unproven' and v.status = 'published'
      order by v.policy_id`,
    [tx.merchantId],
  );

export async function updateProven(
  tx: Tx,
  policyId: string,
  version: number,
  record: ProofRecord,
): Promise<void> {
  await tx.query(
    `update policy_versions set proof = 'proven', proof_record = $4::jsonb
      where merchant_id = $1 and policy_id = $2 and version = $3 and proof = 'unproven'`,
    [tx.merchantId, policyId, version, JSON.stringify(record)],
  );
}

export async function supersede(tx: Tx, policyIds: readonly string[]): Promise<void> {
  await tx.query(
    `update policy_versions set status = 'superseded', superseded_at = $3
      where merchant_id = $1 and policy_id = any($2) and status = 'published'`,
    [tx.merchantId, policyIds, timestamp(tx.now)],
  );
}

/** Everything of a kind that is published, by id. */
export const selectPublishedOf = (tx: ReadTx, kind: "policy" | "floor") =>
  tx.query<TextRow>(
    `select ${about}, v.text, c.text as catalogue_text from policy_versions v
      join policy_catalogues c on c.merchant_id = v.merchant_id
        and c.catalogue_hash = v.catalogue_hash
      where v.merchant_id = $1 and v.status = 'published' and v.kind = $2 order by v.policy_id`,
    [tx.merchantId, kind],
  );

/** The proofs of the policies that are published. */
export async function selectProofs(tx: ReadTx): Promise<ProofRecord[]> {
  const rows = await tx.query<{ proof_record: ProofRecord }>(
    `select proof_record from policy_versions
      where merchant_id = $1 and status = 'published' and kind = 'policy'
        and proof_record is not null
      order by policy_id`,
    [tx.merchantId],
  );
  return rows.map(({ proof_record }) => proof_record);
}
