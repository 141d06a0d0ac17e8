import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { refuse } from "../../contract/index.ts";
import { transact } from "../database/transact.ts";
import type { Unit } from "../database/transact.ts";
import type { NewJob } from "../database/tx.ts";
import { drain } from "../drain.ts";
import { testPlatform } from "../testing.ts";
import type { TestPlatform } from "../testing.ts";
import type { Job, Queue } from "./job.ts";

let kit: TestPlatform;
let unit: Unit;

beforeAll(async () => {
  kit = await testPlatform();
  unit = { merchantId: kit.merchantId, actor: kit.actor, route: "test" };
});
afterAll(() => kit.close());

const enqueue = (jobs: NewJob[]) =>
  transact(kit.platform, unit, async (tx) => {
    for (const job of jobs) tx.enqueue(job);
    return null;
  });

async function until(condition: () => boolean): Promise<void> {
  for (let waited = 0; waited < 30_000; waited += 25) {
    if (condition()) return;
    await sleep(25);
  }
  throw new Error("it did not happen in 30 s");
}

describe("jobs", () => {
  test("are committed with their cause, and not when it is refused", async () => {
    const seen: Job[] = [];
    const queue: Queue = {
      queue: "test.cause",
      batchSize: 10,
      handle: async (jobs) => void seen.push(...jobs),
    };
    await enqueue([{ queue: queue.queue, data: { number: 1 } }]);
    await transact(kit.platform, unit, async (tx) => {
      tx.enqueue({ queue: queue.queue, data: { number: 2 } });
      return refuse("not_found");
    });
    await drain(kit.platform, { queues: [queue], subscriptions: [] });
    expect(seen).toMatchObject([{ merchantId: kit.merchantId, data: { number: 1 } }]);
  });

  test("come in batches, higher priority first", async () => {
    const batches: number[][] = [];
    const queue: Queue<{ number: number }> = {
      queue: "test.batches",
      batchSize: 4,
      handle: async (jobs) => void batches.push(jobs.map(({ data }) => data.number)),
    };
    await enqueue(
      [1, 2, 3, 4, 5, 6].map((number) => ({
        queue: queue.queue,
        data: { number },
        priority: number === 6 ? 1 : 0,
      })),
    );
    await drain(kit.platform, { queues: [queue], subscriptions: [] });
    expect(batches).toEqual([[6, 1, 2, 3].toSorted(), [4, 5]]);
  });

  test("that failed come back, the others of their batch do not", async () => {
    const seen: number[] = [];
    let failing = true;
    const queue: Queue<{ number: number }> = {
      queue: "test.failing",
      batchSize: 3,
      async handle(jobs) {
        seen.push(...jobs.map(({ data }) => data.number));
        const bad = jobs.filter(({ data }) => failing && data.number === 2);
        return { failedJobIds: bad.map(({ jobId }) => jobId) };
      },
    };
    const workload = { queues: [queue as Queue<never>], subscriptions: [] };
    await enqueue([1, 2, 3].map((number) => ({ queue: queue.queue, data: { number } })));
    await drain(kit.platform, workload);
    failing = false;
    await sleep(2100);
    await drain(kit.platform, workload);
    expect(seen.toSorted()).toEqual([1, 2, 2, 3]);
  });

  test("that wait are counted on each scrape", async () => {
    const queue: Queue = { queue: "test.counted", batchSize: 10, handle: async () => undefined };
    await enqueue([1, 2].map((number) => ({ queue: queue.queue, data: { number } })));
    const waiting = 'makegood_jobs{queue="test.counted",state="created"}';
    const { registry } = kit.platform.metrics;
    expect(await registry.metrics()).toContain(`${waiting} 2\n`);
    await drain(kit.platform, { queues: [queue], subscriptions: [] });
    expect(await registry.metrics()).not.toContain(waiting);
  });

  test("with one key wait only once in a short queue", async () => {
    let handled = 0;
    const queue: Queue = {
      queue: "test.short",
      policy: "short",
      handle: async () => void (handled += 1),
    };
    await kit.platform.jobs.declare([queue]);
    await enqueue([{ queue: queue.queue, data: {}, key: "a" }]);
    await enqueue([{ queue: queue.queue, data: {}, key: "a" }]);
    await enqueue([{ queue: queue.queue, data: {}, key: "b" }]);
    await drain(kit.platform, { queues: [queue], subscriptions: [] });
    expect(handled).toBe(2);
  });

  test("for later are not taken before", async () => {
    let handled = 0;
    const queue: Queue = { queue: "test.later", handle: async () => void (handled += 1) };
    const workload = { queues: [queue], subscriptions: [] };
    await enqueue([{ queue: queue.queue, data: {}, startAfterMs: 400 }]);
    await drain(kit.platform, workload);
    expect(handled).toBe(0);
    await sleep(500);
    await drain(kit.platform, workload);
    expect(handled).toBe(1);
  });
});

describe("workers", () => {
  test("start within moments of a commit of their own process", async () => {
    const platform = await kit.another();
    let handledAt = 0;
    await platform.jobs.work([
      { queue: "test.wake", handle: async () => void (handledAt = performance.now()) },
    ]);
    await sleep(100);
    const startedAt = performance.now();
    await transact(platform, unit, async (tx) => {
      tx.enqueue({ queue: "test.wake", data: {} });
      return null;
    });
    await until(() => handledAt > 0);
    expect(handledAt - startedAt).toBeLessThan(400);
  });

  test("find what another process has put in, each in its queue", async () => {
    const platform = await kit.another();
    const handled: string[] = [];
    const queues = ["test.far", "test.further"].map((queue): Queue => {
      return { queue, handle: async () => void handled.push(queue) };
    });
    await platform.jobs.work(queues);
    await sleep(100);
    const startedAt = performance.now();
    await enqueue([
      { queue: "test.far", data: {} },
      { queue: "test.further", data: {}, startAfterMs: 800 },
    ]);
    await until(() => handled.length === 2);
    expect(handled).toEqual(["test.far", "test.further"]);
    expect(performance.now() - startedAt).toBeGreaterThan(800);
  });

  test("take over what a dead process had in hand, seconds later", async () => {
    const dead = await kit.another();
    const queue = "test.dead";
    await enqueue([{ queue, data: {} }]);
    // It takes the job and never says another word: its lease was all that held it.
    const silent = dead.jobs.workOnce({ queue, handle: () => new Promise(() => undefined) });
    void silent;
    await sleep(200);
    await kit.database.asOwner("update pgboss.job set started_on = now() - interval '9 seconds'");
    let taken = 0;
    const alive = await kit.another();
    await alive.jobs.work([{ queue, handle: async () => void (taken += 1) }]);
    await until(() => taken === 1);
  });

  test("do a timed job once per slot, however many processes keep time", async () => {
    let runs = 0;
    const timed: Queue = {
      queue: "test.timed",
      everySeconds: 3600,
      handle: async () => void (runs += 1),
    };
    const platforms = await Promise.all([kit.another(), kit.another()]);
    await Promise.all(platforms.map((platform) => platform.jobs.work([timed])));
    await until(() => runs > 0);
    await sleep(700);
    expect(runs).toBe(1);
  });
});
