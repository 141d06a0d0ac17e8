import type { Instant } from "../core/index.ts";
import { timestamp } from "../platform/index.ts";
import type { ReadTx, Tx } from "../platform/index.ts";
import type { NoticeStatus } from "./rules/lifecycle.ts";
import type { NoticeContent, NoticeKind } from "./template.ts";

export interface NewNotice {
  readonly noticeId: string;
  readonly kind: NoticeKind;
  readonly subjectId: string;
  readonly occasion: string;
  readonly personId: string | null;
  readonly language: string;
  readonly recordId: string | null;
  readonly content: NoticeContent;
  readonly status: NoticeStatus;
}

const existsStatement = {
  name: "notices_exists",
  text: `select notice_id from notices
    where merchant_id = $1 and subject_id = $2 and kind = $3 and occasion = $4`,
};

export async function noticeExists(
  tx: ReadTx,
  subjectId: string,
  kind: string,
  occasion: string,
): Promise<boolean> {
  const rows = await tx.query(existsStatement, [tx.merchantId, subjectId, kind, occasion]);
  return rows.length > 0;
}

const insertStatement = {
  name: "notices_insert",
  text: `insert into notices (merchant_id, notice_id, kind, subject_id, occasion, person_id,
      language, record_id, content, status, queued_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
};

export async function insertNotice(tx: Tx, notice: NewNotice): Promise<void> {
  await tx.query(insertStatement, [
    tx.merchantId,
    notice.noticeId,
    notice.kind,
    notice.subjectId,
    notice.occasion,
    notice.personId,
    notice.language,
    notice.recordId,
    JSON.stringify(notice.content),
    notice.status,
    timestamp(tx.now),
  ]);
}

export interface NoticeRow {
  readonly notice_id: string;
  readonly kind: NoticeKind;
  readonly subject_id: string;
  readonly person_id: string | null;
  readonly language: "zh-CN" | "zh-TW" | "en";
  readonly record_id: string | null;
  readonly content: NoticeContent;
  readonly status: NoticeStatus;
  readonly channel: string | null;
  readonly queued_at: Instant;
  readonly delivered_at: Instant | null;
}

const columns = `notice_id, kind, subject_id, person_id, language, record_id, content, status,
  channel, queued_at, delivered_at`;

/** Newest first, of one subject where it is named; `before` is the last id of the page before. */
export const selectNotices = (
  tx: ReadTx,
  filter: { readonly subjectId: string | null; readonly before: string | null; limit: number },
): Promise<NoticeRow[]> =>
  tx.query<NoticeRow>(
    {
      name: "notices_list",
      text: `select ${columns} from notices
        where merchant_id = $1 and ($2::uuid is null or subject_id = $2)
          and ($3::uuid is null or notice_id < $3)
        order by notice_id desc limit $4`,
    },
    [tx.merchantId, filter.subjectId, filter.before, filter.limit],
  );

/** Locks those that still wait, so that two workers never hand over the same one. */
export const lockQueued = (tx: Tx, noticeIds: readonly string[]): Promise<NoticeRow[]> =>
  tx.query<NoticeRow>(
    {
      name: "notices_lock_queued",
      text: `select ${columns} from notices
        where merchant_id = $1 and notice_id = any($2) and status = 'queued' for update`,
    },
    [tx.merchantId, noticeIds],
  );

export interface NoticeMove {
  readonly status: NoticeStatus;
  readonly channel: string | null;
  /** SHA-256 of what was handed over. */
  readonly proof: string | null;
  readonly acceptedAt: Instant | null;
  readonly deliveredAt: Instant | null;
}

/** What became of a notice that the caller has locked; what is null stays as it was. */
export async function moveNotice(tx: Tx, noticeId: string, move: NoticeMove): Promise<void> {
  const at = (instant: Instant | null) => (instant === null ? null : timestamp(instant));
  await tx.query(
    {
      name: "notices_move",
      text: `update notices set status = $3, channel = coalesce($4, channel),
          proof = coalesce($5, proof), accepted_at = coalesce($6, accepted_at),
          delivered_at = coalesce($7, delivered_at)
        where merchant_id = $1 and notice_id = $2`,
    },
    [
      tx.merchantId,
      noticeId,
      move.status,
      move.channel,
      move.proof,
      at(move.acceptedAt),
      at(move.deliveredAt),
    ],
  );
}
