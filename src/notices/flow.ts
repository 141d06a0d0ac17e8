import type { Language } from "../contract/index.ts";
import type { Tx, Vault } from "../platform/index.ts";
import { afterNoticeCommands, initialNoticeStatus } from "./rules/lifecycle.ts";
import { renderNotice } from "./template.ts";
import type { NoticeContent, NoticeKind } from "./template.ts";
import { insertNotice, noticeExists } from "./store.ts";

export interface NoticeOrder {
  readonly kind: NoticeKind;
  readonly subjectId: string;
  /** Tells two events of one kind on one subject apart, such as two reversals. */
  readonly occasion: string;
  readonly personId: string | null;
  readonly language: Language;
  readonly content: NoticeContent;
}

export const deliverQueue = "notices.deliver";

/** Queues a notice in the caller's transaction; the same event gives no second one. */
export async function queueNotice(tx: Tx, vault: Vault, order: NoticeOrder): Promise<void> {
  const { kind, subjectId, occasion, personId, language, content } = order;
  if (await noticeExists(tx, subjectId, kind, occasion)) return;
  const noticeId = tx.newId();
  const recordId = personId && (await putText(tx, vault, personId, order));
  const status = afterNoticeCommands(
    initialNoticeStatus,
    personId === null ? ["FindNoAddress"] : [],
  );
  // The letter lies in the vault alone; in clear it is kept only where it is nobody's.
  const kept = personId === null ? content : { values: {}, reasons: [] };
  const row = { noticeId, kind, subjectId, occasion, personId, language, status };
  await insertNotice(tx, { ...row, recordId, content: kept });
  if (personId !== null) tx.enqueue({ queue: deliverQueue, data: { noticeId } });
}

function putText(tx: Tx, vault: Vault, personId: string, order: NoticeOrder): Promise<string> {
  const { title, text } = renderNotice(order.kind, order.language, order.content);
  return vault.put(tx, { personId, kind: "notice.text", text: `${title}\n\n${text}` });
}
