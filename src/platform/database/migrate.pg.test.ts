import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { StartError } from "../start-error.ts";
import { testDatabase } from "../testing.ts";
import type { TestDatabase } from "../testing.ts";
import { migrateDatabase } from "./install.ts";
import { applyMigrations, knownMigrations } from "./migrate.ts";
import type { Migration } from "./migrate.ts";
import { openPools } from "./open.ts";
import { schemaText } from "./schema-text.ts";

let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await testDatabase();
  client = new Client({ connectionString: database.urls.owner });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const migration = (name: string, text: string, checksum = name): Migration => ({
  name,
  text,
  checksum,
});
const known = knownMigrations("main");
const apply = (more: Migration[]) => applyMigrations(client, [...known, ...more], null);

describe("migrations", () => {
  test("give the schema that docs/schema.sql shows", async () => {
    const text = await schemaText((statement) => database.asOwner(statement));
    await expect(text).toMatchFileSnapshot("../../../docs/schema.sql");
  });

  test("applied again change nothing", async () => {
    expect(await migrateDatabase(database.urls)).toEqual([]);
  });

  test("are each whole or not at all", async () => {
    const bad = migration("9001-break-things.sql", "create table half (id int); select 1 / 0");
    await expect(apply([bad])).rejects.toThrow("9001-break-things.sql");
    expect(await database.asOwner("select to_regclass('half') as found")).toEqual([
      { found: null },
    ]);
  });

  test("are applied once when several processes start together", async () => {
    const slow = migration("9002-wait.sql", "create table waited (id int); select pg_sleep(0.2)");
    const applied = await Promise.all(
      [1, 2, 3].map(async () => {
        const own = new Client({ connectionString: database.urls.owner });
        await own.connect();
        const names = await applyMigrations(own, [...known, slow], null);
        await own.end();
        return names;
      }),
    );
    expect(applied.flat()).toEqual(["9002-wait.sql"]);
  });

  test("that were changed after they were applied are refused", async () => {
    const changed = apply([migration("9002-wait.sql", "", "another")]);
    await expect(changed).rejects.toThrow("`9002-wait.sql` was changed after it was applied");
  });

  test("of a newer program keep this one from starting", async () => {
    const open = openPools(
      { urls: database.urls, place: "test", release: () => Promise.resolve() },
      2,
    );
    await expect(open).rejects.toThrow(StartError);
    await expect(open).rejects.toThrow("newer migration `9002-wait.sql`");
    await expect(apply([])).rejects.toThrow("newer migration");
  });

  test("that are missing keep a process from serving", async () => {
    await database.asOwner("delete from schema_migrations where name >= '9'");
    await database.asOwner("delete from schema_migrations where name like '0022%'");
    const open = openPools(
      { urls: database.urls, place: "test", release: () => Promise.resolve() },
      2,
    );
    await expect(open).rejects.toThrow("1 migrations are to be applied");
  });
});

describe("an app's role", () => {
  test("that owns the schema is refused", async () => {
    const asOwner = { ...database.urls, app: database.urls.owner };
    await expect(migrateDatabase(asOwner)).rejects.toThrow("neither owner nor superuser");
  });

  test("of a database that cannot be reached is one sentence without the password", async () => {
    const away = "postgres://app:secret-word@127.0.0.1:1/makegood";
    const failed = await migrateDatabase({ ...database.urls, owner: away }).catch(String);
    expect(failed).toContain("`127.0.0.1:1/makegood` cannot be reached (ECONNREFUSED)");
    expect(failed).not.toContain("secret-word");
  });
});
