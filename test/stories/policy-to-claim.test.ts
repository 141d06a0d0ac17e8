import { afterAll, beforeAll, expect, it } from "vitest";
import { type Rooms, openRooms } from "../../src/app/compose/rooms.ts";
import type { Answer, Client, Right, WireCreateOrder } from "../../src/contract/index.ts";
import { createClient, isRefusal } from "../../src/contract/index.ts";
import { createStaff, signIn } from "../../src/merchants/index.ts";
import { stateProfile } from "../../src/merchants/testing.ts";
import { httpServer, newId, prepare, transact } from "../../src/platform/index.ts";
import type { HttpServer } from "../../src/platform/index.ts";
import { type TestPlatform, testPlatform } from "../../src/platform/testing.ts";
import { installShipped } from "../../src/promises/index.ts";

/** Half of the price within thirty days, and nothing after that. */
const policy = (version: number, rate: string) => `makegood: policy/1
id: shop-return
version: ${version}
title: {zh-CN: 本店退货, zh-TW: 本店退貨, en: Returns of this shop}
answers: [refund]
use: [day_receipt]
heads:
  price: {pay: line.paid}
clauses:
  soon:
    when: {day_receipt: {at_most: 30d}}
    give: {price: ${rate}}
  late:
    when: {day_receipt: {more_than: 30d}}
    why: too_late
    give: {price: 0%}
`;

let test: TestPlatform;
let rooms: Rooms;
let server: HttpServer;
let address: string;
beforeAll(async () => {
  test = await testPlatform();
  const { platform, merchantId, actor } = test;
  rooms = openRooms(platform);
  await prepare(platform, rooms);
  await transact(platform, { merchantId, actor, route: "test" }, async (tx) => {
    await installShipped(tx, { markets: [] });
    return null;
  });
  await stateProfile(test, merchantId);
  server = await httpServer(platform, {
    implementations: rooms.implementations,
    checkAnswers: true,
  });
  address = await server.listen();
});
afterAll(async () => {
  await server.close();
  rooms.close();
  await test.close();
});

/** A member of staff, signed in. */
async function person(rights: Right[]): Promise<Client> {
  const { platform, merchantId, actor } = test;
  const signInName = newId();
  const password = "a-long-password";
  const staff = { signInName, displayName: "x", password, rights };
  const made = await createStaff(platform, { merchantId, actor, route: "test" }, staff);
  if (isRefusal(made)) throw new Error(made.code);
  const session = await signIn(platform, { signInName, password, address: "test" });
  if (isRefusal(session)) throw new Error(session.code);
  return createClient({
    baseUrl: address,
    headers: () => ({ Authorization: `Bearer ${session.token}` }),
    newKey: newId,
  });
}

function taken<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.data;
  throw new Error(`${answer.problem.code}: ${answer.problem.detail}`);
}

async function publish(author: Client, second: Client, version: number, rate: string) {
  const params = { policyId: "shop-return", version };
  taken(await author.createPolicyDraft({ body: { text: policy(version, rate) } }));
  expect(taken(await author.verifyPolicy({ params })).verification?.findings).toEqual([]);
  taken(await author.requestPolicyApproval({ params }));
  expect(await author.approvePolicy({ params })).toMatchObject({
    status: 403,
    problem: { code: "policy_second_person" },
  });
  taken(await second.approvePolicy({ params }));
  return taken(await author.publishPolicy({ params }));
}

const order = (version: number): WireCreateOrder => ({
  orderNumber: newId(),
  currency: "CNY",
  lines: [{ kind: "goods", productName: "台灯", quantity: 1, unitPriceMinor: 10_000 }],
  tenders: [{ kind: "points", unit: "points", units: 100, value: { minor: 10_000 } }],
  policies: [{ id: "shop-return", version }],
  acceptance: { channel: "web-checkout", means: "checkbox", language: "zh-CN" },
});

async function decided(shop: Client, orderId: string): Promise<unknown> {
  taken(await shop.recordOrderEvent({ params: { orderId }, body: { kind: "received" } }));
  const claim = taken(
    await shop.fileClaim({ body: { kind: "refund", items: [{ orderId, lineId: "1" }] } }),
  );
  return claim;
}

it("a new version decides new orders, and an order keeps what its customer accepted", async () => {
  const author = await person(["publish", "approve", "read"]);
  const second = await person(["publish", "approve", "read"]);
  const shop = await person(["file", "attest", "read"]);
  const first = await publish(author, second, 1, "50%");
  const old = taken(await shop.createOrder({ body: order(1) }));
  const next = await publish(author, second, 2, "80%");
  const fresh = taken(await shop.createOrder({ body: order(2) }));
  const pinned = taken(await shop.getOrder({ params: { orderId: old.orderId } }));
  expect(pinned.policies).toEqual([
    { id: "shop-return", version: 1, hash: first.hash, params: {} },
  ]);
  expect(pinned.acceptances).toMatchObject([
    {
      channel: "web-checkout",
      means: "checkbox",
      later: false,
      policies: [{ id: "shop-return", version: 1, hash: first.hash, receiptId: null }],
    },
  ]);
  const told = async (orderId: string) => JSON.stringify(await decided(shop, orderId));
  const [before, after] = [await told(old.orderId), await told(fresh.orderId)];
  expect(before).toContain("shop-return@1");
  expect(before).not.toContain("shop-return@2");
  expect(before).toContain('"amountMinor":5000');
  expect(after).toContain("shop-return@2");
  expect(after).toContain('"amountMinor":8000');
  expect(after).toContain(String(next.hash));
});

it("an order without terms accepts some later, and has the better of both", async () => {
  const author = await person(["publish", "approve", "read", "administer"]);
  const second = await person(["publish", "approve", "read"]);
  const shop = await person(["file", "attest", "read"]);
  await publish(author, second, 3, "60%");
  taken(await author.setPolicySet({ body: { items: [{ policyId: "shop-return" }] } }));
  const { policies: _policies, acceptance, ...bare } = order(3);
  const { orderId } = taken(await shop.createOrder({ body: bare }));
  expect(taken(await shop.getOrder({ params: { orderId } }))).toMatchObject({
    policiesFrom: "default",
    acceptances: [],
  });
  await publish(author, second, 4, "90%");
  const body = { policies: [{ id: "shop-return", version: 4 }], acceptance: acceptance! };
  const accepted = taken(await shop.acceptTerms({ params: { orderId }, body }));
  expect(accepted.policiesFrom).toBe("accepted");
  expect(accepted.policies.map(({ version }) => version)).toEqual([3, 4]);
  expect(accepted.acceptances).toMatchObject([{ later: true, policies: [{ version: 4 }] }]);
  expect(await shop.acceptTerms({ params: { orderId }, body })).toMatchObject({
    problem: { code: "order_terms_accepted" },
  });
  expect(JSON.stringify(await decided(shop, orderId))).toContain('"amountMinor":9000');
});

it("a promise below the law of a market is told its case, and never published", async () => {
  const author = await person(["publish", "approve", "read", "administer"]);
  const chosen = taken(
    await author.addMarketFloor({ body: { market: "CN", policyId: "cn-seven-day" } }),
  );
  expect(chosen.notice).toMatch(/no legal advice/);
  const floor = chosen.items.find(({ policyId }) => policyId === "cn-seven-day");
  expect(floor).toMatchObject({ binds: true, why: "chosen" });
  expect(floor?.notProven).toContain("shop-return@4");
  const params = { policyId: "shop-return", version: 5 };
  taken(await author.createPolicyDraft({ body: { text: policy(5, "50%") } }));
  const told = taken(await author.verifyPolicy({ params }));
  expect(told).toMatchObject({ status: "draft", verification: { proven: false } });
  expect(told.verification?.findings.map(({ kind }) => kind)).toContain("below_floor");
  expect(await author.publishPolicy({ params })).toMatchObject({
    status: 409,
    problem: { code: "policy_state" },
  });
});
