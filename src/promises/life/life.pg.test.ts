import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isRefusal } from "../../contract/index.ts";
import type { Right, WirePolicyText, promisesRoutes } from "../../contract/index.ts";
import { stateProfile } from "../../merchants/testing.ts";
import { fixedClock, newId, readTransaction, transact } from "../../platform/index.ts";
import type { Actor, Tx } from "../../platform/index.ts";
import {
  type TestPlatform,
  insertMerchant,
  testActor,
  testPlatform,
} from "../../platform/testing.ts";
import { testStart } from "../../platform/testing.ts";
import { installShipped } from "../install.ts";
import { resolvePins } from "../pins.ts";
import { promisesApi } from "../routes.ts";
import { shippedPolicies } from "../shipped.ts";

const clock = fixedClock(testStart);
let test: TestPlatform;
let author: Actor;
let colleague: Actor;
beforeAll(async () => {
  test = await testPlatform({ clock });
  await write((tx) => installShipped(tx));
  await stateProfile(test, test.merchantId);
  author = await member(test.merchantId);
  colleague = await member(test.merchantId);
});
afterAll(() => test.close());

const write = <T>(work: (tx: Tx) => Promise<T>, merchantId = test.merchantId) =>
  transact(
    test.platform,
    { merchantId, actor: testActor(merchantId), route: "test" },
    work,
  ) as Promise<T>;

/** A member of staff who is on the list, since approvers are counted there. */
async function member(merchantId: string, rights: Right[] = ["publish", "approve"]) {
  const actor = testActor(merchantId, { rights: new Set(rights) });
  await write(
    (tx) =>
      tx.query(
        `insert into staff (merchant_id, staff_id, sign_in_name, display_name, password_hash,
          rights, created_at) values ($1, $2, 'x', 'x', 'x', $3, now())`,
        [merchantId, actor.id, rights],
      ),
    merchantId,
  );
  return actor;
}

const shipped = shippedPolicies().files.find(({ document }) => document.id === "red-packet")!.text;
let nextVersion = 3;
/** A sound text of a version that nobody has used. */
const newText = (id = "red-packet") =>
  shipped
    .replace("version: 2", `version: ${(nextVersion += 1)}`)
    .replace("id: red-packet", `id: ${id}`);
const withGap = (text: string) => text.replace("more_than: 7d", "more_than: 8d");

type Operation = keyof typeof promisesRoutes;
type Answer = WirePolicyText & { readonly code?: string; readonly values?: object };

async function call(operationId: Operation, actor: Actor, request: object = {}): Promise<Answer> {
  const api = promisesApi(test.platform).find(({ route }) => route.operationId === operationId);
  const hash = JSON.stringify(request);
  return (await api!.handler({
    actor,
    merchantId: actor.merchantId,
    language: "en",
    params: {},
    query: {},
    key: newId(),
    requestHash: Buffer.from(hash).toString("hex").slice(0, 64),
    route: operationId,
    ...request,
  } as never)) as Answer;
}

const placeOf = ({ policyId, version }: Answer) => ({ params: { policyId, version } });
const draft = (actor: Actor, text = newText()) =>
  call("createPolicyDraft", actor, { body: { text } });

async function approved(text = newText()): Promise<ReturnType<typeof placeOf>> {
  const place = placeOf(await draft(author, text));
  expect(await call("verifyPolicy", author, place)).toMatchObject({ status: "verified" });
  expect(await call("approvePolicy", colleague, place)).toMatchObject({ status: "approved" });
  return place;
}

describe("a draft", () => {
  it("is kept with its faults, at their places, and cannot be verified", async () => {
    const text = newText().replace("pay: packet.face", "pay: packet.fase");
    const made = await draft(author, text);
    expect(made).toMatchObject({ status: "draft", hash: null, text, verification: null });
    expect(made.faults[0]).toMatchObject({ line: 11 });
    expect(made.faults[0]?.sentence).toContain("packet.fase");
    const refused = await call("verifyPolicy", author, placeOf(made));
    expect(refused).toMatchObject({ code: "policy_invalid", values: { line: 11 } });
  });

  it("has to say which policy and which version it is", async () => {
    for (const text of ["", "a: [", "id: x\n", "id: x\nversion: 0\n", "id: X!\nversion: 1\n"]) {
      expect(await draft(author, text), text).toMatchObject({ code: "policy_invalid" });
    }
  });

  it.each([
    ["ten megabytes", `id: x\nversion: 1\n# ${"x".repeat(10_000_000)}`],
    ["nested without end", `id: x\nversion: 1\na: ${"[".repeat(5000)}`],
    ["an alias", "id: &a x\nversion: 1\nb: *a\n"],
    ["a key twice", "id: x\nversion: 1\nid: y\n"],
  ])("is refused at once where it is %s", async (_, text) => {
    const refused = await draft(author, text);
    expect(refused).toMatchObject({ code: "policy_invalid" });
    expect(refused.values).toHaveProperty("line");
  });

  it("has its number once, and above all that were published", async () => {
    const text = newText();
    await draft(author, text);
    expect(await draft(author, text)).toMatchObject({ code: "policy_version_taken" });
    expect(await draft(author, shipped)).toMatchObject({ code: "policy_version_taken" });
    const older = shipped.replace("version: 2", "version: 1");
    expect(await draft(author, older)).toMatchObject({ code: "policy_version_old" });
  });

  it("changes by who has read it, and is no other version by that", async () => {
    const first = await draft(author);
    const changed = `${first.text}# once more\n`;
    const change = (text: string, replaces: string) =>
      call("changePolicyDraft", colleague, { ...placeOf(first), body: { text, replaces } });
    const second = await change(changed, first.textHash);
    expect(second).toMatchObject({ text: changed, status: "draft" });
    expect(second.approval.persons).toEqual([author.id, colleague.id]);
    expect(await change(first.text, first.textHash)).toMatchObject({ code: "policy_text_changed" });
    expect(await change(newText(), second.textHash)).toMatchObject({
      code: "policy_place_differs",
    });
  });

  it("is proven, or told why not, case by case in the reader's language", async () => {
    const made = await draft(author, withGap(newText()));
    const told = await call("verifyPolicy", author, placeOf(made));
    expect(told).toMatchObject({ status: "draft", proof: "unproven" });
    expect(told.verification).toMatchObject({ proven: false, evaluator: "makegood-policy/1" });
    expect(told.verification?.findings[0]).toMatchObject({ kind: "gap" });
    expect(told.verification?.findings[0]?.cases[0]?.facts).toHaveProperty("day_credited");
    const chinese = await call("getPolicy", author, { ...placeOf(made), language: "zh-CN" });
    expect(chinese.verification?.findings[0]?.sentence).toMatch(/\p{Script=Han}/u);
    expect(await call("approvePolicy", colleague, placeOf(made))).toMatchObject({
      code: "policy_state",
    });
  });

  it("is a draft again when its text changes, whatever was signed", async () => {
    const place = await approved();
    const { text, textHash } = await call("getPolicy", author, place);
    const body = { text: `${text}# other\n`, replaces: textHash };
    expect(await call("changePolicyDraft", author, { ...place, body })).toMatchObject({
      status: "draft",
      verification: null,
      approval: { approvedAt: null },
    });
    expect(await call("publishPolicy", author, place)).toMatchObject({ code: "policy_state" });
  });

  it("returns to its beginning, or is thrown away", async () => {
    const place = await approved();
    expect(await call("returnPolicy", author, place)).toMatchObject({ status: "draft" });
    expect(await call("discardPolicyDraft", author, place)).toBeUndefined();
    expect(await call("getPolicy", author, place)).toMatchObject({ code: "not_found" });
  });
});

describe("four eyes", () => {
  it("are those of somebody who neither wrote it nor had it verified", async () => {
    const place = placeOf(await draft(author));
    await call("verifyPolicy", colleague, place);
    for (const person of [author, colleague]) {
      expect(await call("approvePolicy", person, place)).toMatchObject({
        code: "policy_second_person",
      });
    }
    const third = await member(test.merchantId);
    const signed = await call("approvePolicy", third, place);
    expect(signed.approval).toMatchObject({ approvedBy: third.id, how: "second_person" });
  });

  it("are never a key's, and never those of whoever made the key that wrote it", async () => {
    const key = testActor(test.merchantId, { kind: "key", id: newId() });
    await write((tx) =>
      tx.query(
        `insert into api_keys (merchant_id, key_id, label, shown_prefix, rights, created_by,
          created_at) values ($1, $2, 'x', 'x', '{}', $3, now())`,
        [test.merchantId, key.id, colleague.id],
      ),
    );
    const place = placeOf(await draft(key));
    await call("verifyPolicy", key, place);
    expect(await call("approvePolicy", key, place)).toMatchObject({ code: "person_needed" });
    expect(await call("approvePolicy", colleague, place)).toMatchObject({
      code: "policy_second_person",
    });
    expect(await call("approvePolicy", author, place)).toMatchObject({ status: "approved" });
  });

  it("are held by the database as well", async () => {
    const made = await draft(author);
    const set = (to: string) =>
      write((tx) =>
        tx.query(`update policy_drafts set ${to} where policy_id = $1 and version = $2`, [
          made.policyId,
          made.version,
        ]),
      );
    await expect(set("status = 'verified'")).rejects.toThrow(/policy_drafts_proven_first/);
    await call("verifyPolicy", author, placeOf(made));
    const signed = "status = 'approved', approved_at = now(), approved_how = ";
    await expect(set(`${signed}'second_person', approved_by = persons[1]`)).rejects.toThrow(
      /policy_drafts_four_eyes/,
    );
    await expect(set(`${signed}'wait', approved_by = persons[1]`)).rejects.toThrow(
      /policy_drafts_waited/,
    );
    await expect(
      set("requested_at = now(), waits_until = now() + interval '1 hour'"),
    ).rejects.toThrow(/policy_drafts_wait_whole/);
  });
});

describe("publication", () => {
  it("supersedes the version before it in the same commit, and says so everywhere", async () => {
    const first = await approved();
    await call("publishPolicy", author, first);
    const second = await approved();
    const published = await call("publishPolicy", author, second);
    expect(published).toMatchObject({ status: "published", proof: "proven", origin: "merchant" });
    expect(published.approval).toMatchObject({ approvedBy: colleague.id, how: "second_person" });
    expect(await call("getPolicy", author, first)).toMatchObject({ status: "superseded" });
    const pins = await readTransaction(test.platform, test.merchantId, (tx) =>
      resolvePins(tx, null),
    );
    const pin = isRefusal(pins) ? null : pins.find(({ policyId }) => policyId === "red-packet");
    expect(pin).toMatchObject({ version: second.params.version, hash: published.hash });
    const [event] = await write((tx) =>
      tx.query<{ payload: object }>(
        "select payload from events where type = 'PolicyPublished' and subject = $1",
        [`red-packet@${second.params.version}`],
      ),
    );
    expect(event?.payload).toMatchObject({ supersedes: first.params.version });
    const deeds = await write((tx) =>
      tx.query<{ action: string; actor_id: string }>(
        "select action, actor_id from audit_entries where subject = $1 order by entry_id",
        [`red-packet@${second.params.version}`],
      ),
    );
    expect(deeds).toEqual([
      { action: "policy.drafted", actor_id: author.id },
      { action: "policy.verified", actor_id: author.id },
      { action: "policy.approved", actor_id: colleague.id },
      { action: "policy.published", actor_id: author.id },
    ]);
  });

  it("is refused while a floor in force is not the one of the proof", async () => {
    const place = await approved();
    const floor = shippedPolicies().files.find(({ document }) => document.id === "cn-seven-day")!;
    const text = floor.text.replace("version: 2", "version: 3");
    const floorPlace = await approved(text);
    await call("publishPolicy", author, floorPlace);
    const refused = await call("publishPolicy", author, place);
    expect(refused).toMatchObject({ code: "policy_floors_changed" });
    expect(refused.values).toMatchObject({ floors: "cn-seven-day@2, cn-seven-day@3" });
    await call("returnPolicy", author, place);
    await call("verifyPolicy", author, place);
    await call("approvePolicy", colleague, place);
    expect(await call("publishPolicy", author, place)).toMatchObject({ status: "published" });
  });

  it("happens once, however many ask at the same moment", async () => {
    const place = await approved();
    const answers = await Promise.all([1, 2, 3].map(() => call("publishPolicy", author, place)));
    expect(answers.filter(({ status }) => status === "published")).toHaveLength(1);
    expect(answers.filter(({ code }) => code === "policy_state")).toHaveLength(2);
  });

  it("and a change of the text at the same moment: one of them comes too late", async () => {
    const place = await approved();
    const { text, textHash } = await call("getPolicy", author, place);
    const body = { text: `${text}# late\n`, replaces: textHash };
    const [published, changed] = await Promise.all([
      call("publishPolicy", author, place),
      call("changePolicyDraft", author, { ...place, body }),
    ]);
    const stands = await call("getPolicy", author, place);
    if (stands.status === "published") {
      expect(changed).toMatchObject({ code: "policy_state" });
      expect(stands.text).toBe(text);
    } else {
      expect(published).toMatchObject({ code: "policy_state" });
      expect(stands).toMatchObject({ status: "draft", text: body.text });
    }
  });

  it("and two signatures at the same moment: one is written", async () => {
    const place = placeOf(await draft(author));
    await call("verifyPolicy", author, place);
    const third = await member(test.merchantId);
    const answers = await Promise.all(
      [colleague, third].map((person) => call("approvePolicy", person, place)),
    );
    expect(answers.filter(({ status }) => status === "approved")).toHaveLength(1);
    expect(answers.filter(({ code }) => code === "policy_state")).toHaveLength(1);
  });

  it("gives the same call the same answer, and does nothing twice", async () => {
    const place = await approved();
    const again = { ...place, key: "once", requestHash: "ab" };
    const first = await call("publishPolicy", author, again);
    expect(await call("publishPolicy", author, again)).toEqual(first);
    const verify = { ...place, key: "verify-once", requestHash: "cd" };
    expect(await call("verifyPolicy", author, verify)).toMatchObject({ code: "policy_state" });
  });

  it("ends without a successor only where nothing binds by itself", async () => {
    const place = await approved(newText("red-packet-extra"));
    await call("publishPolicy", author, place);
    expect(await call("withdrawPolicy", author, place)).toMatchObject({ status: "superseded" });
    const own = { params: { policyId: "order-refund", version: 3 } };
    expect(await call("withdrawPolicy", author, own)).toMatchObject({
      code: "policy_in_use",
      values: { use: "policy-set" },
    });
    const floor = { params: { policyId: "cn-promise", version: 1 } };
    expect(await call("withdrawPolicy", author, floor)).toMatchObject({
      values: { use: "market CN" },
    });
  });

  it("is seen by its own merchant alone", async () => {
    const place = await approved();
    const other = newId();
    await insertMerchant(test.platform, other);
    const stranger = await member(other);
    for (const step of ["getPolicy", "verifyPolicy", "approvePolicy", "publishPolicy"] as const) {
      expect(await call(step, stranger, place)).toMatchObject({ code: "not_found" });
    }
  });
});

describe("a merchant of one person", () => {
  async function alone(declared = true) {
    const merchantId = newId();
    await insertMerchant(test.platform, merchantId);
    await write(async (tx) => {
      await installShipped(tx);
      await tx.query("update merchants set one_person = $1", [declared]);
    }, merchantId);
    const person = await member(merchantId);
    const place = placeOf(await draft(person));
    await call("verifyPolicy", person, place);
    return { merchantId, person, place };
  }
  const hours = (count: number) => clock.advance(count * 3_600_000);

  it("waits 24 hours from its request, and that is on the record", async () => {
    const { person, place } = await alone();
    expect(await call("approvePolicy", person, place)).toMatchObject({
      code: "policy_wait_missing",
    });
    const asked = await call("requestPolicyApproval", person, place);
    const until = new Date(clock.now() + 86_400_000).toISOString();
    expect(asked.approval).toMatchObject({ waitsUntil: until });
    expect(await call("listPolicyTasks", person)).toMatchObject({
      items: [{ policyId: "red-packet", task: "wait", until }],
    });
    clock.advance(86_400_000 - 1);
    expect(await call("approvePolicy", person, place)).toMatchObject({
      code: "policy_wait_running",
      values: { until },
    });
    clock.advance(1);
    expect(await call("approvePolicy", person, place)).toMatchObject({ status: "approved" });
    expect(await call("publishPolicy", person, place)).toMatchObject({
      code: "merchant_contact_missing",
    });
    await stateProfile(test, person.merchantId);
    const published = await call("publishPolicy", person, place);
    expect(published.approval).toMatchObject({ how: "wait", approvedBy: person.id });
  });

  it("waits anew when it asks again", async () => {
    const { person, place } = await alone();
    await call("requestPolicyApproval", person, place);
    hours(23);
    await call("requestPolicyApproval", person, place);
    hours(2);
    expect(await call("approvePolicy", person, place)).toMatchObject({
      code: "policy_wait_running",
    });
  });

  it("is none while somebody else of its staff may approve", async () => {
    const { merchantId, person, place } = await alone();
    await call("requestPolicyApproval", person, place);
    const second = await member(merchantId);
    hours(25);
    expect(await call("approvePolicy", person, place)).toMatchObject({
      code: "policy_second_person",
    });
    expect(await call("approvePolicy", second, place)).toMatchObject({ status: "approved" });
  });

  it("gains nothing from a request that it made before it was one", async () => {
    const { merchantId, person, place } = await alone(false);
    const asked = await call("requestPolicyApproval", person, place);
    expect(asked.approval.waitsUntil).toBeNull();
    hours(25);
    await write((tx) => tx.query("update merchants set one_person = true"), merchantId);
    expect(await call("approvePolicy", person, place)).toMatchObject({
      code: "policy_wait_missing",
    });
  });
});
