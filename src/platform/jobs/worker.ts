import type PgBoss from "pg-boss";
import type { Logger } from "pino";
import type { Database } from "../database/database.ts";
import type { Metrics } from "../metrics.ts";
import { restMs } from "../lookout.ts";
import type { Signals } from "../signals.ts";
import type { Job, Queue } from "./job.ts";
import { withLease } from "./lease.ts";

export interface WorkerParts {
  readonly boss: PgBoss;
  readonly database: Database;
  readonly signals: Signals;
  readonly log: Logger;
  readonly metrics: Metrics;
}

type Handled = Queue<never>;
type Fetched = PgBoss.Job<Readonly<Record<string, unknown>>>;

/** Takes and handles batches until `stop`; what comes later is called by a commit or a look-out. */
export async function workUntil(
  parts: WorkerParts,
  queue: Handled,
  stop: AbortSignal,
): Promise<void> {
  while (!stop.aborted) {
    const done = await workOnce(parts, queue);
    if (done === 0) await parts.signals.wait(queue.queue, restMs, stop);
  }
}

/** One batch. Returns how many jobs were taken. */
export async function workOnce(parts: WorkerParts, queue: Handled): Promise<number> {
  const fetched = await parts.boss.fetch<Readonly<Record<string, unknown>>>(queue.queue, {
    batchSize: queue.batchSize ?? 1,
  });
  if (fetched.length === 0) return 0;
  const failed = await handle(parts, queue, fetched);
  const done = fetched.filter((job) => !failed.has(job.id));
  await settle(
    parts,
    queue,
    done,
    fetched.filter((job) => failed.has(job.id)),
  );
  return fetched.length;
}

async function handle(
  parts: WorkerParts,
  queue: Handled,
  fetched: readonly Fetched[],
): Promise<ReadonlySet<string>> {
  const ids = fetched.map((job) => job.id);
  try {
    const jobs: readonly Job<unknown>[] = fetched.map(toJob);
    const outcome = await withLease(parts.database, queue.queue, ids, () =>
      queue.handle(jobs as readonly Job<never>[]),
    );
    return new Set(outcome?.failedJobIds ?? []);
  } catch (error) {
    parts.log.error({ err: error, queue: queue.queue, jobIds: ids }, "jobs: a batch failed");
    return new Set(ids);
  }
}

function toJob({ id, data }: Fetched): Job {
  const merchantId = data["merchantId"];
  return { jobId: id, merchantId: typeof merchantId === "string" ? merchantId : "", data };
}

/** What is done is deleted, not kept: the rooms' own tables are the record. */
async function settle(
  { boss, metrics, log }: WorkerParts,
  queue: Handled,
  done: readonly Fetched[],
  failed: readonly Fetched[],
): Promise<void> {
  const name = queue.queue;
  const idsOf = (jobs: readonly Fetched[]): string[] => jobs.map((job) => job.id);
  try {
    // A timed job stays until it is archived: it holds its slot against a second one.
    if (done.length > 0 && queue.everySeconds !== undefined) await boss.complete(name, idsOf(done));
    else if (done.length > 0) await boss.deleteJob(name, idsOf(done));
    if (failed.length > 0) await boss.fail(name, idsOf(failed));
  } catch (error) {
    log.warn(
      { err: error, queue: name },
      "jobs: a result could not be noted; the lease will lapse",
    );
  }
  metrics.jobsHandled.inc({ queue: name, outcome: "done" }, done.length);
  metrics.jobsHandled.inc({ queue: name, outcome: "failed" }, failed.length);
}
