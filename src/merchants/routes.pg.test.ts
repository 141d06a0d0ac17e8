import { randomUUID } from "node:crypto";
import type { InjectOptions } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isRefusal } from "../contract/index.ts";
import { fixedClock, httpServer } from "../platform/index.ts";
import type { HttpServer } from "../platform/index.ts";
import { bearerOf, testActor, testPlatform, testStart } from "../platform/testing.ts";
import type { TestPlatform } from "../platform/testing.ts";
import { createStaff, customerSessionRoute, merchantsRoutes } from "./index.ts";

const clock = fixedClock(testStart);
const password = "correct horse battery";
let kit: TestPlatform;
let server: HttpServer;
let admin: string;
const orderId = randomUUID();
const personId = randomUUID();

beforeAll(async () => {
  kit = await testPlatform({ clock });
  const prove = async (_merchant: string, orderNumber: string, contact: string) =>
    orderNumber === "A-1" && contact === "li@example.com"
      ? { personId, orderIds: [orderId] }
      : null;
  server = await httpServer(kit.platform, {
    implementations: [...merchantsRoutes(kit.platform), customerSessionRoute(kit.platform, prove)],
    checkAnswers: true,
  });
  admin = await bearerOf(kit.platform, kit.actor);
});
afterAll(async () => {
  await server.close();
  await kit.close();
});

const call = (options: InjectOptions) => server.app.inject(options);
const asAdmin = (options: InjectOptions) =>
  call({ ...options, headers: { authorization: admin, ...options.headers } });
const withKey = (key: string = randomUUID()) => ({ "idempotency-key": key });

function cookieOf(response: { headers: Record<string, unknown> }): string {
  return String(response.headers["set-cookie"]).split(";")[0] ?? "";
}

async function newStaff(signInName: string, rights: ("read" | "attest")[] = ["read"]) {
  const unit = { merchantId: kit.merchantId, actor: kit.actor, route: "test" };
  const made = await createStaff(kit.platform, unit, {
    signInName,
    displayName: "Li Wei",
    password,
    rights,
  });
  if (isRefusal(made)) throw new Error(made.code);
  return made;
}

const signIn = (signInName: string, given: string) =>
  call({ method: "POST", url: "/v1/session", payload: { signInName, password: given } });

describe("sign-in", () => {
  test("the right password opens a session that no script can read", async () => {
    await newStaff("li.wei");
    const response = await signIn("LI.WEI", password);
    expect(response.statusCode).toBe(201);
    expect(response.headers["set-cookie"]).toMatch(/HttpOnly; SameSite=Strict/);
    const me = await call({ url: "/v1/session", headers: { cookie: cookieOf(response) } });
    expect(me.json()).toMatchObject({ kind: "staff", name: "Li Wei", rights: ["read"] });
  });

  test("a wrong password and an unknown name get the same answer", async () => {
    const wrong = await signIn("li.wei", "not the password");
    const unknown = await signIn("nobody.here", "not the password");
    expect(wrong.statusCode).toBe(401);
    const { requestId: _one, ...first } = wrong.json();
    const { requestId: _two, ...second } = unknown.json();
    expect(first).toEqual(second);
  });

  test("after ten failures the right password waits for a quarter of an hour", async () => {
    await newStaff("zhao.min");
    for (let failure = 0; failure < 10; failure += 1) {
      await call({
        method: "POST",
        url: "/v1/session",
        remoteAddress: "203.0.113.9",
        payload: { signInName: "zhao.min", password: "guess" },
      });
    }
    const blocked = await signIn("zhao.min", password);
    expect(blocked.statusCode).toBe(429);
    expect(Number(blocked.headers["retry-after"])).toBe(900);
    clock.advance(15 * 60_000 + 1);
    expect((await signIn("zhao.min", password)).statusCode).toBe(201);
  });

  test("a session ends when it is signed out of, and by itself after twelve hours", async () => {
    const first = cookieOf(await signIn("li.wei", password));
    const out = await call({
      method: "DELETE",
      url: "/v1/session",
      headers: { cookie: first, "x-makegood-client": "1" },
    });
    expect(out.statusCode).toBe(204);
    const gone = await call({ url: "/v1/session", headers: { cookie: first } });
    expect(gone.json()).toMatchObject({ status: 401, code: "session_expired" });
    const second = cookieOf(await signIn("li.wei", password));
    clock.advance(12 * 3600_000);
    const late = await call({ url: "/v1/session", headers: { cookie: second } });
    expect(late.statusCode).toBe(401);
  });

  test("another site cannot use a session", async () => {
    const cookie = cookieOf(await signIn("li.wei", password));
    const request = (headers: Record<string, string>) =>
      call({ method: "DELETE", url: "/v1/session", headers: { cookie, ...headers } });
    const foreign = await request({ host: "shop.example", origin: "https://evil.example" });
    expect(foreign.json()).toMatchObject({ status: 403, code: "cross_site_request" });
    expect((await request({})).statusCode).toBe(403);
    const own = await request({ host: "shop.example", origin: "https://shop.example" });
    expect(own.statusCode).toBe(204);
  });
});

describe("staff and keys", () => {
  test("a new member of staff is listed, and the deed is in the audit log", async () => {
    const made = await asAdmin({
      method: "POST",
      url: "/v1/staff",
      headers: withKey(),
      payload: { signInName: "chen.yu", displayName: "Chen Yu", password, rights: ["attest"] },
    });
    expect(made.statusCode).toBe(201);
    const { staffId } = made.json();
    const list = await asAdmin({ url: "/v1/staff?limit=200" });
    expect(list.json().items).toContainEqual(made.json());
    const audit = await asAdmin({ url: `/v1/audit?subject=${staffId}` });
    expect(audit.json().items).toMatchObject([
      { action: "staff.created", subject: staffId, actor: { id: kit.actor.id } },
    ]);
  });

  test("a short password and a taken name are refused at their field", async () => {
    const payload = { signInName: "li.wei", displayName: "Li", password: "short", rights: [] };
    const post = (body: object) =>
      asAdmin({ method: "POST", url: "/v1/staff", headers: withKey(), payload: body });
    expect((await post(payload)).json()).toMatchObject({
      status: 422,
      code: "password_weak",
      field: "/password",
    });
    expect((await post({ ...payload, password })).json()).toMatchObject({
      status: 409,
      code: "sign_in_name_taken",
    });
  });

  test("a key works until it is revoked, and the same idempotency key makes one key", async () => {
    const key = randomUUID();
    const create = () =>
      asAdmin({
        method: "POST",
        url: "/v1/api-keys",
        headers: withKey(key),
        payload: { label: "Shop", rights: ["file"] },
      });
    const made = (await create()).json();
    expect((await create()).json()).toEqual(made);
    const headers = { authorization: `Bearer ${made.key}` };
    expect((await call({ url: "/v1/session", headers })).json()).toMatchObject({
      kind: "key",
      name: "Shop",
      rights: ["file"],
    });
    const revoke = () => asAdmin({ method: "DELETE", url: `/v1/api-keys/${made.keyId}` });
    expect((await revoke()).statusCode).toBe(204);
    expect((await revoke()).statusCode).toBe(204);
    expect((await call({ url: "/v1/session", headers })).statusCode).toBe(401);
    const list = await asAdmin({ url: "/v1/api-keys" });
    expect(list.json().items[0]).toMatchObject({
      keyId: made.keyId,
      revokedAt: expect.any(String),
    });
    expect(list.body).not.toContain(made.key);
  });

  test("who may not administer is told which right is missing", async () => {
    const reader = await bearerOf(
      kit.platform,
      testActor(kit.merchantId, { rights: new Set(["read"]) }),
    );
    const response = await call({ url: "/v1/staff", headers: { authorization: reader } });
    expect(response.json()).toMatchObject({ status: 403, code: "right_missing" });
    expect((await call({ url: "/v1/staff" })).statusCode).toBe(401);
  });

  test("lists page from newest to oldest without a gap", async () => {
    const whole = (await asAdmin({ url: "/v1/staff?limit=200" })).json().items;
    const paged: unknown[] = [];
    let cursor = "";
    for (;;) {
      const page = (await asAdmin({ url: `/v1/staff?limit=1${cursor}` })).json();
      paged.push(...page.items);
      if (page.next === null) break;
      cursor = `&cursor=${page.next}`;
    }
    expect(whole.length).toBeGreaterThan(2);
    expect(paged).toEqual(whole);
  });
});

describe("the portal's way in", () => {
  const open = (orderNumber: string, contact: string, slug = `shop-${kit.merchantId}`) =>
    call({
      method: "POST",
      url: `/v1/portal/${slug}/session`,
      payload: { orderNumber, contact },
    });

  test("number and contact together open a session for that order alone", async () => {
    const response = await open("A-1", "li@example.com");
    expect(response.statusCode).toBe(201);
    expect(response.json()).toMatchObject({ kind: "customer", orderIds: [orderId], rights: [] });
    const cookie = cookieOf(response);
    expect(cookie).toMatch(/^makegood_customer=/);
    const staffPage = await call({ url: "/v1/staff", headers: { cookie } });
    expect(staffPage.statusCode).toBe(401);
  });

  test("whether an order or a merchant exists stays unsaid", async () => {
    const answers = await Promise.all([
      open("A-1", "other@example.com"),
      open("B-2", "li@example.com"),
      open("A-1", "li@example.com", "no-such-shop"),
    ]);
    const bodies = answers.map((answer) => {
      const { requestId: _id, ...rest } = answer.json();
      return rest;
    });
    expect(bodies[0]).toMatchObject({ code: "order_not_proved" });
    expect(bodies[1]).toEqual(bodies[0]);
    expect(bodies[2]).toEqual(bodies[0]);
  });

  test("a burst of guesses is cut off, however the number is written", async () => {
    const slug = `shop-${kit.merchantId}`;
    const guess = (at: number) =>
      call({
        method: "POST",
        url: `/v1/portal/${slug}/session`,
        remoteAddress: `2001:db8:0:${at}::1`,
        payload: { orderNumber: [" a-1", "A-1", "Ａ-1 "][at % 3], contact: `${at}@example.com` },
      });
    const answers = await Promise.all(Array.from({ length: 60 }, (_, at) => guess(at)));
    const tried = answers.filter(({ statusCode }) => statusCode !== 429);
    expect(tried.length).toBeLessThanOrEqual(10);
    const [blocked] = answers.filter(({ statusCode }) => statusCode === 429);
    expect(Number(blocked?.headers["retry-after"])).toBe(900);
    expect((await open("A-1", "li@example.com")).statusCode).toBe(429);
    clock.advance(15 * 60_000 + 1);
    expect((await open("A-1", "li@example.com")).statusCode).toBe(201);
  });

  test("one network guesses at fifty orders, from whichever of its addresses", async () => {
    const answers = [];
    for (let at = 0; at < 60; at += 1) {
      answers.push(
        await call({
          method: "POST",
          url: `/v1/portal/shop-${kit.merchantId}/session`,
          remoteAddress: `2001:db8:9:9::${at.toString(16)}`,
          payload: { orderNumber: `N-${at}`, contact: "li@example.com" },
        }),
      );
    }
    expect(answers.filter(({ statusCode }) => statusCode !== 429)).toHaveLength(50);
  });

  test("a customer and a member of staff in one browser each sign out alone", async () => {
    await newStaff("sun.jie");
    const bothCookies = async () => ({
      staff: cookieOf(await signIn("sun.jie", password)),
      customer: cookieOf(await open("A-1", "li@example.com")),
    });
    const leave = (url: string, ...cookies: string[]) =>
      call({
        method: "DELETE",
        url,
        headers: { cookie: cookies.join("; "), "x-makegood-client": "1" },
      });
    const kindOf = async (cookie: string) =>
      (await call({ url: "/v1/session", headers: { cookie } })).json().kind ?? "nobody";

    const first = await bothCookies();
    const shop = await leave("/v1/my/session", first.staff, first.customer);
    expect(shop.statusCode).toBe(204);
    expect(cookieOf(shop)).toBe("makegood_customer=");
    expect(await kindOf(first.customer)).toBe("nobody");
    expect(await kindOf(first.staff)).toBe("staff");

    const second = await bothCookies();
    const office = await leave("/v1/session", second.staff, second.customer);
    expect(office.statusCode).toBe(204);
    expect(cookieOf(office)).toBe("makegood_session=");
    expect(await kindOf(second.staff)).toBe("nobody");
    expect(await kindOf(second.customer)).toBe("customer");
    // Nor where the one of staff has run out already.
    expect((await leave("/v1/session", second.customer)).statusCode).toBe(401);
    expect(await kindOf(second.customer)).toBe("customer");
    expect((await leave("/v1/my/session", second.staff)).statusCode).toBe(401);
  });
});
