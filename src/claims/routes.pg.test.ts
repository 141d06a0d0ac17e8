import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ledgerSum } from "../ledger/index.ts";
import { newId, readTransaction } from "../platform/index.ts";
import { insertMerchant } from "../platform/testing.ts";
import { claimOf, claimsOverHttp, known, lamps } from "./testing/http.ts";
import type { Answer, Call, ClaimsOverHttp } from "./testing/http.ts";

let shop: ClaimsOverHttp;
let staff: Call;
beforeAll(async () => {
  shop = await claimsOverHttp();
  staff = await shop.key(["file", "attest", "read"]);
});
afterAll(() => shop.close());

const url = "/v1/claims";
const settled = (orderId: string, item?: object) => ({ ...lamps(orderId, item), facts: known });

function file(payload: object, headers: Record<string, string> = {}, by = staff): Promise<Answer> {
  return by({ method: "POST", url, payload, headers });
}

/** A claim that waits for a reviewer: nobody has yet looked at the goods. */
async function waiting(orderId: string): Promise<string> {
  const filed = await file(lamps(orderId));
  expect(filed).toMatchObject({ status: 201, body: { status: "reviewing" } });
  return claimOf(filed).claimId;
}

async function obligedOn(orderId: string) {
  const { tenders, obligations } = await shop.money(orderId);
  return { obliged: tenders[0]?.obliged, obligations: obligations.length };
}

async function claimsOn(orderId: string): Promise<unknown[]> {
  const { body } = await staff({ method: "GET", url: `${url}?orderId=${orderId}` });
  return body["items"] as unknown[];
}

describe("a double click (openfoodnetwork#6330)", () => {
  it("with one key is one claim and one obligation, and the same answer", async () => {
    const { orderId } = await shop.goods();
    const headers = { "idempotency-key": randomUUID() };
    const click = () => file(settled(orderId), headers);
    const together = await Promise.all([click(), click()]);
    const [first, second] = [await click(), await click()];
    expect(first).toMatchObject({ status: 201, body: { status: "settling" } });
    expect(second.body).toEqual(first.body);
    for (const { status, body } of together) {
      expect(status === 201 ? body : body["code"]).toEqual(
        status === 201 ? first.body : "request_in_progress",
      );
    }
    expect(await claimsOn(orderId)).toHaveLength(1);
    expect(await obligedOn(orderId)).toEqual({ obliged: 200, obligations: 1 });
  });

  it("with another key finds no units left", async () => {
    const { orderId } = await shop.goods();
    expect((await file(settled(orderId))).status).toBe(201);
    expect(await file(settled(orderId))).toMatchObject({
      status: 409,
      body: { code: "claim_units_gone", field: "/items", values: { line: "1" } },
    });
    expect(await claimsOn(orderId)).toHaveLength(1);
    expect(await obligedOn(orderId)).toEqual({ obliged: 200, obligations: 1 });
  });

  it("with one key for another claim is refused", async () => {
    const { orderId } = await shop.goods();
    const headers = { "idempotency-key": randomUUID() };
    await file(settled(orderId, { quantity: 1 }), headers);
    expect(await file(settled(orderId), headers)).toMatchObject({
      status: 409,
      body: { code: "idempotency_key_reused" },
    });
    expect(await obligedOn(orderId)).toEqual({ obliged: 100, obligations: 1 });
  });

  it("without a key is not taken at all", async () => {
    const { orderId } = await shop.goods();
    expect(await file(settled(orderId), { "idempotency-key": "" })).toMatchObject({
      status: 400,
      body: { code: "idempotency_key_required" },
    });
    expect(await claimsOn(orderId)).toEqual([]);
  });
});

describe("four claims at once for the same units", () => {
  it("never oblige more than was paid, and once", async () => {
    const { orderId } = await shop.goods();
    const body = settled(orderId, { units: { from: 0, to: 2 } });
    const answers = await Promise.all([1, 2, 3, 4].map(() => file(body)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const states = answers.map(({ body: { status, refusalCode } }) => refusalCode ?? status);
    const again = "already_refunded";
    expect(states.sort()).toEqual([again, again, again, "settling"]);
    expect(await obligedOn(orderId)).toEqual({ obliged: 200, obligations: 1 });
    expect((await shop.money(orderId)).tenders).toMatchObject([{ captured: 230 }]);
  });

  it("nor where each comes as a part that overlaps another", async () => {
    const { orderId } = await shop.goods();
    const parts = [
      { from: 0, to: 1 },
      { from: 0, to: 2 },
      { from: 1, to: 2 },
    ].map((units) => file(settled(orderId, { units })));
    await Promise.all(parts);
    expect(await obligedOn(orderId)).toMatchObject({ obliged: 200 });
  });
});

describe("the caller's own number", () => {
  it("files once, also when it comes four times at once", async () => {
    const { orderId } = await shop.goods();
    const body = { ...settled(orderId), reference: newId() };
    const answers = await Promise.all([1, 2, 3, 4].map(() => file(body)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map((answer) => claimOf(answer).claimId)).size).toBe(1);
    expect(await claimsOn(orderId)).toHaveLength(1);
    expect(await obligedOn(orderId)).toEqual({ obliged: 200, obligations: 1 });
    const cable = { ...settled(orderId, { lineId: "2" }), reference: body.reference };
    expect(await file(cable)).toMatchObject({
      status: 409,
      body: { code: "claim_reference_taken", field: "/reference" },
    });
    expect(await obligedOn(orderId)).toEqual({ obliged: 200, obligations: 1 });
  });
});

describe("one claim for the orders of two customers", () => {
  it("is refused, and nothing is written", async () => {
    const [one, two] = [await shop.goods(), await shop.goods()];
    const items = [one, two].flatMap(({ orderId }) => lamps(orderId).items);
    expect(await file({ kind: "refund", items, facts: known })).toMatchObject({
      status: 422,
      body: { code: "claim_orders_differ", field: "/items" },
    });
    expect(await claimsOn(one.orderId)).toEqual([]);
    expect(await obligedOn(two.orderId)).toEqual({ obliged: 0, obligations: 0 });
  });
});

describe("rights (PrestaShop#24521, shopware#3947)", () => {
  const attestations = (claimId: string) => `${url}/${claimId}/attestations`;
  const facts = known.map(({ fact, value }) => ({ fact, value }));

  it("to file are not rights to attest", async () => {
    const { orderId } = await shop.goods();
    const claimId = await waiting(orderId);
    const clerk = await shop.key(["file", "read"]);
    const attest = { method: "POST", url: attestations(claimId), payload: { facts } } as const;
    const lacking = { status: 403, body: { code: "right_missing", values: { right: "attest" } } };
    expect(await clerk(attest)).toMatchObject(lacking);
    const close = { method: "POST", url: `${url}/${claimId}/evidence-close` } as const;
    expect(await clerk(close)).toMatchObject(lacking);
    for (const more of [{ receivedAt: "2026-01-01T00:00:00Z" }, { channel: "import" }]) {
      expect(await file({ ...lamps(orderId), ...more }, {}, clerk)).toMatchObject(lacking);
    }
    const fresh = await shop.goods();
    expect(await file(settled(fresh.orderId), {}, clerk)).toMatchObject({
      status: 403,
      body: { code: "fact_not_yours", field: "/facts" },
    });
    expect(await obligedOn(orderId)).toEqual({ obliged: 0, obligations: 0 });
    expect(await staff(attest)).toMatchObject({ status: 200, body: { status: "settling" } });
  });

  it("to attest are not rights to file, and neither is a right to read", async () => {
    const { orderId } = await shop.goods();
    const claimId = await waiting(orderId);
    const reviewer = await shop.key(["attest"]);
    const lacking = (right: string) => {
      return { status: 403, body: { code: "right_missing", values: { right } } };
    };
    expect(await file(lamps(orderId), {}, reviewer)).toMatchObject(lacking("file"));
    const withdrawal = { method: "POST", url: `${url}/${claimId}/withdrawal` } as const;
    expect(await reviewer(withdrawal)).toMatchObject(lacking("file"));
    const read = { method: "GET", url: `${url}/${claimId}` } as const;
    expect(await reviewer(read)).toMatchObject(lacking("read"));
    expect(await claimsOn(orderId)).toMatchObject([{ claimId, status: "reviewing" }]);
  });

  it("of staff are none of a customer's, and nobody has any", async () => {
    const { orderId } = await shop.goods();
    const claimId = await waiting(orderId);
    const customer = await shop.customer(orderId);
    const calls = [
      { method: "POST", url, payload: settled(orderId) },
      { method: "POST", url: attestations(claimId), payload: { facts } },
      { method: "POST", url: `${url}/${claimId}/evidence-close` },
      { method: "GET", url: `${url}/${claimId}` },
      { method: "GET", url },
      { method: "GET", url: `/v1/notices?subjectId=${claimId}` },
    ] as const;
    for (const call of calls) {
      const forbidden = { status: 403, body: { code: "right_missing" } };
      expect(await customer(call), call.url).toMatchObject(forbidden);
      const unknown = { status: 401, body: { code: "unauthenticated" } };
      expect(await shop.nobody(call), call.url).toMatchObject(unknown);
    }
    const wrong = { authorization: "Bearer mgk_wrong" };
    expect(await shop.nobody({ method: "GET", url, headers: wrong })).toMatchObject({
      status: 401,
    });
    expect(await obligedOn(orderId)).toEqual({ obliged: 0, obligations: 0 });
  });
});

describe("another merchant's claim", () => {
  it("does not exist, whatever is asked of it", async () => {
    const { orderId } = await shop.goods();
    const claimId = await waiting(orderId);
    const merchantId = newId();
    await insertMerchant(shop.world.platform, merchantId);
    const other = await shop.key(["file", "attest", "read"], merchantId);
    const payload = { facts: [{ fact: "intact", value: "yes" }] };
    const calls = [
      { method: "GET", url: `${url}/${claimId}` },
      { method: "POST", url: `${url}/${claimId}/facts`, payload },
      { method: "POST", url: `${url}/${claimId}/attestations`, payload },
      { method: "POST", url: `${url}/${claimId}/withdrawal` },
      { method: "POST", url: `${url}/${claimId}/evidence-close` },
      { method: "POST", url, payload: settled(orderId) },
    ] as const;
    for (const call of calls) {
      const missing = { status: 404, body: { code: "not_found" } };
      expect(await other(call), call.url).toMatchObject(missing);
    }
    const listed = await other({ method: "GET", url: `${url}?orderId=${orderId}` });
    expect(listed.body).toEqual({ items: [], next: null });
    expect(await claimsOn(orderId)).toMatchObject([{ claimId, status: "reviewing" }]);
  });
});

describe("a person who is forgotten (woocommerce#28800)", () => {
  it("goes, and order, claim and money stay", async () => {
    const { orderId, email } = await shop.goods();
    const { claimId, number } = claimOf(await file(settled(orderId)));
    await shop.world.settle();
    const read = (path: string) => staff({ method: "GET", url: path });
    const [before] = (await read(`/v1/notices?subjectId=${claimId}`)).body["items"] as object[];
    expect(before).toMatchObject({ title: expect.stringContaining(number) as string });
    const claim = (await read(`${url}/${claimId}`)).body;
    expect(claim).toMatchObject({ status: "settled" });
    const { platform, merchantId } = shop.world;
    const personIds = await platform.vault.find(merchantId, "email", email);
    expect(personIds).toHaveLength(1);
    expect(JSON.stringify((await read(`/v1/orders/${orderId}`)).body)).toContain(email);
    await platform.vault.forget(merchantId, personIds);
    const order = await read(`/v1/orders/${orderId}`);
    expect(order).toMatchObject({ status: 200, body: { orderId } });
    expect(JSON.stringify(order.body)).not.toContain(email);
    expect((await read(`${url}/${claimId}`)).body).toEqual(claim);
    expect(await obligedOn(orderId)).toEqual({ obliged: 200, obligations: 1 });
    const sums = await readTransaction(platform, merchantId, ledgerSum);
    expect(sums.length).toBeGreaterThan(0);
    expect(sums.every(({ sum }) => sum === 0n)).toBe(true);
    const { items } = (await read(`/v1/notices?subjectId=${claimId}`)).body;
    expect(items).toMatchObject([{ status: "accepted", title: "", text: "" }]);
  });
});
