import { randomUUID } from "node:crypto";
import type { InjectOptions } from "fastify";
import { afterAll, beforeAll, expect, it } from "vitest";
import { drain, httpServer, newId, prepare, transact } from "../platform/index.ts";
import type { HttpServer } from "../platform/index.ts";
import { bearerOf, insertMerchant, testActor } from "../platform/testing.ts";
import { policyLife } from "../promises/index.ts";
import { insightQueues } from "./backtest/stored.ts";
import { insightApi } from "./routes.ts";
import { draftOf, testInsight } from "./testing.ts";
import type { TestInsight } from "./testing.ts";

let world: TestInsight;
let server: HttpServer;

beforeAll(async () => {
  world = await testInsight();
  await world.returned({ days: 2 });
  await prepare(world.platform, work());
  const implementations = insightApi(world.platform);
  server = await httpServer(world.platform, { implementations, checkAnswers: true });
});
afterAll(async () => {
  await server.close();
  await world.close();
});

const work = () => ({ queues: insightQueues(world.platform) as never[], subscriptions: [] });

async function call(options: InjectOptions, merchantId = world.merchantId) {
  const authorization = await bearerOf(world.platform, testActor(merchantId));
  const headers = { authorization, "idempotency-key": randomUUID() };
  const response = await server.app.inject({ ...options, headers });
  return { status: response.statusCode, body: response.json<Record<string, unknown>>() };
}

const asked = { policyId: "order-refund", version: 3 };
const start = (payload: object = asked) => call({ method: "POST", url: "/v1/backtests", payload });

it("a version is back-tested by a worker, and its report is kept with it", async () => {
  const { status, body } = await start();
  expect([status, body["status"]]).toEqual([202, "queued"]);
  await drain(world.platform, work());
  const url = `/v1/backtests/${String(body["backtestId"])}`;
  const done = await call({ url });
  expect(done.body).toMatchObject({
    ...asked,
    status: "done",
    done: 1,
    total: 1,
    fault: null,
    report: { data: { claims: 1, undetermined: 0 } },
  });
  expect(JSON.stringify(done.body["report"])).toContain("Back-test of order-refund@3");
  const list = await call({ url: "/v1/policies/order-refund/versions/3/backtests" });
  expect(list.body).toMatchObject({ items: [{ status: "done" }], next: null });
  const merchantId = newId();
  await insertMerchant(world.platform, merchantId);
  expect((await call({ url }, merchantId)).status).toBe(404);
});

it("one that was stopped does nothing more, and one that has ended stays as it is", async () => {
  const { body } = await start();
  const url = `/v1/backtests/${String(body["backtestId"])}`;
  const stopped = await call({ method: "POST", url: `${url}/stop` });
  expect(stopped.body).toMatchObject({ status: "stopped" });
  await drain(world.platform, work());
  expect((await call({ url })).body).toMatchObject({ status: "stopped", report: null });
});

it("what is no policy cannot be back-tested", async () => {
  expect((await start({ policyId: "nobody", version: 1 })).status).toBe(404);
  const floor = await start({ policyId: "cn-seven-day", version: 2 });
  expect([floor.status, floor.body["code"]]).toEqual([422, "backtest_impossible"]);
  const turned = { ...asked, from: "2026-02-01T00:00:00Z", to: "2026-01-01T00:00:00Z" };
  expect((await start(turned)).status).toBe(400);
});

it("the audit answers with its data and its page", async () => {
  const { status, body } = await call({ url: "/v1/audits/fairness" });
  expect(status).toBe(200);
  expect(body).toMatchObject({ data: { decisions: 1, engine: { faults: 0 } } });
  expect(body["html"]).toMatch(/^<!doctype html>/i);
});

it("an order without metered service has no fee to compare", async () => {
  const { orders } = await world.returned({ days: 1 });
  const payload = { orderId: orders[0]?.orderId };
  const { status, body } = await call({ method: "POST", url: "/v1/fee-reports", payload });
  expect([status, body["code"]]).toEqual([422, "fee_without_terms"]);
});

/** 36,000.00 for advertising that nobody has used yet. */
const soldPackage = () => ({
  orderNumber: `P-${newId()}`,
  currency: "CNY",
  orderedAt: "2026-01-02T09:00:00+08:00",
  signedAt: "2026-01-02T09:00:00+08:00",
  paidAt: "2026-01-02T09:00:00+08:00",
  customer: { kind: "business" as const },
  lines: [
    { lineId: "1", kind: "package" as const, quantity: 1, unitPriceMinor: 3_600_000, ...product },
  ],
  terms: {
    meters: [{ meter: "ads", units: 200_000, shareMinor: 3_600_000, fullUnitMinor: 22 }],
  },
  tenders: [
    { kind: "points" as const, unit: "points", units: 3_600_000, value: { minor: 3_600_000 } },
  ],
});
const product = { productCode: "PACK", productName: "套餐" };

it("a draft's fee is held against the service as the pinned one's is", async () => {
  const orderId = await world.order(soldPackage());
  const shipped = draftOf("package-cancel.policy.yaml", ["rate: 90%", "rate: 95%"]);
  const { version } = shipped.document;
  const next = version + 1;
  const text = shipped.text.replace(`version: ${version}`, `version: ${next}`);
  const withGap = text.replace(`version: ${next}`, "version: 900").replace("72h}}", "24h}}");
  const unit = { merchantId: world.merchantId, actor: testActor(world.merchantId), route: "test" };
  for (const draft of [text, withGap]) {
    await transact(world.platform, unit, (tx) => policyLife.create(tx, { text: draft }, "en"));
  }
  const fee = (policies: readonly object[]) => {
    const payload = { orderId, to: "2026-01-20T00:00:00+08:00", policies };
    return call({ method: "POST", url: "/v1/fee-reports", payload });
  };
  const policyId = "package-cancel";
  const { status, body } = await fee([{ policyId, version: next }]);
  expect([status, body["data"]]).toMatchObject([
    200,
    {
      policies: [`package-cancel@${next}`],
      from: "2026-01-02T01:00:00.000Z",
      timeline: [
        { at: "2026-01-02T01:00:00.000Z", refundMinor: 3_600_000, keptMinor: 0, costMinor: null },
        { at: "2026-01-05T01:00:01.000Z", refundMinor: 3_420_000, keptMinor: 180_000 },
      ],
      divergences: [{ kind: "above_full", until: null, largestMinor: 180_000 }, {}],
    },
  ]);
  expect(body["html"]).toContain(`package-cancel@${next}`);
  const refusals = await Promise.all([
    fee([{ policyId, version: 999 }]),
    fee([{ policyId: "red-packet", version: 2 }]),
    fee([{ policyId, version: next, parameters: { notice: "61d" } }]),
    fee([{ policyId, version: 900 }]),
  ]);
  expect(refusals.map(({ body: { code, field } }) => [code, field])).toEqual([
    ["not_found", "/policies/0"],
    ["fee_policy_unfit", "/policies/0"],
    ["policy_parameter_invalid", "/policies/0"],
    ["fee_policy_faulty", "/policies"],
  ]);
});
