import { allMerchantIds } from "../merchants/index.ts";
import { readTransaction, systemActor, transact } from "../platform/index.ts";
import type { Job, Platform, Queue } from "../platform/index.ts";
import type { Cashier } from "./cashier.ts";
import { inboxQueue, laterQueue, payNow, payQueue, sweepQueue } from "./queues.ts";
import { selectRoutes } from "./store/accounts.ts";
import { deleteCallbacks } from "./store/inbox.ts";
import { selectNextDue, wakeWatched } from "./store/payouts.ts";

const watchedAtOnce = 1000;

type PayJob = Job<{ readonly account: string }>;

/**
 * Looks at every account: a job may have been lost, say with a queue that was restored from a
 * backup, and what rests at the gateway may have changed without a callback that reached us.
 */
export async function sweep(platform: Platform): Promise<void> {
  const routes = await readTransaction(platform, "", selectRoutes);
  for (const { merchant_id: merchantId, account } of routes) {
    const actor = systemActor(merchantId, "treasury");
    await transact(platform, { merchantId, actor, route: sweepQueue }, async (tx) => {
      await wakeWatched(tx, account, watchedAtOnce);
      const dueAt = await selectNextDue(tx, account);
      if (dueAt !== null && dueAt <= tx.now) payNow(tx, account);
      return null;
    });
  }
}

/** WeChat Pay repeats a callback for 24 h 4 min (4013070388); a month is beyond any gateway's. */
const inboxMs = 30 * 24 * 3_600_000;
const deletedAtOnce = 5000;

/** What no gateway repeats any more need not be known again. */
export async function emptyInbox(platform: Platform): Promise<void> {
  for (const merchantId of await allMerchantIds(platform)) {
    const unit = { merchantId, actor: systemActor(merchantId, "treasury"), route: inboxQueue };
    const before = new Date(platform.clock.now() - inboxMs);
    let deleted: unknown = deletedAtOnce;
    while (deleted === deletedAtOnce) {
      deleted = await transact(platform, unit, (tx) => deleteCallbacks(tx, before, deletedAtOnce));
    }
  }
}

export function queuesOf(platform: Platform, cashier: Cashier): Queue<never>[] {
  const handle = async (jobs: readonly PayJob[]): Promise<void> => {
    for (const { merchantId, data } of jobs) await cashier.pay(merchantId, data.account);
  };
  const pay: Queue<{ readonly account: string }> = {
    queue: payQueue,
    policy: "short",
    concurrency: 2,
    handle,
  };
  const later: Queue<{ readonly account: string }> = { ...pay, queue: laterQueue, concurrency: 1 };
  const sweeping: Queue = { queue: sweepQueue, everySeconds: 300, handle: () => sweep(platform) };
  const inbox: Queue = {
    queue: inboxQueue,
    everySeconds: 3600,
    handle: () => emptyInbox(platform),
  };
  return [pay, later, sweeping, inbox] as Queue<never>[];
}
