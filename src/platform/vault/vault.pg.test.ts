import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { refuse } from "../../contract/index.ts";
import { pools } from "../database/pools.ts";
import { readTransaction, transact } from "../database/transact.ts";
import type { Unit } from "../database/transact.ts";
import { deleteOldAnswers } from "../retention.ts";
import { insertMerchant, testActor, testPlatform } from "../testing.ts";
import type { TestPlatform } from "../testing.ts";
import { sweepKeys } from "./sweep.ts";
import type { NewPerson } from "./vault.ts";

let kit: TestPlatform;
let unit: Unit;

beforeAll(async () => {
  kit = await testPlatform();
  unit = { merchantId: kit.merchantId, actor: kit.actor, route: "test" };
});
afterAll(() => kit.close());

async function newPerson(person: NewPerson = { indexes: [] }, given = unit) {
  const made = await transact(kit.platform, given, async (tx) => {
    const [personId = ""] = await kit.platform.vault.newPersons(tx, [person]);
    const recordId = await kit.platform.vault.put(tx, {
      personId,
      kind: "order.contact",
      text: "王小明 13800138000",
    });
    return { personId, recordId };
  });
  return made as { personId: string; recordId: string };
}

const read = (recordId: string, platform = kit.platform) =>
  readTransaction(platform, kit.merchantId, (tx) => platform.vault.get(tx, recordId));

describe("the vault", () => {
  test("gives back what was put in, also to another process", async () => {
    const { recordId } = await newPerson();
    expect(await read(recordId)).toBe("王小明 13800138000");
    expect(await read(recordId, await kit.another())).toBe("王小明 13800138000");
  });

  test("keeps nothing readable in the database", async () => {
    const { recordId } = await newPerson();
    const rows = await readTransaction(kit.platform, kit.merchantId, (tx) =>
      tx.query<{ sealed: Buffer }>("select sealed from vault_records where record_id = $1", [
        recordId,
      ]),
    );
    expect(rows[0]?.sealed.includes("13800138000")).toBe(false);
  });

  test.each(["person_id", "kind", "record_id", "sealed"])(
    "refuses a record whose %s is another's",
    async (column) => {
      const one = await newPerson();
      const two = await newPerson();
      const swapped = { person_id: two.personId, kind: "claim.evidence", record_id: randomUUID() };
      const value = swapped[column as keyof typeof swapped];
      const change =
        column === "sealed"
          ? `sealed = (select sealed from vault_records where record_id = '${two.recordId}')`
          : `${column} = '${value}'`;
      await kit.database.asOwner(
        `begin; select set_config('app.merchant', '${kit.merchantId}', true);
         update vault_records set ${change} where record_id = '${one.recordId}'; commit`,
      );
      const recordId = column === "record_id" ? value : one.recordId;
      await expect(read(recordId)).rejects.toThrow();
    },
  );

  test("cannot read with another master key", async () => {
    const { recordId } = await newPerson();
    const stranger = await kit.another({ masterKey: Buffer.alloc(32, 7).toString("base64") });
    await expect(read(recordId, stranger)).rejects.toThrow();
  });

  test("forgets a person for good: records and look-ups", async () => {
    const index = { kind: "email", value: "wang@example.com" } as const;
    const { personId, recordId } = await newPerson({ indexes: [index] });
    const { vault } = kit.platform;
    expect(await vault.find(kit.merchantId, "email", "Wang@Example.com ")).toEqual([personId]);
    await vault.forget(kit.merchantId, [personId]);
    expect(await read(recordId)).toBeNull();
    expect(await vault.find(kit.merchantId, "email", "wang@example.com")).toEqual([]);
  });

  test("finds a phone however it is written, at its own merchant only", async () => {
    const other = randomUUID();
    await insertMerchant(kit.platform, other);
    const index = { kind: "phone", value: "+86 139-0013-9000" } as const;
    const { personId } = await newPerson({ indexes: [index] });
    const { vault } = kit.platform;
    for (const written of ["13900139000", "008613900139000", "+86 139 0013 9000"]) {
      expect(await vault.find(kit.merchantId, "phone", written)).toEqual([personId]);
    }
    expect(await vault.find(other, "phone", "13900139000")).toEqual([]);
  });

  test("makes the keys of ten thousand persons in seconds", async () => {
    const persons = Array.from({ length: 10_000 }, (_, at) => ({
      indexes: [{ kind: "email", value: `person${at}@example.com` } as const],
    }));
    const startedAt = performance.now();
    const made = await transact(kit.platform, unit, (tx) =>
      kit.platform.vault.newPersons(tx, persons),
    );
    expect(new Set(made as string[]).size).toBe(10_000);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });
});

describe("sweeping", () => {
  const keysOf = async (personIds: readonly string[]): Promise<number> => {
    const { rows } = await pools(kit.platform.database).keys.query<{ count: number }>(
      "select count(*) as count from keys where holder_id = any($1::uuid[])",
      [personIds],
    );
    return rows[0]?.count ?? 0;
  };

  test("destroys keys whose transaction rolled back and no others", async () => {
    const { personId } = await newPerson();
    let orphan = "";
    await transact(kit.platform, unit, async (tx) => {
      [orphan = ""] = await kit.platform.vault.newPersons(tx, [{ indexes: [] }]);
      return refuse("not_found");
    });
    expect(await keysOf([personId, orphan])).toBe(2);
    await sweepKeys(kit.platform, 3600);
    expect(await keysOf([personId, orphan])).toBe(2);
    // Ten thousand of the test before are older and go first.
    for (let round = 0; round < 4; round += 1) await sweepKeys(kit.platform, 0);
    expect(await keysOf([orphan])).toBe(0);
    expect(await keysOf([personId])).toBe(1);
  });

  test("drops stored answers after a week, with the key that could read them", async () => {
    const given = { ...unit, actor: testActor(kit.merchantId), key: "k", requestHash: "00" };
    const act = (platform = kit.platform) =>
      transact(platform, given, async (tx) => ({ id: tx.newId() }));
    const first = await act();
    const start = kit.platform.clock.now();
    const week = await kit.another({ clock: { now: () => start + 7 * 86_400_000 } });
    await deleteOldAnswers(week, kit.merchantId);
    expect(await act()).toEqual(first);
    const longer = await kit.another({ clock: { now: () => start + 8 * 86_400_000 } });
    await deleteOldAnswers(longer, kit.merchantId);
    expect(await act(longer)).not.toEqual(first);
  });
});
