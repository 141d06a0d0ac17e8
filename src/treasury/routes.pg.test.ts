import { randomUUID } from "node:crypto";
import type { InjectOptions } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Right } from "../contract/index.ts";
import { httpServer, newId } from "../platform/index.ts";
import type { HttpServer } from "../platform/index.ts";
import { bearerOf, testActor } from "../platform/testing.ts";
import { oblige } from "./index.ts";
import { keys } from "./testing/simulator.ts";
import { testTreasury } from "./testing/treasury.ts";
import type { TestTreasury } from "./testing/treasury.ts";

let world: TestTreasury;
let server: HttpServer;
beforeAll(async () => {
  world = await testTreasury();
  server = await httpServer(world.platform, {
    implementations: world.treasury.routes,
    checkAnswers: true,
  });
});
afterAll(async () => {
  await server.close();
  await world.close();
});

async function as(rights: readonly Right[], options: InjectOptions) {
  const actor = testActor(world.merchantId, { rights: new Set(rights) });
  const authorization = await bearerOf(world.platform, actor);
  const headers = { authorization, "idempotency-key": randomUUID(), ...options.headers };
  const { statusCode, body } = await server.app.inject({ ...options, headers });
  return { status: statusCode, body: JSON.parse(body || "null") as Record<string, unknown> };
}
const get = (url: string) => as(["read"], { method: "GET", url });
const post = (url: string, payload: object = {}, rights: Right[] = ["pay"]) =>
  as(rights, { method: "POST", url, payload });

describe("lists", () => {
  it("come in pages, newest first, and by order and status", async () => {
    const orderId = await world.order(1000);
    for (const units of [100, 200, 300]) await world.refund(orderId, units);
    const first = (await get(`/v1/payouts?orderId=${orderId}&limit=2`)).body;
    const unitsOf = (page: Record<string, unknown>) =>
      (page["items"] as { units: number }[]).map(({ units }) => units);
    expect(unitsOf(first)).toEqual([300, 200]);
    const next = String(first["next"]);
    const second = (await get(`/v1/payouts?orderId=${orderId}&limit=2&cursor=${next}`)).body;
    expect(unitsOf(second)).toEqual([100]);
    expect(second["next"]).toBeNull();
    const planned = await get(`/v1/obligations?orderId=${orderId}&status=planned`);
    expect(unitsOf(planned.body)).toEqual([300, 200, 100]);
    const none = await get(`/v1/payouts?orderId=${orderId}&status=settled`);
    expect(none.body["items"]).toEqual([]);
    expect((await get("/v1/payouts?cursor=nonsense")).body).toMatchObject({
      code: "cursor_invalid",
    });
  });

  it("tell what an order's tenders hold, and nothing of an order of nobody", async () => {
    const orderId = await world.order(1000);
    await world.refund(orderId, 100);
    const { body } = await get(`/v1/orders/${orderId}/money`);
    expect(body).toMatchObject({ tenders: [{ captured: 1000, obliged: 100 }] });
    expect((await get(`/v1/orders/${newId()}/money`)).status).toBe(404);
  });
});

describe("rights", () => {
  it("read does not pay, pay does not administer", async () => {
    const orderId = await world.order(1000);
    await world.refund(orderId, 100);
    const { obligations } = await world.money(orderId);
    const url = `/v1/obligations/${obligations[0]!.obligationId}/release`;
    const refused = await post(url, { reason: "customer_waived" }, ["read", "approve", "attest"]);
    expect(refused).toMatchObject({ status: 403, body: { code: "right_missing" } });
    expect((await world.money(orderId)).tenders).toMatchObject([{ obliged: 100 }]);
    const account = await post("/v1/gateway-accounts", {}, ["read", "pay"]);
    expect(account.status).toBe(403);
  });
});

describe("a person's deeds", () => {
  it("release: done once, whatever is sent twice, and in the audit log", async () => {
    const orderId = await world.order(1000);
    await world.refund(orderId, 100);
    const { obligationId } = (await world.money(orderId)).obligations[0]!;
    const url = `/v1/obligations/${obligationId}/release`;
    expect(await post(url, { reason: "because" })).toMatchObject({ status: 400 });
    expect(await post(url, { reason: "customer_waived" })).toMatchObject({
      status: 200,
      body: { status: "released", releaseReason: "customer_waived" },
    });
    expect(await post(url, { reason: "customer_waived" })).toMatchObject({
      status: 409,
      body: { code: "obligation_state" },
    });
    const text = "select action from audit_entries where merchant_id = $1 and subject = $2";
    const deeds = await world.write((tx) => tx.query(text, [tx.merchantId, obligationId]));
    expect(deeds).toEqual([{ action: "obligation.released" }]);
  });

  it("transfer: meets what waits for one; a reference counts once", async () => {
    const orderId = await world.order(1000);
    const beside = ["a", "b"].map((which) => {
      return { purpose: `compensation:cost:${which}`, unit: "CNY", units: 1200 };
    });
    await world.write((tx) =>
      oblige(tx, { claimId: null, orders: [{ orderId, dues: [], beside }] }),
    );
    const [one, two] = (await world.money(orderId)).obligations;
    const url = (id: string) => `/v1/obligations/${id}/transfer`;
    const evidence = [{ kind: "bank_receipt", reference: "ICBC/2026-01-05/77" }];
    const stated = { reference: "ICBC-20260105-77", evidence };
    const state = (id: string, body: object, rights: Right[] = ["attest"]) =>
      post(url(id), body, rights);
    expect(await state(one!.obligationId, stated, ["pay", "approve"])).toMatchObject({
      status: 403,
      body: { code: "right_missing", values: { right: "attest" } },
    });
    expect(await state(one!.obligationId, { ...stated, evidence: [] })).toMatchObject({
      status: 400,
    });
    const { body } = await state(one!.obligationId, stated);
    expect(body).toMatchObject({ status: "stated", evidence, decidedBy: null });
    expect(await world.money(orderId)).toMatchObject({ payouts: [] });
    const other = { ...stated, reference: "other" };
    expect(await state(one!.obligationId, other)).toMatchObject({
      status: 409,
      body: { code: "transfer_stated" },
    });
    expect(await state(two!.obligationId, stated)).toMatchObject({
      status: 409,
      body: { code: "transfer_reference_used" },
    });
    const approval = `/v1/transfers/${String(body["transferId"])}/approval`;
    expect(await post(approval, {}, ["attest", "pay"])).toMatchObject({
      status: 403,
      body: { code: "right_missing", values: { right: "approve" } },
    });
    expect(await post(approval, {}, ["approve"])).toMatchObject({
      status: 200,
      body: { status: "approved" },
    });
    expect(await post(approval, {}, ["approve"])).toMatchObject({
      status: 409,
      body: { code: "transfer_state" },
    });
    expect(await state(one!.obligationId, other)).toMatchObject({
      status: 409,
      body: { code: "obligation_state" },
    });
    const after = await world.money(orderId);
    expect(after.obligations.map(({ status }) => status)).toEqual(["met", "planned"]);
    expect(after.payouts).toMatchObject([{ route: "transfer", status: "settled", units: 1200 }]);
    expect(await world.ledgerSums()).toEqual([0n]);
    const listed = (await get("/v1/transfers?status=approved")).body["items"] as object[];
    expect(listed).toMatchObject([{ transferId: body["transferId"] }]);
  });

  it("retry: not of a payout that is planned or settled", async () => {
    const orderId = await world.order(1000);
    await world.refund(orderId, 100);
    const { payoutId } = (await world.money(orderId)).payouts[0]!;
    const url = `/v1/payouts/${payoutId}/retry`;
    expect(await post(url)).toMatchObject({ status: 409, body: { code: "payout_state" } });
    await world.pay();
    expect(await post(url)).toMatchObject({ status: 409, body: { code: "payout_state" } });
    expect((await post(`/v1/payouts/${newId()}/retry`)).status).toBe(404);
  });
});

describe("a gateway account", () => {
  const given = () => ({
    account: "second",
    gateway: "wechatpay",
    currency: "GBP",
    settings: world.gateway.settings("https://shop.example"),
    keys,
  });

  it("is added once, and its keys are never shown again", async () => {
    const added = await post("/v1/gateway-accounts", given(), ["administer"]);
    expect(added.status).toBe(201);
    expect(added.body["callbackUrl"]).toMatch(/^https:\/\/shop\.example\/callbacks\/wechatpay\//);
    const again = await post("/v1/gateway-accounts", given(), ["administer"]);
    expect(again).toMatchObject({ status: 409, body: { code: "gateway_account_taken" } });
    const listed = JSON.stringify((await get("/v1/gateway-accounts")).body);
    expect(listed).toContain('"second"');
    expect(listed).not.toContain("PRIVATE KEY");
    const rows = await world.kit.database.asOwner<{ found: string }>(
      "select string_agg(encode(sealed, 'escape'), '') as found from vault_records",
    );
    expect(rows[0]?.found ?? "").not.toContain("PRIVATE KEY");
  });

  it("with a key or a currency that is none is refused before it is written", async () => {
    const wrongKey = { ...given(), account: "third", keys: { ...keys, privateKey: "secret" } };
    const refused = await post("/v1/gateway-accounts", wrongKey, ["administer"]);
    expect(refused).toMatchObject({ status: 422, body: { code: "gateway_keys_invalid" } });
    expect(JSON.stringify(refused.body)).not.toContain("secret");
    const wrongCurrency = { ...given(), account: "third", currency: "XYZ" };
    expect(await post("/v1/gateway-accounts", wrongCurrency, ["administer"])).toMatchObject({
      body: { code: "currency_unknown" },
    });
  });
});

describe("the figures", () => {
  it("tell what is on its way, what is due, for how long in doubt, and every call", async () => {
    await world.gateway.set({ faults: { timeoutAfterPercent: 100 } });
    const orderId = await world.order(1000);
    await world.refund(orderId, 100);
    await world.pay();
    expect((await world.money(orderId)).payouts).toMatchObject([{ status: "uncertain" }]);
    world.clock.advance(90_000);
    const { body } = await server.app.inject({ url: "/metrics" });
    const figure = (name: string): number =>
      Number(
        body
          .split("\n")
          .find((line) => line.startsWith(`${name} `))
          ?.slice(name.length + 1),
      );
    expect(figure('makegood_payouts{status="uncertain"}')).toBe(1);
    expect(figure("makegood_payout_uncertain_age_seconds")).toBe(90);
    expect(figure('makegood_obligations_open{route="gateway"}')).toBeGreaterThanOrEqual(1);
    const calls = 'makegood_gateway_call_seconds_count{gateway="wechatpay",call="refund"';
    expect(figure(`${calls},outcome="unknown"}`)).toBe(1);
    expect(figure(`${calls},outcome="settled"}`)).toBeGreaterThanOrEqual(1);
  });
});
