import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { insertMerchant, testActor, testPlatform } from "../testing.ts";
import type { TestPlatform } from "../testing.ts";
import { routingQuery } from "./routing.ts";
import { readTransaction, transact } from "./transact.ts";

let kit: TestPlatform;
beforeAll(async () => {
  kit = await testPlatform();
});
afterAll(() => kit.close());

/** Read before the merchant is known, so without row security; they hold hashes and ids. */
const routingTables = ["credentials", "deliveries", "merchant_routes", "staff_routes"];

interface TableRow {
  readonly name: string;
  readonly protected: boolean;
  readonly forced: boolean;
  readonly first: string | null;
}

const tables = () =>
  kit.database.asOwner<TableRow>(`
    select c.relname as name, c.relrowsecurity as protected, c.relforcerowsecurity as forced,
      (select a.attname from pg_index i join pg_attribute a
         on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where i.indrelid = c.oid and i.indisprimary) as first
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and exists (select 1 from pg_attribute a
        where a.attrelid = c.oid and a.attname = 'merchant_id' and not a.attisdropped)
    order by c.relname`);

describe("every table with a merchant", () => {
  test("is under forced row security, but for the routing tables", async () => {
    const all = await tables();
    const open = all.filter((table) => !table.protected || !table.forced);
    // Gateways bring a routing table of their own: number → merchant.
    const unexpected = open.filter(({ name }) => !/_routes$/.test(name));
    expect(unexpected.map(({ name }) => name)).toEqual(["credentials", "deliveries"]);
    expect(open.map(({ name }) => name)).toEqual(expect.arrayContaining(routingTables));
    expect(all.length - open.length).toBeGreaterThan(8);
  });

  test("leads its primary key with the merchant when it is protected", async () => {
    const wrong = (await tables()).filter(
      ({ protected: on, first }) => on && first !== "merchant_id",
    );
    expect(wrong).toEqual([]);
  });

  // A check of a foreign key that was planned on empty tables keeps its plan: with a second index
  // that begins alike it read all rows of the merchant, and an import took four times as long.
  test("leads no other whole index with the merchant where others refer to it", async () => {
    const twins = await kit.database.asOwner<{ name: string }>(`
      select i.indexrelid::regclass::text as name
      from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where a.attname = 'merchant_id' and not i.indisprimary and i.indpred is null
        and i.indrelid in (
          select confrelid from pg_constraint
          where contype = 'f' and connamespace = 'public'::regnamespace)`);
    expect(twins).toEqual([]);
  });

  test("has no trigger of its own", async () => {
    const triggers = await kit.database.asOwner(
      `select tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
       where not t.tgisinternal and c.relnamespace = 'public'::regnamespace`,
    );
    expect(triggers).toEqual([]);
  });
});

describe("two roles", () => {
  test("the owner is no superuser, and the app is neither owner nor superuser", async () => {
    const [owner] = await kit.database.asOwner(
      "select rolsuper, rolbypassrls from pg_roles where rolname = current_user",
    );
    expect(owner).toEqual({ rolsuper: false, rolbypassrls: false });
    const [app] = await routingQuery(
      kit.platform,
      `select rolsuper, rolbypassrls,
         (select count(*) from pg_class where relowner = r.oid) as owned
       from pg_roles r where rolname = current_user`,
    );
    expect(app).toEqual({ rolsuper: false, rolbypassrls: false, owned: 0 });
  });

  test("the app can change no schema", async () => {
    await expect(routingQuery(kit.platform, "create table mine (id int)")).rejects.toThrow(
      "permission denied",
    );
    await expect(
      routingQuery(kit.platform, "alter table merchants disable row level security"),
    ).rejects.toThrow("must be owner");
  });

  test("the audit log cannot be changed or deleted from", async () => {
    const unit = { merchantId: kit.merchantId, actor: kit.actor, route: "test" };
    for (const text of ["delete from audit_entries", "update audit_entries set action = 'x'"]) {
      await expect(transact(kit.platform, unit, (tx) => tx.query(text))).rejects.toThrow(
        "permission denied",
      );
    }
  });

  test("a process that is none of its roles cannot reach the keys", async () => {
    const url = new URL(kit.database.urls.app);
    url.pathname = new URL(kit.database.urls.keys).pathname;
    const { Client } = await import("pg");
    const client = new Client({ connectionString: url.toString() });
    const reach = client.connect().then(() => client.query("select * from keys"));
    await expect(reach).rejects.toThrow("permission denied");
    await client.end();
  });
});

describe("another merchant's rows", () => {
  test("cannot be seen, changed or written, with or without a tenant", async () => {
    const other = randomUUID();
    await insertMerchant(kit.platform, other);
    const seen = await readTransaction(kit.platform, kit.merchantId, (tx) =>
      tx.query<{ merchantId: string }>(`select merchant_id as "merchantId" from merchants`),
    );
    expect(seen).toEqual([{ merchantId: kit.merchantId }]);
    const unit = { merchantId: kit.merchantId, actor: kit.actor, route: "test" };
    const changed = await transact(kit.platform, unit, (tx) =>
      tx.query("update merchants set name = 'Mine' where merchant_id = $1 returning name", [other]),
    );
    expect(changed).toEqual([]);
    const written = transact(kit.platform, unit, (tx) =>
      tx.query("insert into persons (merchant_id, person_id, created_at) values ($1, $2, now())", [
        other,
        randomUUID(),
      ]),
    );
    await expect(written).rejects.toThrow("row-level security");
    expect(await routingQuery(kit.platform, "select 1 from merchants")).toEqual([]);
  });

  test("do not leak through a connection that served them before", async () => {
    const single = await kit.another({ connectionsMax: 1 });
    const unit = { merchantId: kit.merchantId, actor: testActor(kit.merchantId), route: "test" };
    await transact(single, unit, (tx) => tx.query("select 1"));
    expect(await routingQuery(single, "select 1 from merchants")).toEqual([]);
    const [row] = await routingQuery<{ scope: string | null }>(
      single,
      "select nullif(current_setting('app.merchant', true), '') as scope",
    );
    expect(row?.scope).toBeNull();
  });
});
