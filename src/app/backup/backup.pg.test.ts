import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isRefusal } from "../../contract/index.ts";
import { createMerchant } from "../../merchants/index.ts";
import { importFile } from "../../orders/index.ts";
import { prepare, systemActor, systemClock, transact } from "../../platform/index.ts";
import { testDatabase, testPlatform } from "../../platform/testing.ts";
import type { TestDatabase, TestPlatform } from "../../platform/testing.ts";
import { installShipped } from "../../promises/index.ts";
import { answered } from "../cli/answered.ts";
import { openRooms, orderPorts } from "../compose/rooms.ts";
import { makegoodHere, root } from "../testing.ts";
import type { BackupBlock } from "./format.ts";

const folder = mkdtempSync(join(tmpdir(), "makegood-backup-"));
const at = (name: string): string => join(folder, name);
let kit: TestPlatform;
let empty: TestDatabase;

const on = ({ urls }: Pick<TestDatabase, "urls">, data: string) => ({
  MAKEGOOD_DATA: at(data),
  DATABASE_URL: urls.app,
  DATABASE_OWNER_URL: urls.owner,
  MAKEGOOD_KEYS_URL: urls.keys,
});

/** Two merchants with orders, persons, ledger entries, events, and jobs that wait. */
beforeAll(async () => {
  kit = await testPlatform({ clock: systemClock });
  empty = await testDatabase();
  const { platform } = kit;
  const rooms = openRooms(platform);
  await prepare(platform, rooms);
  for (const slug of ["first", "second"]) {
    const merchantId = answered(await createMerchant(platform, { slug, name: "示范" }));
    const actor = systemActor(merchantId, "test");
    await transact(platform, { merchantId, actor, route: "test" }, async (tx) => {
      await installShipped(tx);
      tx.enqueue({ queue: "claims.lapse", data: { claimId: tx.newId() }, startAfterMs: 60_000 });
      return null;
    });
    const request = { format: "makegood-csv", path: join(root, "examples/orders.csv") };
    const report = await importFile(platform, orderPorts(platform), actor, request);
    expect(!isRefusal(report) && report.orders.imported).toBe(3);
  }
  rooms.close();
});
afterAll(async () => {
  await kit.close();
  await empty.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Every row of a backup under its table and merchant, whatever the order they came in. */
function rowsOf(file: string): string[] {
  const lines = gunzipSync(readFileSync(at(file)))
    .toString("utf8")
    .trimEnd()
    .split("\n");
  const blocks = lines.slice(1, -1);
  return blocks
    .flatMap((line, index) => {
      if (index % 2 === 1) return [];
      const { table, merchantId } = JSON.parse(line) as BackupBlock;
      const rows = JSON.parse(blocks[index + 1] ?? "[]") as unknown[];
      return rows.map((row) => `${table} ${merchantId ?? ""} ${JSON.stringify(row)}`);
    })
    .sort();
}

describe("backup and restore", () => {
  test("what is restored is what was backed up, row by row", async () => {
    const from = on(kit.database, "from");
    const to = on(empty, "to");
    for (const [file, flags] of [
      ["main", []],
      ["keys", ["--keys"]],
    ] as const) {
      const made = await makegoodHere(["backup", at(file), ...flags], from);
      expect(made).toMatchObject({ code: 0 });
      const restored = await makegoodHere(["restore", at(file), "--json"], to);
      expect(restored).toMatchObject({ code: 0, stderr: "" });
      const again = await makegoodHere(["backup", at(`${file}-again`), ...flags], to);
      expect(again).toMatchObject({ code: 0 });
      const rows = rowsOf(file);
      expect(rows.length).toBeGreaterThan(4);
      expect(rowsOf(`${file}-again`)).toEqual(rows);
    }
  });

  test("row security and links are as they were", async () => {
    const about = `
      select (select count(*) from pg_class where relforcerowsecurity)::int as forced,
        (select count(*) from pg_constraint where contype = 'f')::int as links`;
    expect(await empty.asOwner(about)).toEqual(await kit.database.asOwner(about));
  });

  test("what is derived, and what is over, stays out", () => {
    const tables = new Set(rowsOf("main").map((row) => row.split(" ")[0]));
    expect(tables).toContain("ledger_transfers");
    expect(tables).toContain("pgboss.job");
    expect(tables).not.toContain("ledger_checkpoints");
    expect(tables).not.toContain("keys");
  });

  test("a database that holds a merchant is refused", async () => {
    const { code, stderr } = await makegoodHere(["restore", at("main")], on(empty, "to"));
    expect(code).toBe(1);
    expect(stderr).toContain("is not empty; restore into a new one");
  });

  test("a file is never overwritten", async () => {
    const { code, stderr } = await makegoodHere(["backup", at("main")], on(kit.database, "from"));
    expect([code, stderr]).toEqual([1, `\`${at("main")}\` is there already; name another file\n`]);
  });

  test.each<[string, () => Buffer]>([
    ["a row that was changed", () => changed((text) => text.replace("customer", "CUSTOMER"))],
    ["a file that was cut short", () => changed((text) => text.slice(0, text.length / 2))],
    ["a file of another kind", () => gzipSync("{}\n")],
    ["a file that is not packed", () => Buffer.from("order_number\n")],
  ])("%s is refused before anything is written", async (_, content) => {
    const database = await testDatabase();
    writeFileSync(at("bad"), content());
    const { code, stderr } = await makegoodHere(["restore", at("bad")], on(database, "bad-data"));
    expect(code).toBe(1);
    expect(stderr).toMatch(/damaged or cut short|no backup of Makegood|cannot be read as a backup/);
    expect(await database.asOwner("select 1 from merchant_routes")).toEqual([]);
    await database.drop();
  });
});

const changed = (change: (text: string) => string): Buffer =>
  gzipSync(change(gunzipSync(readFileSync(at("main"))).toString("utf8")));
