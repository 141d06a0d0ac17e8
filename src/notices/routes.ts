import { noticesRoutes } from "../contract/index.ts";
import type { Instant } from "../core/index.ts";
import { implement, pageById, readTransaction } from "../platform/index.ts";
import type { Implementation, Platform, ReadTx } from "../platform/index.ts";
import { selectNotices } from "./store.ts";
import type { NoticeRow } from "./store.ts";
import { renderNotice } from "./template.ts";

export function noticesApi(platform: Platform): Implementation[] {
  return [
    implement(noticesRoutes.listNotices, ({ merchantId, query }) =>
      pageById(
        query,
        (before, limit) =>
          readTransaction(platform, merchantId, async (tx) => {
            const filter = { subjectId: query.subjectId ?? null, before, limit };
            return noticeViews(platform, tx, await selectNotices(tx, filter));
          }),
        (notice) => notice.noticeId,
      ),
    ),
  ];
}

/** The notices about one subject as people read them, newest first. */
export async function noticesOf(platform: Platform, tx: ReadTx, subjectId: string) {
  return noticeViews(platform, tx, await selectNotices(tx, { subjectId, before: null, limit: 50 }));
}

async function noticeViews(platform: Platform, tx: ReadTx, rows: readonly NoticeRow[]) {
  const records = rows.flatMap(({ record_id }) => (record_id === null ? [] : [record_id]));
  const texts = await platform.vault.getAll(tx, records);
  return rows.map((row) => ({
    noticeId: row.notice_id,
    kind: row.kind,
    subjectId: row.subject_id,
    status: row.status,
    channel: row.channel,
    language: row.language,
    ...textOf(row, texts),
    queuedAt: iso(row.queued_at),
    deliveredAt: row.delivered_at === null ? null : iso(row.delivered_at),
  }));
}

/** What was sent is in the vault; where nobody was written to, the same words are printed anew. */
function textOf(row: NoticeRow, texts: ReadonlyMap<string, string>) {
  if (row.record_id === null) return renderNotice(row.kind, row.language, row.content);
  const kept = texts.get(row.record_id);
  // Erased with its person: that it was sent is known, what it said is not.
  if (kept === undefined) return { title: "", text: "" };
  return { title: kept.split("\n", 1)[0] ?? "", text: kept.split("\n").slice(2).join("\n") };
}

const iso = (instant: Instant): string => new Date(instant).toISOString();
