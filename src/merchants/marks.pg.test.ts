import { afterAll, beforeAll, expect, it } from "vitest";
import { newId, readTransaction, transact } from "../platform/index.ts";
import { type TestPlatform, testActor, testPlatform } from "../platform/testing.ts";
import { listAudit } from "./audit.ts";
import { type AskedMarks, merchantMarks, setMarks } from "./marks.ts";
import { isOnePerson, personBehind } from "./persons.ts";

let test: TestPlatform;
beforeAll(async () => {
  test = await testPlatform();
});
afterAll(() => test.close());

const set = (asked: AskedMarks) => {
  const { merchantId, actor } = test;
  return transact(test.platform, { merchantId, actor, route: "test" }, (tx) => setMarks(tx, asked));
};
const read = <T>(work: Parameters<typeof readTransaction<T>>[2]) =>
  readTransaction(test.platform, test.merchantId, work);

async function addStaff(rights: string[]) {
  const { merchantId, actor } = test;
  await transact(test.platform, { merchantId, actor, route: "test" }, (tx) =>
    tx.query(
      `insert into staff (merchant_id, staff_id, sign_in_name, display_name, password_hash, rights,
        created_at) values ($1, $2, 'x', 'x', 'x', $3, now())`,
      [merchantId, newId(), rights],
    ),
  );
}

it("is declared with its date, and each change stands in the audit log once", async () => {
  expect(await read(merchantMarks)).toEqual({
    onePerson: false,
    onePersonSince: null,
    financial: false,
    financialSince: null,
  });
  const at = new Date(test.platform.clock.now()).toISOString();
  expect(await set({ financial: true })).toMatchObject({ financial: true, financialSince: at });
  await set({ financial: true });
  await set({ financial: false });
  expect(await read(merchantMarks)).toMatchObject({ financial: false, financialSince: null });
  const entries = await listAudit(test.platform, test.merchantId, null, test.merchantId, 10);
  expect(entries.map(({ action, detail }) => [action, detail["declared"]])).toEqual([
    ["merchant.financial", false],
    ["merchant.financial", true],
  ]);
});

it("takes two who may approve for two persons, before and after the declaration", async () => {
  await addStaff(["approve"]);
  await addStaff(["publish"]);
  expect(await set({ onePerson: true })).toMatchObject({ onePerson: true });
  expect(await read(isOnePerson)).toBe(true);
  await addStaff(["read", "approve"]);
  expect(await read(isOnePerson)).toBe(false);
  await set({ onePerson: false });
  expect(await set({ onePerson: true })).toMatchObject({
    code: "merchant_not_one_person",
    values: { approvers: 2 },
  });
});

it("knows the person behind a key, and nobody behind the system", async () => {
  const { merchantId } = test;
  const [keyId, maker] = [newId(), newId()];
  await transact(test.platform, { merchantId, actor: test.actor, route: "test" }, (tx) =>
    tx.query(
      `insert into api_keys (merchant_id, key_id, label, shown_prefix, rights, created_by,
        created_at) values ($1, $2, 'x', 'x', '{}', $3, now())`,
      [merchantId, keyId, maker],
    ),
  );
  const behind = (kind: "key" | "system" | "staff", id: string) =>
    read((tx) => personBehind(tx, testActor(merchantId, { kind, id })));
  expect(await behind("key", keyId)).toBe(maker);
  expect(await behind("staff", maker)).toBe(maker);
  expect(await behind("system", "seed")).toBeNull();
});
