import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { retryPayout } from "./flow/persons.ts";
import { testTreasury } from "./testing/treasury.ts";
import type { TestTreasury } from "./testing/treasury.ts";

let world: TestTreasury;
beforeEach(async () => {
  world = await testTreasury();
});
afterEach(() => world.close());

const fault = (faults: Record<string, unknown>) => world.gateway.set({ settleAfterMs: 0, faults });

const hourMs = 3_600_000;

async function refunded() {
  const orderId = await world.order(1000);
  await world.refund(orderId, 1000);
  await world.pay();
  return { orderId, payout: (await world.money(orderId)).payouts[0]! };
}

async function standing(orderId: string) {
  const { payouts, obligations } = await world.money(orderId);
  return [payouts[0]?.status, obligations[0]?.status];
}

/** Time goes by, the job looks, and what it woke is asked about; returns the calls. */
async function after(ms: number): Promise<number> {
  world.clock.advance(ms);
  await world.sweep();
  return world.pay();
}

describe("no callback reaches us", () => {
  it("parked money that was paid to another card is found settled", async () => {
    await fault({ abnormalPercent: 100 });
    const { orderId, payout } = await refunded();
    expect(await standing(orderId)).toEqual(["parked", "in_progress"]);
    expect(await after(hourMs - 1)).toBe(0);
    expect(await after(1)).toBe(1);
    expect(await standing(orderId)).toEqual(["parked", "in_progress"]);
    await world.gateway.resolve(payout.settlementNumber);
    expect(await after(hourMs)).toBe(1);
    expect(await standing(orderId)).toEqual(["settled", "met"]);
    expect(await world.ledgerSums()).toEqual([0n]);
  });

  it("a success that was taken back is found, told, and found again when it arrives", async () => {
    await fault({ reversePercent: 100, reverseAfterMs: hourMs });
    const { orderId, payout } = await refunded();
    expect(await standing(orderId)).toEqual(["settled", "met"]);
    await world.gateway.advance(hourMs);
    await expect
      .poll(async () => (await world.gateway.totals()).byStatus["ABNORMAL"]?.count)
      .toBeGreaterThan(0);
    expect(await after(25 * hourMs)).toBe(0);
    expect(await after(hourMs)).toBe(1);
    expect(await standing(orderId)).toEqual(["reversed", "in_progress"]);
    const told = (await world.events("PayoutReversed")).filter((one) => one["orderId"] === orderId);
    expect(told).toHaveLength(1);
    // A person who tries again only asks: the gateway holds the money under this number.
    await world.write((tx) => retryPayout(tx, payout.payoutId));
    expect(await world.pay()).toBe(1);
    expect((await world.money(orderId)).payouts).toHaveLength(1);
    await world.gateway.resolve(payout.settlementNumber);
    expect(await after(hourMs)).toBe(1);
    expect(await standing(orderId)).toEqual(["settled", "met"]);
    expect(await world.ledgerSums()).toEqual([0n]);
  });

  it("a success is asked about twice, then left alone", async () => {
    const { orderId } = await refunded();
    expect(await after(26 * hourMs)).toBe(1);
    expect(await after(6 * 24 * hourMs)).toBe(1);
    expect(await after(300 * 24 * hourMs)).toBe(0);
    expect(await standing(orderId)).toEqual(["settled", "met"]);
  });
});
