import type { Instant } from "../../core/index.ts";
import type { ReadTx } from "../../platform/index.ts";
import type { PolicyStatus } from "../rules/lifecycle.ts";

export interface ShownRow {
  readonly policy_id: string;
  readonly version: number;
  readonly status: PolicyStatus;
  /** Null for a draft with faults. */
  readonly hash: string | null;
  readonly catalogue_hash: string;
  readonly text: string;
  readonly catalogue_text: string;
  /** When it was published; a draft, when it was last changed. */
  readonly written_at: Instant;
  /** The version that is published now; null where there is none. */
  readonly current_version: number | null;
}

export interface ShownPlace {
  readonly policyId: string;
  readonly version: number;
}

const current = `(select n.version from policy_versions n where n.merchant_id = $1
  and n.policy_id = $2 and n.status = 'published') as current_version`;

const publishedStatement = {
  name: "promises_shown",
  text: `select v.policy_id, v.version, v.status, v.hash, v.catalogue_hash, v.text,
      c.text as catalogue_text, v.published_at as written_at, ${current}
    from policy_versions v
    join policy_catalogues c on c.merchant_id = v.merchant_id
      and c.catalogue_hash = v.catalogue_hash
    where v.merchant_id = $1 and v.policy_id = $2 and v.version = $3`,
};

/** A version that is or was published. */
export async function selectShown(tx: ReadTx, place: ShownPlace): Promise<ShownRow | null> {
  const values = [tx.merchantId, place.policyId, place.version];
  const [row] = await tx.query<ShownRow>(publishedStatement, values);
  return row ?? null;
}

/** A version on its way to publication. */
export async function selectShownDraft(tx: ReadTx, place: ShownPlace): Promise<ShownRow | null> {
  const [row] = await tx.query<ShownRow>(
    `select v.policy_id, v.version, v.status, v.hash, v.catalogue_hash, v.text,
        c.text as catalogue_text, v.changed_at as written_at, ${current}
      from policy_drafts v
      join policy_catalogues c on c.merchant_id = v.merchant_id
        and c.catalogue_hash = v.catalogue_hash
      where v.merchant_id = $1 and v.policy_id = $2 and v.version = $3`,
    [tx.merchantId, place.policyId, place.version],
  );
  return row ?? null;
}
