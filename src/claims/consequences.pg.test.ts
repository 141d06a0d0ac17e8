import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WireClaimView, WireCreateOrder } from "../contract/index.ts";
import { balance, ledgerSum } from "../ledger/index.ts";
import { readTransaction } from "../platform/index.ts";
import type { ReadTx } from "../platform/index.ts";
import { followMoney, followPackets } from "./flow/follow-money.ts";
import { claimOf, claimsOverHttp, known, lamps } from "./testing/http.ts";
import type { Call, ClaimsOverHttp } from "./testing/http.ts";

let shop: ClaimsOverHttp;
let staff: Call;
beforeAll(async () => {
  shop = await claimsOverHttp();
  staff = await shop.key(["file", "attest", "read", "pay"]);
});
afterAll(() => shop.close());

const read = <T>(work: (tx: ReadTx) => Promise<T>): Promise<T> =>
  readTransaction(shop.world.platform, shop.world.merchantId, work);
const noted = (kind: string, unit: string) =>
  read((tx) => balance(tx, `consequence:${kind}`, unit)).then(Number);

/** What was announced of an order, oldest first. */
async function announced(orderId: string): Promise<Record<string, unknown>[]> {
  const text = `select payload from events where merchant_id = $1 and type = $2
    and subject = $3 order by event_id`;
  const values = [shop.world.merchantId, "ConsequencesChanged", orderId];
  const rows = await read((tx) => tx.query<{ payload: Record<string, unknown> }>(text, values));
  return rows.map(({ payload }) => payload);
}

/** Two lamps of 100.00 and a cable of 30.00; a packet of 60.00 came with the lamps. */
async function withPacket(packetId: string, more: Partial<WireCreateOrder> = {}) {
  const granted = [{ kind: "packet" as const, id: packetId, amount: 6_000, lineIds: ["1"] }];
  const { orderId } = await shop.goods({ granted, ...more });
  return orderId;
}

const packetOf = async (orderId: string, packetId: string, change: object) => {
  const payload = { kind: "packet_changed", packetId, ...change };
  const answer = await staff({ method: "POST", url: `/v1/orders/${orderId}/events`, payload });
  expect(answer.status).toBe(201);
};

async function returned(orderId: string, item?: object): Promise<WireClaimView> {
  const payload = { ...lamps(orderId, item), facts: known };
  const answer = await staff({ method: "POST", url: "/v1/claims", payload });
  expect(answer.status).toBe(201);
  return claimOf(answer);
}

const parts = ({ consequences }: Pick<WireClaimView, "consequences">) =>
  consequences.map(({ kind, subject, reference, unit, amount }) =>
    [kind, subject, reference, unit, amount].join(" "),
  );

describe("what came with an order that goes back", () => {
  it("is taken back unspent: in the claim, the money, the ledger and one event", async () => {
    const orderId = await withPacket("A");
    const claim = await returned(orderId);
    const all = ["voided packet A packet:A 6000"];
    expect(parts(claim)).toEqual(all);
    expect(parts(await shop.money(orderId))).toEqual(all);
    expect(await noted("voided", "packet:A")).toBe(6_000);
    expect(await announced(orderId)).toMatchObject([
      { claimId: claim.claimId, orderId, changes: [{ kind: "voided", amount: 6_000 }] },
    ]);
  });

  it("is set off when spent, and short where the refund does not cover it", async () => {
    const money = [{ kind: "money" as const, unit: "CNY", units: 23_000 }];
    const spent = await withPacket("B", { tenders: money });
    await packetOf(spent, "B", { spentMinor: 2_000 });
    expect(parts(await returned(spent))).toEqual([
      "offset packet B CNY 2000",
      "voided packet B packet:B 4000",
    ]);
    const granted = [{ kind: "packet" as const, id: "C", amount: 50_000, lineIds: ["1"] }];
    const { orderId } = await shop.goods({ granted, tenders: money });
    await packetOf(orderId, "C", { spentMinor: 50_000 });
    expect(parts(await returned(orderId))).toEqual([
      "offset packet C CNY 20000",
      "shortfall packet C packet:C 30000",
    ]);
    expect(await noted("shortfall", "packet:C")).toBe(30_000);
    expect((await read(ledgerSum)).every(({ sum }) => sum === 0n)).toBe(true);
  });

  it("is told by part, each claim what it changed, and never twice", async () => {
    const orderId = await withPacket("D");
    const first = await returned(orderId, { quantity: 1 });
    const second = await returned(orderId, { quantity: 1 });
    expect([parts(first), parts(second)]).toEqual([
      ["voided packet D packet:D 3000"],
      ["voided packet D packet:D 3000"],
    ]);
    for (const follow of [followMoney, followPackets]) {
      await shop.world.write(async (tx) => {
        await follow(tx, orderId);
        return null;
      });
    }
    expect(await announced(orderId)).toHaveLength(2);
    expect(parts(await shop.money(orderId))).toEqual(["voided packet D packet:D 6000"]);
    expect(await noted("voided", "packet:D")).toBe(6_000);
  });

  it("follows what becomes of it later: a shortfall that is cleared is none any more", async () => {
    const money = [{ kind: "money" as const, unit: "CNY", units: 23_000 }];
    const granted = [{ kind: "packet" as const, id: "E", amount: 50_000, lineIds: ["1"] }];
    const { orderId } = await shop.goods({ granted, tenders: money });
    await packetOf(orderId, "E", { spentMinor: 50_000 });
    await returned(orderId);
    await packetOf(orderId, "E", { returnedMinor: 30_000 });
    expect(parts(await shop.money(orderId))).toEqual([
      "cleared packet E packet:E 30000",
      "offset packet E CNY 20000",
    ]);
    expect(await noted("shortfall", "packet:E")).toBe(0);
    expect((await announced(orderId)).at(-1)).toMatchObject({
      claimId: null,
      changes: [
        { kind: "cleared", amount: 30_000 },
        { kind: "shortfall", amount: -30_000 },
      ],
    });
  });
});

describe("a coupon", () => {
  it("is free again once all that it made cheaper is back, and not before", async () => {
    const { orderId } = await shop.goods({
      adjustments: [{ kind: "coupon", couponId: "K", off: { minor: 1_000 }, lineIds: ["1"] }],
      tenders: [{ kind: "money", unit: "CNY", units: 22_000 }],
    });
    expect(parts(await returned(orderId, { quantity: 1 }))).toEqual([]);
    expect(await announced(orderId)).toEqual([]);
    expect(parts(await returned(orderId, { quantity: 1 }))).toEqual(["restored coupon K coupon 1"]);
    expect(await announced(orderId)).toHaveLength(1);
  });
});
