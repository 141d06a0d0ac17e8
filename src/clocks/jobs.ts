import { ofEachMerchant } from "../merchants/index.ts";
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
