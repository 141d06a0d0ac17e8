import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withClient } from "../database/pools.ts";
import { transact } from "../database/transact.ts";
import type { Unit } from "../database/transact.ts";
import { drain, prepare } from "../drain.ts";
import type { Platform } from "../platform.ts";
import { deleteOldEvents } from "../retention.ts";
import { insertMerchant, testActor, testPlatform } from "../testing.ts";
import type { TestPlatform } from "../testing.ts";
import { dispatch } from "./dispatch.ts";
import type { Subscription } from "./subscription.ts";

let kit: TestPlatform;

beforeAll(async () => {
  kit = await testPlatform();
  await kit.database.asOwner(`
    create table heard (merchant_id uuid not null, heard_id uuid not null, subscriber text not null,
      event_id uuid not null, constraint heard_key primary key (merchant_id, heard_id));
    select set_config('makegood.app_role', 'makegood_app', false);
    select makegood_protect('heard')`);
});
afterAll(() => kit.close());

/** Writes a row per event: rows counted twice would show an effect that happened twice. */
function listener(subscriber: string, type: string, fail?: () => boolean): Subscription {
  return {
    subscriber,
    types: [type],
    async handle(tx, event) {
      await tx.query(
        "insert into heard (merchant_id, heard_id, subscriber, event_id) values ($1, $2, $3, $4)",
        [tx.merchantId, tx.newId(), subscriber, event.eventId],
      );
      if (fail?.() === true) throw new Error("a subscriber's bug");
    },
  };
}

async function emit(type: string, count: number, merchantId = kit.merchantId): Promise<void> {
  const unit: Unit = { merchantId, actor: testActor(merchantId), route: "test" };
  await transact(kit.platform, unit, async (tx) => {
    for (let index = 0; index < count; index += 1) {
      tx.emit({ type, subject: randomUUID(), payload: { index } });
    }
    return null;
  });
}

async function heard(subscriber: string): Promise<{ rows: number; events: number }> {
  const [row] = await withClient(kit.platform.database, async (client) => {
    await client.query("begin");
    await client.query("select set_config('app.merchant', $1, true)", [kit.merchantId]);
    const found = await client.query<{ rows: number; events: number }>(
      `select count(*) as rows, count(distinct event_id) as events from heard
       where subscriber = $1`,
      [subscriber],
    );
    await client.query("commit");
    return found.rows;
  });
  return row ?? { rows: 0, events: 0 };
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 15_000; waited += 50) {
    if (await condition()) return;
    await sleep(50);
  }
  throw new Error("it did not happen in 15 s");
}

describe("events", () => {
  test("reach each subscriber of their type, and nobody else", async () => {
    const one = listener("test.one", "Made");
    const two = listener("test.two", "Made");
    const other = listener("test.other", "Unmade");
    const workload = { queues: [], subscriptions: [one, two, other] };
    await prepare(kit.platform, workload);
    await emit("Made", 3);
    await drain(kit.platform, workload);
    expect(await heard("test.one")).toEqual({ rows: 3, events: 3 });
    expect(await heard("test.two")).toEqual({ rows: 3, events: 3 });
    expect(await heard("test.other")).toEqual({ rows: 0, events: 0 });
    expect(await drain(kit.platform, workload)).toBe(0);
  });

  test("have one outcome each with dispatchers in two processes that also fail", async () => {
    const twin = await kit.another();
    let calls = 0;
    const flaky = (subscriber: string): Subscription =>
      listener(subscriber, "Raced", () => (calls += 1) % 40 === 0);
    const subscriptions = [flaky("test.flaky"), flaky("test.second")];
    const dispatchers = await Promise.all(
      [kit.platform, twin].map((platform) => dispatch(platform, subscriptions)),
    );
    await Promise.all(Array.from({ length: 10 }, () => emit("Raced", 30)));
    await until(async () => (await heard("test.flaky")).events === 300);
    await until(async () => (await heard("test.second")).events === 300);
    await Promise.all(dispatchers.map((each) => each.stop()));
    expect(await heard("test.flaky")).toEqual({ rows: 300, events: 300 });
    expect(await heard("test.second")).toEqual({ rows: 300, events: 300 });
    expect(calls).toBeGreaterThan(600);
  });

  test("of a transaction that commits late are not passed over", async () => {
    const late = listener("test.late", "Late");
    const workload = { queues: [], subscriptions: [late] };
    await prepare(kit.platform, workload);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const unit: Unit = { merchantId: kit.merchantId, actor: kit.actor, route: "test" };
    // Its ids are older than those of the next transaction, which commits first.
    const slow = transact(kit.platform, unit, async (tx) => {
      tx.emit({ type: "Late", subject: "slow", payload: {} });
      await tx.query("select 1");
      await held;
      return null;
    });
    await emit("Late", 1);
    await drain(kit.platform, workload);
    expect(await heard("test.late")).toEqual({ rows: 1, events: 1 });
    release();
    await slow;
    await drain(kit.platform, workload);
    expect(await heard("test.late")).toEqual({ rows: 2, events: 2 });
  });

  test("that one subscriber cannot handle hold up no others and come back later", async () => {
    let broken = true;
    const picky: Subscription = {
      ...listener("test.picky", "Picky"),
      async handle(tx, event) {
        if (broken && (event.payload as { index: number }).index === 1) throw new Error("not yet");
        await listener("test.picky", "Picky").handle(tx, event);
      },
    };
    const workload = { queues: [], subscriptions: [picky] };
    await prepare(kit.platform, workload);
    await emit("Picky", 3);
    await drain(kit.platform, workload);
    expect(await heard("test.picky")).toEqual({ rows: 2, events: 2 });
    broken = false;
    await sleep(1100);
    await drain(kit.platform, workload);
    expect(await heard("test.picky")).toEqual({ rows: 3, events: 3 });
  });

  test("of many merchants are handled each under its own merchant", async () => {
    const seen = new Map<string, number>();
    const counter: Subscription = {
      subscriber: "test.counter",
      types: ["Counted"],
      async handle(tx) {
        const [row] = await tx.query<{ scope: string }>(
          "select current_setting('app.merchant') as scope",
        );
        expect(row?.scope).toBe(tx.merchantId);
        seen.set(tx.merchantId, (seen.get(tx.merchantId) ?? 0) + 1);
      },
    };
    const workload = { queues: [], subscriptions: [counter] };
    await prepare(kit.platform, workload);
    const merchantIds = Array.from({ length: 5 }, () => randomUUID());
    for (const merchantId of merchantIds) {
      await insertMerchant(kit.platform, merchantId);
      await emit("Counted", 60, merchantId);
    }
    await drain(kit.platform, workload);
    expect([...seen.values()]).toEqual([60, 60, 60, 60, 60]);
  });

  test("are dropped a month after everybody heard them, and not before", async () => {
    const slow = listener("test.slow", "Old");
    await prepare(kit.platform, { queues: [], subscriptions: [slow] });
    await emit("Old", 2);
    const month = await later(31 * 86_400_000);
    await deleteOldEvents(month, kit.merchantId);
    await drain(kit.platform, { queues: [], subscriptions: [slow] });
    expect(await heard("test.slow")).toEqual({ rows: 2, events: 2 });
  });
});

const later = (milliseconds: number): Promise<Platform> =>
  kit.another({ clock: { now: () => kit.platform.clock.now() + milliseconds } });
