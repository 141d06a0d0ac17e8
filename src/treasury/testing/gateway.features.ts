import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Gateway, RefundCall } from "../gateway.ts";

/** What a gateway's world must be able to do, for the suite to drive it. */
export type GatewayWorld = {
  readonly gateway: Gateway;
  capture(transaction: string, totalMinor: number): Promise<void>;
  /** `next`: the coming refunds end so, or break so. */
  next(
    fault:
      | "works"
      | "stays in progress"
      | "times out before acting"
      | "times out after acting"
      | "answers an error after acting"
      | "holds the money"
      | "closes"
      | "lacks balance",
  ): Promise<void>;
  /** Every refund that the gateway has booked and not closed, in minor units. */
  bookedMinor(): Promise<number>;
  close(): Promise<void>;
};

const call = (number: string, amountMinor: number): RefundCall => ({
  number,
  transaction: "4200000001",
  amountMinor,
  totalMinor: 1000,
  currency: "CNY",
});

function money(world: () => GatewayWorld): void {
  it("refunds, and knows the number afterwards", async () => {
    expect(await world().gateway.refund(call("mg1", 300))).toMatchObject({ kind: "settled" });
    expect(await world().gateway.query(call("mg1", 300))).toMatchObject({ kind: "settled" });
    expect(await world().bookedMinor()).toBe(300);
  });

  it("refunds a number once, however often it is sent", async () => {
    const sent = Array.from({ length: 5 }, () => world().gateway.refund(call("mg1", 300)));
    expect(new Set((await Promise.all(sent)).map(({ kind }) => kind))).toEqual(
      new Set(["settled"]),
    );
    expect(await world().bookedMinor()).toBe(300);
  });

  it("tells a number that it never saw from one that it cannot answer for", async () => {
    expect(await world().gateway.query(call("mg1", 300))).toEqual({ kind: "absent" });
  });

  it("refuses more than was paid, in one go or in parts, and books nothing", async () => {
    expect(await world().gateway.refund(call("mg1", 700))).toMatchObject({ kind: "settled" });
    const refused = { kind: "refused", retry: "by a person" };
    expect(await world().gateway.refund(call("mg2", 301))).toMatchObject(refused);
    expect(await world().gateway.query(call("mg2", 301))).toEqual({ kind: "absent" });
    expect(await world().bookedMinor()).toBe(700);
  });

  it("never calls a number settled that stands for another amount", async () => {
    await world().gateway.refund(call("mg1", 300));
    expect(await world().gateway.query(call("mg1", 301))).toMatchObject({ kind: "unknown" });
    expect(await world().gateway.refund(call("mg1", 301))).toMatchObject({ kind: "unknown" });
    expect(await world().bookedMinor()).toBe(300);
  });
}

function doubts(world: () => GatewayWorld): void {
  it("accepts before it settles", async () => {
    await world().next("stays in progress");
    expect(await world().gateway.refund(call("mg1", 300))).toMatchObject({ kind: "accepted" });
    expect(await world().gateway.query(call("mg1", 300))).toMatchObject({ kind: "accepted" });
  });

  it("is uncertain when the answer is lost, and the query knows", async () => {
    await world().next("times out after acting");
    expect(await world().gateway.refund(call("mg1", 300))).toMatchObject({ kind: "unknown" });
    await world().next("works");
    expect(await world().gateway.query(call("mg1", 300))).toMatchObject({ kind: "settled" });
    await world().next("times out before acting");
    expect(await world().gateway.refund(call("mg2", 300))).toMatchObject({ kind: "unknown" });
    await world().next("works");
    expect(await world().gateway.query(call("mg2", 300))).toEqual({ kind: "absent" });
    expect(await world().bookedMinor()).toBe(300);
  });

  it("takes no error for a no when the money may have moved", async () => {
    await world().next("answers an error after acting");
    expect(await world().gateway.refund(call("mg1", 300))).toMatchObject({ kind: "unknown" });
    expect(await world().bookedMinor()).toBe(300);
  });

  it("tells held money, a closed refund and a short balance apart", async () => {
    await world().next("holds the money");
    expect(await world().gateway.refund(call("mg1", 100))).toMatchObject({ kind: "parked" });
    await world().next("closes");
    expect(await world().gateway.refund(call("mg2", 100))).toMatchObject({ kind: "closed" });
    await world().next("lacks balance");
    const refused = { kind: "refused", retry: "later" };
    expect(await world().gateway.refund(call("mg3", 100))).toMatchObject(refused);
    await world().next("works");
    expect(await world().gateway.refund(call("mg3", 100))).toMatchObject({ kind: "settled" });
  });

  it("believes no callback that the gateway did not sign", () => {
    const headers = {
      "wechatpay-timestamp": String(Math.floor(Date.now() / 1000)),
      "wechatpay-nonce": "n",
      "wechatpay-serial": "PUB_KEY_ID_0100000000002026",
      "wechatpay-signature": "WECHATPAY/SIGNTEST/forged",
    };
    const body = JSON.stringify({ id: "1", resource: {} });
    expect(world().gateway.readCallback(headers, body)).toBeNull();
    expect(world().gateway.readCallback({}, "not json")).toBeNull();
  });
}

/** The contract of the port: every gateway passes it, against its simulator. */
export function gatewayFeatures(name: string, open: () => Promise<GatewayWorld>): void {
  describe(`${name} keeps the contract of a gateway`, () => {
    let world: GatewayWorld;
    beforeEach(async () => {
      world = await open();
      await world.capture("4200000001", 1000);
      await world.next("works");
    });
    afterEach(() => world.close());
    money(() => world);
    doubts(() => world);
  });
}
