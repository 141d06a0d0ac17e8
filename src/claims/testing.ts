import { isRefusal } from "../contract/index.ts";
import type { Refusal, WireClaimView, WireCreateOrder, WireFileClaim } from "../contract/index.ts";
import { createOrder, recordEvent } from "../orders/index.ts";
import type { OrderPorts } from "../orders/index.ts";
import { drain, fixedClock, prepare, readTransaction, transact } from "../platform/index.ts";
import type { Actor, Tx } from "../platform/index.ts";
import { testPlatform, testStart } from "../platform/testing.ts";
import type { TestPlatform } from "../platform/testing.ts";
import { clockQueues } from "../clocks/index.ts";
import { installShipped } from "../promises/index.ts";
import { noticeQueues } from "../notices/index.ts";
import {
  knownPayments,
  lockMoney,
  noteProblems,
  openProblems,
  registerCaptures,
  returnExcess,
} from "../treasury/index.ts";
import { fileClaim } from "./flow/file.ts";
import { followMoney, followPackets } from "./flow/follow-money.ts";
import { claimQueues } from "./jobs.ts";
import { claimSubscriptions } from "./subscriptions.ts";
import { claimView } from "./view/claim-view.ts";

/** What orders are given by later rooms, as the program composes them. */
export const orderPorts = (platform: TestPlatform["platform"]): OrderPorts => ({
  vault: platform.vault,
  onPaid: registerCaptures,
  lockMoney,
  knownPayments,
  returnExcess,
  followMoney,
  followPackets,
  noteProblems,
  openProblems,
  unknownAccounts: () => Promise.resolve([]),
});

/** A merchant with the shipped promises, on a database of its own, at a time that stands still. */
export interface TestClaims extends TestPlatform {
  readonly clock: ReturnType<typeof fixedClock>;
  attempt<T>(work: (tx: Tx) => Promise<T | Refusal>, actor?: Actor): Promise<T | Refusal>;
  write<T>(work: (tx: Tx) => Promise<T | Refusal>, actor?: Actor): Promise<T>;
  order(input: WireCreateOrder): Promise<string>;
  event(orderId: string, event: Parameters<typeof recordEvent>[3]): Promise<void>;
  file(body: WireFileClaim): Promise<WireClaimView>;
  view(claimId: string): Promise<WireClaimView>;
  /** Does all that is due now: events, jobs, notices. */
  settle(): Promise<void>;
}

function must<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.code} ${JSON.stringify(answer)}`);
  return answer;
}

export async function testClaims(): Promise<TestClaims> {
  const clock = fixedClock(testStart);
  const kit = await testPlatform({ clock });
  const { platform, merchantId } = kit;
  const ports = orderPorts(platform);
  const workload = {
    queues: [...claimQueues(platform), ...noticeQueues(platform), ...clockQueues(platform)],
    subscriptions: claimSubscriptions(platform),
  };
  await prepare(platform, workload);
  const attempt: TestClaims["attempt"] = (work, actor = kit.actor) =>
    transact(platform, { merchantId, actor, route: "test" }, work);
  const write: TestClaims["write"] = async (work, actor) => must(await attempt(work, actor));
  await write(async (tx) => {
    await installShipped(tx);
    return null;
  });
  const view = (claimId: string) =>
    readTransaction(
      platform,
      merchantId,
      async (tx) => (await claimView(tx, claimId, { language: "en", voice: "found" }))!,
    );
  return {
    ...kit,
    clock,
    attempt,
    write,
    view,
    order: async (input) => (await write((tx) => createOrder(tx, ports, input))).orderId,
    event: async (orderId, event) => {
      await write((tx) => recordEvent(tx, ports, orderId, event));
    },
    file: async (body) => view((await write((tx) => fileClaim(tx, body))).claimId),
    settle: async () => {
      await drain(platform, workload);
    },
  };
}
