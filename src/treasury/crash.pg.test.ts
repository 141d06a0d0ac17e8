import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CrashPoint } from "./cashier.ts";
import { testTreasury } from "./testing/treasury.ts";
import type { TestTreasury } from "./testing/treasury.ts";

let world: TestTreasury;
beforeAll(async () => {
  world = await testTreasury();
});
afterAll(() => world.close());

const leaseMs = 10_000 + 2 * 2000;
const refunded = async () => {
  const { refundedMinor, refunds } = await world.gateway.totals();
  return { refundedMinor, refunds };
};

async function ordersDue(count: number): Promise<string[]> {
  const orderIds = await world.orders(count, 1000);
  await world.refundAll(orderIds, 1000);
  return orderIds;
}

async function expectAllPaidOnce(orderIds: readonly string[], before: { refunds: number }) {
  for (const orderId of orderIds) {
    const { payouts, obligations } = await world.money(orderId);
    expect(payouts).toMatchObject([{ status: "settled", units: 1000 }]);
    expect(obligations).toMatchObject([{ status: "met" }]);
  }
  expect((await refunded()).refunds - before.refunds).toBe(orderIds.length);
  expect(await world.ledgerSums()).toEqual([0n]);
}

/** A process that dies at a point: what it had in hand stays as it was. */
async function payAndDie(point: CrashPoint): Promise<void> {
  const dying = await world.another({
    crash: (reached) => {
      if (reached === point) throw new Error(`died when ${point}`);
    },
  });
  await expect(world.pay(dying.treasury)).rejects.toThrow(`died when ${point}`);
}

describe("a process that dies", () => {
  it("after marking, before the call: nothing was sent, the lease brings it back", async () => {
    const before = await refunded();
    const orderIds = await ordersDue(5);
    await payAndDie("marked");
    expect((await refunded()).refunds).toBe(before.refunds);
    expect((await world.money(orderIds[0]!)).payouts[0]?.status).toBe("sending");
    expect(await world.pay(), "the lease holds").toBe(0);
    world.clock.advance(leaseMs);
    const { queries } = (await world.gateway.totals()).calls;
    await world.pay();
    // Asked first, for each of them, before anything is sent again.
    expect((await world.gateway.totals()).calls.queries - queries).toBe(5);
    await expectAllPaidOnce(orderIds, before);
    expect((await world.money(orderIds[0]!)).payouts[0]?.attempts).toBe(2);
  });

  it("after the call, before the record (vendure#3680): paid once", async () => {
    const before = await refunded();
    const orderIds = await ordersDue(5);
    await payAndDie("called");
    expect((await refunded()).refunds - before.refunds).toBe(5);
    world.clock.advance(leaseMs);
    await world.pay();
    await expectAllPaidOnce(orderIds, before);
    expect((await world.money(orderIds[0]!)).payouts[0]?.attempts).toBe(1);
  });

  it.each(["before-commit", "after-commit"] as const)("%s of any transaction", async (point) => {
    const before = await refunded();
    const orderIds = await ordersDue(4);
    for (let survived = 0; survived < 3; survived += 1) {
      let commits = 0;
      const faults = (reached: string): void => {
        if (reached !== point) return;
        commits += 1;
        if (commits > survived) throw new Error("died at a commit");
      };
      const dying = await world.another({}, { faults });
      await world.pay(dying.treasury).catch(() => undefined);
      world.clock.advance(leaseMs);
    }
    await world.settle();
    await expectAllPaidOnce(orderIds, before);
  });

  it("takes the gateway down with it: both come back and know what they did", async () => {
    const before = await refunded();
    const orderIds = await ordersDue(6);
    await world.gateway.set({ settleAfterMs: 300 });
    await payAndDie("called");
    await world.gateway.restart();
    await world.gateway.set({ settleAfterMs: 0 });
    await new Promise((resolve) => setTimeout(resolve, 350));
    await world.settle();
    await expectAllPaidOnce(orderIds, before);
  });
});
