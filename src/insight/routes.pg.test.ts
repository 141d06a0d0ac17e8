import { randomUUID } from "node:crypto";
import type { InjectOptions } from "fastify";
import { afterAll, beforeAll, expect, it } from "vitest";
import { drain, httpServer, newId, prepare } from "../platform/index.ts";
import type { HttpServer } from "../platform/index.ts";
import { bearerOf, insertMerchant, testActor } from "../platform/testing.ts";
import { insightQueues } from "./backtest/stored.ts";
import { insightApi } from "./routes.ts";
import { testInsight } from "./testing.ts";
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

const asked = { policyId: "order-refund", version: 2 };
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
  expect(JSON.stringify(done.body["report"])).toContain("Back-test of order-refund@2");
  const list = await call({ url: "/v1/policies/order-refund/versions/2/backtests" });
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
  const floor = await start({ policyId: "cn-seven-day", version: 1 });
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
