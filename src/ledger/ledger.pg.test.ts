import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isRefusal, ledgerRoutes } from "../contract/index.ts";
import type { WireTrialBalance } from "../contract/index.ts";
import { newId, readTransaction, transact } from "../platform/index.ts";
import type { ReadTx, Tx } from "../platform/index.ts";
import { insertMerchant, testActor, testPlatform } from "../platform/testing.ts";
import type { TestPlatform } from "../platform/testing.ts";
import {
  balance,
  ledgerApi,
  ledgerQueues,
  ledgerSum,
  post,
  trialBalance,
  writeCheckpoint,
} from "./index.ts";
import type { Transfer } from "./index.ts";

let test: TestPlatform;
beforeAll(async () => {
  test = await testPlatform();
});
afterAll(() => test.close());

const write = <T>(work: (tx: Tx) => Promise<T>) => {
  const { platform, merchantId, actor } = test;
  return transact(platform, { merchantId, actor, route: "test" }, work);
};
const read = <T>(work: (tx: ReadTx) => Promise<T>) =>
  readTransaction(test.platform, test.merchantId, work);

const transfer = (change: Partial<Transfer> = {}): Transfer => ({
  kind: "capture",
  reference: newId(),
  orderId: null,
  debit: "gateway:shop:cash",
  credit: "sales:captured",
  unit: "CNY",
  amount: 100,
  ...change,
});

describe("the ledger", () => {
  it("posts many transfers at once and balances them", async () => {
    await write((tx) => post(tx, []));
    const points = { unit: "points", debit: "points:outstanding", amount: 7 };
    await write((tx) => post(tx, [transfer(), transfer({ amount: 23 }), transfer(points)]));
    expect(await read((tx) => balance(tx, "gateway:shop:cash", "CNY"))).toBe(123n);
    expect(await read((tx) => balance(tx, "sales:captured", "CNY"))).toBe(-123n);
    expect(await read((tx) => balance(tx, "never:used", "CNY"))).toBe(0n);
    expect(await read(ledgerSum)).toEqual([
      { unit: "CNY", sum: 0n },
      { unit: "points", sum: 0n },
    ]);
  });

  it("posts a fact once", async () => {
    const reference = newId();
    const legs = [transfer({ reference }), transfer({ reference, debit: "fees:expense" })];
    await write((tx) => post(tx, legs));
    await expect(write((tx) => post(tx, [transfer({ reference })]))).rejects.toThrow(
      "ledger_transfers_posted_once",
    );
  });

  it.each([
    ["nothing", transfer({ amount: 0 })],
    ["less than nothing", transfer({ amount: -1 })],
    ["more than is exact", transfer({ amount: 2 ** 53 })],
    ["to itself", transfer({ debit: "sales:captured" })],
    ["without a reference", transfer({ reference: "" })],
  ])("takes no transfer of %s", async (_, wrong) => {
    await expect(write((tx) => post(tx, [wrong]))).rejects.toThrow("ledger_transfers_");
  });

  it("keeps what is posted from being changed", async () => {
    for (const text of [
      "update ledger_transfers set amount = 1",
      "delete from ledger_transfers",
      "update ledger_checkpoints set balance = 1",
    ]) {
      await expect(write((tx) => tx.query(text))).rejects.toThrow("permission denied");
    }
  });

  it("shows a merchant its own accounts only", async () => {
    const other = newId();
    await insertMerchant(test.platform, other);
    expect(await readTransaction(test.platform, other, trialBalance)).toEqual([]);
  });
});

describe("a checkpoint", () => {
  it("changes no balance, and later transfers add to it", async () => {
    await write((tx) => post(tx, [transfer({ unit: "JPY", amount: 5 })]));
    const before = await read(trialBalance);
    for (let round = 0; round < 4; round += 1) await write(writeCheckpoint);
    expect(await read(trialBalance)).toEqual(before);
    await write((tx) => post(tx, [transfer({ unit: "JPY", amount: 6 })]));
    expect(await read((tx) => balance(tx, "sales:captured", "JPY"))).toBe(-11n);
    const rows = await read((tx) =>
      tx.query("select distinct horizon::text from ledger_checkpoints"),
    );
    expect(rows.length).toBeLessThanOrEqual(2);
  });

  it("does not count a transfer of a transaction that is still under way", async () => {
    let release = (): void => undefined;
    let posted = (): void => undefined;
    const waiting = new Promise<void>((resolve) => (release = resolve));
    const hasPosted = new Promise<void>((resolve) => (posted = resolve));
    const slow = write(async (tx) => {
      await post(tx, [transfer({ unit: "KWD", amount: 3 })]);
      posted();
      await waiting;
    });
    await hasPosted;
    await write((tx) => post(tx, [transfer({ unit: "KWD", amount: 4 })]));
    await write(writeCheckpoint);
    expect(await read((tx) => balance(tx, "gateway:shop:cash", "KWD"))).toBe(4n);
    release();
    await slow;
    expect(await read((tx) => balance(tx, "gateway:shop:cash", "KWD"))).toBe(7n);
    await write(writeCheckpoint);
    expect(await read((tx) => balance(tx, "gateway:shop:cash", "KWD"))).toBe(7n);
  });
});

describe("the job", () => {
  const checkpoints = () =>
    read((tx) => tx.query("select distinct horizon::text from ledger_checkpoints"));

  it("writes a checkpoint once many transfers have come", async () => {
    const work = () => ledgerQueues(test.platform)[0]!.handle([]);
    const before = await checkpoints();
    await work();
    expect(await checkpoints()).toEqual(before);
    await write((tx) =>
      post(
        tx,
        Array.from({ length: 10_000 }, () => transfer({ unit: "XAU" })),
      ),
    );
    await work();
    expect(await checkpoints()).not.toEqual(before);
    expect(await read((tx) => balance(tx, "sales:captured", "XAU"))).toBe(-1_000_000n);
  });
});

describe("the ledger's routes", () => {
  const call = (name: keyof typeof ledgerRoutes, request: object) => {
    const found = ledgerApi(test.platform).find(({ route }) => route === ledgerRoutes[name]);
    const { merchantId } = test;
    const full = { merchantId, actor: testActor(merchantId), query: {}, params: {}, ...request };
    return found!.handler(full as never) as Promise<{ items: { amount: number }[]; next: string }>;
  };

  const trial = () => call("getTrialBalance", {}) as unknown as Promise<WireTrialBalance>;

  it("pages through an order's transfers, oldest first", async () => {
    const orderId = newId();
    for (const amount of [1, 2, 3]) await write((tx) => post(tx, [transfer({ orderId, amount })]));
    const params = { orderId };
    const first = await call("getOrderStatement", { params, query: { limit: 2 } });
    expect(first.items.map(({ amount }) => amount)).toEqual([1, 2]);
    const second = await call("getOrderStatement", { params, query: { cursor: first.next } });
    expect(second).toMatchObject({ items: [{ amount: 3 }], next: null });
    const wrong = await call("getOrderStatement", { params, query: { cursor: "x" } });
    expect(isRefusal(wrong)).toBe(true);
  });

  it("sums the trial balance to zero", async () => {
    const { sums } = await trial();
    expect(sums.length).toBeGreaterThan(0);
    expect(sums.every(({ sum }) => sum === "0")).toBe(true);
  });

  it("goes on, exact, where balances pass what a JSON number carries", async () => {
    const most = { unit: "XDR", amount: Number.MAX_SAFE_INTEGER };
    for (const _ of [1, 2, 3]) await write((tx) => post(tx, [transfer(most)]));
    await write((tx) => post(tx, [transfer({ unit: "XDR", amount: 1 })]));
    const told = async () =>
      (await trial()).accounts.filter(({ unit }) => unit === "XDR").map((one) => one.balance);
    const exact = ["27021597764222974", "-27021597764222974"];
    expect(await told()).toEqual(exact);
    await write(writeCheckpoint);
    expect(await told()).toEqual(exact);
    expect((await trial()).sums.find(({ unit }) => unit === "XDR")).toEqual({
      unit: "XDR",
      sum: "0",
    });
  });
});
