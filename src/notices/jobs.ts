import { createHash } from "node:crypto";
import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isRefusal } from "../contract/index.ts";
import { makeFolder, systemActor, transact } from "../platform/index.ts";
import type { Job, Platform, Queue, Tx } from "../platform/index.ts";
import { deliverQueue } from "./flow.ts";
import { afterNoticeCommands } from "./rules/lifecycle.ts";
import { lockQueued, moveNotice } from "./store.ts";
import type { NoticeRow } from "./store.ts";

type NoticeJob = { readonly noticeId: string };

/** The worker that hands queued notices to their channel. The channel of now is a folder. */
export function noticeQueues(platform: Platform): Queue<NoticeJob>[] {
  return [{ queue: deliverQueue, batchSize: 50, handle: (jobs) => deliver(platform, jobs) }];
}

async function deliver(platform: Platform, jobs: readonly Job<NoticeJob>[]): Promise<void> {
  for (const [merchantId, ids] of byMerchant(jobs)) {
    const actor = systemActor(merchantId, "notices");
    const done = await transact(platform, { merchantId, actor, route: deliverQueue }, (tx) =>
      deliverAll(platform, tx, ids),
    );
    if (isRefusal(done)) throw new Error(`notices were refused: ${done.code}`);
  }
}

function byMerchant(jobs: readonly Job<NoticeJob>[]): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const { merchantId, data } of jobs) {
    ids.set(merchantId, [...(ids.get(merchantId) ?? []), data.noticeId]);
  }
  return ids;
}

async function deliverAll(platform: Platform, tx: Tx, noticeIds: readonly string[]): Promise<null> {
  const notices = await lockQueued(tx, noticeIds);
  const records = notices.flatMap(({ record_id }) => (record_id === null ? [] : [record_id]));
  const texts = await platform.vault.getAll(tx, records);
  for (const notice of notices) {
    const text = texts.get(notice.record_id ?? "");
    if (text !== undefined) await writeOut(platform, tx, notice, text);
    // Whoever was erased in between cannot be written to any more.
    else await findNoAddress(tx, notice);
  }
  return null;
}

async function findNoAddress(tx: Tx, { notice_id, status }: NoticeRow): Promise<void> {
  const none = { channel: null, proof: null, acceptedAt: null, deliveredAt: null };
  const next = afterNoticeCommands(status, ["FindNoAddress"]);
  await moveNotice(tx, notice_id, { status: next, ...none });
}

/** Handed to a folder: whether it reaches anybody is not known there, and is never claimed. */
async function writeOut(platform: Platform, tx: Tx, notice: NoticeRow, text: string) {
  const proof = await writeLetter(platform, tx, notice.notice_id, text);
  const status = afterNoticeCommands(notice.status, ["Accept"]);
  const handed = { channel: "file", proof, acceptedAt: tx.now, deliveredAt: null };
  await moveNotice(tx, notice.notice_id, { status, ...handed });
}

/** The name is the notice's, so a repeat after a crash writes the same file again. */
async function writeLetter(platform: Platform, tx: Tx, noticeId: string, text: string) {
  const folder = join(platform.settings.dataFolder, "notices", tx.merchantId);
  makeFolder(folder);
  const file = join(folder, `${noticeId}.txt`);
  await writeFile(`${file}.part`, text, { mode: 0o600 });
  await rename(`${file}.part`, file);
  return createHash("sha256").update(text).digest("hex");
}
