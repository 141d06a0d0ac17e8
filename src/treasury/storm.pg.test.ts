import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { retryPayout } from "./flow/persons.ts";
import { testTreasury } from "./testing/treasury.ts";
import type { TestTreasury } from "./testing/treasury.ts";

let world: TestTreasury;
beforeAll(async () => {
  world = await testTreasury();
});
afterAll(() => world.close());

const seed = Number(process.env["MAKEGOOD_SEED"] ?? 20260105);
const quiet = {
  timeoutBeforePercent: 0,
  timeoutAfterPercent: 0,
  refusePercent: 0,
  refuseAfterPercent: 0,
  closedPercent: 0,
  abnormalPercent: 0,
  delayPercent: 0,
};

async function moneyOf(orderIds: readonly string[]) {
  const found = [];
  for (const orderId of orderIds) found.push(await world.money(orderId));
  return found;
}

describe(`a gateway in a storm of faults (seed ${seed})`, () => {
  it("pays each customer exactly once, and every difference is explained", async () => {
    const faults = {
      seed,
      timeoutBeforePercent: 5,
      timeoutAfterPercent: 5,
      refusePercent: 5,
      refuseCodes: ["SYSTEM_ERROR", "FREQUENCY_LIMITED", "NOT_ENOUGH", "SERVICE_UNAVAILABLE"],
      refuseAfterPercent: 5,
      closedPercent: 5,
      abnormalPercent: 5,
      delayPercent: 5,
      delayMs: 20,
    };
    await world.gateway.set({ faults });
    const orderIds = await world.orders(300, 1000);
    // Two equal parts of each: a number made of order and amount would collide.
    await world.refundAll(orderIds, 250);
    await world.refundAll(orderIds, 250);
    const other = await world.another();
    for (let round = 0; round < 4; round += 1) {
      await Promise.all([world.pay(), world.pay(other.treasury)]);
      world.clock.advance(2_000);
    }
    await world.gateway.restart();
    await world.settle();

    // The storm is over: what the gateway closed is paid again by a person, under a new number.
    await world.gateway.set({ faults: quiet });
    const all = await moneyOf(orderIds);
    const failed = all.flatMap(({ payouts }) =>
      payouts.filter(({ status }) => status === "failed"),
    );
    expect(failed.length, "faults have struck").toBeGreaterThan(0);
    for (const { payoutId } of failed) await world.write((tx) => retryPayout(tx, payoutId));
    await world.settle();

    const after = await moneyOf(orderIds);
    const payouts = after.flatMap((money) => money.payouts);
    const atGateway = new Map((await world.gateway.refunds()).map((one) => [one.number, one]));
    const expected = { settled: "SUCCESS", parked: "ABNORMAL", cancelled: "CLOSED" } as const;
    for (const { settlementNumber, status, units } of payouts) {
      expect(Object.keys(expected)).toContain(status);
      const refund = atGateway.get(settlementNumber)!;
      expect(refund).toMatchObject({
        status: expected[status as keyof typeof expected],
        refundMinor: units,
      });
      atGateway.delete(settlementNumber);
    }
    expect(atGateway.size, "refunds that we know nothing of").toBe(0);
    for (const { obligations, payouts: of } of after) {
      for (const { obligationId, status } of obligations) {
        const mine = of.filter((payout) => payout.obligationId === obligationId);
        const paid = mine.filter((payout) => ["settled", "parked"].includes(payout.status));
        expect(paid.length).toBe(1);
        expect(status).toBe(paid[0]!.status === "settled" ? "met" : "in_progress");
      }
    }
    expect(await world.ledgerSums()).toEqual([0n]);
  });
});
