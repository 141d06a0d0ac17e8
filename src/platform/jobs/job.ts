export interface Job<Data = Readonly<Record<string, unknown>>> {
  readonly jobId: string;
  readonly merchantId: string;
  readonly data: Data;
}

/**
 * A queue and what is done with its jobs, in batches. Work is at least once: after a crash a job
 * comes back when its lease of a few seconds lapses. A throw gives the whole batch back; to give
 * back some of it, return the ids of the jobs that are not done.
 */
export interface Queue<Data = Readonly<Record<string, unknown>>> {
  readonly queue: string;
  handle(jobs: readonly Job<Data>[]): Promise<void | { readonly failedJobIds: readonly string[] }>;
  /** Jobs per call of `handle`, 1 when absent. */
  readonly batchSize?: number;
  /** Calls of `handle` at the same time in this process, 1 when absent. */
  readonly concurrency?: number;
  readonly retryLimit?: number;
  readonly retryDelaySeconds?: number;
  /** `short`: at most one waiting job per key. */
  readonly policy?: "standard" | "short";
  /** For work that starts by itself: seconds between runs; the jobs carry no merchant. */
  readonly everySeconds?: number;
}
