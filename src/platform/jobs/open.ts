import { setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type PgBoss from "pg-boss";
import type { Send } from "../database/session.ts";
import { pools } from "../database/pools.ts";
import type { NewJob } from "../database/tx.ts";
import { createBoss } from "./boss.ts";
import type { Queue } from "./job.ts";
import type { Jobs, QueueSettings } from "./jobs.ts";
import { leaseSeconds } from "./lease.ts";
import { lookOut } from "../lookout.ts";
import { queuesDue } from "./due.ts";
import { showWaiting } from "./waiting.ts";
import { workOnce, workUntil } from "./worker.ts";
import type { WorkerParts } from "./worker.ts";

type Parts = Omit<WorkerParts, "boss">;

export async function openJobs(parts: Parts): Promise<Jobs> {
  const boss = createBoss(parts.database, parts.log);
  await boss.start();
  showWaiting(parts.metrics.registry, parts.database);
  const known = new Set((await boss.getQueues()).map(({ name }) => name));
  const stop = new AbortController();
  // Every worker of every queue listens.
  setMaxListeners(0, stop.signal);
  const running: Promise<void>[] = [];
  const declare = async (queues: readonly QueueSettings[]): Promise<void> => {
    for (const queue of queues) {
      await pools(parts.database).app.query(declareQueue, [queue.queue, optionsOf(queue)]);
      known.add(queue.queue);
    }
  };
  const all: WorkerParts = { ...parts, boss };
  return {
    declare,
    async work(queues) {
      await declare(queues);
      for (const queue of queues) {
        const workers = Array.from({ length: queue.concurrency ?? 1 }, () =>
          persistently(all, stop.signal, () => workUntil(all, queue, stop.signal)),
        );
        running.push(
          ...workers,
          persistently(all, stop.signal, () => keepTime(boss, queue, stop.signal)),
        );
      }
      const names = queues.map(({ queue }) => queue);
      const lookout = { signal: timeOnly, look: () => queuesDue(parts.database, names) };
      running.push(
        persistently(all, stop.signal, () => supervise(boss, stop.signal)),
        persistently(all, stop.signal, () => lookOut(parts.signals, lookout, stop.signal)),
      );
    },
    async workOnce(queue) {
      if (!known.has(queue.queue)) await declare([queue]);
      return workOnce(all, queue);
    },
    async stop() {
      stop.abort();
      await Promise.all(running);
      await boss.stop({ graceful: false });
    },
    ensure: (queues) =>
      declare(
        [...new Set(queues)].filter((queue) => !known.has(queue)).map((queue) => ({ queue })),
      ),
    insert: (merchantId, jobs, send) => insertJobs(boss, merchantId, jobs, send),
  };
}

/** A commit calls the workers of its queues themselves. */
const timeOnly = "jobs:due";

const declareQueue = "select makegood_declare_queue($1, $2)";

function optionsOf(queue: QueueSettings): string {
  return JSON.stringify({
    policy: queue.policy ?? "standard",
    retryLimit: queue.retryLimit ?? 30,
    retryDelay: queue.retryDelaySeconds ?? 1,
    retryBackoff: true,
    expireInSeconds: leaseSeconds,
    retentionMinutes: 60 * 24 * 365,
  });
}

/** Through pg-boss's own statement, prepared, on the connection of the transaction. */
async function insertJobs(
  boss: PgBoss,
  merchantId: string,
  jobs: readonly (NewJob & { readonly jobId: string })[],
  send: Send,
): Promise<void> {
  const rows = jobs.map((job) => ({
    id: job.jobId,
    name: job.queue,
    data: { ...job.data, merchantId },
    priority: job.priority ?? 0,
    singletonKey: `${merchantId}:${job.key ?? job.jobId}`,
    ...(job.startAfterMs === undefined ? {} : { startAfter: `${job.startAfterMs} milliseconds` }),
  }));
  await boss.insert(rows, {
    db: {
      executeSql: async (text, values) => ({
        rows: await send({ name: "insert-jobs", text, values }),
      }),
    },
  });
}

/** Puts in the timed jobs. Any number of processes do: a slot of time takes one job. */
async function keepTime(boss: PgBoss, queue: Queue<never>, stop: AbortSignal): Promise<void> {
  const { everySeconds } = queue;
  while (everySeconds !== undefined && !stop.aborted) {
    await boss.send(queue.queue, {}, { singletonKey: "every", singletonSeconds: everySeconds });
    await pause(Math.min(everySeconds * 500, 30_000), stop);
  }
}

/** Gives back what processes that died had in hand, and clears away old records. */
async function supervise(boss: PgBoss, stop: AbortSignal): Promise<void> {
  for (let round = 0; !stop.aborted; round += 1) {
    if (round % 60 === 59) await boss.maintain();
    else await boss.expire();
    // By chance apart, so that many processes do not ask at the same moment.
    await pause(2000 + Math.random() * 1000, stop);
  }
}

/** A lost connection ends no worker: it goes on when the database is back. */
async function persistently(
  { log }: WorkerParts,
  stop: AbortSignal,
  work: () => Promise<void>,
): Promise<void> {
  while (!stop.aborted) {
    try {
      return await work();
    } catch (error) {
      log.error({ err: error }, "jobs: a worker failed and starts again");
      await pause(1000, stop);
    }
  }
}

async function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal: stop }).catch(() => undefined);
}
