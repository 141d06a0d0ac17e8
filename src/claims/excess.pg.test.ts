import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ledgerSum } from "../ledger/index.ts";
import { noticesOf } from "../notices/index.ts";
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

/** One thing of 50.00, not paid yet. */
async function ordered(): Promise<string> {
  const payload = {
    orderNumber: `X-${newId()}`,
    currency: "CNY",
    customer: { email: `${newId()}@example.com` },
    lines: [{ lineId: "1", kind: "goods", quantity: 1, unitPriceMinor: 5_000 }],
  };
  const answer = await staff({ method: "POST", url: "/v1/orders", payload });
  expect(answer.status).toBe(201);
  return String(answer.body["orderId"]);
}

function tell(orderId: string, payload: object): Promise<Answer> {
  return staff({ method: "POST", url: `/v1/orders/${orderId}/events`, payload });
}

const card = (units: number, more: object = {}) => ({
  tenderId: "card",
  kind: "money",
  unit: "CNY",
  units,
  ...more,
});

const pay = (orderId: string, units: number, more: object = {}): Promise<Answer> =>
  tell(orderId, { kind: "paid", tenders: [card(units)], ...more });

async function due(orderId: string) {
  const { obligations } = await shop.money(orderId);
  return obligations.map(({ purpose, tenderId, units, claimId }) => {
    return { purpose, tenderId, units, claimId };
  });
}

const back = (units: number, tenderId = "card") => {
  return { purpose: "excess", tenderId, units, claimId: null };
};

async function notices(orderId: string) {
  await shop.world.settle();
  const { platform, merchantId } = shop.world;
  return readTransaction(platform, merchantId, (tx) => noticesOf(platform, tx, orderId));
}

describe("money that an order did not ask for", () => {
  it("after it was cancelled is owed back at once, and told", async () => {
    const orderId = await ordered();
    await tell(orderId, { kind: "cancelled" });
    const paid = await pay(orderId, 5_000);
    expect(paid).toMatchObject({ status: 201, body: { status: "cancelled", paidMinor: null } });
    expect(await due(orderId)).toEqual([back(5_000)]);
    expect((await shop.money(orderId)).tenders).toMatchObject([
      { captured: 5_000, excess: 5_000, obliged: 0 },
    ]);
    const [notice] = await notices(orderId);
    expect(notice).toMatchObject({ kind: "payment_excess", status: "accepted" });
    expect(notice?.text).toContain("50.00元");
    const filed = await staff({ method: "POST", url: "/v1/claims", payload: lamps(orderId, {}) });
    expect(filed).toMatchObject({ status: 409 });
  });

  it("above the total is owed back, the rest pays for the order", async () => {
    const orderId = await ordered();
    expect((await pay(orderId, 5_700)).body).toMatchObject({ status: "paid", paidMinor: 5_000 });
    expect(await due(orderId)).toEqual([back(700)]);
    await tell(orderId, { kind: "received" });
    const payload = { ...lamps(orderId, {}), facts: known };
    expect((await staff({ method: "POST", url: "/v1/claims", payload })).status).toBe(201);
    const all = await due(orderId);
    expect(all.map(({ units }) => units).sort()).toEqual([5_000, 700]);
    expect((await shop.money(orderId)).tenders).toMatchObject([
      { captured: 5_700, excess: 700, obliged: 5_000 },
    ]);
  });

  it("a second time is owed back; the same payment told again is one payment", async () => {
    const orderId = await ordered();
    const first = card(5_000, { gatewayTransaction: "T-1" });
    const told = { kind: "paid", tenders: [first] };
    await tell(orderId, told);
    expect(await pay(orderId, 5_000)).toMatchObject({
      status: 422,
      body: { code: "payment_unnumbered" },
    });
    await pay(orderId, 5_000, { reference: "P-2" });
    await pay(orderId, 5_000, { reference: "P-2" });
    expect(await due(orderId)).toEqual([back(5_000, "card.2")]);
    expect((await notices(orderId)).length).toBe(1);
    const sums = await readTransaction(shop.world.platform, shop.world.merchantId, ledgerSum);
    expect(sums.every(({ sum }) => sum === 0n)).toBe(true);
  });

  it("and that cannot be returned is given up by a person", async () => {
    const orderId = await ordered();
    await tell(orderId, { kind: "cancelled" });
    await pay(orderId, 5_000);
    const [obligation] = (await shop.money(orderId)).obligations;
    const url = `/v1/obligations/${obligation!.obligationId}/release`;
    const payload = { reason: "unreachable" };
    expect((await staff({ method: "POST", url, payload })).status).toBe(200);
    expect((await shop.money(orderId)).tenders).toMatchObject([{ excess: 5_000, obliged: 0 }]);
  });
});

describe("an order of the largest amount, sold twice (G-trial-balance-order)", () => {
  it("leaves the trial balance exact", async () => {
    const most = Number.MAX_SAFE_INTEGER;
    const lines = [{ kind: "goods" as const, quantity: 1, unitPriceMinor: most }];
    const tenders = [{ kind: "money" as const, unit: "JPY", units: most }];
    for (const _ of [1, 2]) {
      const orderNumber = `BIG-${newId()}`;
      await shop.world.order({ orderNumber, currency: "JPY", lines, tenders });
    }
    const { platform, merchantId } = shop.world;
    const sums = await readTransaction(platform, merchantId, ledgerSum);
    expect(sums.find(({ unit }) => unit === "JPY")?.sum).toBe(0n);
  });
});
