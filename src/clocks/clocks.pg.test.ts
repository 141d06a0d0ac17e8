import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isRefusal } from "../contract/index.ts";
import { drain, fixedClock, newId, prepare, readTransaction, transact } from "../platform/index.ts";
import type { Event, Tx } from "../platform/index.ts";
import { testPlatform, testStart } from "../platform/testing.ts";
import type { TestPlatform } from "../platform/testing.ts";
import type { BoundDeadline } from "../promises/index.ts";
import {
  askCustomer,
  cancelClocks,
  clockQueues,
  customerAnswered,
  selectClocks,
  startClocks,
  stopClocks,
} from "./index.ts";
import type { ClockName, Moments } from "./index.ts";

const dayMs = 86_400_000;
const clock = fixedClock(testStart);
const told: Event[] = [];
let kit: TestPlatform;
beforeAll(async () => {
  kit = await testPlatform({ clock });
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

async function clockNamed(subjectId: string, name: string) {
  const found = (await clocksOf(subjectId)).find(({ deadline }) => deadline === name);
  if (found === undefined) throw new Error(`no clock ${name}`);
  return found;
}

const merchant = { duty: "merchant", source: "shop@1", statutory: false } as const;
const decide: BoundDeadline = {
  ...{ ...merchant, name: "decide", within: "3bd" },
  ...{ from: "claim.filed_at", to: "claim.decided_at" },
};
const handle: BoundDeadline = {
  ...{ ...decide, name: "handle", within: "15d", to: "return.arranged_at" },
  ...{ source: "law@1", statutory: true },
};
const repay: BoundDeadline = {
  ...{ ...merchant, name: "repay", within: "7d" },
  ...{ from: "claim.decided_at", to: "refund.paid_at" },
};
const supplement: BoundDeadline = {
  ...{ ...merchant, name: "supplement", duty: "customer", within: "7d" },
  ...{ from: "claim.asked_at", to: "claim.supplemented_at" },
};
const deadlines = [decide, handle, repay, supplement];
const days = { zone: "Asia/Shanghai", calendar: null };
const promised = (subjectId: string) => ({ subjectId, deadlines, days });

async function started(clocks: ClockName[], moments?: Moments): Promise<string> {
  const subjectId = newId();
  const begun = { clocks, moments: moments ?? { "claim.filed_at": clock.now() } };
  await write((tx) => startClocks(tx, { ...promised(subjectId), ...begun }));
  return subjectId;
}

/** Lets time pass and notices what ran out. */
async function tick(days: number): Promise<void> {
  clock.advance(days * dayMs);
  const queues = clockQueues(kit.platform);
  const subscriber = {
    subscriber: "test.clocks",
    types: ["ClockBroken", "ClockLapsed"],
    handle: (_tx: Tx, event: Event) => Promise.resolve(void told.push(event)),
  };
  const workload = { queues, subscriptions: [subscriber] };
  await prepare(kit.platform, workload);
  await queues.find(({ queue }) => queue === "clocks.overdue")?.handle([]);
  await drain(kit.platform, workload);
}

const eventsOf = (subjectId: string) =>
  told.filter(({ subject }) => subject === subjectId).map(({ type }) => type);

/** Monday noon in Shanghai. */
function toMonday(): void {
  const noon = 4 * 3_600_000;
  const monday = 4 * dayMs + noon;
  clock.advance(7 * dayMs - ((clock.now() - monday) % (7 * dayMs)));
}

describe("what starts", () => {
  it("is what a document states for that end, from a moment that has come", async () => {
    const found = await clocksOf(await started(["decision", "payment"]));
    expect(found.map(({ source, deadline, voluntary }) => [source, deadline, voluntary])).toEqual([
      ["shop@1", "decide", true],
      ["law@1", "handle", false],
    ]);
    expect(found.every(({ status }) => status === "running")).toBe(true);
  });

  it("counts from its own moment, also one that is past", async () => {
    const decidedAt = clock.now() - 5 * dayMs;
    const found = await clocksOf(await started(["payment"], { "claim.decided_at": decidedAt }));
    expect(found).toMatchObject([{ deadline: "repay", started_at: decidedAt }]);
  });
});

describe("what ends", () => {
  it("is kept when it is stopped in time, and cancelled without its object", async () => {
    const kept = await started(["decision"]);
    await write((tx) => stopClocks(tx, kept, ["decision"], tx.now));
    const stopped = { status: "kept", stopped_at: clock.now() };
    expect(await clocksOf(kept)).toMatchObject([stopped, stopped]);
    const withdrawn = await started(["decision"]);
    await write((tx) => cancelClocks(tx, withdrawn));
    expect(await clocksOf(withdrawn)).toMatchObject([
      { status: "cancelled" },
      { status: "cancelled" },
    ]);
  });

  it("breaks at its own deadline, whenever that is noticed, and stays broken", async () => {
    const subjectId = await started(["decision"]);
    const before = await clocksOf(subjectId);
    await tick(60);
    const broken = before.map(({ due_at }) => ({ status: "broken", stopped_at: due_at }));
    expect(await clocksOf(subjectId)).toMatchObject(broken);
    await write((tx) => stopClocks(tx, subjectId, ["decision"], tx.now));
    await tick(1);
    expect(await clocksOf(subjectId)).toMatchObject(broken);
    expect(eventsOf(subjectId)).toEqual(["ClockBroken", "ClockBroken"]);
  });
});

describe("while the customer owes what was asked", () => {
  it("the merchant's promise moves by whole business days, the law's does not", async () => {
    toMonday();
    const subjectId = await started(["decision"]);
    const [own, law] = await clocksOf(subjectId);
    await write((tx) => askCustomer(tx, promised(subjectId)));
    clock.advance(2.5 * dayMs);
    await write((tx) => customerAnswered(tx, subjectId));
    // Tuesday and Wednesday stood still, so that Thursday becomes the Monday after.
    const moved = await clockNamed(subjectId, "decide");
    expect(moved.due_at - own!.due_at).toBe(4 * dayMs);
    expect(moved.unpaused_due_at).toBe(own!.due_at);
    expect(await clockNamed(subjectId, "handle")).toEqual(law);
    const answered = { status: "kept", pauses: [] };
    expect(await clockNamed(subjectId, "supplement")).toMatchObject(answered);
  });

  it("nothing is broken, though nobody has moved the deadline before it was due", async () => {
    toMonday();
    const subjectId = await started(["decision"]);
    await write((tx) => askCustomer(tx, promised(subjectId)));
    await tick(6);
    const own = await clockNamed(subjectId, "decide");
    expect(own.status).toBe("running");
    expect(own.due_at).toBeGreaterThan(clock.now());
    await write((tx) => stopClocks(tx, subjectId, ["decision"], tx.now));
    const stopped = { status: "kept", pauses: [{ to: clock.now() }] };
    expect(await clockNamed(subjectId, "decide")).toMatchObject(stopped);
  });

  it("a promise that was due before the first whole day is broken all the same", async () => {
    toMonday();
    const subjectId = await started(["decision"]);
    clock.advance(3 * dayMs);
    await write((tx) => askCustomer(tx, promised(subjectId)));
    const [own] = await clocksOf(subjectId);
    await tick(2);
    expect((await clocksOf(subjectId))[0]).toMatchObject({
      ...{ status: "broken", stopped_at: own!.due_at, due_at: own!.due_at },
    });
  });

  it("asking again starts no second pause", async () => {
    const subjectId = await started(["decision"]);
    await write((tx) => askCustomer(tx, promised(subjectId)));
    await write((tx) => askCustomer(tx, promised(subjectId)));
    const { pauses } = await clockNamed(subjectId, "decide");
    expect(pauses).toEqual([{ from: clock.now(), to: null }]);
  });
});

describe("a time to supplement that is over", () => {
  it("has lapsed: no promise was broken, and the merchant's own runs on", async () => {
    toMonday();
    const subjectId = await started(["decision"]);
    await write((tx) => askCustomer(tx, promised(subjectId)));
    const time = await clockNamed(subjectId, "supplement");
    await tick(9);
    const end = { status: "lapsed", stopped_at: time.due_at };
    expect(await clockNamed(subjectId, "supplement")).toMatchObject(end);
    expect(eventsOf(subjectId)).toEqual(["ClockLapsed"]);
    const own = await clockNamed(subjectId, "decide");
    expect(own).toMatchObject({ status: "running", pauses: [{ to: time.due_at + 1 }] });
    await tick(3);
    const after = { status: "broken", stopped_at: own.due_at };
    expect(await clockNamed(subjectId, "decide")).toMatchObject(after);
  });

  it("is so for an answer that comes before anybody has noticed", async () => {
    const subjectId = await started(["decision"]);
    await write((tx) => askCustomer(tx, promised(subjectId)));
    const time = await clockNamed(subjectId, "supplement");
    clock.advance(10 * dayMs);
    await write((tx) => customerAnswered(tx, subjectId));
    expect((await clockNamed(subjectId, "supplement")).status).toBe("lapsed");
    const own = await clockNamed(subjectId, "decide");
    expect(own.pauses).toMatchObject([{ to: time.due_at + 1 }]);
  });
});

it("a provisional deadline is reckoned again, never to the worse", async () => {
  const subjectId = await started(["decision", "payment"]);
  const before = await clocksOf(subjectId);
  const owner = `begin; select set_config('app.merchant', '${kit.merchantId}', true);
    update clocks set provisional = true, calendar = 'chinese-days@0',
      due_at = due_at + case when deadline = 'decide' then -1 else 1 end * interval '1 day'
    where subject_id = '${subjectId}'; commit`;
  await kit.database.asOwner(owner);
  await clockQueues(kit.platform)
    .find(({ queue }) => queue === "clocks.provisional")
    ?.handle([]);
  const after = await clocksOf(subjectId);
  expect(after.map(({ due_at, provisional }) => [due_at, provisional])).toEqual([
    [before[0]!.due_at - dayMs, false],
    [before[1]!.due_at, false],
  ]);
});
