import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { balance } from "../ledger/index.ts";
import { isRefusal } from "../contract/index.ts";
import { newId, readTransaction, systemActor, transact } from "../platform/index.ts";
import { lockTenders, oblige, registerCapture } from "./index.ts";
import { selectBalance } from "./store/tenders.ts";
import { testTreasury } from "./testing/treasury.ts";
import type { TestTreasury } from "./testing/treasury.ts";

let world: TestTreasury;
beforeAll(async () => {
  world = await testTreasury();
});
afterAll(() => world.close());

const due = (orderId: string, units: number, tenderId = "1") => ({
  claimId: null,
  orders: [{ orderId, dues: [{ tenderId, units }], beside: [] }],
});
const owed = (unit: string) =>
  readTransaction(world.platform, world.merchantId, (tx) => balance(tx, "customer:owed", unit));

describe("what is due", () => {
  it("is reserved on its tender, with a number, a posting and no call", async () => {
    const orderId = await world.order(1000);
    const before = await owed("CNY");
    await world.write((tx) => oblige(tx, due(orderId, 300)));
    const { tenders, obligations, payouts } = await world.money(orderId);
    expect(tenders).toMatchObject([{ captured: 1000, obliged: 300 }]);
    expect(obligations).toMatchObject([{ status: "planned", units: 300, route: "gateway" }]);
    expect(payouts).toMatchObject([{ status: "planned", attempts: 0 }]);
    expect(payouts[0]?.settlementNumber).toMatch(/^[0-9A-Za-z_\-|*@]{1,64}$/);
    expect((await owed("CNY")) - before).toBe(-300n);
    expect((await world.gateway.totals()).refunds).toBe(0);
  });

  it("is refused above what the tender holds, by one unit, and nothing is written", async () => {
    const orderId = await world.order(1000);
    await world.write((tx) => oblige(tx, due(orderId, 600)));
    await expect(world.write((tx) => oblige(tx, due(orderId, 401)))).rejects.toThrow("more is due");
    const { tenders, obligations } = await world.money(orderId);
    expect(tenders).toMatchObject([{ obliged: 600 }]);
    expect(obligations.length).toBe(1);
  });

  it("is a whole amount above zero (vendure: −100 was sent to the gateway)", async () => {
    const orderId = await world.order(1000);
    for (const units of [-100, 0, 0.5, Number.MAX_SAFE_INTEGER + 1]) {
      await expect(world.write((tx) => oblige(tx, due(orderId, units)))).rejects.toThrow(
        RangeError,
      );
    }
    const twice = due(orderId, 10).orders[0]!.dues[0]!;
    const orders = [{ orderId, dues: [twice, twice], beside: [] }];
    await expect(world.write((tx) => oblige(tx, { claimId: null, orders }))).rejects.toThrow();
    expect((await world.money(orderId)).obligations).toEqual([]);
  });

  it("cannot pass the captured amount even by a write that knows no rule", async () => {
    const orderId = await world.order(1000);
    const force = world.write((tx) =>
      tx.query("update tender_states set obliged = 1001 where merchant_id = $1 and order_id = $2", [
        tx.merchantId,
        orderId,
      ]),
    );
    await expect(force).rejects.toThrow("tender_states_never_over");
  });

  it("goes to one of two claims that ask for all of it at once", async () => {
    for (let round = 0; round < 10; round += 1) {
      const orderId = await world.order(2952);
      const taken = await Promise.all([world.refund(orderId, 2952), world.refund(orderId, 2952)]);
      expect(taken.sort((left, right) => left - right)).toEqual([0, 2952]);
      expect((await world.money(orderId)).payouts.length).toBe(1);
    }
  });

  it("goes out in parts that add up, whatever comes at the same time", async () => {
    const orderId = await world.order(4920);
    const wishes = Array.from({ length: 12 }, () => world.refund(orderId, 500));
    const taken = (await Promise.all(wishes)).reduce((sum, units) => sum + units, 0);
    expect(taken).toBe(4920);
    const { obligations } = await world.money(orderId);
    expect(obligations.reduce((sum, { units }) => sum + units, 0)).toBe(4920);
  });

  it("locks orders in one order, so that claims on the same two never deadlock", async () => {
    const [a, b] = [await world.order(10_000), await world.order(10_000)];
    const both = (orderIds: string[]) =>
      world.write(async (tx) => {
        await lockTenders(tx, orderIds);
        const orders = orderIds.map((orderId) => due(orderId, 1).orders[0]!);
        return oblige(tx, { claimId: null, orders });
      });
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => both(index % 2 === 0 ? [a, b] : [b, a])),
    );
    expect((await world.money(a)).tenders).toMatchObject([{ obliged: 20 }]);
    expect((await world.money(b)).tenders).toMatchObject([{ obliged: 20 }]);
  });
});

describe("a capture", () => {
  it("is taken in once", async () => {
    const orderId = await world.order(1000);
    await world.refund(orderId, 400);
    const tenders = [{ tenderId: "1", kind: "money", unit: "CNY", units: 1000 } as const];
    await world.write((tx) => registerCapture(tx, { orderId, paidAt: tx.now, tenders }));
    expect((await world.money(orderId)).tenders).toMatchObject([{ captured: 1000, obliged: 400 }]);
  });

  it("through an account that nobody has added is refused", async () => {
    const orderId = await world.order(1000);
    const unit = {
      merchantId: world.merchantId,
      actor: systemActor(world.merchantId, "test"),
      route: "test",
    };
    const gatewayAccount = "nowhere";
    const tenders = [
      { tenderId: "2", kind: "money", unit: "CNY", units: 1, gatewayAccount } as const,
    ];
    const refused = await transact(world.platform, unit, (tx) =>
      registerCapture(tx, { orderId, paidAt: tx.now, tenders }),
    );
    expect(isRefusal(refused) && refused.code).toBe("gateway_account_unknown");
  });
});

describe("what was not paid in money", () => {
  it("goes back in kind, at once and once (magento2#38815, SyliusGiftCardPlugin#284)", async () => {
    const orderId = await world.order(0, [
      { tenderId: "gc", kind: "gift_card", unit: "CNY", units: 700 },
      { tenderId: "pt", kind: "points", unit: "points", units: 50 },
      { tenderId: "rp", kind: "packet", unit: "packet:7", units: 300 },
    ]);
    await world.write((tx) => oblige(tx, due(orderId, 700, "gc")));
    await world.write((tx) => oblige(tx, due(orderId, 50, "pt")));
    await world.write((tx) => oblige(tx, due(orderId, 300, "rp")));
    await expect(world.write((tx) => oblige(tx, due(orderId, 1, "gc")))).rejects.toThrow();
    const { obligations, payouts } = await world.money(orderId);
    expect(obligations.every(({ status }) => status === "met")).toBe(true);
    expect(payouts.every(({ route, status }) => route === "internal" && status === "settled")).toBe(
      true,
    );
    const held = await readTransaction(world.platform, world.merchantId, (tx) =>
      Promise.all(["CNY", "points", "packet:7"].map((unit) => selectBalance(tx, orderId, unit))),
    );
    expect(held).toEqual([700n, 50n, 300n]);
    expect(await world.ledgerSums()).toEqual((await world.ledgerSums()).map(() => 0n));
  });

  it("is granted as a voucher at once, while compensation waits for a person", async () => {
    const orderId = await world.order(1000);
    const claimId = newId();
    const beside = [
      { purpose: "voucher:line.paid", unit: "voucher:CNY", units: 200 },
      { purpose: "compensation:cost:return.freight", unit: "CNY", units: 1200 },
    ];
    await world.write((tx) => oblige(tx, { claimId, orders: [{ orderId, dues: [], beside }] }));
    const { obligations, payouts } = await world.money(orderId);
    const byRoute = Object.fromEntries(obligations.map(({ route, status }) => [route, status]));
    expect(byRoute).toEqual({ internal: "met", transfer: "planned" });
    expect(payouts.map(({ route }) => route)).toEqual(["internal"]);
    const locked = await world.write((tx) => lockTenders(tx, [orderId]));
    expect(locked[0]?.beside).toEqual(
      expect.arrayContaining(beside.map((one) => expect.objectContaining(one))),
    );
  });
});
