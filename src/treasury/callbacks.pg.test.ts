import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { httpServer, readTransaction } from "../platform/index.ts";
import type { HttpServer } from "../platform/index.ts";
import { emptyInbox } from "./jobs.ts";
import { testTreasury } from "./testing/treasury.ts";
import type { TestTreasury } from "./testing/treasury.ts";

let world: TestTreasury;
let server: HttpServer;
beforeAll(async () => {
  world = await testTreasury();
  server = await httpServer(world.platform, { implementations: world.treasury.routes });
  const callbackBaseUrl = (await server.listen()).replace("localhost", "127.0.0.1");
  await world.set({ callbackBaseUrl });
});
afterAll(async () => {
  await server.close();
  await world.close();
});

const statusOf = async (orderId: string) => (await world.money(orderId)).payouts[0]?.status;
const acknowledged = async () => (await world.gateway.totals()).callbacks.acknowledged;
const inboxSize = () =>
  readTransaction(world.platform, world.merchantId, async (tx) => {
    const text = "select count(*)::int as size from callback_inbox where merchant_id = $1";
    return (await tx.query<{ size: number }>(text, [world.merchantId]))[0]?.size;
  });

describe("a callback", () => {
  it("makes us ask; what is settled after that is settled by the answer", async () => {
    await world.gateway.set({ settleAfterMs: 200 });
    const orderId = await world.order(1000);
    await world.refund(orderId, 300);
    await world.pay();
    expect(await statusOf(orderId)).toBe("sending");
    const { queries } = (await world.gateway.totals()).calls;
    await expect.poll(acknowledged, { timeout: 15_000 }).toBe(1);
    // No clock has moved: without the callback it would be asked about in a minute.
    await world.pay();
    expect(await statusOf(orderId)).toBe("settled");
    expect((await world.gateway.totals()).calls.queries).toBe(queries + 1);
  });

  it("woo-stripe#838: before the answer, and twice: one refund, one entry, one event", async () => {
    await world.gateway.set({
      settleAfterMs: 0,
      faults: { callbackDuplicatePercent: 100, delayPercent: 100, delayMs: 150 },
    });
    const [before, inbox] = [await acknowledged(), (await inboxSize())!];
    const orderId = await world.order(1000);
    await world.refund(orderId, 300);
    const paying = world.pay();
    await expect.poll(acknowledged, { timeout: 15_000 }).toBe(before + 2);
    await paying;
    expect(await statusOf(orderId)).toBe("settled");
    expect(await inboxSize()).toBe(inbox + 1);
    const told = (await world.events("ObligationMet")).filter((one) => one["orderId"] === orderId);
    expect(told.length).toBe(1);
    expect(
      (await world.gateway.refunds()).filter(({ refundMinor }) => refundMinor === 300),
    ).toHaveLength(2);
    await world.gateway.set({ faults: { callbackDuplicatePercent: 0, delayPercent: 0 } });
  });

  it("woo-stripe#4405, magento2#24573: a success that fails later is reversed", async () => {
    await world.gateway.set({ faults: { reversePercent: 100, reverseAfterMs: 300 } });
    const orderId = await world.order(1000);
    await world.refund(orderId, 400);
    await world.pay();
    expect(await statusOf(orderId)).toBe("settled");
    // The success has a callback of its own, and asking about that one may still hear "settled".
    const payAgain = async () => {
      await world.pay();
      return await statusOf(orderId);
    };
    await expect.poll(payAgain, { timeout: 15_000 }).toBe("reversed");
    const { payouts, obligations, tenders } = await world.money(orderId);
    expect(payouts).toMatchObject([{ status: "reversed" }]);
    expect(obligations).toMatchObject([{ status: "in_progress", metAt: null }]);
    expect(tenders).toMatchObject([{ obliged: 400 }]);
    const told = (await world.events("PayoutReversed")).filter((one) => one["orderId"] === orderId);
    expect(told).toMatchObject([{ units: 400 }]);
    expect(await world.ledgerSums()).toEqual([0n]);
    await world.gateway.set({ faults: { reversePercent: 0 } });
  });

  it("that is forged, or comes to nobody, is refused and leaves nothing", async () => {
    const inbox = await inboxSize();
    await world.gateway.set({ faults: { callbackProbePercent: 100 } });
    const before = await acknowledged();
    const orderId = await world.order(1000);
    await world.refund(orderId, 100);
    await world.pay();
    await expect.poll(acknowledged, { timeout: 15_000 }).toBe(before + 1);
    expect(await inboxSize()).toBe((inbox ?? 0) + 1);
    const nobody = await server.app.inject({
      method: "POST",
      url: "/callbacks/wechatpay/0192f0c1-1111-7111-8111-111111111111",
      payload: { id: "1" },
    });
    expect(nobody.statusCode).toBe(401);
    expect(nobody.json()).toMatchObject({ code: "callback_unverified" });
  });

  it("is forgotten once no gateway repeats it, and not before", async () => {
    expect(await inboxSize()).toBeGreaterThan(0);
    const size = await inboxSize();
    world.clock.advance(29 * 86_400_000);
    await emptyInbox(world.platform);
    expect(await inboxSize()).toBe(size);
    world.clock.advance(2 * 86_400_000);
    await emptyInbox(world.platform);
    expect(await inboxSize()).toBe(0);
  });
});
