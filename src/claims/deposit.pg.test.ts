import { afterAll, beforeAll, expect, it } from "vitest";
import { ledgerSum } from "../ledger/index.ts";
import { newId, readTransaction } from "../platform/index.ts";
import { claimsOverHttp, known, lamps } from "./testing/http.ts";
import type { Answer, Call, ClaimsOverHttp } from "./testing/http.ts";

let shop: ClaimsOverHttp;
let staff: Call;
beforeAll(async () => {
  shop = await claimsOverHttp();
  staff = await shop.key(["file", "attest", "read", "pay"]);
});
afterAll(() => shop.close());

const card = (units: number, more: object = {}) => ({ kind: "money", unit: "CNY", units, ...more });

/** Two lamps of 50.00 each, of which 30.00 are paid, received. */
async function deposited(more: object = {}): Promise<Answer> {
  const payload = {
    orderNumber: `D-${newId()}`,
    currency: "CNY",
    lines: [{ lineId: "1", kind: "goods", quantity: 2, unitPriceMinor: 5_000 }],
    tenders: [card(3_000)],
    balanceDueMinor: 7_000,
    ...more,
  };
  return staff({ method: "POST", url: "/v1/orders", payload });
}

async function recorded(): Promise<string> {
  const { body, status } = await deposited();
  expect([status, body]).toMatchObject([201, { status: "paid", paidMinor: 3_000 }]);
  const orderId = String(body["orderId"]);
  await tell(orderId, { kind: "received" });
  return orderId;
}

function tell(orderId: string, payload: object): Promise<Answer> {
  return staff({ method: "POST", url: `/v1/orders/${orderId}/events`, payload });
}

const pay = (orderId: string, units: number, more: object = {}): Promise<Answer> =>
  tell(orderId, { kind: "paid", reference: `P-${newId()}`, tenders: [card(units)], ...more });

async function claim(orderId: string, quantity: number): Promise<void> {
  const payload = { ...lamps(orderId, { quantity }), facts: known };
  expect((await staff({ method: "POST", url: "/v1/claims", payload })).status).toBe(201);
}

async function dues(orderId: string) {
  await shop.world.settle();
  const { obligations } = await shop.money(orderId);
  return obligations
    .map(({ tenderId, units, purpose }) => `${tenderId} ${units} ${purpose}`)
    .sort();
}

it("a deposit is told, and less paid without a word is refused", async () => {
  const refused = await deposited({ balanceDueMinor: undefined });
  expect(refused).toMatchObject({ status: 422, body: { code: "order_inconsistent" } });
  expect(JSON.stringify(refused.body)).toContain("balanceDueMinor");
  const wrong = await deposited({ balanceDueMinor: 6_999 });
  expect(wrong).toMatchObject({ status: 422, body: { code: "order_inconsistent" } });
  const unpaid = await deposited({ tenders: undefined });
  expect(unpaid).toMatchObject({ status: 422, body: { code: "order_invalid" } });
});

it("a claim on a deposit, the balance, and a claim for the rest", async () => {
  const orderId = await recorded();
  await claim(orderId, 1);
  expect(await dues(orderId)).toEqual(["1 1500 refund"]);
  expect((await pay(orderId, 7_000)).body).toMatchObject({ status: "shipped", paidMinor: 10_000 });
  // What was given of the deposit is given of the balance: the lamp is back already.
  expect(await dues(orderId)).toEqual(["1 1500 refund", "2 3500 refund"]);
  await claim(orderId, 1);
  expect(await dues(orderId)).toEqual([
    "1 1500 refund",
    "1 1500 refund",
    "2 3500 refund",
    "2 3500 refund",
  ]);
  const sums = await readTransaction(shop.world.platform, shop.world.merchantId, ledgerSum);
  expect(sums.every(({ sum }) => sum === 0n)).toBe(true);
});

it("the rest in two payments; what comes above it, and after it, is owed back", async () => {
  const orderId = await recorded();
  expect((await pay(orderId, 4_000)).body).toMatchObject({ code: "order_inconsistent" });
  const part = { tenders: [card(4_000)], balanceDueMinor: 3_000 };
  expect((await pay(orderId, 0, part)).body).toMatchObject({ paidMinor: 7_000 });
  expect((await pay(orderId, 3_700)).body).toMatchObject({ paidMinor: 10_000 });
  expect(await dues(orderId)).toEqual(["3 700 excess"]);
  await pay(orderId, 500);
  expect(await dues(orderId)).toHaveLength(2);
  await claim(orderId, 2);
  const { tenders } = await shop.money(orderId);
  const all = tenders.map(({ tenderId, captured, excess, obliged }) => {
    return [tenderId, captured, excess, obliged];
  });
  expect(all).toEqual([
    ["1", 3_000, 0, 3_000],
    ["1.2", 500, 500, 0],
    ["2", 4_000, 0, 4_000],
    ["3", 3_700, 700, 3_000],
  ]);
});

it("a balance without a number could be the deposit told again, and is refused", async () => {
  const orderId = await recorded();
  const told = await tell(orderId, { kind: "paid", tenders: [card(7_000)] });
  expect(told).toMatchObject({ status: 422, body: { code: "payment_unnumbered" } });
});

it("a balance that comes after the order was cancelled is owed back", async () => {
  const orderId = await recorded();
  await tell(orderId, { kind: "cancelled" });
  expect((await pay(orderId, 7_000)).body).toMatchObject({ paidMinor: 3_000 });
  expect(await dues(orderId)).toMatchObject([expect.stringContaining("7000 excess")]);
});
