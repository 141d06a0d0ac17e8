import { afterAll, beforeAll, expect, it } from "vitest";
import { isRefusal, readPolicyFile } from "../contract/index.ts";
import { readTransaction, transact } from "../platform/index.ts";
import type { ReadTx, Tx } from "../platform/index.ts";
import { type TestPlatform, testActor, testPlatform } from "../platform/testing.ts";
import { marketFloors } from "./binding/floors.ts";
import { insertFloors } from "./binding/store.ts";
import { floorsFor } from "./floors.ts";
import { resolvePins } from "./pins.ts";
import { shippedPolicies } from "./shipped.ts";
import { type NewVersion, insertCatalogue, insertShipped } from "./store.ts";

/** No rule of any supervisor: a text that shows how one is entered. */
const floorText = `makegood: floor/1
id: test-supervisor
version: 1
title: {zh-CN: 测试用监管规则, zh-TW: 測試用監管規則, en: A supervisor's rule for this test}
answers: [packet_return]
market: CN
merchants: financial
in_force: 2026-01-01
verified: true
sources: {rule: {title: A rule made up for this test}}
use: [packet_state]
heads: {face: {pay: packet.face}}
clauses:
  a1:
    when: {packet_state: granted}
    give: {face: 100%}
    cite: [{source: rule, article: art. 1}]
`;

let test: TestPlatform;
beforeAll(async () => {
  test = await testPlatform();
  await write(install);
});
afterAll(() => test.close());

const write = <T>(work: (tx: Tx) => Promise<T>) =>
  transact(
    test.platform,
    { merchantId: test.merchantId, actor: testActor(test.merchantId), route: "test" },
    work,
  );
const read = <T>(work: (tx: ReadTx) => Promise<T>) =>
  readTransaction(test.platform, test.merchantId, work);

async function install(tx: Tx): Promise<null> {
  const { words } = shippedPolicies();
  const reading = readPolicyFile(floorText, words);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const version: NewVersion = {
    policyId: "test-supervisor",
    version: 1,
    kind: "floor",
    hash: reading.value.hash,
    catalogueHash: words.hash,
    text: floorText,
    record: { document: "test-supervisor@1", floors: [] } as unknown as NewVersion["record"],
  };
  await insertCatalogue(tx, words.hash, words.text);
  await insertShipped(tx, [version]);
  await insertFloors(tx, [{ market: "CN", policyId: "test-supervisor" }]);
  return null;
}

async function seen() {
  const pins = await read((tx) => resolvePins(tx, []));
  if (isRefusal(pins)) throw new Error(pins.code);
  const [floor] = await read((tx) => floorsFor(tx, ["test-supervisor"]));
  const { items } = await read((tx) => marketFloors(tx, "en"));
  const [item] = items;
  return [pins.length, floor?.binds, item?.merchants, item?.binds, item?.why];
}

it("a floor for merchants under financial supervision binds those that are marked", async () => {
  expect(await seen()).toEqual([0, false, "financial", false, "not_financial"]);
  await write(async (tx) => {
    await tx.query(
      "update merchants set financial = true, financial_since = $2 where merchant_id = $1",
      [tx.merchantId, new Date(0)],
    );
    return null;
  });
  expect(await seen()).toEqual([1, true, "financial", true, "chosen"]);
});
