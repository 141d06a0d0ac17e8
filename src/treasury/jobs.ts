import { readTransaction, systemActor, transact } from "../platform/index.ts";
import type { Job, Platform, Queue } from "../platform/index.ts";
import type { Cashier } from "./cashier.ts";
import { laterQueue, payNow, payQueue, sweepQueue } from "./queues.ts";
import { selectRoutes } from "./store/accounts.ts";
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
  return [pay, later, sweeping] as Queue<never>[];
}
