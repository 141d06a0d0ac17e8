import { isRefusal } from "../contract/index.ts";
import { allMerchantIds } from "../merchants/index.ts";
import { systemActor, transact } from "../platform/index.ts";
import type { Platform, Queue, Tx } from "../platform/index.ts";
import { breakOverdue } from "./store.ts";

/** A clock that nobody stopped is broken at its deadline; this notices it within a minute. */
export function clockQueues(platform: Platform): Queue<never>[] {
  return [{ queue: "clocks.overdue", everySeconds: 60, handle: () => noticeOverdue(platform) }];
}

async function noticeOverdue(platform: Platform): Promise<void> {
  for (const merchantId of await allMerchantIds(platform)) {
    const actor = systemActor(merchantId, "clocks");
    const unit = { merchantId, actor, route: "clocks.overdue" };
    const done = await transact(platform, unit, announceBroken);
    if (isRefusal(done)) throw new Error(`overdue clocks were refused: ${done.code}`);
  }
}

async function announceBroken(tx: Tx): Promise<null> {
  for (const { clock_id: clockId, subject_id: subject, clock } of await breakOverdue(tx)) {
    tx.emit({ type: "ClockBroken", subject, payload: { clockId, clock } });
  }
  return null;
}
