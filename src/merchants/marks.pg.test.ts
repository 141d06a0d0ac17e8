import { afterAll, beforeAll, expect, it } from "vitest";
import { httpServer, newId, readTransaction, transact } from "../platform/index.ts";
import {
  type TestPlatform,
  bearerOf,
  insertMerchant,
  testActor,
  testPlatform,
} from "../platform/testing.ts";
import { listAudit } from "./audit.ts";
import { type AskedMarks, merchantMarks, setMarks } from "./marks.ts";
import { isOnePerson, personBehind } from "./persons.ts";
import { profileImplementations } from "./profile-routes.ts";
import { selectProfile } from "./profile-store.ts";
import { testProfile } from "./testing.ts";

let test: TestPlatform;
beforeAll(async () => {
  test = await testPlatform();
});
afterAll(() => test.close());

const set = (asked: AskedMarks) => {
  const { merchantId, actor } = test;
  return transact(test.platform, { merchantId, actor, route: "test" }, (tx) => setMarks(tx, asked));
};
const read = <T>(work: Parameters<typeof readTransaction<T>>[2]) =>
  readTransaction(test.platform, test.merchantId, work);

async function addStaff(rights: string[]) {
  const { merchantId, actor } = test;
  await transact(test.platform, { merchantId, actor, route: "test" }, (tx) =>
    tx.query(
      `insert into staff (merchant_id, staff_id, sign_in_name, display_name, password_hash, rights,
        created_at) values ($1, $2, 'x', 'x', 'x', $3, now())`,
      [merchantId, newId(), rights],
    ),
  );
}

it("is declared with its date, and each change stands in the audit log once", async () => {
  expect(await read(merchantMarks)).toEqual({
    onePerson: false,
    onePersonSince: null,
    financial: false,
    financialSince: null,
  });
  const at = new Date(test.platform.clock.now()).toISOString();
  expect(await set({ financial: true })).toMatchObject({ financial: true, financialSince: at });
  await set({ financial: true });
  await set({ financial: false });
  expect(await read(merchantMarks)).toMatchObject({ financial: false, financialSince: null });
  const entries = await listAudit(test.platform, test.merchantId, null, test.merchantId, 10);
  expect(entries.map(({ action, detail }) => [action, detail["declared"]])).toEqual([
    ["merchant.financial", false],
    ["merchant.financial", true],
  ]);
});

it("takes two who may approve for two persons, before and after the declaration", async () => {
  await addStaff(["approve"]);
  await addStaff(["publish"]);
  expect(await set({ onePerson: true })).toMatchObject({ onePerson: true });
  expect(await read(isOnePerson)).toBe(true);
  await addStaff(["read", "approve"]);
  expect(await read(isOnePerson)).toBe(false);
  await set({ onePerson: false });
  expect(await set({ onePerson: true })).toMatchObject({
    code: "merchant_not_one_person",
    values: { approvers: 2 },
  });
});

it("knows the person behind a key, and nobody behind the system", async () => {
  const { merchantId } = test;
  const [keyId, maker] = [newId(), newId()];
  await transact(test.platform, { merchantId, actor: test.actor, route: "test" }, (tx) =>
    tx.query(
      `insert into api_keys (merchant_id, key_id, label, shown_prefix, rights, created_by,
        created_at) values ($1, $2, 'x', 'x', '{}', $3, now())`,
      [merchantId, keyId, maker],
    ),
  );
  const behind = (kind: "key" | "system" | "staff", id: string) =>
    read((tx) => personBehind(tx, testActor(merchantId, { kind, id })));
  expect(await behind("key", keyId)).toBe(maker);
  expect(await behind("staff", maker)).toBe(maker);
  expect(await behind("system", "seed")).toBeNull();
});

/** What is sent, the code of the refusal, and its place. */
const faults: readonly [object, string, string][] = [
  [{ registeredName: " \u3000" }, "text_blank", "/registeredName"],
  [{ address: " " }, "text_blank", "/address"],
  [{ hours: { ...testProfile.hours, en: " " } }, "text_blank", "/hours/en"],
  [{ phone: "call us" }, "phone_invalid", "/phone"],
  [{ email: "shop.example" }, "email_invalid", "/email"],
  [{ phone: null, email: null }, "contact_missing", "/phone"],
  [{ complaints: { phone: null, email: null } }, "contact_missing", "/complaints/phone"],
  [{ complaints: { phone: null, email: "x" } }, "email_invalid", "/complaints/email"],
  [{ website: "shop.example" }, "website_invalid", "/website"],
  [{ website: "javascript://shop.example/" }, "website_invalid", "/website"],
  [{ website: "https://me:word@shop.example" }, "website_invalid", "/website"],
  [{ website: "https://intranet/" }, "website_invalid", "/website"],
  [{ address: "one\ntwo" }, "invalid_request", "/address"],
  [{ fax: "1" }, "invalid_request", "/fax"],
];

it("says who it is and how it is reached, and nothing that nobody can use", async () => {
  const { merchantId, platform } = test;
  const server = await httpServer(platform, {
    implementations: profileImplementations(platform),
    checkAnswers: true,
  });
  const ask = async (method: "GET" | "PUT", payload?: object, by = test.actor) => {
    const authorization = await bearerOf(platform, by);
    const headers = { authorization, "idempotency-key": newId() };
    const url = "/v1/merchant/profile";
    const sent = payload === undefined ? {} : { payload };
    const answer = await server.app.inject({ method, url, headers, ...sent });
    return answer.json<Record<string, unknown>>();
  };
  const nothing = { shopName: "Shop", profile: null, changedAt: null, publicAddress: null };
  expect(await ask("GET")).toEqual(nothing);
  for (const [part, code, field] of faults) {
    expect(await ask("PUT", { ...testProfile, ...part }), code).toMatchObject({ code, field });
  }
  const reader = testActor(merchantId, { rights: new Set(["read", "publish"]) });
  expect(await ask("PUT", testProfile, reader)).toMatchObject({ code: "right_missing" });
  expect(await ask("GET")).toEqual(nothing);

  const changedAt = new Date(platform.clock.now()).toISOString();
  const spaced = { ...testProfile, registeredName: ` ${testProfile.registeredName}  ` };
  expect(await ask("PUT", spaced)).toEqual({ ...nothing, profile: testProfile, changedAt });
  await ask("PUT", testProfile);
  const complaints = { phone: null, email: "complaints@shop.example" };
  const other = { ...testProfile, hours: null, complaints };
  expect(await ask("PUT", other)).toMatchObject({ profile: other });
  expect(await ask("GET", undefined, reader)).toMatchObject({ profile: other });
  const shop = async (slug: string) => {
    const answer = await server.app.inject({ method: "GET", url: `/v1/portal/${slug}` });
    return answer.json<Record<string, unknown>>();
  };
  const [{ slug } = { slug: "" }] = await read((tx) =>
    tx.query<{ slug: string }>("select slug from merchants where merchant_id = $1", [merchantId]),
  );
  expect(await shop(slug)).toEqual({ slug, shopName: "Shop", profile: other });
  expect(await shop("nobody")).toMatchObject({ code: "not_found" });
  const entries = await listAudit(platform, merchantId, null, merchantId, 2);
  expect(entries.map(({ action, detail }) => [action, detail["changed"]])).toEqual([
    ["merchant.profile_changed", ["hours", "complaints"]],
    ["merchant.profile_changed", Object.keys(testProfile)],
  ]);

  const foreign = newId();
  await insertMerchant(platform, foreign);
  expect(await readTransaction(platform, foreign, selectProfile)).toBeNull();
  await server.close();
});
