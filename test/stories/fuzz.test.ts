import fc from "fast-check";
import type { InjectOptions } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Rooms, openRooms } from "../../src/app/compose/rooms.ts";
import { demoOrders } from "../../src/app/demo/orders.ts";
import { routes } from "../../src/contract/index.ts";
import type { RouteSpec } from "../../src/contract/index.ts";
import { stateProfile } from "../../src/merchants/testing.ts";
import { httpServer, newId, prepare, transact } from "../../src/platform/index.ts";
import type { HttpServer } from "../../src/platform/index.ts";
import { bearerOf, testActor, testPlatform, testStart } from "../../src/platform/testing.ts";
import type { TestPlatform } from "../../src/platform/testing.ts";
import { installShipped } from "../../src/promises/index.ts";
import { nulInEachText, spoiled, valid } from "../fuzz/arbitrary.ts";

/** Over all routes; `npm run proof` asks for ten times as many. */
const calls = Number(process.env["MAKEGOOD_FUZZ_CALLS"] ?? 10_000);
const specs = Object.values<RouteSpec>(routes);

let kit: TestPlatform;
let rooms: Rooms;
let server: HttpServer;
let bearers: [string, string];
const strangers = ["Bearer mgs_nobody", ""];
let known: string[];
const failed: { readonly call: InjectOptions; readonly answer: string }[] = [];

beforeAll(async () => {
  kit = await testPlatform();
  const { platform, merchantId, actor } = kit;
  rooms = openRooms(platform);
  await prepare(platform, rooms);
  await transact(platform, { merchantId, actor, route: "test" }, async (tx) => {
    await installShipped(tx, { markets: [] });
    return null;
  });
  await stateProfile(kit, merchantId);
  server = await httpServer(platform, { implementations: rooms.implementations });
  const staff = await bearerOf(platform, actor);
  const seeded = await seed(staff);
  const customer = testActor(merchantId, {
    kind: "customer",
    rights: new Set(),
    orderIds: [seeded.orderId],
  });
  bearers = [staff, await bearerOf(platform, customer)];
  known = [seeded.orderId, seeded.claimId, "A", "order-refund", "3", "intact", "return.freight"];
});
afterAll(async () => {
  await server.close();
  rooms.close();
  await kit.close();
});

async function seed(authorization: string) {
  const post = async (url: string, payload: object) => {
    const headers = { authorization, "idempotency-key": newId() };
    const answer = await server.app.inject({ method: "POST", url, headers, payload });
    if (answer.statusCode >= 400) throw new Error(answer.body);
    return answer.json<Record<string, string>>();
  };
  const { orderId = "" } = await post("/v1/orders", {
    orderNumber: "F-1",
    currency: "CNY",
    customer: { kind: "consumer" },
    policies: [{ id: "order-refund", version: 3 }],
    lines: [{ lineId: "A", kind: "goods", quantity: 3, unitPriceMinor: 1000 }],
    tenders: [{ tenderId: "T", kind: "money", unit: "CNY", units: 3000 }],
  });
  await post(`/v1/orders/${orderId}/events`, { kind: "received" });
  const items = [{ orderId, lineId: "A", quantity: 1 }];
  const { claimId = "" } = await post("/v1/claims", { kind: "refund", items });
  return { orderId, claimId };
}

const anything = (schema: RouteSpec["body"], examples: readonly unknown[]) => {
  if (schema === undefined) return fc.constant(undefined);
  const made = valid(schema, known);
  const right = examples.length === 0 ? made : fc.oneof(made, fc.constantFrom(...examples));
  // Most calls are wrong in one thing at most: others end at the first look.
  return fc.oneof(right, right.chain(spoiled));
};

/** Bodies that go deep: what the demo's shop sends, without the gateway that it has. */
function examplesOf({ operationId }: RouteSpec): readonly unknown[] {
  const orders = demoOrders((days) => new Date(testStart - days * 86_400_000).toISOString());
  const [orderId = ""] = known;
  if (operationId === "createOrder") {
    return orders.map(({ order }) => ({
      ...order,
      tenders: order.tenders?.map(({ gatewayAccount: _, ...tender }) => tender),
    }));
  }
  if (operationId === "recordOrderEvent") return orders.flatMap(({ events }) => events);
  if (operationId !== "fileClaim") return [];
  return ["refund", "cancel", "campaign_off"].map((kind) => ({ kind, items: [{ orderId }] }));
}

/** Who may: most calls should get past the guard. */
function bearerFor({ right, operationId }: RouteSpec): fc.Arbitrary<string> {
  // These end the session that calls.
  if (/^(signOut|closeCustomerSession)$/.test(operationId)) return fc.constantFrom(...strangers);
  const [staff, customer] = bearers;
  const fit = right === "customer" ? customer : staff;
  const others = fc.constantFrom(staff, customer, ...strangers);
  return fc.oneof({ weight: 9, arbitrary: fc.constant(fit) }, { weight: 1, arbitrary: others });
}

function callOf(spec: RouteSpec): fc.Arbitrary<InjectOptions> {
  return fc
    .record({
      bearer: bearerFor(spec),
      params: anything(spec.params, []),
      query: anything(spec.query, []),
      body: anything(spec.body, examplesOf(spec)),
      key: fc.oneof({ weight: 20, arbitrary: fc.uuid() }, fc.string({ maxLength: 300 })),
      language: fc.constantFrom("zh-CN", "zh-TW", "en", "*"),
    })
    .map(({ bearer, params, query, body, key, language }) => ({
      method: spec.method,
      url: addressOf(spec.path, params, query),
      headers: {
        authorization: bearer,
        "accept-language": language,
        "idempotency-key": printable(key),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    }));
}

function addressOf(path: string, params: unknown, query: unknown): string {
  const at = (held: unknown, name: string): string =>
    encoded(
      typeof held === "object" && held !== null ? (held as Record<string, unknown>)[name] : held,
    );
  const where = path.replace(/\{(\w+)\}/g, (_, name: string) => at(params, name));
  const asked = Object.entries(typeof query === "object" && query !== null ? query : {});
  const text = asked.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join("&");
  return text === "" ? where : `${where}?${text}`;
}

function encoded(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  try {
    return encodeURIComponent(text);
  } catch {
    return "%ED%A0%80";
  }
}

/** What a client can put in a header at all. */
const printable = (text: string): string => text.replaceAll(/[^\x20-\x7e]/g, "?");

const title = "no call that the contract can describe, and none beside it, makes the server fail";
test(title, { timeout: 1_200_000 }, async () => {
  const share = calls / specs.reduce((sum, spec) => sum + weightOf(spec), 0);
  const seedNumber = Number(process.env["MAKEGOOD_FUZZ_SEED"] ?? Date.now() % 2 ** 31);
  for (const [at, spec] of specs.entries()) {
    const some = { numRuns: Math.ceil(share * weightOf(spec)), seed: seedNumber + at };
    for (const call of fc.sample(callOf(spec), some)) {
      const answer = await server.app.inject(call);
      const isProblem = String(answer.headers["content-type"]).startsWith("application/problem");
      if (answer.statusCode < 400 || (isProblem && answer.statusCode < 500)) continue;
      failed.push({ call, answer: `${answer.statusCode} ${answer.body.slice(0, 300)}` });
    }
  }
  expect(failed, `MAKEGOOD_FUZZ_SEED=${seedNumber}`).toEqual([]);
});

const withBody = specs.filter(({ body, right }) => body !== undefined && right !== "public");
test.each(withBody.map((spec) => [spec.operationId, spec] as const))(
  "a character that no text may hold is refused with its place, wherever %s takes text",
  async (_, spec) => {
    const bodies = fc.sample(valid(spec.body ?? {}, known), { numRuns: 5, seed: 7 });
    const params = fc.sample(valid(spec.params ?? {}, known), { numRuns: 1, seed: 7 })[0];
    for (const { body, field } of bodies.flatMap((each) => nulInEachText(each))) {
      const answer = await server.app.inject({
        method: spec.method,
        url: addressOf(spec.path, params, {}),
        headers: {
          authorization: spec.right === "customer" ? bearers[1] : bearers[0],
          "idempotency-key": newId(),
        },
        payload: body as object,
      });
      expect(answer.json()).toMatchObject({ status: 400, code: "text_odd", field });
    }
  },
);

test.each([
  ["an address that cannot be decoded", { url: "/v1/orders/%E0%A4%A" }, 400],
  ["a name of ten thousand characters", { url: `/v1/orders/${"x".repeat(10_000)}` }, 400],
  ["a key given twice", { payload: '{"signInName":"a","signInName":"b","password":"c"}' }, 400],
  ["bytes that are no UTF-8", { payload: Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22]) }, 400],
  ["a thousand brackets", { payload: "[".repeat(1000) + "]".repeat(1000) }, 400],
] as const)("%s is a problem told, not a failure", async (_, given, status) => {
  const answer = await server.app.inject({
    method: "payload" in given ? "POST" : "GET",
    url: "/v1/session",
    headers: { authorization: bearers[0], "content-type": "application/json" },
    ...given,
  });
  expect(answer.statusCode).toBe(status);
  expect(answer.headers["content-type"]).toMatch(/^application\/problem\+json/);
});

/** A route that takes a body has more to go wrong in; a password takes its time by intention. */
function weightOf({ operationId, body }: RouteSpec): number {
  if (/^(signIn|createStaff)$/.test(operationId)) return 0.5;
  return body === undefined ? 1 : 4;
}
