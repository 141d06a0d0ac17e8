import type { Instant } from "../../core/index.ts";
import { timestamp } from "../../platform/index.ts";
import type { ReadTx, Tx } from "../../platform/index.ts";
import type { ProofRecord } from "../proof/record.ts";
import type { Signature } from "../rules/approval.ts";
import type { PolicyStatus } from "../rules/lifecycle.ts";

export interface Place {
  readonly policyId: string;
  readonly version: number;
}

export const referenceOf = ({ policyId, version }: Place): string => `${policyId}@${version}`;

/** A version on its way, with its text. */
export interface DraftRow {
  readonly policy_id: string;
  readonly version: number;
  readonly kind: "policy" | "floor";
  readonly status: Exclude<PolicyStatus, "published" | "superseded">;
  readonly text: string;
  readonly text_hash: string;
  readonly hash: string | null;
  readonly catalogue_hash: string;
  readonly catalogue_text: string;
  readonly persons: readonly string[];
  readonly proof_record: ProofRecord | null;
  readonly verified_at: Instant | null;
  readonly requested_at: Instant | null;
  readonly waits_until: Instant | null;
  readonly approved_at: Instant | null;
  readonly approved_by: string | null;
  readonly approved_how: Signature | null;
}

const columns = `d.policy_id, d.version, d.kind, d.status, d.text, d.text_hash, d.hash,
  d.catalogue_hash, c.text as catalogue_text, d.persons, d.proof_record, d.verified_at,
  d.requested_at, d.waits_until, d.approved_at, d.approved_by, d.approved_how`;

const from = `from policy_drafts d join policy_catalogues c
  on c.merchant_id = d.merchant_id and c.catalogue_hash = d.catalogue_hash`;

export async function selectDraft(tx: ReadTx, place: Place): Promise<DraftRow | null> {
  const rows = await tx.query<DraftRow>(
    `select ${columns} ${from} where d.merchant_id = $1 and d.policy_id = $2 and d.version = $3`,
    [tx.merchantId, place.policyId, place.version],
  );
  return rows[0] ?? null;
}

/** Held until the commit: whoever changes, signs or publishes the version waits. */
export async function lockDraft(tx: Tx, place: Place): Promise<DraftRow | null> {
  const rows = await tx.query<DraftRow>(
    `select ${columns} ${from} where d.merchant_id = $1 and d.policy_id = $2 and d.version = $3
      for update of d`,
    [tx.merchantId, place.policyId, place.version],
  );
  return rows[0] ?? null;
}

/** Drafts that were proven or approved and wait for the next step. */
export const selectWaiting = (tx: ReadTx) =>
  tx.query<DraftRow>(
    `select ${columns} ${from} where d.merchant_id = $1
      and (d.requested_at is not null or d.status = 'approved')
      order by d.policy_id, d.version`,
    [tx.merchantId],
  );

export interface NewText extends Place {
  readonly kind: "policy" | "floor";
  readonly text: string;
  readonly textHash: string;
  readonly hash: string | null;
  readonly catalogueHash: string;
  readonly person: string | null;
}

const valuesOf = (tx: Tx, row: NewText): unknown[] => [
  tx.merchantId,
  row.policyId,
  row.version,
  row.kind,
  row.text,
  row.textHash,
  row.hash,
  row.catalogueHash,
  row.person,
  timestamp(tx.now),
];

/** False where the version is a draft already. */
export async function insertDraft(tx: Tx, row: NewText): Promise<boolean> {
  const rows = await tx.query(
    `insert into policy_drafts (merchant_id, policy_id, version, kind, status, text, text_hash,
        hash, catalogue_hash, persons, recorded_at, changed_at)
      values ($1, $2, $3, $4, 'draft', $5, $6, $7, $8, array_remove(array[$9::uuid], null),
        $10, $10)
      on conflict do nothing returning policy_id`,
    valuesOf(tx, row),
  );
  return rows.length === 1;
}

/** The new text, and nothing of what was proven or signed of the old one. */
export async function updateText(tx: Tx, row: NewText): Promise<void> {
  await tx.query(
    `update policy_drafts set kind = $4, status = 'draft', text = $5, text_hash = $6, hash = $7,
        catalogue_hash = $8, persons = ${withPerson("$9")}, changed_at = $10, proof_record = null,
        proven_hash = null, verified_at = null, requested_at = null, waits_until = null,
        approved_at = null, approved_by = null, approved_how = null
      where merchant_id = $1 and policy_id = $2 and version = $3`,
    valuesOf(tx, row),
  );
}

const withPerson = (value: string): string =>
  `case when ${value}::uuid is null or ${value}::uuid = any (persons) then persons
    else persons || ${value}::uuid end`;

/** What the proof said; the version is verified only where it was proven. */
export async function updateProof(
  tx: Tx,
  place: Place,
  record: ProofRecord,
  person: string | null,
): Promise<void> {
  await tx.query(
    `update policy_drafts set proof_record = $4::jsonb, verified_at = $5,
        persons = ${withPerson("$6")},
        status = case when $7 then 'verified' else 'draft' end,
        proven_hash = case when $7 then hash end
      where merchant_id = $1 and policy_id = $2 and version = $3`,
    [
      tx.merchantId,
      place.policyId,
      place.version,
      JSON.stringify(record),
      timestamp(tx.now),
      person,
      record.proven,
    ],
  );
}

export async function updateRequest(tx: Tx, place: Place, waits: boolean): Promise<void> {
  await tx.query(
    `update policy_drafts set requested_at = $4,
        waits_until = case when $5 then $4::timestamptz + interval '24 hours' end
      where merchant_id = $1 and policy_id = $2 and version = $3`,
    [tx.merchantId, place.policyId, place.version, timestamp(tx.now), waits],
  );
}

export async function updateApproval(
  tx: Tx,
  place: Place,
  by: string,
  how: Signature,
): Promise<void> {
  await tx.query(
    `update policy_drafts set status = 'approved', approved_at = $4, approved_by = $5,
        approved_how = $6
      where merchant_id = $1 and policy_id = $2 and version = $3`,
    [tx.merchantId, place.policyId, place.version, timestamp(tx.now), by, how],
  );
}

/** As after a change of the text, with the same text. */
export async function updateReturned(tx: Tx, place: Place): Promise<void> {
  await tx.query(
    `update policy_drafts set status = 'draft', proof_record = null, proven_hash = null,
        verified_at = null, requested_at = null, waits_until = null, approved_at = null,
        approved_by = null, approved_how = null
      where merchant_id = $1 and policy_id = $2 and version = $3`,
    [tx.merchantId, place.policyId, place.version],
  );
}

export async function deleteDraft(tx: Tx, place: Place): Promise<void> {
  await tx.query(
    "delete from policy_drafts where merchant_id = $1 and policy_id = $2 and version = $3",
    [tx.merchantId, place.policyId, place.version],
  );
}

/** Copies what was approved, word for word, to where no right to change it exists. */
export async function insertPublished(tx: Tx, place: Place, by: string | null): Promise<boolean> {
  const rows = await tx.query(
    `insert into policy_versions (merchant_id, policy_id, version, kind, status, proof, hash,
        catalogue_hash, text, recorded_at, published_at, origin, proof_record, persons,
        verified_at, requested_at, waits_until, approved_at, approved_by, approved_how,
        published_by)
      select merchant_id, policy_id, version, kind, 'published', 'proven', proven_hash,
        catalogue_hash, text, recorded_at, $4, 'merchant', proof_record, persons, verified_at,
        requested_at, waits_until, approved_at, approved_by, approved_how, $5
      from policy_drafts
      where merchant_id = $1 and policy_id = $2 and version = $3 and status = 'approved'
      on conflict do nothing returning policy_id`,
    [tx.merchantId, place.policyId, place.version, timestamp(tx.now), by],
  );
  return rows.length === 1;
}

/** The newest version of a policy that was ever published; 0 where none was. */
export async function selectLatest(tx: ReadTx, policyId: string): Promise<number> {
  const [row] = await tx.query<{ latest: number | null }>(
    "select max(version) as latest from policy_versions where merchant_id = $1 and policy_id = $2",
    [tx.merchantId, policyId],
  );
  return row?.latest ?? 0;
}

/**
 * One at a time of all that publishes, or changes what binds: a policy is published under the
 * floors that it was proven against, and not under one that is chosen at the same moment.
 */
export async function lockBinding(tx: Tx): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended('promises:' || $1, 0))", [
    tx.merchantId,
  ]);
}
