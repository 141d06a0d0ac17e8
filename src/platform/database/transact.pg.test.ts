import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { isRefusal, refuse } from "../../contract/index.ts";
import type { Refusal } from "../../contract/index.ts";
import { insertMerchant, testActor, testPlatform } from "../testing.ts";
import type { TestPlatform } from "../testing.ts";
import { pools } from "./pools.ts";
import { readTransaction, transact } from "./transact.ts";
import type { Unit } from "./transact.ts";
import type { Tx } from "./tx.ts";

let kit: TestPlatform;
let unit: Unit;

beforeAll(async () => {
  kit = await testPlatform();
  unit = { merchantId: kit.merchantId, actor: kit.actor, route: "test" };
  await kit.database.asOwner(`
    create table things (merchant_id uuid not null, name text not null,
      count int not null default 0, constraint things_key primary key (merchant_id, name));
    select set_config('makegood.app_role', 'makegood_app', false);
    select makegood_protect('things')`);
});
afterAll(() => kit.close());

const addThing = (tx: Tx, name: string) =>
  tx.query("insert into things (merchant_id, name) values ($1, $2)", [tx.merchantId, name]);
const raise = (tx: Tx, name: string) =>
  tx.query<{ count: number }>(
    "update things set count = count + 1 where name = $1 returning count",
    [name],
  );

async function countOf(name: string): Promise<number | undefined> {
  const [row] = await readTransaction(kit.platform, kit.merchantId, (tx) =>
    tx.query<{ count: number }>("select count from things where name = $1", [name]),
  );
  return row?.count;
}

let name: string;
beforeEach(() => {
  name = randomUUID();
});

describe("a unit of work", () => {
  test("is there as a whole after its commit", async () => {
    const answer = await transact(kit.platform, unit, async (tx) => {
      await addThing(tx, name);
      await raise(tx, name);
      return { name };
    });
    expect(answer).toEqual({ name });
    expect(await countOf(name)).toBe(1);
  });

  test("that refuses leaves nothing, and the refusal comes back as a value", async () => {
    const answer = await transact(kit.platform, unit, async (tx) => {
      await addThing(tx, name);
      tx.emit({ type: "ThingAdded", subject: name, payload: {} });
      return refuse("not_found", { what: name });
    });
    expect(answer).toMatchObject({ code: "not_found" });
    expect(await countOf(name)).toBeUndefined();
  });

  test("that throws leaves nothing, and its connection can be used again", async () => {
    const failing = transact(kit.platform, unit, async (tx) => {
      await addThing(tx, name);
      throw new Error("a bug");
    });
    await expect(failing).rejects.toThrow("a bug");
    expect(await countOf(name)).toBeUndefined();
    expect(pools(kit.platform.database).app.idleCount).toBeGreaterThan(0);
  });

  test("that goes on after a failed statement is not taken for committed", async () => {
    const careless = transact(kit.platform, unit, async (tx) => {
      await addThing(tx, name);
      await tx.query("select 1 / 0").catch(() => undefined);
      return null;
    });
    await expect(careless).rejects.toThrow();
    expect(await countOf(name)).toBeUndefined();
  });

  test("that forgot an await cannot write after its end", async () => {
    let late: Tx | undefined;
    await transact(kit.platform, unit, async (tx) => {
      late = tx;
      return null;
    });
    expect(() => late?.query("select 1")).toThrow("an `await` is missing");
  });

  test("reads in a read-only transaction, where a write is an error", async () => {
    const write = readTransaction(kit.platform, kit.merchantId, (tx) => addThing(tx as Tx, name));
    await expect(write).rejects.toThrow("read-only");
  });
});

describe("conflicts between transactions", () => {
  test("deadlocks are tried again until both are through", async () => {
    const other = randomUUID();
    const before = await retries("40P01");
    await transact(kit.platform, unit, async (tx) => {
      await addThing(tx, name);
      await addThing(tx, other);
      return null;
    });
    const cross = (first: string, second: string) => {
      let attempts = 0;
      return transact(kit.platform, unit, async (tx) => {
        attempts += 1;
        await raise(tx, first);
        await tx.query("select pg_sleep(0.1)");
        await raise(tx, second);
        return attempts;
      });
    };
    const attempts = await Promise.all([cross(name, other), cross(other, name)]);
    // Where both wait the full deadlock_timeout, the server may end the one, the other or both.
    expect(attempts.some((count) => Number(count) > 1)).toBe(true);
    expect(await retries("40P01")).toBeGreaterThan(before);
    expect([await countOf(name), await countOf(other)]).toEqual([2, 2]);
  });

  test("serialization failures are tried again, and no update is lost", async () => {
    await transact(kit.platform, unit, (tx) => addThing(tx, name));
    const before = await retries("40001");
    const raiseOnce = () =>
      transact(kit.platform, { ...unit, isolation: "serializable" }, async (tx) => {
        const [row] = await tx.query<{ count: number }>(
          "select count from things where name = $1",
          [name],
        );
        await tx.query("select pg_sleep(0.02)");
        await tx.query("update things set count = $2 where name = $1", [
          name,
          (row?.count ?? 0) + 1,
        ]);
        return null;
      });
    await Promise.all(Array.from({ length: 5 }, raiseOnce));
    expect(await countOf(name)).toBe(5);
    expect(await retries("40001")).toBeGreaterThan(before);
  });
});

async function retries(code: string): Promise<number> {
  const { values } = await kit.platform.metrics.transactionRetries.get();
  return values.find(({ labels }) => labels["code"] === code)?.value ?? 0;
}

describe("idempotency", () => {
  const keyed = (key: string, more: Partial<Unit> = {}): Unit => ({
    ...unit,
    key,
    requestHash: "aa".repeat(32),
    ...more,
  });
  const addOnce = (given: Unit, platform = kit.platform) =>
    transact(platform, given, async (tx) => {
      const thing = tx.newId();
      await addThing(tx, thing);
      return { thing, text: "礼物" };
    });

  test("the same key gets the first answer and does nothing again", async () => {
    const first = await addOnce(keyed(name));
    const second = await addOnce(keyed(name));
    expect(second).toEqual(first);
  });

  test("the same key with another request is refused", async () => {
    await addOnce(keyed(name));
    const other = await addOnce(keyed(name, { requestHash: "bb".repeat(32) }));
    expect(other).toMatchObject({ code: "idempotency_key_reused" });
  });

  test("a key counts for one actor, one route and one merchant", async () => {
    const merchantId = randomUUID();
    await insertMerchant(kit.platform, merchantId);
    const answers = await Promise.all([
      addOnce(keyed(name)),
      addOnce(keyed(name, { route: "other" })),
      addOnce(keyed(name, { actor: testActor(kit.merchantId) })),
      addOnce(keyed(name, { merchantId, actor: { ...kit.actor, merchantId } })),
    ]);
    expect(new Set(answers.map((answer) => (answer as { thing: string }).thing)).size).toBe(4);
  });

  test("of twenty calls at once, over two processes, one acts and all get its answer", async () => {
    const twin = await kit.another();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => addOnce(keyed(name), at % 2 ? twin : kit.platform)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const { thing } = answers[0] as { thing: string };
    expect(await countOf(thing)).toBe(0);
  });

  test("a refusal is not stored: the same key may succeed later", async () => {
    const refused = await transact(kit.platform, keyed(name), async (): Promise<Refusal> =>
      refuse("not_found"),
    );
    expect(isRefusal(refused)).toBe(true);
    expect(await addOnce(keyed(name))).toMatchObject({ text: "礼物" });
  });

  test("the stored answer cannot be read in the database", async () => {
    await addOnce(keyed(name));
    const merchant = await readTransaction(kit.platform, kit.merchantId, (tx) =>
      tx.query<{ sealed: Buffer }>("select sealed from answers"),
    );
    expect(merchant.length).toBeGreaterThan(0);
    for (const { sealed } of merchant) expect(sealed.includes("礼物")).toBe(false);
  });
});

describe("a crash", () => {
  test("before the commit leaves nothing; after it, the repeat gets the answer", async () => {
    let point = "";
    const platform = await kit.another({
      faults: (at) => {
        if (at === point) throw new Error(`died ${at}`);
      },
    });
    const given: Unit = { ...unit, key: name, requestHash: "cc".repeat(32) };
    let runs = 0;
    const work = async (tx: Tx) => {
      runs += 1;
      await addThing(tx, name);
      return { runs };
    };
    point = "before-commit";
    await expect(transact(platform, given, work)).rejects.toThrow("died");
    expect(await countOf(name)).toBeUndefined();
    point = "after-commit";
    await expect(transact(platform, given, work)).rejects.toThrow("died");
    expect(await countOf(name)).toBe(0);
    point = "";
    expect(await transact(platform, given, work)).toEqual({ runs: 2 });
    expect(runs).toBe(2);
  });

  test("of the connection is an error, and the next unit gets a new one", async () => {
    const cut = transact(kit.platform, unit, async (tx) => {
      await addThing(tx, name);
      await tx.query("select pg_terminate_backend(pg_backend_pid())");
      return null;
    });
    await expect(cut).rejects.toThrow();
    await transact(kit.platform, unit, (tx) => addThing(tx, name));
    expect(await countOf(name)).toBe(0);
  });
});
