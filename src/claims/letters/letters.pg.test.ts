import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LetterEnvelope, WireClaimView } from "../../contract/index.ts";
import type { LetterPayload } from "../../core/index.ts";
import { readTransaction } from "../../platform/index.ts";
import { stateProfile, testProfile } from "../../merchants/testing.ts";
import { insertMerchant } from "../../platform/testing.ts";
import { claimOf, claimsOverHttp, known, lamps } from "../testing/http.ts";
import type { Answer, Call, ClaimsOverHttp } from "../testing/http.ts";
import { claimLetter } from "./issue.ts";

let http: ClaimsOverHttp;
let staff: Call;
let admin: Call;
beforeAll(async () => {
  http = await claimsOverHttp();
  staff = await http.key(["read", "file", "attest"]);
  admin = await http.key(["read", "administer"]);
});
afterAll(() => http.close());

const letterOf = (call: Call, claimId: string, query = ""): Promise<Answer> =>
  call({ method: "GET", url: `/v1/claims/${claimId}/letter${query}` });

const myLetter = (call: Call, claimId: string): Promise<Answer> =>
  call({ method: "GET", url: `/v1/my/claims/${claimId}/letter` });

function payloadOf({ body }: Answer): LetterPayload {
  return JSON.parse((body as unknown as LetterEnvelope).payload) as LetterPayload;
}

async function filed(body: object, orderId: string): Promise<WireClaimView> {
  const claim = { ...lamps(orderId), facts: known, ...body };
  return claimOf(await staff({ method: "POST", url: "/v1/claims", payload: claim }));
}

describe("the letter of a claim", () => {
  test("is written once and then the same, for staff and for its customer", async () => {
    const { orderId } = await http.goods();
    const { claimId, number } = await filed({}, orderId);
    const first = await letterOf(staff, claimId, "?language=en");
    expect(first.status).toBe(200);
    const payload = payloadOf(first);
    expect(payload.claim).toMatchObject({ claimId, number, kind: "refund", refusalCode: null });
    expect(payload.orders[0]?.sums.dues).toEqual([{ tenderId: "1", unit: "points", units: 200 }]);
    expect(payload.orders[0]?.settlement).toMatchObject({ asOf: "decision", taken: [] });
    // Another claim on the order changes nothing that the first letter says.
    const second = await filed({ items: [{ orderId, lineId: "2", quantity: 1 }] }, orderId);
    http.world.clock.advance(86_400_000);
    expect(await letterOf(staff, claimId, "?language=en")).toMatchObject({ body: first.body });
    const customer = await http.customer(orderId);
    expect(payloadOf(await myLetter(customer, claimId))).toEqual(payload);
    const later = payloadOf(await letterOf(staff, second.claimId));
    expect(later.orders[0]?.settlement.earlier).toHaveLength(1);
    expect(later.orders[0]?.sums.dues).toEqual([{ tenderId: "1", unit: "points", units: 30 }]);
    expect(later.orders[0]?.sums.before.totalMinor).toBe(20_000);
  });

  test("is refused while nothing is decided, to strangers and across tenants", async () => {
    const { orderId } = await http.goods();
    const { claimId } = await filed({ facts: [] }, orderId);
    const waiting = await letterOf(staff, claimId);
    expect([waiting.status, waiting.body["code"]]).toEqual([409, "claim_undecided"]);
    const decided = await filed({ items: [{ orderId, lineId: "2", quantity: 1 }] }, orderId);
    const other = await http.customer((await http.goods()).orderId);
    expect((await myLetter(other, decided.claimId)).status).toBe(404);
    expect((await myLetter(staff, decided.claimId)).status).toBe(403);
    expect((await letterOf(http.nobody, decided.claimId)).status).toBe(401);
    const filing = await http.key(["file"]);
    expect((await letterOf(filing, decided.claimId)).status).toBe(403);
    const foreignId = "0199f0a0-0000-7000-8000-00000000f001";
    await insertMerchant(http.world.platform, foreignId);
    const foreign = await http.key(["read"], foreignId);
    expect((await letterOf(foreign, decided.claimId)).status).toBe(404);
  });

  test("tells a refusal, and a claim that fits no order", async () => {
    const { orderId } = await http.goods();
    const facts = [{ fact: "intact", value: "no", state: "attested" }, known[1]];
    const refused = await filed({ facts }, orderId);
    expect(refused.status).toBe("refused");
    const payload = payloadOf(await letterOf(staff, refused.claimId));
    expect(payload.claim.refusalCode).toBe("not_intact");
    expect(payload.orders[0]).toMatchObject({ accepted: false, sums: { dues: [], beside: [] } });
    const lost = await filed({ items: [], facts: [], unmatched: "no_customer" }, orderId);
    const data = await letterOf(staff, lost.claimId);
    expect(payloadOf(data)).toMatchObject({ orders: [], documents: [], payment: null });
  });

  test("speaks of all orders of a claim", async () => {
    const customer = { reference: "twice", email: "twice@example.com" };
    const [one, other] = [await http.goods({ customer }), await http.goods({ customer })];
    const items = [one, other].map(({ orderId }) => ({ orderId, lineId: "2", quantity: 1 }));
    const { claimId } = await filed({ items }, one.orderId);
    const payload = payloadOf(await letterOf(staff, claimId));
    expect(payload.orders.map(({ sums }) => sums.dues)).toEqual([
      [{ tenderId: "1", unit: "points", units: 30 }],
      [{ tenderId: "1", unit: "points", units: 30 }],
    ]);
  });

  test("states what an open chargeback held on that day, whatever became of it", async () => {
    const { orderId } = await http.goods();
    const dispute = {
      kind: "dispute_changed" as const,
      disputeId: "d1",
      tenderId: "1",
      allocations: [{ lineId: "1", amountMinor: 20_000 }],
    };
    await http.world.event(orderId, { ...dispute, state: "open" });
    const { claimId } = await filed({}, orderId);
    await http.world.event(orderId, { ...dispute, state: "lost" });
    const { orders } = payloadOf(await letterOf(staff, claimId));
    expect(orders[0]?.settlement.order.disputes).toMatchObject([{ state: "open" }]);
    expect(orders[0]?.sums.after.tenders[0]).toMatchObject({ heldUnits: 200 });
  });
});

describe("the pages of a letter", () => {
  const raw = async (claimId: string, query: string) => {
    const authorization = await http.bearer(["read"]);
    return http.inject({
      method: "GET",
      url: `/v1/claims/${claimId}/letter${query}`,
      headers: { authorization },
    });
  };

  test("are there for a claim that fits no order, for whoever answers at the counter", async () => {
    const { orderId } = await http.goods();
    const lost = await filed({ items: [], facts: [], unmatched: "no_customer" }, orderId);
    const html = await raw(lost.claimId, "?form=html&language=en");
    expect(html.statusCode).toBe(200);
    expect(html.body).toContain(`request ${lost.number}`);
    expect(html.body).toContain("we found no purchase that this request fits");
  });

  test("tell how the merchant was reached on that day, and sign it", async () => {
    const { platform, merchantId } = http.world;
    const unstated = await filed({}, (await http.goods()).orderId);
    expect(payloadOf(await letterOf(staff, unstated.claimId)).merchant).not.toHaveProperty(
      "contact",
    );
    await stateProfile(http.world, merchantId);
    const { claimId } = await filed({}, (await http.goods()).orderId);
    const { merchant } = payloadOf(await letterOf(staff, claimId));
    expect(merchant.contact).toEqual(testProfile);
    const moved = { ...testProfile, phone: "021-6123 4567" };
    await stateProfile(http.world, merchantId, moved);
    const page = await raw(claimId, "?form=html&language=en");
    expect(page.body).toContain("<dd>守诺示范商贸有限公司 (Shop)</dd>");
    expect(page.body).toContain("telephone 400-820-8820 (daily, 9:00–18:00), e-mail");
    const old = await raw(unstated.claimId, "?form=html&language=en");
    expect(old.body).not.toContain("telephone 021");
    expect(old.body).toContain("The merchant tells the public key;");
    const named = {
      ...platform,
      settings: { ...platform.settings, publicUrl: "https://p.example" },
    };
    const other = await filed({}, (await http.goods()).orderId);
    const wanted = {
      merchantId,
      claimId: other.claimId,
      language: "en",
      addressed: false,
    } as const;
    const letter = await claimLetter(named, wanted);
    const keysAt = `https://p.example/.well-known/makegood-keys/shop-${merchantId}`;
    expect(letter).toMatchObject({ payload: { merchant: { keysAt, contact: moved } } });
    const shown = await raw(other.claimId, "?form=html&language=en");
    expect(shown.body).toContain(`The public key is found at ${keysAt};`);
  });

  test("name the customer, who stays out of what is signed and kept", async () => {
    const name = "示例顾客";
    const { orderId } = await http.goods({
      customer: { name, email: "customer-of-letter@example.com" },
    });
    const { claimId, number } = await filed({}, orderId);
    const html = await raw(claimId, "?form=html&language=zh-CN");
    expect(html.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(html.headers["content-security-policy"]).toContain("default-src 'none'");
    expect(html.headers["content-disposition"]).toBe(`inline; filename="makegood-${number}.html"`);
    expect(html.body).toContain(`致：${name}`);
    const pdf = await raw(claimId, "?form=pdf&language=zh-CN");
    expect(pdf.headers["content-type"]).toBe("application/pdf");
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe("%PDF-");
    const json = await letterOf(staff, claimId);
    expect(JSON.stringify(json.body)).not.toContain(name);
    const rows = await readTransaction(http.world.platform, http.world.merchantId, (tx) =>
      tx.query<{ payload: string }>("select payload from claim_letters"),
    );
    expect(rows.every(({ payload }) => !payload.includes(name))).toBe(true);
  });
});

describe("the keys that letters are signed with", () => {
  const keys = async (call: Call) => {
    const { body } = await call({ method: "GET", url: "/v1/signing-keys" });
    return body["items"] as { keyId: string; fingerprint: string; retiredAt: string | null }[];
  };

  test("are published, and old letters keep theirs after a rotation", async () => {
    const { orderId } = await http.goods();
    const before = await filed({}, orderId);
    const old = payloadOf(await letterOf(staff, before.claimId));
    const [active] = await keys(staff);
    expect(old.key).toEqual({ keyId: active?.keyId, fingerprint: active?.fingerprint });
    expect((await staff({ method: "POST", url: "/v1/signing-keys" })).status).toBe(403);
    const rotated = await admin({ method: "POST", url: "/v1/signing-keys" });
    expect(rotated.status).toBe(201);
    const after = await filed({ items: [{ orderId, lineId: "2", quantity: 1 }] }, orderId);
    const young = payloadOf(await letterOf(staff, after.claimId));
    expect(young.key.keyId).toBe(rotated.body["keyId"]);
    expect(payloadOf(await letterOf(staff, before.claimId)).key).toEqual(old.key);
    const all = await keys(staff);
    expect(all.map(({ retiredAt }) => retiredAt === null)).toEqual([true, false]);
    const entries = await admin({ method: "GET", url: "/v1/audit?limit=1" });
    expect(entries.body["items"]).toMatchObject([{ action: "signing_key.rotated" }]);
  });

  test("can be fetched by anybody, of this merchant alone", async () => {
    const me = await readTransaction(http.world.platform, http.world.merchantId, (tx) =>
      tx.query<{ slug: string }>("select slug from merchants"),
    );
    const url = `/.well-known/makegood-keys/${me[0]?.slug ?? ""}`;
    const published = await http.nobody({ method: "GET", url });
    expect(published.status).toBe(200);
    expect(published.body["keys"]).toHaveLength(2);
    expect(JSON.stringify(published.body)).toContain("BEGIN PUBLIC KEY");
    const unknown = await http.nobody({ method: "GET", url: "/.well-known/makegood-keys/nobody" });
    expect(unknown.status).toBe(404);
  });
});
