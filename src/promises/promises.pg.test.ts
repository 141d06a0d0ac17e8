import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isRefusal } from "../contract/index.ts";
import { newId, readTransaction, transact } from "../platform/index.ts";
import type { ReadTx, Tx } from "../platform/index.ts";
import { type TestPlatform, insertMerchant, testActor, testPlatform } from "../platform/testing.ts";
import { loadBound } from "./bound.ts";
import { unsaidOf } from "./compiled.ts";
import { type BoundDeadline, deadlinesOf } from "./deadlines.ts";
import { type InstallChoice, installShipped } from "./install.ts";
import { proveInstalledOnce } from "./jobs.ts";
import { createDraft } from "./life/drafts.ts";
import { type AcceptedPolicy, type Pin, resolvePins } from "./pins.ts";
import type { ProofRecord } from "./proof/record.ts";
import { promisesApi } from "./routes.ts";
import { shippedPolicies } from "./shipped.ts";

let test: TestPlatform;
beforeAll(async () => {
  test = await testPlatform();
  await install(test.merchantId);
});
afterAll(() => test.close());

const write = <T>(merchantId: string, work: (tx: Tx) => Promise<T>) =>
  transact(
    test.platform,
    { merchantId, actor: testActor(merchantId), route: "test" },
    work,
  ) as Promise<T>;
const read = <T>(merchantId: string, work: (tx: ReadTx) => Promise<T>) =>
  readTransaction(test.platform, merchantId, work);
const install = (merchantId: string, choice?: InstallChoice) =>
  write(merchantId, (tx) => installShipped(tx, choice));
const stored = (merchantId: string) =>
  read(merchantId, (tx) =>
    tx.query<{ policy_id: string; status: string; proof: string; hash: string }>(
      "select policy_id, status, proof, hash from policy_versions order by policy_id",
    ),
  );

async function pinsOf(
  accepted: readonly AcceptedPolicy[] | null,
  customerKind?: "consumer" | "business",
): Promise<readonly Pin[]> {
  const about = customerKind === undefined ? {} : { customerKind };
  const pins = await read(test.merchantId, (tx) => resolvePins(tx, accepted, about));
  if (isRefusal(pins)) throw new Error(pins.code);
  return pins;
}

const idsOf = (pins: readonly Pin[]) => pins.map(({ policyId }) => policyId).sort();

describe("what comes with the product", () => {
  it("is installed published, with its proof", async () => {
    const rows = await stored(test.merchantId);
    expect(rows.map(({ policy_id }) => policy_id)).toEqual(
      shippedPolicies()
        .files.map(({ document }) => document.id)
        .sort(),
    );
    expect(new Set(rows.map(({ status, proof }) => `${status} ${proof}`))).toEqual(
      new Set(["published proven"]),
    );
    const records = await read(test.merchantId, (tx) =>
      tx.query<{ proof_record: ProofRecord; hash: string; kind: string }>(
        "select proof_record, hash, kind from policy_versions",
      ),
    );
    expect(records.every(({ proof_record: { hash } }, at) => hash === records[at]?.hash)).toBe(
      true,
    );
    const consumer = records.find(({ proof_record: { document } }) =>
      document.startsWith("package-cancel-consumer@"),
    );
    expect(consumer?.proof_record.floors.map(({ policyId }) => policyId)).toContain(
      "cn-prepaid-2025",
    );
    expect(consumer?.proof_record.cells).toBeGreaterThan(50);
  });

  it("is installed once, however often it is asked for", async () => {
    const before = await stored(test.merchantId);
    await install(test.merchantId);
    expect(await stored(test.merchantId)).toEqual(before);
  });

  it("is refused when a text has changed under its number", async () => {
    const merchantId = newId();
    await insertMerchant(test.platform, merchantId);
    const [file] = shippedPolicies().files;
    await write(merchantId, async (tx) => {
      await tx.query(`insert into policy_catalogues values ($1, repeat('a', 64), 'x', now())`, [
        merchantId,
      ]);
      await tx.query(
        `insert into policy_versions (merchant_id, policy_id, version, kind, status, proof, hash,
            catalogue_hash, text, recorded_at, published_at)
          values ($1, $2, $3, 'policy', 'published', 'proven', repeat('b', 64), repeat('a', 64),
            'x', now(), now())`,
        [merchantId, file?.document.id, file?.document.version],
      );
    });
    await expect(install(merchantId)).rejects.toThrow(/raise its version/);
  });

  it("is proven where an older version of the product left it unproven", async () => {
    const merchantId = newId();
    await insertMerchant(test.platform, merchantId);
    await install(merchantId);
    const check = "policy_versions_proven_first";
    await test.database.asOwner(`alter table policy_versions drop constraint ${check};
      begin; select set_config('app.merchant', '${merchantId}', true);
      update policy_versions set proof = 'unproven', proof_record = null
        where policy_id in ('red-packet', 'eu-withdrawal'); commit;
      alter table policy_versions add constraint ${check}
        check (status <> 'published' or proof = 'proven') not valid`);
    await proveInstalledOnce(test.platform);
    const rows = await stored(merchantId);
    expect(new Set(rows.map(({ proof }) => proof))).toEqual(new Set(["proven"]));
  });

  it("leaves alone what the merchant has published itself", async () => {
    const merchantId = newId();
    await insertMerchant(test.platform, merchantId);
    await install(merchantId);
    await test.database.asOwner(`begin; select set_config('app.merchant', '${merchantId}', true);
      update policy_versions set version = 1, hash = repeat('d', 64), origin = 'merchant',
          approved_at = published_at, approved_by = merchant_id, approved_how = 'second_person'
        where policy_id = 'red-packet'; commit`);
    await install(merchantId);
    const rows = await stored(merchantId);
    expect(rows.filter(({ policy_id }) => policy_id === "red-packet")).toMatchObject([
      { status: "published", hash: "d".repeat(64) },
    ]);
  });

  it("supersedes the version before it", async () => {
    const merchantId = newId();
    await insertMerchant(test.platform, merchantId);
    await install(merchantId);
    // As if the shipped version had been the ninth, and an eighth had been installed before.
    const owner = `begin; select set_config('app.merchant', '${merchantId}', true);
      update policy_versions set version = 8, hash = repeat('c', 64)
        where policy_id = 'red-packet' and version = 2; commit`;
    await test.database.asOwner(owner);
    await install(merchantId);
    const rows = await read(merchantId, (tx) =>
      tx.query<{ version: number; status: string }>(
        `select version, status from policy_versions where policy_id = 'red-packet'
          order by version`,
      ),
    );
    expect(rows).toEqual([
      { version: 2, status: "published" },
      { version: 8, status: "superseded" },
    ]);
  });
});

describe("a version", () => {
  it.each([
    "text = 'x'",
    "hash = repeat('a', 64)",
    "version = 9",
    "catalogue_hash = 'x'",
    "published_at = now()",
    "approved_by = null",
    "persons = '{}'",
  ])("has no right to change: %s", async (change) => {
    const update = `update policy_versions set ${change}`;
    await expect(write(test.merchantId, (tx) => tx.query(update))).rejects.toThrow(/permission/);
  });

  it("is never a draft again, and never unproven", async () => {
    const change = (to: string) =>
      write(test.merchantId, (tx) => tx.query(`update policy_versions set ${to}`));
    await expect(change("status = 'draft'")).rejects.toThrow(/policy_versions_/);
    await expect(change("proof = 'unproven'")).rejects.toThrow(/policy_versions_proven_first/);
  });

  it("cannot be removed", async () => {
    const remove = "delete from policy_versions";
    await expect(write(test.merchantId, (tx) => tx.query(remove))).rejects.toThrow(/permission/);
  });

  it("is published beside no other of its policy", async () => {
    const copy = `insert into policy_versions (merchant_id, policy_id, version, kind,
        status, proof, hash, catalogue_hash, text, recorded_at, published_at)
      select merchant_id, policy_id, version + 1, kind, status, proof, hash, catalogue_hash, text,
        recorded_at, published_at
      from policy_versions where policy_id = 'red-packet'`;
    await expect(write(test.merchantId, (tx) => tx.query(copy))).rejects.toThrow(
      /policy_versions_one_published/,
    );
  });

  it("is seen by its own merchant alone", async () => {
    const other = newId();
    await insertMerchant(test.platform, other);
    expect(await stored(other)).toEqual([]);
  });
});

describe("what binds an order that accepted nothing", () => {
  it("is the default set and the floors, as they bind consumers", async () => {
    expect(idsOf(await pinsOf(null))).toEqual([
      "campaign-cancelled",
      "cn-penalty-clock",
      "cn-prepaid-2025",
      "cn-promise",
      "cn-seven-day",
      "ineffective-guarantee",
      "order-refund",
      "package-cancel-consumer",
      "red-packet",
    ]);
  });

  it("is without consumers' policies and floors for a business", async () => {
    expect(idsOf(await pinsOf(null, "business"))).toEqual([
      "campaign-cancelled",
      "ineffective-guarantee",
      "package-cancel",
      "red-packet",
    ]);
  });

  it("is what the installation chose", async () => {
    const merchantId = newId();
    await insertMerchant(test.platform, merchantId);
    await install(merchantId, { defaults: ["online-retail-replay"], markets: [] });
    const pins = await read(merchantId, (tx) => resolvePins(tx, null));
    expect(isRefusal(pins) ? pins.code : idsOf(pins)).toEqual(["online-retail-replay"]);
  });
});

describe("what binds an order that accepted policies", () => {
  it("is these, every parameter written down, and the floors", async () => {
    const pins = await pinsOf([{ id: "package-cancel-consumer", version: 3 }]);
    expect(idsOf(pins)).toEqual([
      "cn-penalty-clock",
      "cn-prepaid-2025",
      "cn-promise",
      "cn-seven-day",
      "package-cancel-consumer",
    ]);
    expect(pins[0]?.params).toEqual({ notice: "15d" });
    expect(pins[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it("is pinned under the parameters of the order", async () => {
    const accepted = [{ id: "package-cancel", version: 2, params: { notice: "30d" } }];
    expect(await pinsOf(accepted, "business")).toMatchObject([{ params: { notice: "30d" } }]);
  });

  it.each<[AcceptedPolicy, string]>([
    [{ id: "package-cancel", version: 3 }, "policy_unknown"],
    [{ id: "nobody", version: 1 }, "policy_unknown"],
    [{ id: "package-cancel", version: 2, hash: "0".repeat(64) }, "policy_hash_differs"],
    [{ id: "package-cancel", version: 2, params: { notice: "61d" } }, "policy_parameter_invalid"],
    [{ id: "package-cancel", version: 2, params: { notce: "15d" } }, "policy_parameter_invalid"],
  ])("refuses %j", async (accepted, code) => {
    const pins = await read(test.merchantId, (tx) => resolvePins(tx, [accepted]));
    expect(isRefusal(pins) ? pins.code : pins).toBe(code);
  });
});

describe("loadBound", () => {
  it("gives the pinned documents that answer the kind of claim", async () => {
    const pins = await pinsOf(null);
    const bound = await read(test.merchantId, (tx) => loadBound(tx, pins, "cancel"));
    expect(bound.map(({ reference }) => reference).sort()).toEqual([
      "cn-penalty-clock@2",
      "cn-prepaid-2025@1",
      "package-cancel-consumer@3",
    ]);
  });

  it("reads a version once per process, under each set of parameters", async () => {
    const [pin] = await pinsOf([{ id: "package-cancel", version: 2 }], "business");
    const load = (params: Pin["params"]) =>
      read(test.merchantId, (tx) => loadBound(tx, [{ ...pin!, params }], "cancel"));
    const [once] = await load({ notice: "20d" });
    const [again] = await load({ notice: "20d" });
    const [other] = await load({ notice: "21d" });
    expect(again).toBe(once);
    expect(other?.params).toEqual({ notice: "21d" });
  });

  it("throws for a pin that is not stored: that is a bug", async () => {
    const pin = { policyId: "package-cancel", version: 7, hash: "0".repeat(64), params: {} };
    await expect(read(test.merchantId, (tx) => loadBound(tx, [pin], "cancel"))).rejects.toThrow(
      /package-cancel@7/,
    );
  });

  it("knows what is taken when nobody has alleged anything", async () => {
    const pins = await pinsOf([{ id: "package-cancel-consumer", version: 3 }]);
    const bound = await read(test.merchantId, (tx) => loadBound(tx, pins, "cancel"));
    expect(unsaidOf(bound)).toEqual({ cause: "none", ended: "no", had_before: "no" });
  });

  it("knows by when what is due, by law and by the merchant's own word", async () => {
    const bound = await boundBy("cancel");
    expect(
      deadlinesOf([...bound, ...bound], "cancel")
        .map(told)
        .sort(),
    ).toEqual([
      "cn-penalty-clock@2 prepaid 15d by law",
      "package-cancel-consumer@3 decide 3bd",
      "package-cancel-consumer@3 repay 7d",
      "package-cancel-consumer@3 supplement 7d",
    ]);
    expect(
      deadlinesOf(await boundBy("refund"), "refund")
        .map(told)
        .sort(),
    ).toEqual([
      "cn-penalty-clock@2 handle 15d by law",
      "cn-penalty-clock@2 repay 15d by law",
      "cn-seven-day@2 repay 7d by law",
      "order-refund@3 decide 3bd",
      "order-refund@3 repay 7d",
      "order-refund@3 supplement 7d",
    ]);
    expect(deadlinesOf(bound, "refund").map(told)).not.toContain(
      "package-cancel-consumer@3 decide 3bd",
    );
  });

  async function boundBy(kind: string) {
    const pins = await pinsOf(null);
    return read(test.merchantId, (tx) => loadBound(tx, pins, kind));
  }

  const told = ({ source, name, within, statutory }: BoundDeadline) =>
    `${source} ${name} ${within}${statutory ? " by law" : ""}`;
});

describe("the routes", () => {
  const fileOf = (id: string) => shippedPolicies().files.find((file) => file.document.id === id)!;
  const call = async (operationId: string, request: object) => {
    const api = promisesApi(test.platform).find(({ route }) => route.operationId === operationId);
    const about = { merchantId: test.merchantId, language: "en", params: {}, query: {} };
    return api!.handler({ ...about, ...request } as never) as Promise<Record<string, unknown>>;
  };

  it("list every version, page by page", async () => {
    const ids: unknown[] = [];
    let cursor: unknown = undefined;
    do {
      const page = await call("listPolicies", { query: { limit: 5, cursor } });
      ids.push(...(page["items"] as { policyId: string }[]).map(({ policyId }) => policyId));
      cursor = page["next"];
    } while (cursor !== null);
    expect(ids).toEqual(
      shippedPolicies()
        .files.map(({ document }) => document.id)
        .sort(),
    );
  });

  it("list the versions of one policy by themselves", async () => {
    const query = { policyId: "order-refund", limit: 5 };
    expect(await call("listPolicies", { query })).toMatchObject({
      items: [{ policyId: "order-refund", status: "published" }],
      next: null,
    });
  });

  it("show one version with its text, called by its title", async () => {
    const params = { policyId: "red-packet", version: 2 };
    const view = await call("getPolicy", { params, language: "zh-TW" });
    expect(view).toMatchObject({ title: "紅包退還與收回規則", proof: "proven", kind: "policy" });
    expect(view["text"]).toContain("makegood: policy/1");
    expect((view["catalogue"] as { text: string }).text).toContain("makegood: catalogue/1");
  });

  it("answer what is not there with a refusal", async () => {
    expect(await call("getPolicy", { params: { policyId: "nobody", version: 1 } })).toMatchObject({
      code: "not_found",
    });
    expect(await call("listPolicies", { query: { cursor: "!" } })).toMatchObject({
      code: "cursor_invalid",
    });
  });

  it("compare a draft with what is published, and with a text that is stored nowhere", async () => {
    const { text, document } = fileOf("red-packet");
    const place = { policyId: document.id, version: document.version };
    const next = { ...place, version: document.version + 1 };
    const changed = text
      .replace(`version: ${place.version}`, `version: ${next.version}`)
      .replace("give: {face: 100%", "give: {face: 75%");
    await write(test.merchantId, (tx) => createDraft(tx, { text: changed }, "en"));
    const compare = (body: object, merchantId = test.merchantId) =>
      call("comparePolicies", { body, merchantId });
    const draft = await compare({ before: place, after: next });
    expect(draft).toMatchObject({
      before: { reference: `red-packet@${place.version}`, hash: document.hash },
      regions: [{ effect: "lose", base: "packet.face", largestMinor: -2500 }],
    });
    const competitor = changed.replace("id: red-packet", "id: competitor");
    const told = await compare({ before: { document: competitor }, after: place });
    expect(told).toMatchObject({ loses: false, regions: [{ effect: "gain", largestMinor: 2500 }] });
    expect(await compare({ before: place, after: { ...place, version: 999 } })).toMatchObject({
      code: "not_found",
      field: "/after",
    });
    for (const [side, field] of [
      [{}, "/after"],
      [{ ...place, document: text }, "/after"],
      [{ policyId: "red-packet" }, "/after/version"],
      [{ version: 1 }, "/after/policyId"],
      [{ ...place, catalogue: "x" }, "/after/catalogue"],
    ] as const) {
      const refused = await compare({ before: place, after: side });
      expect(refused).toMatchObject({ code: "invalid_request", field });
      expect((refused["values"] as { reason: string }).reason).toContain(`\`${field}\` `);
    }
    const other = newId();
    await insertMerchant(test.platform, other);
    expect(await compare({ before: { document: text }, after: next }, other)).toMatchObject({
      code: "not_found",
    });
    const many = Array.from({ length: 12 }, () => compare({ before: place, after: next }));
    const codes = (await Promise.all(many)).map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set([undefined, "too_many_requests"]));
    const beside = [{ policyId: "nobody" }];
    expect(await compare({ before: place, after: next, beside })).toMatchObject({
      code: "policy_unknown",
      field: "/beside/0",
    });
  });
});
