import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isRefusal, ordersRoutes, sha256Hex } from "../contract/index.ts";
import type { Page, WireOrderSummary } from "../contract/index.ts";
import { newId } from "../platform/index.ts";
import { testPlatform } from "../platform/testing.ts";
import type { TestPlatform } from "../platform/testing.ts";
import { ordersApi } from "./index.ts";
import { rememberingPorts } from "./testing/ports.ts";
import { sampleOrder } from "./testing/samples.ts";

let test: TestPlatform;
beforeAll(async () => {
  test = await testPlatform();
});
afterAll(() => test.close());

async function call<T>(name: keyof typeof ordersRoutes, request: object): Promise<T> {
  const api = ordersApi(test.platform, rememberingPorts(test.platform));
  const found = api.find(({ route }) => route === ordersRoutes[name]);
  const { merchantId, actor } = test;
  const full = { merchantId, actor, route: name, query: {}, params: {}, ...request };
  return (await found!.handler(full as never)) as T;
}
const create = (key: string, body = sampleOrder()) =>
  call<WireOrderSummary>("createOrder", { key, requestHash: sha256Hex(body.orderNumber), body });

describe("the routes of orders", () => {
  it("answer the same call twice with the first answer", async () => {
    const [key, body] = [newId(), sampleOrder()];
    const first = await create(key, body);
    expect(await create(key, body)).toEqual(first);
    const other = await create(key, sampleOrder());
    expect(isRefusal(other) ? other.code : other).toBe("idempotency_key_reused");
  });

  it("list orders newest first, page by page, and by number and status", async () => {
    const made: string[] = [];
    for (let time = 0; time < 5; time += 1) made.unshift((await create(newId())).orderId);
    const first = await call<Page<WireOrderSummary>>("listOrders", { query: { limit: 3 } });
    expect(first.items.map(({ orderId }) => orderId)).toEqual(made.slice(0, 3));
    const query = { limit: 2, cursor: first.next };
    const second = await call<Page<WireOrderSummary>>("listOrders", { query });
    expect(second.items.map(({ orderId }) => orderId)).toEqual(made.slice(3, 5));
    const orderNumber = second.items[0]?.orderNumber;
    const byNumber = { orderNumber, status: "paid" };
    const found = await call<Page<WireOrderSummary>>("listOrders", { query: byNumber });
    expect(found).toMatchObject({ items: [{ orderNumber }], next: null });
    const none = await call<Page<WireOrderSummary>>("listOrders", { query: { status: "draft" } });
    expect(none).toEqual({ items: [], next: null });
    const wrong = await call<unknown>("listOrders", { query: { cursor: "abc" } });
    expect(isRefusal(wrong) ? wrong.code : wrong).toBe("cursor_invalid");
  });

  it("show an order and what happens to it", async () => {
    const { orderId } = await create(newId());
    const params = { orderId };
    const body = { kind: "shipped", trackingNumber: "SF1" };
    const shipped = { params, body, key: newId(), requestHash: sha256Hex("x") };
    expect(await call("recordOrderEvent", shipped)).toMatchObject({ status: "shipped" });
    expect(await call("getOrder", { params })).toMatchObject({ orderId, status: "shipped" });
    const missing = await call<unknown>("getOrder", { params: { orderId: newId() } });
    expect(isRefusal(missing) ? missing.code : missing).toBe("not_found");
  });
});
