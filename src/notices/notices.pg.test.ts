import { createHash } from "node:crypto";
import { readFile, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { isRefusal } from "../contract/index.ts";
import { drain, newId, prepare, readTransaction, transact } from "../platform/index.ts";
import type { Tx } from "../platform/index.ts";
import { testPlatform } from "../platform/testing.ts";
import type { TestPlatform } from "../platform/testing.ts";
import { noticeQueues, noticesOf, queueNotice } from "./index.ts";
import type { NoticeOrder } from "./index.ts";

let kit: TestPlatform;
beforeAll(async () => {
  kit = await testPlatform({});
  await prepare(kit.platform, workload());
});
afterAll(() => kit.close());

const workload = () => ({ queues: noticeQueues(kit.platform), subscriptions: [] });

async function write<T extends object | null>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const unit = { merchantId: kit.merchantId, actor: kit.actor, route: "test" };
  const done = await transact(kit.platform, unit, work);
  if (isRefusal(done)) throw new Error(done.code);
  return done;
}

const content = {
  values: { number: "C-ABCD-1234", orders: "A-1", receivedOn: "2026-01-05", amount: "¥12.50" },
  reasons: [],
};

async function orderFor(person: boolean): Promise<NoticeOrder> {
  const [personId = null] = person
    ? await write((tx) => kit.platform.vault.newPersons(tx, [{ indexes: [] }]))
    : [];
  const about = { subjectId: newId(), occasion: newId(), personId };
  return { kind: "payout_reversed", language: "en", content, ...about };
}

const queued = (order: NoticeOrder) =>
  write(async (tx) => {
    await queueNotice(tx, kit.platform.vault, order);
    return null;
  });

const about = ({ subjectId }: NoticeOrder) =>
  readTransaction(kit.platform, kit.merchantId, (tx) => noticesOf(kit.platform, tx, subjectId));

const folder = () => join(kit.platform.settings.dataFolder, "notices", kit.merchantId);

it("is a letter that nobody else on the machine reads, with its digest as proof", async () => {
  const order = await orderFor(true);
  await queued(order);
  expect(await about(order)).toMatchObject([{ status: "queued", channel: null }]);
  await drain(kit.platform, workload());
  const [notice] = await about(order);
  expect(notice).toMatchObject({ status: "accepted", channel: "file" });
  const file = join(folder(), `${notice!.noticeId}.txt`);
  const letter = await readFile(file, "utf8");
  expect(letter).toBe(`${notice!.title}\n\n${notice!.text}`);
  expect(letter).toContain("C-ABCD-1234");
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await stat(folder())).mode & 0o777).toBe(0o700);
  expect((await readdir(folder())).filter((name) => name.endsWith(".part"))).toEqual([]);
  const proofs = await readTransaction(kit.platform, kit.merchantId, (tx) =>
    tx.query<{ proof: string }>("select proof from notices where notice_id = $1", [
      notice!.noticeId,
    ]),
  );
  expect(proofs).toEqual([{ proof: createHash("sha256").update(letter).digest("hex") }]);
});

it("is queued once for an event, and once more for another", async () => {
  const order = await orderFor(true);
  await queued(order);
  await queued(order);
  expect(await about(order)).toHaveLength(1);
  await drain(kit.platform, workload());
  await queued(order);
  expect(await about(order)).toMatchObject([{ status: "accepted" }]);
  await queued({ ...order, occasion: newId() });
  expect(await about(order)).toHaveLength(2);
});

it("has no addressee where nobody is known, and is printed from its values", async () => {
  const order = await orderFor(false);
  await queued(order);
  await drain(kit.platform, workload());
  const [notice] = await about(order);
  expect(notice).toMatchObject({ status: "no_addressee", channel: null, deliveredAt: null });
  expect(notice?.text).toContain("¥12.50");
});

it("finds no addressee any more where the person was forgotten before it went out", async () => {
  const order = await orderFor(true);
  await queued(order);
  await kit.platform.vault.forget(kit.merchantId, [order.personId!]);
  await drain(kit.platform, workload());
  const gone = { status: "no_addressee", title: "", text: "" };
  expect(await about(order)).toMatchObject([gone]);
});
