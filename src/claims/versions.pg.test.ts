import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCatalogueFile, readPolicyFile } from "../contract/index.ts";
import { claimOf, claimsOverHttp, known, lamps } from "./testing/http.ts";
import type { Answer, Call, ClaimsOverHttp } from "./testing/http.ts";

let shop: ClaimsOverHttp;
let staff: Call;
beforeAll(async () => {
  shop = await claimsOverHttp();
  staff = await shop.key(["file", "attest", "read"]);
});
afterAll(() => shop.close());

interface Stored {
  readonly version: number;
  readonly catalogue_hash: string;
  readonly text: string;
  readonly words: string;
}

/**
 * Publishes the next version of a policy, as it stands with a change; returns its number. Stored as
 * what comes with the product is: how a merchant's own version is proven is told in promises.
 */
async function publish(policyId: string, change: (text: string) => string): Promise<number> {
  return shop.world.write(async (tx) => {
    const [row] = await tx.query<Stored>(
      `select v.version, v.catalogue_hash, v.text, c.text as words
        from policy_versions v join policy_catalogues c using (merchant_id, catalogue_hash)
        where v.merchant_id = $1 and v.policy_id = $2 order by v.version desc limit 1`,
      [tx.merchantId, policyId],
    );
    const { version, text: before, words, catalogue_hash: wordsHash } = row!;
    const text = change(before).replace(`version: ${version}\n`, `version: ${version + 1}\n`);
    const catalogue = readCatalogueFile(words);
    const reading = catalogue.ok ? readPolicyFile(text, catalogue.value) : catalogue;
    if (!reading.ok) throw new Error(JSON.stringify(reading));
    const now = new Date(tx.now);
    await tx.query(
      `update policy_versions set status = 'superseded', superseded_at = $3
        where merchant_id = $1 and policy_id = $2 and status = 'published'`,
      [tx.merchantId, policyId, now],
    );
    const { hash } = reading.value;
    await tx.query(
      `insert into policy_versions (merchant_id, policy_id, version, kind, status, proof, hash,
          catalogue_hash, text, recorded_at, published_at)
        values ($1, $2, $3, 'policy', 'published', 'proven', $4, $5, $6, $7, $7)`,
      [tx.merchantId, policyId, version + 1, hash, wordsHash, text, now],
    );
    return version + 1;
  });
}

function fileLamps(orderId: string): Promise<Answer> {
  const headers = { "accept-language": "en" };
  const payload = { ...lamps(orderId), facts: known };
  return staff({ method: "POST", url: "/v1/claims", payload, headers });
}

const dayMs = 86_400_000;

describe("a return window that is edited (bagisto#11100)", () => {
  it("is another for new orders alone: old ones keep the version they accepted", async () => {
    const seven = await shop.goods();
    await publish("order-refund", (text) => text.replaceAll(": 7d}", ": 14d}"));
    const fourteen = await shop.goods();
    await publish("order-refund", (text) => text.replaceAll(": 14d}", ": 7d}"));
    const again = await shop.goods();
    shop.world.clock.advance(10 * dayMs);
    const late = { status: "refused", refusalCode: "too_late", decisions: [{ accepted: false }] };
    expect((await fileLamps(seven.orderId)).body).toMatchObject(late);
    expect((await fileLamps(again.orderId)).body).toMatchObject(late);
    const kept = claimOf(await fileLamps(fourteen.orderId));
    expect(kept).toMatchObject({ status: "settling", decisions: [{ owedMinor: 20_000 }] });
    // The decision says by which text it was made, and explains itself by that text's days.
    const used = kept.decisions[0]?.policies.find(({ id }) => id === "order-refund");
    expect(kept.decisions[0]?.explanation.join()).toContain("14 days");
    const order = await staff({ method: "GET", url: `/v1/orders/${fourteen.orderId}` });
    expect(JSON.stringify(order.body)).toContain(used?.hash);
  });
});

/** A document that asks the customer something, who bears it where nothing is said in time. */
const toldReturns = `makegood: policy/1
id: online-retail-replay
version: 1
title: {zh-CN: 说明后退款, zh-TW: 說明後退款, en: Refund on a statement}
answers: [refund]
facts:
  told:
    type: flag
    scope: line
    by: customer
    burden: customer
    proof: [statement]
    zh-CN: 是否已说明
    zh-TW: 是否已說明
    en: whether it was told
    yes: {zh-CN: 已说明, zh-TW: 已說明, en: it was told}
    no: {zh-CN: 未说明, zh-TW: 未說明, en: it was not told}
heads:
  price: {pay: line.paid}
clauses:
  told:
    when: {told: yes}
    give: {price: 100%}
  silent:
    when: {told: [no, unproven]}
    why: not_proven
    give: {price: 0%}
promises:
  blind_to: [region, tier, channel, spending]
deadlines:
  supplement: {duty: customer, from: claim.asked_at, to: claim.supplemented_at, within: 7d}
`;

describe("closing the evidence while the customer may still supplement", () => {
  it("is refused until the time has lapsed, then the burden of proof decides", async () => {
    const version = await publish("online-retail-replay", () => toldReturns);
    const policies = [{ id: "online-retail-replay", version }];
    const { orderId } = await shop.goods({ policies });
    shop.world.clock.advance(10 * dayMs);
    const filed = await fileLamps(orderId);
    expect(filed).toMatchObject({ status: 201, body: { status: "gathering" } });
    const { claimId, clocks } = claimOf(filed);
    const until = clocks.find(({ kind }) => kind === "supplement")?.dueAt;
    const url = `/v1/claims/${claimId}/evidence-close`;
    const close = () => staff({ method: "POST", url, headers: { "accept-language": "zh-CN" } });
    expect(await close()).toMatchObject({
      status: 409,
      body: { code: "evidence_open", values: { until }, status: 409 },
    });
    expect((await close()).body["detail"]).toContain("客户补充材料的期限到");
    const open = await staff({ method: "GET", url: `/v1/claims/${claimId}` });
    expect(open.body).toMatchObject({ status: "gathering", final: false, decisions: [] });
    shop.world.clock.advance(9 * dayMs);
    const closed = await close();
    const refused = { status: "refused", refusalCode: "not_proven", final: true };
    expect(closed).toMatchObject({ status: 200, body: refused });
  });
});
