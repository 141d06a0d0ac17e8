import type { Tx } from "../platform/index.ts";
import { wakeSlot } from "./rules/waiting.ts";

/** Payouts of an account that are due now. */
export const payQueue = "treasury.pay";
/** The same, later: a waiting job of `payQueue` must not stand in the way of one that is due. */
export const laterQueue = "treasury.pay-later";
/** Looks at every account now and then, in case a job was lost. */
export const sweepQueue = "treasury.sweep";

/** Deletes callbacks of long ago. */
export const inboxQueue = "treasury.empty-inbox";

export function payNow(tx: Tx, account: string): void {
  tx.enqueue({ queue: payQueue, data: { account }, key: account });
}

/** One job for each slot of time at which something of the account falls due. */
export function payLater(tx: Tx, account: string, dueAts: readonly number[]): void {
  const slots = new Map<string, number>();
  for (const dueAt of dueAts) {
    const { key, at } = wakeSlot(dueAt, tx.now);
    slots.set(key, at);
  }
  for (const [slot, at] of slots) {
    const startAfterMs = Math.max(0, at - tx.now);
    tx.enqueue({ queue: laterQueue, data: { account }, key: `${account}:${slot}`, startAfterMs });
  }
}
