import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WireClaimPreview } from "../contract/index.ts";
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
const previewOf = ({ body }: Answer) => body as unknown as WireClaimPreview;

/** Everything that filing or attesting could have written, counted. */
async function written() {
  const { platform, merchantId } = shop.world;
  return readTransaction(platform, merchantId, async (tx) => {
    const tables = ["claims", "claim_facts", "decisions", "obligations", "events"];
    const counts = tables.map((table) => tx.query(`select count(*)::int as n from ${table}`));
    return Promise.all(counts);
  });
}

describe("a preview of a filing", () => {
  it("says what filing then brings, and writes nothing", async () => {
    const { orderId } = await shop.goods();
    const payload = { ...lamps(orderId), facts: known };
    const before = await written();
    const preview = await staff({ method: "POST", url: `${url}/preview`, payload });
    expect(await written()).toEqual(before);
    expect(preview).toMatchObject({
      status: 200,
      body: {
        outcome: "pays",
        needed: [],
        returns: [{ orderId, by: "tender", unit: "points", units: 200 }],
      },
    });
    expect((await staff({ method: "POST", url, payload })).status).toBe(201);
    expect((await shop.money(orderId)).tenders).toMatchObject([{ obliged: 200 }]);
    // What was given is no longer to be had.
    const again = await staff({ method: "POST", url: `${url}/preview`, payload });
    expect(again).toMatchObject({ status: 409, body: { code: "claim_units_gone" } });
  });

  it("of what waits says what is looked into, and the most that can come of it", async () => {
    const { orderId } = await shop.goods();
    const customer = await shop.customer(orderId);
    const mine = { method: "POST", url: "/v1/my/claims/preview", payload: lamps(orderId) } as const;
    const preview = previewOf(await customer(mine));
    expect(preview).toMatchObject({ outcome: "waits", returns: [{ units: 200 }] });
    expect(preview.needed.map(({ by }) => by)).toContain("reviewer");
  });

  it("of another's order finds nothing", async () => {
    const [mine, other] = [await shop.goods(), await shop.goods()];
    const customer = await shop.customer(mine.orderId);
    const payload = lamps(other.orderId);
    const answer = await customer({ method: "POST", url: "/v1/my/claims/preview", payload });
    expect(answer).toMatchObject({ status: 404, body: { field: "/items" } });
    expect(await customer({ method: "POST", url: `${url}/preview`, payload })).toMatchObject({
      status: 403,
    });
  });
});

async function waiting(): Promise<{ orderId: string; claimId: string }> {
  const { orderId } = await shop.goods();
  const facts = [{ fact: "defect", value: "quality" }];
  const filed = await staff({ method: "POST", url, payload: { ...lamps(orderId), facts } });
  expect(filed).toMatchObject({ status: 201, body: { status: "reviewing" } });
  return { orderId, claimId: claimOf(filed).claimId };
}

const attest = (claimId: string, payload: object, suffix = "") =>
  staff({ method: "POST", url: `${url}/${claimId}/attestations${suffix}`, payload });

const intact = [
  { fact: "intact", value: "yes" },
  { fact: "excluded", value: "no" },
];

describe("a preview of an attestation", () => {
  it("says what attesting then brings, and writes nothing", async () => {
    const { orderId, claimId } = await waiting();
    const payload = { facts: [{ fact: "defect", value: "quality" }, ...intact] };
    const before = await written();
    const preview = previewOf(await attest(claimId, payload, "/preview"));
    expect(await written()).toEqual(before);
    expect(preview).toMatchObject({ outcome: "pays", returns: [{ unit: "points", units: 200 }] });
    expect((await attest(claimId, payload)).status).toBe(200);
    expect((await shop.money(orderId)).tenders).toMatchObject([{ obliged: 200 }]);
    expect(await attest(claimId, payload, "/preview")).toMatchObject({ status: 409 });
  });
});

describe("what is not proven", () => {
  const unproven = [{ fact: "defect" }];

  it("needs a reason that the customer is told", async () => {
    const { claimId } = await waiting();
    const refused = { status: 422, body: { code: "reason_needed", field: "/customerNote" } };
    expect(await attest(claimId, { unproven })).toMatchObject(refused);
  });

  it("is only what the customer has to prove", async () => {
    const { claimId } = await waiting();
    const payload = { unproven: [{ fact: "intact" }], customerNote: "why" };
    expect(await attest(claimId, payload)).toMatchObject({
      status: 422,
      body: { code: "not_for_customer_to_prove" },
    });
  });

  it("reaches the customer with its reason, and not what staff wrote for staff", async () => {
    const { orderId, claimId } = await waiting();
    const customerNote = "照片上看不出质量问题";
    const payload = { unproven, facts: intact, customerNote, note: "for staff alone" };
    const answer = await attest(claimId, payload);
    expect(answer.status).toBe(200);
    const customer = await shop.customer(orderId);
    const seen = claimOf(await customer({ method: "GET", url: `/v1/my/claims/${claimId}` }));
    const told = seen.facts.filter(({ state }) => state === "unproven");
    expect(told).toMatchObject([{ fact: "defect", value: null, customerNote, note: null }]);
    const staffs = claimOf(await staff({ method: "GET", url: `${url}/${claimId}` }));
    expect(staffs.facts.findLast(({ state }) => state === "unproven")).toMatchObject({
      customerNote,
      note: "for staff alone",
    });
  });

  it("stays so, whatever the customer says afterwards", async () => {
    const { claimId } = await waiting();
    await attest(claimId, { unproven, customerNote: "no" });
    const facts = [{ fact: "defect", value: "quality" }];
    await staff({ method: "POST", url: `${url}/${claimId}/facts`, payload: { facts } });
    const { needed } = await shop.world.view(claimId);
    expect(needed.map(({ fact }) => fact)).not.toContain("defect");
  });
});
