import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../platform/index.ts";
import { claimOf, claimsOverHttp, known, lamps } from "./testing/http.ts";
import type { Call, ClaimsOverHttp } from "./testing/http.ts";

let shop: ClaimsOverHttp;
beforeAll(async () => {
  shop = await claimsOverHttp();
});
afterAll(() => shop.close());

const url = "/v1/my/claims";

async function withClaim() {
  const { orderId } = await shop.goods();
  const customer = await shop.customer(orderId);
  const filed = await customer({ method: "POST", url, payload: lamps(orderId) });
  expect(filed).toMatchObject({ status: 201, body: { status: "reviewing", channel: "portal" } });
  return { orderId, customer, claimId: claimOf(filed).claimId };
}

const callsOn = (claimId: string) =>
  [
    { method: "GET", url: `${url}/${claimId}` },
    { method: "GET", url: `${url}/${claimId}/notices` },
    {
      method: "POST",
      url: `${url}/${claimId}/facts`,
      payload: { facts: [{ fact: "defect", value: "quality" }] },
    },
    { method: "POST", url: `${url}/${claimId}/withdrawal` },
  ] as const;

async function listed(customer: Call): Promise<unknown[]> {
  return (await customer({ method: "GET", url })).body["items"] as unknown[];
}

describe("a customer", () => {
  it("files, reads, adds to and withdraws the own claim", async () => {
    const { customer, claimId } = await withClaim();
    expect(await listed(customer)).toMatchObject([{ claimId }]);
    for (const call of callsOn(claimId)) {
      expect(await customer(call), call.url).toMatchObject({ status: 200 });
    }
    expect(await listed(customer)).toMatchObject([{ claimId, status: "withdrawn" }]);
  });

  it("finds nothing of another's claim", async () => {
    const mine = await withClaim();
    const other = await withClaim();
    for (const call of callsOn(other.claimId)) {
      const missing = { status: 404, body: { code: "not_found" } };
      expect(await mine.customer(call), call.url).toMatchObject(missing);
    }
    expect(await listed(mine.customer)).toMatchObject([{ claimId: mine.claimId }]);
    const untouched = await shop.world.view(other.claimId);
    expect(untouched).toMatchObject({ status: "reviewing", facts: [] });
  });

  it("finds nothing of a claim that is also on an order of another session", async () => {
    const same = { customer: { reference: newId(), email: "one@example.com" } };
    const [mine, other] = [await shop.goods(same), await shop.goods(same)];
    const items = [mine, other].map(({ orderId }) => ({ orderId, lineId: "1", quantity: 1 }));
    const { claimId } = await shop.world.file({ kind: "refund", items });
    const both = await shop.customer(mine.orderId, other.orderId);
    expect((await both({ method: "GET", url: `${url}/${claimId}` })).status).toBe(200);
    const customer = await shop.customer(mine.orderId);
    for (const call of callsOn(claimId)) {
      expect(await customer(call), call.url).toMatchObject({ status: 404 });
    }
  });

  it("files nothing on another's order, alone or beside the own", async () => {
    const { customer } = await withClaim();
    const [mine, other] = [await shop.goods(), await shop.goods()];
    const both = await shop.customer(mine.orderId);
    const missing = { status: 404, body: { code: "not_found", field: "/items" } };
    const payload = lamps(other.orderId);
    expect(await customer({ method: "POST", url, payload })).toMatchObject(missing);
    const items = [...lamps(mine.orderId).items, ...payload.items];
    const beside = { ...payload, items };
    expect(await both({ method: "POST", url, payload: beside })).toMatchObject(missing);
    expect(await listed(both)).toEqual([]);
  });

  it("clicks twice and has one claim (openfoodnetwork#6330)", async () => {
    const { orderId } = await shop.goods();
    const customer = await shop.customer(orderId);
    const headers = { "idempotency-key": randomUUID() };
    const click = () => customer({ method: "POST", url, payload: lamps(orderId), headers });
    const first = await click();
    expect((await click()).body).toEqual(first.body);
    const again = await customer({ method: "POST", url, payload: lamps(orderId) });
    expect(again).toMatchObject({ status: 409, body: { code: "claim_units_gone" } });
    expect(await listed(customer)).toHaveLength(1);
  });

  it("attests nothing (PrestaShop#24521, shopware#3947)", async () => {
    const { customer, claimId } = await withClaim();
    const { orderId } = await shop.goods();
    const fresh = await shop.customer(orderId);
    const payload = { ...lamps(orderId), facts: known };
    const refused = { status: 400, body: { code: "invalid_request", field: "/facts/0/state" } };
    expect(await fresh({ method: "POST", url, payload })).toMatchObject(refused);
    const supply = { method: "POST", url: `${url}/${claimId}/facts` } as const;
    expect(await customer({ ...supply, payload: { facts: known } })).toMatchObject(refused);
    const words = known.map(({ fact, value }) => ({ fact, value }));
    expect((await customer({ ...supply, payload: { facts: words } })).status).toBe(200);
    const said = await shop.world.view(claimId);
    expect(said).toMatchObject({ status: "reviewing", decisions: [], payouts: [] });
    expect(said.facts.map(({ state }) => state)).toEqual(["claimed", "claimed"]);
  });

  it.each([
    ["reference", "C-1"],
    ["receivedAt", "2026-01-01T00:00:00Z"],
    ["unmatched", "no_customer"],
    ["channel", "staff"],
  ])("does not say a claim's %s", async (name, value) => {
    const { orderId } = await shop.goods();
    const customer = await shop.customer(orderId);
    const items = name === "unmatched" ? [] : lamps(orderId).items;
    const payload = { ...lamps(orderId), items, [name]: value };
    expect(await customer({ method: "POST", url, payload })).toMatchObject({
      status: 400,
      body: { code: "invalid_request", field: `/${name}` },
    });
    expect(await listed(customer)).toEqual([]);
  });

  it("and what is the customer's alone is not the staff's", async () => {
    const { claimId } = await withClaim();
    const staff = await shop.key(["file", "attest", "read"]);
    for (const call of callsOn(claimId)) {
      const forbidden = { status: 403, body: { code: "right_missing" } };
      expect(await staff(call), call.url).toMatchObject(forbidden);
      expect(await shop.nobody(call), call.url).toMatchObject({ status: 401 });
    }
  });
});
