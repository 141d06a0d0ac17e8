import type { Queue } from "./jobs/job.ts";
import { deliverOnce, startPosition } from "./outbox/deliver.ts";
import { subscribe } from "./outbox/dispatch.ts";
import type { Subscription } from "./outbox/subscription.ts";
import type { Platform } from "./platform.ts";

export interface Workload {
  readonly queues: readonly Queue<never>[];
  readonly subscriptions: readonly Subscription[];
}

/**
 * Does everything that is due, one thing after the other, until nothing is: for tests, the
 * simulation and commands that end. Call `prepare` before the first write.
 */
export async function drain(platform: Platform, workload: Workload): Promise<number> {
  let total = 0;
  for (let round = -1; round !== 0; total += round) {
    round = 0;
    for (const subscription of workload.subscriptions) {
      const position = startPosition();
      let taken = await deliverOnce(platform, subscription, position);
      for (
        ;
        taken !== null && taken > 0;
        taken = await deliverOnce(platform, subscription, position)
      ) {
        round += taken;
      }
    }
    for (const queue of workload.queues) {
      let taken = await platform.jobs.workOnce(queue);
      for (; taken > 0; taken = await platform.jobs.workOnce(queue)) round += taken;
    }
  }
  return total;
}

/** Makes queues and subscriptions known, so that what is written from now on reaches them. */
export async function prepare(platform: Platform, workload: Workload): Promise<void> {
  await platform.jobs.declare(workload.queues);
  await subscribe(platform, workload.subscriptions);
}
