import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { balance } from "../ledger/index.ts";
import { readTransaction } from "../platform/index.ts";
import { releaseObligation, retryPayout } from "./flow/persons.ts";
import { testTreasury } from "./testing/treasury.ts";
import type { TestTreasury } from "./testing/treasury.ts";

let world: TestTreasury;
beforeAll(async () => {
  world = await testTreasury();
});
afterAll(() => world.close());

const works = {
  refusePercent: 0,
  refuseAfterPercent: 0,
  timeoutBeforePercent: 0,
  timeoutAfterPercent: 0,
  abnormalPercent: 0,
  closedPercent: 0,
  reversePercent: 0,
};
const fault = (faults: Record<string, unknown>) =>
  world.gateway.set({ settleAfterMs: 0, faults: { ...works, ...faults } });
beforeEach(() => fault({}));

async function only(orderId: string) {
  const { payouts, obligations, tenders } = await world.money(orderId);
  expect(payouts.length).toBe(1);
  return { payout: payouts[0]!, obligation: obligations[0]!, tender: tenders[0]! };
}
const standing = async (orderId: string) => {
  const { payout, obligation } = await only(orderId);
  return [payout.status, obligation.status];
};
const bookedFor = async (orderId: string): Promise<number> => {
  const { payouts } = await world.money(orderId);
  const numbers = new Set(payouts.map(({ settlementNumber }) => settlementNumber));
  const refunds = (await world.gateway.refunds()).filter(
    ({ number, status }) => numbers.has(number) && status !== "CLOSED",
  );
  return refunds.reduce((sum, { refundMinor }) => sum + refundMinor, 0);
};
const accountBalance = (name: string) =>
  readTransaction(world.platform, world.merchantId, (tx) => balance(tx, name, "CNY"));

describe("a payout", () => {
  it("is sent, settles, meets its obligation and is announced once", async () => {
    const orderId = await world.order(1000);
    await world.refund(orderId, 300);
    await world.pay();
    await world.pay();
    const { payout, obligation } = await only(orderId);
    expect(payout).toMatchObject({ status: "settled", attempts: 1, nextCallAt: null });
    expect(payout.gatewayReference).toMatch(/^503/);
    expect(obligation.status).toBe("met");
    expect(await bookedFor(orderId)).toBe(300);
    for (const type of ["PayoutSettled", "ObligationMet"]) {
      const told = (await world.events(type)).filter((event) => event["orderId"] === orderId);
      expect(told).toMatchObject([{ units: 300, unit: "CNY", payoutId: payout.payoutId }]);
    }
    expect(await world.ledgerSums()).toEqual([0n]);
    expect(await accountBalance("gateway:shop:in_flight")).toBe(0n);
    expect(await accountBalance("customer:owed")).toBe(0n);
  });

  it("that the gateway has accepted is asked about, each minute, until it is settled", async () => {
    await world.gateway.set({ settleAfterMs: 600 });
    const orderId = await world.order(1000);
    await world.refund(orderId, 300);
    await world.pay();
    expect(await standing(orderId)).toEqual(["sending", "in_progress"]);
    expect(await world.pay()).toBe(0);
    world.clock.advance(60_000);
    await new Promise((resolve) => setTimeout(resolve, 700));
    await world.pay();
    expect(await standing(orderId)).toEqual(["settled", "met"]);
  });

  it("has left no trace of a second payment when two processes pay at the same time", async () => {
    const orderIds = await world.orders(60, 1000);
    await world.refundAll(orderIds, 1000);
    const other = await world.another();
    await Promise.all([
      world.pay(),
      world.pay(other.treasury),
      world.pay(),
      world.pay(other.treasury),
    ]);
    for (const orderId of orderIds) {
      expect(await standing(orderId)).toEqual(["settled", "met"]);
      expect((await only(orderId)).payout.attempts).toBe(1);
    }
  });
});

describe("a gateway that fails", () => {
  it("medusa#16681: accepted, then threw; the retry keeps its number and pays once", async () => {
    await fault({ timeoutAfterPercent: 100 });
    const orderId = await world.order(80);
    await world.refund(orderId, 80);
    await world.pay();
    const { payout } = await only(orderId);
    expect(payout).toMatchObject({ status: "uncertain", code: "ECONNRESET" });
    await fault({});
    await world.settle();
    expect(await only(orderId)).toMatchObject({
      payout: { status: "settled", settlementNumber: payout.settlementNumber, attempts: 1 },
    });
    expect(await bookedFor(orderId)).toBe(80);
  });

  it("lost the request: the same number is sent again when the query finds none", async () => {
    await fault({ timeoutBeforePercent: 100 });
    const orderId = await world.order(80);
    await world.refund(orderId, 80);
    await world.pay();
    const { payout } = await only(orderId);
    expect(payout.status).toBe("uncertain");
    await fault({});
    await world.settle();
    expect(await only(orderId)).toMatchObject({
      payout: { status: "settled", settlementNumber: payout.settlementNumber, attempts: 2 },
    });
    expect(await bookedFor(orderId)).toBe(80);
  });

  it("429 and 500 are unknown, never no", async () => {
    await fault({ refuseAfterPercent: 100, refuseAfterCodes: ["FREQUENCY_LIMITED"] });
    const orderId = await world.order(80);
    await world.refund(orderId, 80);
    await world.pay();
    expect(await standing(orderId)).toEqual(["uncertain", "in_progress"]);
    await world.settle();
    expect(await standing(orderId)).toEqual(["settled", "met"]);
    expect(await bookedFor(orderId)).toBe(80);
  });

  it("vendure#3152: a failed refund is not refunded, and keeps its reservation", async () => {
    await fault({ refusePercent: 100, refuseCodes: ["USER_ACCOUNT_ABNORMAL"] });
    const orderId = await world.order(1000);
    await world.refund(orderId, 1000);
    await world.settle();
    const { payout, obligation, tender } = await only(orderId);
    expect(payout).toMatchObject({ status: "failed", code: "USER_ACCOUNT_ABNORMAL" });
    expect(obligation.status).toBe("in_progress");
    expect(tender.obliged).toBe(1000);
    expect(await world.refund(orderId, 1000)).toBe(0);
    expect(await bookedFor(orderId)).toBe(0);
    const told = (await world.events("PayoutFailed")).filter((one) => one["orderId"] === orderId);
    expect(told).toMatchObject([{ code: "USER_ACCOUNT_ABNORMAL" }]);
  });

  it("ruoyi-vue-pro#1031: a failed refund can be sent again, under the same number", async () => {
    await fault({ refusePercent: 100, refuseCodes: ["NO_AUTH"] });
    const orderId = await world.order(1000);
    await world.refund(orderId, 1000);
    await world.settle();
    const { payout } = await only(orderId);
    expect(payout.status).toBe("failed");
    await fault({});
    await world.write((tx) => retryPayout(tx, payout.payoutId));
    await world.pay();
    const after = await only(orderId);
    expect(after.payout).toMatchObject({ status: "settled", attempts: 2 });
    expect(after.payout.settlementNumber).toBe(payout.settlementNumber);
    expect(after.obligation.status).toBe("met");
    expect(await bookedFor(orderId)).toBe(1000);
  });

  it("a closed refund wants a new number, and gets one from a person", async () => {
    await fault({ closedPercent: 100 });
    const orderId = await world.order(1000);
    await world.refund(orderId, 1000);
    await world.settle();
    const { payout } = await only(orderId);
    expect(payout).toMatchObject({ status: "failed", code: "CLOSED" });
    await fault({});
    await world.write((tx) => retryPayout(tx, payout.payoutId));
    await world.pay();
    const { payouts, obligations } = await world.money(orderId);
    expect(payouts.map(({ status }) => status)).toEqual(["settled", "cancelled"]);
    expect(new Set(payouts.map(({ settlementNumber }) => settlementNumber)).size).toBe(2);
    expect(obligations).toMatchObject([{ status: "met" }]);
    expect(await bookedFor(orderId)).toBe(1000);
  });

  it("a short balance is tried again by itself, and pays once it is topped up", async () => {
    await fault({ refusePercent: 100, refuseCodes: ["NOT_ENOUGH"] });
    const orderId = await world.order(1000);
    await world.refund(orderId, 1000);
    await world.pay();
    expect(await only(orderId)).toMatchObject({ payout: { status: "failed", code: "NOT_ENOUGH" } });
    await fault({});
    await world.settle();
    expect(await standing(orderId)).toEqual(["settled", "met"]);
  });

  it("money held at the gateway is parked, reserved, and not sent again by anyone", async () => {
    await fault({ abnormalPercent: 100 });
    const orderId = await world.order(1000);
    await world.refund(orderId, 1000);
    await world.settle();
    const { payout, obligation } = await only(orderId);
    expect(payout).toMatchObject({ status: "parked", code: "ABNORMAL" });
    const release = (reason: string) =>
      world.write((tx) => releaseObligation(tx, obligation.obligationId, reason));
    await expect(release("customer_waived")).rejects.toThrow("payout_state");
    await world.write((tx) => retryPayout(tx, payout.payoutId));
    await world.settle();
    expect(await standing(orderId)).toEqual(["parked", "in_progress"]);
    expect(
      (await world.gateway.refunds()).filter((one) => one.number === payout.settlementNumber),
    ).toHaveLength(1);
    expect(await accountBalance("gateway:shop:parked")).not.toBe(0n);
    expect(await world.ledgerSums()).toEqual([0n]);
  });

  it("refuses for ever: retries end, and a person is told", async () => {
    await fault({ timeoutBeforePercent: 100 });
    const orderId = await world.order(1000);
    await world.refund(orderId, 1000);
    await world.settle();
    expect(await only(orderId)).toMatchObject({
      payout: { status: "failed", code: "attempts_ended", attempts: 12, nextCallAt: null },
      obligation: { status: "in_progress" },
      tender: { obliged: 1000 },
    });
    expect(await bookedFor(orderId)).toBe(0);
  });
});

describe("a person", () => {
  it("releases what was never sent; the tender is free again, once", async () => {
    const orderId = await world.order(1000);
    await world.refund(orderId, 1000);
    const { obligation } = await only(orderId);
    const release = () =>
      world.write((tx) => releaseObligation(tx, obligation.obligationId, "entered_in_error"));
    const [first, second] = await Promise.allSettled([release(), release()]);
    expect([first.status, second.status].sort()).toEqual(["fulfilled", "rejected"]);
    const after = await only(orderId);
    expect(after).toMatchObject({
      payout: { status: "cancelled" },
      obligation: { status: "released", releaseReason: "entered_in_error" },
      tender: { obliged: 0 },
    });
    expect(await world.pay()).toBe(0);
    expect(await world.refund(orderId, 1000)).toBe(1000);
    await world.pay();
    expect(await bookedFor(orderId)).toBe(1000);
    expect(await world.ledgerSums()).toEqual([0n]);
  });

  it("cannot release what is uncertain or paid", async () => {
    await fault({ timeoutAfterPercent: 100 });
    const orderId = await world.order(1000);
    await world.refund(orderId, 1000);
    await world.pay();
    const { obligation } = await only(orderId);
    const release = () =>
      world.write((tx) => releaseObligation(tx, obligation.obligationId, "customer_waived"));
    await expect(release()).rejects.toThrow("payout_state");
    await world.settle();
    await expect(release()).rejects.toThrow("payout_state");
  });
});
