import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import type { InjectOptions } from "fastify";
import { Type } from "typebox";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { refuse, route, strict } from "../../contract/index.ts";
import { transact } from "../database/transact.ts";
import { StartError } from "../start-error.ts";
import { bearerOf, testActor, testPlatform } from "../testing.ts";
import type { TestPlatform } from "../testing.ts";
import { implement } from "./handler.ts";
import { httpServer } from "./server.ts";
import type { HttpServer } from "./server.ts";

const things = {
  create: route({
    operationId: "createThing",
    method: "POST",
    path: "/v1/things/{thingId}",
    summary: "A thing",
    right: "file",
    params: Type.Object({ thingId: Type.String({ format: "uuid" }) }, strict),
    query: Type.Object({ dryRun: Type.Optional(Type.Boolean()) }, strict),
    body: Type.Object({ amountMinor: Type.Integer({ minimum: 1 }) }, strict),
    success: {
      status: 201,
      schema: Type.Object({ made: Type.String(), dryRun: Type.Boolean() }, strict),
    },
    stateful: true,
    errors: ["not_found"],
  }),
  fail: route({
    operationId: "fail",
    method: "GET",
    path: "/v1/failing",
    summary: "A bug",
    right: "public",
    success: { status: 200, schema: Type.Object({}) },
    stateful: false,
    errors: [],
  }),
  refuse: route({
    operationId: "refuse",
    method: "GET",
    path: "/v1/refusing",
    summary: "A refusal",
    right: "public",
    success: { status: 200, schema: Type.Object({}) },
    stateful: false,
    errors: ["too_many_requests"],
  }),
  lie: route({
    operationId: "lie",
    method: "GET",
    path: "/v1/lying",
    summary: "An answer that is not as documented",
    right: "public",
    success: { status: 200, schema: Type.Object({ count: Type.Integer() }, strict) },
    stateful: false,
    errors: [],
  }),
};

let kit: TestPlatform;
let server: HttpServer;
let bearer: string;
const url = "/v1/things/0199f0a0-0000-7000-8000-000000000001";

beforeAll(async () => {
  kit = await testPlatform();
  server = await httpServer(kit.platform, {
    checkAnswers: true,
    implementations: [
      implement(things.create, (request) =>
        transact(kit.platform, request, async (tx) => ({
          made: tx.newId(),
          dryRun: request.query.dryRun ?? false,
        })),
      ),
      implement(things.fail, async () => {
        throw new Error("secret of the house");
      }),
      implement(things.refuse, async () => refuse("too_many_requests", { retryAfterSeconds: 7 })),
      implement(things.lie, async () => ({ count: 1.5 })),
    ],
  });
  bearer = await bearerOf(kit.platform, kit.actor);
});
afterAll(async () => {
  await server.close();
  await kit.close();
});

function post(options: InjectOptions = {}, key: string | null = "key-1") {
  return server.app.inject({
    method: "POST",
    url,
    payload: { amountMinor: 1 },
    ...options,
    headers: {
      authorization: bearer,
      ...(key === null ? {} : { "idempotency-key": key }),
      ...options.headers,
    },
  });
}

describe("a request", () => {
  test("that is right is answered as documented", async () => {
    const response = await post({ url: `${url}?dryRun=true` }, "right");
    expect(response.statusCode).toBe(201);
    expect(response.json()).toMatchObject({ dryRun: true });
  });

  test("that is sent again under its key gets the first answer, another a refusal", async () => {
    const first = await post({}, "again");
    expect((await post({}, "again")).json()).toEqual(first.json());
    const other = await post({ payload: { amountMinor: 2 } }, "again");
    expect(other.json()).toMatchObject({ status: 409, code: "idempotency_key_reused" });
  });

  test("without its key is refused", async () => {
    expect((await post({}, null)).json()).toMatchObject({ code: "idempotency_key_required" });
    expect((await post({}, "with space")).json()).toMatchObject({
      code: "idempotency_key_required",
    });
  });

  test.each([
    ["a fraction", { amountMinor: 1.5 }, "/amountMinor"],
    ["a text for a number", { amountMinor: "1" }, "/amountMinor"],
    ["a key that is not documented", { amountMinor: 1, amuont: 2 }, "/amuont"],
    ["a key that is missing", {}, "/amountMinor"],
    ["a list", [], null],
  ])("with %s in its body is refused at its place", async (_what, payload, field) => {
    const problem = (await post({ payload })).json();
    expect(problem).toMatchObject({ status: 400, code: "invalid_request", field });
    expect(problem.detail).toContain(field ?? "`body`");
  });

  test("with a bad address or query is refused by the name of the part", async () => {
    expect((await post({ url: "/v1/things/7" })).json()).toMatchObject({ field: "thingId" });
    expect((await post({ url: `${url}?dryRun=maybe` })).json()).toMatchObject({ field: "dryRun" });
    expect((await post({ url: `${url}?other=1` })).json()).toMatchObject({
      code: "invalid_request",
    });
  });

  test.each([
    [{ payload: "{", headers: { "content-type": "application/json" } }, 400, "invalid_json"],
    [
      { payload: '{"__proto__":{}}', headers: { "content-type": "application/json" } },
      400,
      "invalid_json",
    ],
    [{ payload: "<a/>", headers: { "content-type": "text/xml" } }, 415, "unsupported_media_type"],
    [{ payload: { text: "x".repeat(1024 * 1024) } }, 413, "payload_too_large"],
    [{ url: "/v1/nowhere" }, 404, "not_found"],
  ])("that cannot be read is a problem like any other: %#", async (options, status, code) => {
    const response = await post(options);
    expect(response.headers["content-type"]).toMatch(/^application\/problem\+json/);
    expect(response.json()).toMatchObject({ status, code, type: `/problems/${code}` });
    expect(response.json().requestId).toBe(response.headers["x-request-id"]);
  });

  test("without the right, or by nobody, is refused before it is looked at", async () => {
    const reader = await bearerOf(
      kit.platform,
      testActor(kit.merchantId, { rights: new Set(["read"]) }),
    );
    const headers = { authorization: reader };
    expect((await post({ headers, payload: [] })).json()).toMatchObject({ code: "right_missing" });
    expect((await post({ headers: { authorization: "Bearer x" } })).statusCode).toBe(401);
  });
});

describe("an answer", () => {
  test("speaks the reader's language and says when to come back", async () => {
    const response = await server.app.inject({
      url: "/v1/refusing",
      headers: { "accept-language": "zh-TW,zh;q=0.9", "x-request-id": "given-1" },
    });
    expect(response.statusCode).toBe(429);
    expect(response.headers).toMatchObject({
      "retry-after": "7",
      "content-language": "zh-TW",
      "x-request-id": "given-1",
    });
    expect(response.json().detail).toBe("請求過於頻繁；請在 7 秒後再試");
  });

  test("to a bug tells nothing of it", async () => {
    const response = await server.app.inject({ url: "/v1/failing" });
    expect(response.json()).toMatchObject({ status: 500, code: "internal" });
    expect(response.body).not.toContain("secret");
  });

  test("that is not as documented fails in tests", async () => {
    expect((await server.app.inject({ url: "/v1/lying" })).statusCode).toBe(500);
  });

  test("lets a browser load nothing and keep nothing", async () => {
    const { headers } = await server.app.inject({ url: "/health" });
    expect(headers).toMatchObject({
      "content-security-policy": expect.stringContaining("default-src 'none'"),
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
    });
  });
});

describe("the system's own pages", () => {
  test("tell health, readiness and figures", async () => {
    expect((await server.app.inject({ url: "/health" })).json()).toEqual({ status: "ok" });
    expect((await server.app.inject({ url: "/ready" })).json()).toEqual({ status: "ready" });
    const metrics = await server.app.inject({ url: "/metrics" });
    expect(metrics.body).toContain('makegood_http_seconds_count{route="createThing"');
  });

  test("are not ready with a data folder that is gone", async () => {
    const lonely = await kit.another();
    const broken = { ...lonely, settings: { ...lonely.settings, dataFolder: "/dev/null/data" } };
    const other = await httpServer(broken, { implementations: [] });
    const response = await other.app.inject({ url: "/ready" });
    expect(response.json()).toMatchObject({ status: 503, code: "not_ready" });
    await other.close();
  });

  test("give the OpenAPI document and a reference that loads nothing from elsewhere", async () => {
    const document = (await server.app.inject({ url: "/openapi.json" })).json();
    expect(document.openapi).toBe("3.1.0");
    const page = await server.app.inject({ url: "/docs/" });
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain("swagger-ui");
    expect(page.body).not.toMatch(/(?:src|href)="https?:/);
    expect(page.headers["content-security-policy"]).not.toContain("unsafe-eval");
  });
});

describe("listening", () => {
  test("on a port that is taken is one sentence", async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, "127.0.0.1", resolve));
    const { port } = holder.address() as AddressInfo;
    const settings = { ...kit.platform.settings, port, host: "127.0.0.1" };
    const taken = await httpServer({ ...kit.platform, settings }, { implementations: [] });
    await expect(taken.listen()).rejects.toThrow(StartError);
    await expect(taken.listen()).rejects.toThrow(`port ${port} is taken`);
    await taken.close();
    holder.close();
  });

  test("ends after the requests under way are answered", async () => {
    let release = (): void => undefined;
    let arrived = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const begun = new Promise<void>((resolve) => (arrived = resolve));
    const slow = await httpServer(kit.platform, {
      implementations: [
        implement(things.refuse, async () => {
          arrived();
          await held;
          return {};
        }),
      ],
    });
    const address = await slow.listen();
    const response = fetch(`${address}/v1/refusing`);
    await begun;
    const closed = slow.close();
    release();
    expect((await response).status).toBe(200);
    await closed;
    await expect(fetch(`${address}/health`)).rejects.toThrow();
  });
});
