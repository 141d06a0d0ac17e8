import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unlimited } from "./testing/simulator.ts";
import { testTreasury } from "./testing/treasury.ts";
import type { TestTreasury } from "./testing/treasury.ts";

let world: TestTreasury;
beforeAll(async () => {
  world = await testTreasury();
});
afterAll(() => world.close());

const statuses = async (orderId: string) =>
  (await world.money(orderId)).payouts.map(({ status }) => status).sort();

describe("a gateway that hangs", () => {
  it("uses up no attempt of a payout whose turn never came", async () => {
    await world.set({ callTimeoutMs: 300, callsAtOnce: 1 });
    await world.gateway.set({ faults: { timeoutBeforePercent: 100, holdMs: 2000 } });
    const orderIds = await world.orders(8, 1000);
    await world.refundAll(orderIds, 100);
    const slow = await world.another({ queueMaxMs: 500 });
    await slow.treasury.cashier.pay(world.merchantId, "shop");
    const found = [];
    for (const orderId of orderIds) found.push((await world.money(orderId)).payouts[0]!);
    const untouched = found.filter(({ status }) => status === "planned");
    expect(untouched.length).toBeGreaterThan(3);
    expect(untouched.every(({ attempts }) => attempts === 0)).toBe(true);
    expect(found.filter(({ status }) => status === "uncertain").length).toBeGreaterThan(0);
    await world.gateway.set({ faults: { timeoutBeforePercent: 0, holdMs: 0 } });
    await world.settle();
    for (const orderId of orderIds) expect(await statuses(orderId)).toEqual(["settled"]);
  });
});

describe("the gateway's limits, kept by an account", () => {
  it("one refund of a payment in a minute, by any process; others do not wait", async () => {
    await world.set({ limits: { ...unlimited, refundSpacingMs: 60_000 } });
    const [one, two] = [await world.order(1000), await world.order(1000)];
    for (let part = 0; part < 3; part += 1) await world.refund(one, 100);
    await world.refund(two, 100);
    const other = await world.another();
    await Promise.all([world.pay(), world.pay(other.treasury)]);
    expect(await statuses(one)).toEqual(["planned", "planned", "settled"]);
    expect(await statuses(two)).toEqual(["settled"]);
    world.clock.advance(60_000);
    await world.pay();
    expect(await statuses(one)).toEqual(["planned", "settled", "settled"]);
    await world.settle();
    expect(await statuses(one)).toEqual(["settled", "settled", "settled"]);
  });

  it("a payment that is too old or was refunded too often goes to a person, unsent", async () => {
    await world.set({ limits: { ...unlimited, refundCountMax: 2, refundAgeMaxMs: 86_400_000 } });
    const orderId = await world.order(1000);
    for (let part = 0; part < 3; part += 1) await world.refund(orderId, 100);
    const { refunds } = (await world.gateway.totals()).calls;
    await world.pay();
    expect(await statuses(orderId)).toEqual(["failed", "settled", "settled"]);
    world.clock.advance(86_400_001);
    await world.refund(orderId, 100);
    await world.pay();
    const { payouts, tenders } = await world.money(orderId);
    expect(payouts[0]).toMatchObject({ status: "failed", code: "age_exceeded", attempts: 0 });
    expect(tenders).toMatchObject([{ obliged: 400 }]);
    expect((await world.gateway.totals()).calls.refunds - refunds).toBe(2);
  });

  it("calls per second, over all processes together", async () => {
    await world.set({ limits: { ...unlimited, ratePerSecond: 10 } });
    const orderIds = await world.orders(35, 1000);
    await world.refundAll(orderIds, 100);
    const other = await world.another();
    const made: number[] = [];
    for (let second = 0; second < 4; second += 1) {
      const calls = await Promise.all([world.pay(), world.pay(other.treasury)]);
      made.push(calls[0] + calls[1]);
      world.clock.advance(1000);
    }
    expect(made).toEqual([10, 10, 10, 5]);
  });
});
