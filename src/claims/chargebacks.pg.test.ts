import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WireClaimView } from "../contract/index.ts";
import { newId, readTransaction } from "../platform/index.ts";
import { noticesOf } from "../notices/index.ts";
import { followChargeback } from "./flow/chargebacks.ts";
import { claimOf, claimsOverHttp, known, lamps } from "./testing/http.ts";
import type { Answer, Call, ClaimsOverHttp } from "./testing/http.ts";

let shop: ClaimsOverHttp;
let staff: Call;
beforeAll(async () => {
  shop = await claimsOverHttp();
  staff = await shop.key(["file", "attest", "read"]);
});
afterAll(() => shop.close());

type State = "open" | "lost" | "won";

/** What the shop's own system reports of a chargeback on the lamps, 200.00 unless told. */
function dispute(orderId: string, state: State, amountMinor = 20_000, id = "D1"): Promise<Answer> {
  const allocations = [{ lineId: "1", amountMinor }];
  const event = { kind: "dispute_changed", disputeId: id, tenderId: "1", state, allocations };
  return staff({ method: "POST", url: `/v1/orders/${orderId}/events`, payload: event });
}

async function file(orderId: string, item?: object): Promise<WireClaimView> {
  const payload = { ...lamps(orderId, item), facts: known };
  const headers = { "accept-language": "en" };
  const filed = await staff({ method: "POST", url: "/v1/claims", payload, headers });
  expect(filed.status).toBe(201);
  return claimOf(filed);
}

async function claim(claimId: string): Promise<WireClaimView> {
  const headers = { "accept-language": "en" };
  return claimOf(await staff({ method: "GET", url: `/v1/claims/${claimId}`, headers }));
}

async function obliged(orderId: string) {
  const { tenders, obligations } = await shop.money(orderId);
  return { units: tenders[0]?.obliged, times: obligations.length };
}

const noticesOfClaim = (claimId: string) =>
  readTransaction(shop.world.platform, shop.world.merchantId, (tx) =>
    noticesOf(shop.world.platform, tx, claimId),
  );

const money = { tenders: [{ kind: "money" as const, unit: "CNY", units: 23_000 }] };

describe("a claim whose money an open chargeback holds", () => {
  it("waits, and says for what", async () => {
    const { orderId } = await shop.goods();
    expect((await dispute(orderId, "open")).status).toBe(201);
    const filed = await file(orderId);
    expect(filed).toMatchObject({
      status: "settling",
      settledAt: null,
      payouts: [],
      chargebacks: [{ orderId, tenderId: "1", heldUnits: 200, chargedBackUnits: 0 }],
    });
    expect(filed.sentence).toContain("200 points is held by the open chargeback D1");
    await shop.world.settle();
    expect((await claim(filed.claimId)).status).toBe("settling");
    expect(await obliged(orderId)).toEqual({ units: 0, times: 0 });
    const [told, ...more] = await noticesOfClaim(filed.claimId);
    expect(told).toMatchObject({ kind: "claim_approved", status: "accepted" });
    expect(told?.title).toContain("200 积分 因拒付争议 D1 未结而暂缓支付");
    expect(more).toEqual([]);
  });

  it("is paid once when the merchant wins it, whatever is said or run again", async () => {
    const { orderId } = await shop.goods();
    await dispute(orderId, "open");
    const { claimId } = await file(orderId);
    await Promise.all([dispute(orderId, "won"), dispute(orderId, "won")]);
    await shop.world.settle();
    await dispute(orderId, "won");
    await shop.world.settle();
    await Promise.all([1, 2, 3].map(() => shop.world.write((tx) => followChargeback(tx, orderId))));
    await shop.world.settle();
    expect(await claim(claimId)).toMatchObject({ status: "settled", chargebacks: [] });
    expect(await obliged(orderId)).toEqual({ units: 200, times: 1 });
    const notices = await noticesOfClaim(claimId);
    expect(notices).toMatchObject([{ kind: "claim_settled", status: "accepted" }]);
    expect(notices[0]?.text).toContain("200 积分");
  });

  it("waits on for the payout of money, and is closed when that is met", async () => {
    const { orderId } = await shop.goods(money);
    await dispute(orderId, "open");
    const { claimId } = await file(orderId);
    await dispute(orderId, "won");
    await shop.world.settle();
    expect(await claim(claimId)).toMatchObject({ status: "settling", sentence: null });
    expect((await shop.money(orderId)).obligations).toMatchObject([
      { claimId, units: 20_000, status: "planned" },
    ]);
  });

  it("ends when the merchant loses it: the money went back, and nothing is paid", async () => {
    const { orderId } = await shop.goods(money);
    await dispute(orderId, "open");
    const { claimId } = await file(orderId);
    await dispute(orderId, "lost");
    await shop.world.settle();
    await dispute(orderId, "lost");
    await shop.world.settle();
    const ended = await claim(claimId);
    expect(ended).toMatchObject({
      status: "settled",
      chargebacks: [{ heldUnits: 0, chargedBackUnits: 20_000 }],
    });
    expect(ended.sentence).toContain("CNY 200.00 went back by the chargeback D1");
    expect(ended.clocks.find(({ kind }) => kind === "payment")).toMatchObject({ status: "kept" });
    expect(await obliged(orderId)).toEqual({ units: 0, times: 0 });
    const notices = await noticesOfClaim(claimId);
    expect(notices).toMatchObject([{ kind: "claim_charged_back", status: "accepted" }]);
    expect(notices[0]?.title).toContain("200.00元已通过拒付退回");
  });

  it("is paid at once what is not held, and the rest once it is free", async () => {
    const { orderId } = await shop.goods();
    await dispute(orderId, "open", 5_000);
    const { claimId } = await file(orderId);
    await shop.world.settle();
    expect(await obliged(orderId)).toEqual({ units: 150, times: 1 });
    expect((await claim(claimId)).status).toBe("settling");
    await dispute(orderId, "won", 5_000);
    await shop.world.settle();
    expect(await obliged(orderId)).toEqual({ units: 200, times: 2 });
    expect((await claim(claimId)).status).toBe("settled");
  });

  it("of several claims only those that it is about wait, and each gets its own", async () => {
    const { orderId } = await shop.goods();
    await dispute(orderId, "open");
    const [one, two] = [
      await file(orderId, { units: { from: 0, to: 1 } }),
      await file(orderId, { units: { from: 1, to: 2 } }),
    ];
    const cable = await file(orderId, { lineId: "2" });
    await shop.world.settle();
    expect((await claim(cable.claimId)).status).toBe("settled");
    expect(await obliged(orderId)).toEqual({ units: 30, times: 1 });
    await dispute(orderId, "won");
    await shop.world.settle();
    for (const { claimId } of [one, two]) {
      expect(await claim(claimId)).toMatchObject({ status: "settled", payouts: [{ units: 100 }] });
    }
    expect(await obliged(orderId)).toEqual({ units: 230, times: 3 });
  });

  it("opens again where a chargeback that counted as lost is won after all", async () => {
    const { orderId } = await shop.goods();
    await dispute(orderId, "open");
    const { claimId } = await file(orderId);
    await dispute(orderId, "lost");
    await shop.world.settle();
    await dispute(orderId, "won");
    await shop.world.settle();
    expect(await claim(claimId)).toMatchObject({ status: "settled", chargebacks: [] });
    expect(await obliged(orderId)).toEqual({ units: 200, times: 1 });
    const kinds = (await noticesOfClaim(claimId)).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(["claim_approved", "claim_charged_back", "claim_settled"]);
  });
});

describe("a chargeback, then a refund (hyperswitch PR 10533)", () => {
  it("lost: what went back is owed no more, the rest is", async () => {
    const { orderId } = await shop.goods();
    await dispute(orderId, "lost", 10_000);
    const { claimId } = await file(orderId);
    await shop.world.settle();
    expect(await claim(claimId)).toMatchObject({
      status: "settled",
      decisions: [{ owedMinor: 20_000 }],
      chargebacks: [{ chargedBackUnits: 100 }],
    });
    expect(await obliged(orderId)).toEqual({ units: 100, times: 1 });
  });

  it("lost in full: the claim is refused with that reason, and nothing is taken on", async () => {
    const { orderId } = await shop.goods();
    await dispute(orderId, "lost");
    const filed = await file(orderId);
    expect(filed).toMatchObject({ status: "refused", refusalCode: "charged_back" });
    expect(filed.sentence).toContain("went back by a chargeback");
    expect(await obliged(orderId)).toEqual({ units: 0, times: 0 });
  });

  it("at the same instant as claims: never more than was paid, chargeback included", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { orderId } = await shop.goods();
      const claims = [0, 1].map((from) => file(orderId, { units: { from, to: from + 1 } }));
      await Promise.all([dispute(orderId, "open"), ...claims]);
      await shop.world.settle();
      await dispute(orderId, "won");
      await shop.world.settle();
      for (const filing of claims) {
        const { claimId } = await filing;
        expect((await claim(claimId)).status).toBe("settled");
      }
      expect((await obliged(orderId)).units).toBe(200);
    }
  });

  it("on an order of nobody, or a tender that it does not have, is refused", async () => {
    expect((await dispute(newId(), "open")).status).toBe(404);
    const { orderId } = await shop.goods();
    const allocations = [{ lineId: "1", amountMinor: 1 }];
    const event = { kind: "dispute_changed", disputeId: "D1", state: "open", allocations };
    const url = `/v1/orders/${orderId}/events`;
    const answer = await staff({ method: "POST", url, payload: { ...event, tenderId: "9" } });
    expect(answer).toMatchObject({ status: 422, body: { code: "order_tender_unknown" } });
  });
});
