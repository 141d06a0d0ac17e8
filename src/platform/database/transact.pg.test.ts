import { afterAll, beforeAll, expect, test } from "vitest";
import { refuse } from "../../contract/index.ts";
import { testPlatform } from "../testing.ts";
import type { TestPlatform } from "../testing.ts";
import { readTransaction, transact } from "./transact.ts";

let kit: TestPlatform;

beforeAll(async () => {
  kit = await testPlatform();
  await kit.database.asOwner(`
    create table things (merchant_id uuid not null, name text not null, count int not null default 0,
      constraint things_key primary key (merchant_id, name));
    select set_config('makegood.app_role', 'makegood_app', false);
    select makegood_protect('things')`);
});
afterAll(() => kit.close());

const insertThing = "insert into things (merchant_id, name) values ($1, $2)";

async function countOf(name: string): Promise<number> {
  const rows = await readTransaction(kit.platform, kit.merchantId, (tx) =>
    tx.query("select 1 from things where name = $1", [name]),
  );
  return rows.length;
}

test("what is written in a unit of work is there afterwards", async () => {
  const { platform, merchantId, actor } = kit;
  const answer = await transact(platform, { merchantId, actor, route: "test" }, async (tx) => {
    await tx.query(insertThing, [tx.merchantId, "kept"]);
    return "done";
  });
  expect(answer).toBe("done");
  expect(await countOf("kept")).toBe(1);
});

test("a refusal rolls back and comes back as a value", async () => {
  const { platform, merchantId, actor } = kit;
  const answer = await transact(platform, { merchantId, actor, route: "test" }, async (tx) => {
    await tx.query(insertThing, [tx.merchantId, "refused"]);
    return refuse("not_found", { what: "thing" });
  });
  expect(answer).toMatchObject({ code: "not_found" });
  expect(await countOf("refused")).toBe(0);
});
