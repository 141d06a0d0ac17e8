import type { Queue } from "./job.ts";

export interface Jobs {
  /** Makes the queues, so that jobs can be put in; every process does this at its start. */
  declare(queues: readonly Omit<Queue, "handle">[]): Promise<void>;
  /** Declares and works the queues in this process until `stop`. */
  work(queues: readonly Queue<never>[]): Promise<void>;
  /** Ends after the batches under way. */
  stop(): Promise<void>;
}
