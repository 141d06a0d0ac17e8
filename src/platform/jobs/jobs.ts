import type { Send } from "../database/session.ts";
import type { NewJob } from "../database/tx.ts";
import type { Queue } from "./job.ts";

export type QueueSettings = Omit<Queue<never>, "handle">;

export interface Jobs {
  /** Makes the queues with their settings, so that jobs can be put in. */
  declare(queues: readonly QueueSettings[]): Promise<void>;
  /** Declares and works the queues in this process until `stop`. */
  work(queues: readonly Queue<never>[]): Promise<void>;
  /** Takes and handles one batch; returns how many jobs it had. */
  workOnce(queue: Queue<never>): Promise<number>;
  /** Ends after the batches under way. */
  stop(): Promise<void>;
  /** Makes those of the queues that nobody has declared yet. For `transact`. */
  ensure(queues: readonly string[]): Promise<void>;
  /** Writes jobs in the transaction behind `send`. For `transact`. */
  insert(
    merchantId: string,
    jobs: readonly (NewJob & { readonly jobId: string })[],
    send: Send,
  ): Promise<void>;
}
