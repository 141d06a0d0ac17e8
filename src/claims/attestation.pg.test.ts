import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readTransaction } from "../platform/index.ts";
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
const freight = "base.return.freight";
const quality = [
  { fact: "defect", value: "quality" },
  { fact: "intact", value: "yes" },
  { fact: "excluded", value: "no" },
];

async function waiting(orderId: string): Promise<string> {
  const payload = { ...lamps(orderId), facts: [{ fact: "defect", value: "quality" }] };
  const filed = await staff({ method: "POST", url, payload });
  expect(filed).toMatchObject({ status: 201, body: { status: "reviewing" } });
  return claimOf(filed).claimId;
}

const attest = (claimId: string, payload: object, by = staff): Promise<Answer> =>
  by({ method: "POST", url: `${url}/${claimId}/attestations`, payload });
const get = (claimId: string, by = staff): Promise<Answer> =>
  by({ method: "GET", url: `${url}/${claimId}`, headers: { "accept-language": "en" } });
const refused = (code: string, more: object = {}) => ({ status: 422, body: { code, ...more } });

describe("what the order's record computes", () => {
  it.each(["extent", "order_defect", "gift_state"])("%s is not attested over it", async (fact) => {
    const { orderId } = await shop.goods();
    const claimId = await waiting(orderId);
    const value = fact === "extent" ? "all" : fact === "gift_state" ? "none" : "yes";
    expect(await attest(claimId, { facts: [{ fact, value }] })).toMatchObject(
      refused("fact_derived", { field: "/facts" }),
    );
    const cable = lamps(orderId, { lineId: "2" });
    const payload = { ...cable, facts: [{ fact, value, state: "attested" }] };
    expect(await staff({ method: "POST", url, payload })).toMatchObject(refused("fact_derived"));
    expect((await get(claimId)).body).toMatchObject({ status: "reviewing", decisions: [] });
  });
});

describe("a sum", () => {
  const sum = (value: number, more: object = {}) => [...quality, { fact: freight, value, ...more }];

  it("beside an order of 230.00 is 1,000.00 at most, and counts up to there", async () => {
    const { orderId } = await shop.goods();
    const claimId = await waiting(orderId);
    expect(await attest(claimId, { facts: sum(100_001) })).toMatchObject(
      refused("sum_too_large", { values: { fact: freight, most: "1000.00", currency: "CNY" } }),
    );
    expect((await get(claimId)).body).toMatchObject({ status: "reviewing", facts: [{}] });
    expect(await attest(claimId, { facts: sum(100_000) })).toMatchObject({
      status: 200,
      body: { status: "settling" },
    });
    const { obligations } = await shop.money(orderId);
    expect(obligations.find(({ tenderId }) => tenderId === null)).toMatchObject({ units: 100_000 });
  });

  it("may be as much as the order where that is more", async () => {
    const lines = [{ kind: "goods" as const, quantity: 2, unitPriceMinor: 80_000 }];
    const tenders = [{ kind: "money" as const, unit: "CNY", units: 160_000 }];
    const { orderId } = await shop.goods({ lines, tenders });
    const claimId = await waiting(orderId);
    expect(await attest(claimId, { facts: sum(160_001) })).toMatchObject(refused("sum_too_large"));
    expect((await attest(claimId, { facts: sum(160_000) })).status).toBe(200);
  });

  it("in another currency, negative, of parts of a unit, or in words is refused", async () => {
    const { orderId } = await shop.goods();
    const claimId = await waiting(orderId);
    for (const [code, fact] of [
      ["fact_impossible", { value: 100, currency: "EUR" }],
      ["fact_value_wrong", { value: -1 }],
      ["fact_value_wrong", { value: 0.5 }],
      ["fact_value_wrong", { value: Number.MAX_SAFE_INTEGER + 1 }],
      ["fact_value_wrong", { value: "100" }],
    ] as const) {
      const facts = [{ fact: freight, ...fact }];
      expect(await attest(claimId, { facts })).toMatchObject(refused(code));
    }
    expect((await attest(claimId, { facts: sum(100, { currency: "CNY" }) })).status).toBe(200);
  });

  it("of money that the order knows is not a person's to state", async () => {
    const { orderId } = await shop.goods();
    const claimId = await waiting(orderId);
    for (const base of ["base.line.paid", "base.order.shipping", "base.line.gift_price"]) {
      const facts = [...quality, { fact: base, value: 1 }];
      expect(await attest(claimId, { facts })).toMatchObject(refused("sum_known"));
    }
  });
});

describe("a reviewer's note", () => {
  const note = "the lamp of Li Lei does not light";

  it("is sealed, and read by those who attest or approve, nobody else", async () => {
    const { orderId, email } = await shop.goods();
    const claimId = await waiting(orderId);
    const answer = await attest(claimId, { facts: quality, note });
    expect(answer.status).toBe(200);
    expect(JSON.stringify(answer.body)).not.toContain("Li Lei");
    const noted = (fact: object) => expect.objectContaining({ ...fact, note }) as unknown;
    for (const rights of [["read", "attest"] as const, ["read", "approve"] as const]) {
      const { body } = await get(claimId, await shop.key(rights));
      expect(body["facts"]).toContainEqual(noted({ fact: "defect", state: "attested" }));
    }
    for (const reader of [await shop.key(["read", "file", "pay"]), await shop.customer(orderId)]) {
      const path = (await get(claimId, reader)).status === 403 ? "/v1/my/claims" : url;
      const { status, body } = await reader({ method: "GET", url: `${path}/${claimId}` });
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toContain("Li Lei");
    }
    const { platform, merchantId } = shop.world;
    const rows = await readTransaction(platform, merchantId, (tx) =>
      tx.query("select * from claim_facts where merchant_id = $1", [tx.merchantId]),
    );
    expect(JSON.stringify(rows)).not.toContain("Li Lei");
    await platform.vault.forget(merchantId, await platform.vault.find(merchantId, "email", email));
    const after = await get(claimId);
    expect(after.body).toMatchObject({ status: "settling" });
    expect(JSON.stringify(after.body)).not.toContain("Li Lei");
  });

  it("on a claim of nobody is refused, and nothing of the attestation is kept", async () => {
    const { orderId } = await shop.goods({ customer: undefined } as never);
    const claimId = await waiting(orderId);
    expect(await attest(claimId, { facts: quality, note })).toMatchObject(
      refused("note_without_person", { field: "/note" }),
    );
    expect((await get(claimId)).body).toMatchObject({ status: "reviewing", facts: [{}] });
    expect((await attest(claimId, { facts: quality })).status).toBe(200);
  });
});

describe("facts as the claim is filed", () => {
  it("are held to the same", async () => {
    const { orderId } = await shop.goods();
    const facts = [...known, { fact: freight, value: 100_001, state: "attested" }];
    const payload = { ...lamps(orderId), facts };
    expect(await staff({ method: "POST", url, payload })).toMatchObject(refused("sum_too_large"));
  });
});
