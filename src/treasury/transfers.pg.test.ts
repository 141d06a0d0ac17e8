import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "../contract/index.ts";
import { balance } from "../ledger/index.ts";
import { readTransaction, transact } from "../platform/index.ts";
import type { Actor, Tx } from "../platform/index.ts";
import { testActor } from "../platform/testing.ts";
import { approveTransfer, rejectTransfer, stateTransfer } from "./flow/transfers.ts";
import { testTreasury } from "./testing/treasury.ts";
import type { TestTreasury } from "./testing/treasury.ts";

let world: TestTreasury;
let first: Actor;
let second: Actor;
beforeAll(async () => {
  world = await testTreasury();
  first = testActor(world.merchantId);
  second = testActor(world.merchantId);
});
afterAll(() => world.close());

const fault = (faults: Record<string, unknown>) => world.gateway.set({ settleAfterMs: 0, faults });
const works = { timeoutAfterPercent: 0, abnormalPercent: 0, refusePercent: 0 };
beforeEach(() => fault(works));

const dayMs = 86_400_000;
const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) =>
  transact(world.platform, { merchantId: world.merchantId, actor, route: "test" }, work);
const evidence = [{ kind: "gateway_statement", reference: "statement/2026-01" }];
const state = (obligationId: string, reference: string) =>
  as(first, (tx) => stateTransfer(tx, { obligationId, reference, evidence }));

async function stated(obligationId: string, reference: string): Promise<string> {
  const row = await state(obligationId, reference);
  if (isRefusal(row)) throw new Error(row.code);
  return row.transfer_id;
}

async function refunded(): Promise<{ orderId: string; obligationId: string }> {
  const orderId = await world.order(1000);
  await world.refund(orderId, 1000);
  await world.pay();
  const { obligations } = await world.money(orderId);
  return { orderId, obligationId: obligations[0]!.obligationId };
}

const risk = () =>
  readTransaction(world.platform, world.merchantId, (tx) =>
    balance(tx, "risk:duplicate_payment", "CNY"),
  );
const told = async (type: string, orderId: string) =>
  (await world.events(type)).filter((event) => event["orderId"] === orderId).length;

describe("the two persons of a transfer", () => {
  it("are members of staff: a key is nobody", async () => {
    await fault({ refusePercent: 100, refuseCodes: ["USER_ACCOUNT_ABNORMAL"] });
    const { orderId, obligationId } = await refunded();
    const key = testActor(world.merchantId, { kind: "key" });
    const statement = { obligationId, reference: "K-1", evidence };
    const code = "person_needed";
    expect(await as(key, (tx) => stateTransfer(tx, statement))).toMatchObject({ code });
    const transferId = await stated(obligationId, "K-1");
    expect(await as(key, (tx) => approveTransfer(tx, transferId))).toMatchObject({ code });
    expect((await world.money(orderId)).payouts).toMatchObject([{ status: "failed" }]);
  });
});

describe("another route for a payout in doubt", () => {
  it("is closed for seven days, needs two persons, and books the risk", async () => {
    await fault({ timeoutAfterPercent: 100 });
    const { orderId, obligationId } = await refunded();
    expect((await world.money(orderId)).payouts).toMatchObject([{ status: "uncertain" }]);
    expect(await state(obligationId, "B-1")).toMatchObject({ code: "payout_in_doubt" });
    world.clock.advance(7 * dayMs);
    const transferId = await stated(obligationId, "B-1");
    expect(await as(first, (tx) => approveTransfer(tx, transferId))).toMatchObject({
      code: "four_eyes",
    });
    const before = await risk();
    const approve = () => as(second, (tx) => approveTransfer(tx, transferId));
    const answers = await Promise.all([approve(), approve()]);
    expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1);
    const after = await world.money(orderId);
    expect(after.payouts.map(({ status, code }) => [status, code])).toEqual([
      ["settled", null],
      ["cancelled", "superseded"],
    ]);
    expect(after.obligations).toMatchObject([{ status: "met" }]);
    expect((await risk()) - before).toBe(1000n);
    expect(await told("ObligationMet", orderId)).toBe(1);
    expect(await world.ledgerSums()).toEqual([0n]);
    // The gateway had paid after all: it is asked on, and a person is told once.
    await fault(works);
    world.clock.advance(dayMs / 24);
    await world.sweep();
    await world.pay();
    expect(await told("PayoutContradicted", orderId)).toBe(1);
    world.clock.advance(dayMs);
    await world.sweep();
    expect(await world.pay()).toBe(0);
    expect((await world.money(orderId)).payouts).toMatchObject([{}, { status: "cancelled" }]);
  });

  it("is closed where the gateway answers between the two persons", async () => {
    await fault({ timeoutAfterPercent: 100 });
    const { orderId, obligationId } = await refunded();
    world.clock.advance(8 * dayMs);
    const transferId = await stated(obligationId, "B-2");
    await fault(works);
    await world.settle();
    expect(await as(second, (tx) => approveTransfer(tx, transferId))).toMatchObject({
      code: "obligation_state",
    });
    expect((await world.money(orderId)).payouts).toMatchObject([{ status: "settled" }]);
    expect(await as(second, (tx) => rejectTransfer(tx, transferId))).toMatchObject({
      status: "rejected",
    });
    expect(await world.ledgerSums()).toEqual([0n]);
  });

  it("is open at once where the gateway has refused, and the payout is withdrawn", async () => {
    await fault({ refusePercent: 100, refuseCodes: ["USER_ACCOUNT_ABNORMAL"] });
    const { orderId, obligationId } = await refunded();
    const transferId = await stated(obligationId, "B-3");
    expect(isRefusal(await as(second, (tx) => approveTransfer(tx, transferId)))).toBe(false);
    expect((await world.money(orderId)).payouts).toMatchObject([
      { status: "settled", route: "transfer" },
      { status: "cancelled", code: "USER_ACCOUNT_ABNORMAL" },
    ]);
    await fault(works);
    expect(await world.pay()).toBe(0);
  });
});
