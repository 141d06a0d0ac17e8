import { isRefusal } from "../contract/index.ts";
import { allMerchantIds } from "../merchants/index.ts";
import { systemActor, transact } from "../platform/index.ts";
import type { Platform, Queue, Tx } from "../platform/index.ts";
import { endOverdue, recomputeProvisional } from "./flow.ts";

/**
 * A clock that nobody stopped ends at its deadline, which is noticed within a minute; what was
 * reckoned before the calendar was published is reckoned again within an hour of it.
 */
export function clockQueues(platform: Platform): Queue<never>[] {
  const every = (queue: string, everySeconds: number, work: (tx: Tx) => Promise<void>) => ({
    queue,
    everySeconds,
    handle: () => ofEachMerchant(platform, queue, work),
  });
  return [
    every("clocks.overdue", 60, endOverdue),
    every("clocks.provisional", 3600, recomputeProvisional),
  ];
}

async function ofEachMerchant(
  platform: Platform,
  route: string,
  work: (tx: Tx) => Promise<void>,
): Promise<void> {
  for (const merchantId of await allMerchantIds(platform)) {
    const unit = { merchantId, actor: systemActor(merchantId, "clocks"), route };
    const done = await transact(platform, unit, async (tx) => {
      await work(tx);
      return null;
    });
    if (isRefusal(done)) throw new Error(`${route} was refused: ${done.code}`);
  }
}
