import { afterAll, beforeAll, expect, it } from "vitest";
import { isRefusal } from "../contract/index.ts";
import { drain, fixedClock, newId, prepare, readTransaction, transact } from "../platform/index.ts";
import type { Tx } from "../platform/index.ts";
import { testPlatform, testStart } from "../platform/testing.ts";
import type { TestPlatform } from "../platform/testing.ts";
import {
  cancelClocks,
  clockQueues,
  installDefaultPromises,
  selectClocks,
  startClocks,
  stopClocks,
} from "./index.ts";

const clock = fixedClock(testStart);
let kit: TestPlatform;
beforeAll(async () => {
  kit = await testPlatform({ clock });
  await write(installDefaultPromises);
});
afterAll(() => kit.close());

async function write(work: (tx: Tx) => Promise<void>): Promise<void> {
  const unit = { merchantId: kit.merchantId, actor: kit.actor, route: "test" };
  const done = await transact(kit.platform, unit, async (tx) => {
    await work(tx);
    return null;
  });
  if (isRefusal(done)) throw new Error(done.code);
}

const clocksOf = (subjectId: string) =>
  readTransaction(kit.platform, kit.merchantId, (tx) => selectClocks(tx, subjectId));

async function started(clocks: string[], requestedAt = clock.now()): Promise<string> {
  const subjectId = newId();
  const claim = { subjectId, claimKind: "refund", clocks, zone: "Asia/Shanghai" };
  await write((tx) => startClocks(tx, { ...claim, at: clock.now(), requestedAt }));
  return subjectId;
}

it("runs what is promised beside what the law demands, the law from the request", async () => {
  const requestedAt = testStart - 5 * 86_400_000;
  const found = await clocksOf(await started(["payment"], requestedAt));
  expect(found.map(({ source, started_at }) => [source, started_at])).toEqual([
    ["merchant", testStart],
    ["cn-penalty-clock", requestedAt],
  ]);
  expect(found.every(({ status }) => status === "running")).toBe(true);
});

it("is kept when it is stopped in time, and cancelled without its object", async () => {
  const kept = await started(["decision"]);
  await write((tx) => stopClocks(tx, kept, ["decision"], tx.now));
  expect(await clocksOf(kept)).toMatchObject([{ status: "kept", stopped_at: testStart }]);
  const withdrawn = await started(["decision"]);
  await write((tx) => cancelClocks(tx, withdrawn));
  expect(await clocksOf(withdrawn)).toMatchObject([{ status: "cancelled" }]);
});

it("breaks at its own deadline, whenever that is noticed, and stays broken", async () => {
  const subjectId = await started(["decision"]);
  const [running] = await clocksOf(subjectId);
  clock.advance(30 * 86_400_000);
  const queues = clockQueues(kit.platform);
  await prepare(kit.platform, { queues, subscriptions: [] });
  await queues[0]?.handle([]);
  await drain(kit.platform, { queues, subscriptions: [] });
  expect(await clocksOf(subjectId)).toMatchObject([
    { status: "broken", stopped_at: running?.due_at },
  ]);
  await write((tx) => stopClocks(tx, subjectId, ["decision"], tx.now));
  expect(await clocksOf(subjectId)).toMatchObject([{ status: "broken" }]);
});
