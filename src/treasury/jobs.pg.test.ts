import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemClock } from "../platform/index.ts";
import { testTreasury } from "./testing/treasury.ts";
import type { TestTreasury } from "./testing/treasury.ts";

let world: TestTreasury;
beforeAll(async () => {
  world = await testTreasury({}, systemClock);
});
afterAll(() => world.close());

const settled = async (orderIds: readonly string[]): Promise<number> => {
  let count = 0;
  for (const orderId of orderIds) {
    const { payouts } = await world.money(orderId);
    count += payouts.filter(({ status }) => status === "settled").length;
  }
  return count;
};

describe("the worker", () => {
  it("pays what is obliged, and comes back by itself to what was lost", async () => {
    await world.gateway.set({ faults: { timeoutAfterPercent: 20, timeoutBeforePercent: 20 } });
    const { platform, treasury } = await world.another();
    await platform.jobs.work(treasury.queues);
    const orderIds = await world.orders(40, 1000);
    await world.refundAll(orderIds, 400);
    await expect.poll(() => settled(orderIds), { timeout: 40_000, interval: 500 }).toBe(40);
    const { refunds, refundedMinor, calls } = await world.gateway.totals();
    expect({ refunds, refundedMinor }).toEqual({ refunds: 40, refundedMinor: 16_000 });
    expect(calls.queries, "the storm was one").toBeGreaterThan(0);
    expect(await world.ledgerSums()).toEqual([0n]);
  });
});
