import { readTransaction, timestamp } from "../platform/index.ts";
import type { Platform, ReadTx, Tx } from "../platform/index.ts";
import type { AuditEntry } from "../contract/index.ts";

export interface Deed {
  /** `staff.created`: what it is about, and what was done, in the past tense. */
  readonly action: string;
  /** The id of what it was done to. */
  readonly subject: string;
  /** Ids, numbers and words of ours; never personal data. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Written with the deed: no deed without its entry, no entry without its deed. */
export async function recordDeed(tx: Tx, deed: Deed): Promise<void> {
  await tx.query(
    {
      name: "insert-audit-entry",
      text: `insert into audit_entries
          (merchant_id, entry_id, at, actor_kind, actor_id, action, subject, detail)
        values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    },
    [
      tx.merchantId,
      tx.newId(),
      timestamp(tx.now),
      tx.actor.kind,
      tx.actor.id,
      deed.action,
      deed.subject,
      JSON.stringify(deed.detail ?? {}),
    ],
  );
}

interface AuditRow {
  readonly entryId: string;
  readonly at: number;
  readonly kind: string;
  readonly id: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: Record<string, unknown>;
}

/** Entries before one of them, newest first; one more than asked tells that there are more. */
export async function listAudit(
  platform: Platform,
  merchantId: string,
  before: string | null,
  subject: string | null,
  limit: number,
): Promise<AuditEntry[]> {
  const rows = await readTransaction(platform, merchantId, (tx) =>
    selectEntries(tx, before, subject, limit),
  );
  return rows.map(({ entryId, at, kind, id, action, subject: about, detail }) => ({
    entryId,
    at: new Date(at).toISOString(),
    actor: { kind, id },
    action,
    subject: about,
    detail,
  }));
}

async function selectEntries(
  tx: ReadTx,
  before: string | null,
  subject: string | null,
  limit: number,
): Promise<AuditRow[]> {
  return tx.query<AuditRow>(
    `select entry_id as "entryId", at, actor_kind as kind, actor_id as id, action, subject, detail
     from audit_entries
     where merchant_id = $1 and ($2::uuid is null or entry_id < $2)
       and ($3::text is null or subject = $3)
     order by entry_id desc limit $4`,
    [tx.merchantId, before, subject, limit],
  );
}
