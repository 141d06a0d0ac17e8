import { createHash } from "node:crypto";
import type { InjectOptions } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stateProfile, testProfile } from "../../merchants/testing.ts";
import { httpServer, newId, transact } from "../../platform/index.ts";
import type { HttpServer, Tx } from "../../platform/index.ts";
import { bearerOf, insertMerchant, testActor, testPlatform } from "../../platform/testing.ts";
import type { TestPlatform } from "../../platform/testing.ts";
import { installShipped } from "../install.ts";
import { promisesApi } from "../routes.ts";
import { shippedPolicies } from "../shipped.ts";

let kit: TestPlatform;
let server: HttpServer;
let staff: string;
let slug: string;
const otherId = newId();
let otherSlug: string;

const write = (merchantId: string, work: (tx: Tx) => Promise<void>) =>
  transact(kit.platform, { merchantId, actor: testActor(merchantId), route: "test" }, work);

beforeAll(async () => {
  kit = await testPlatform();
  await insertMerchant(kit.platform, otherId);
  await write(kit.merchantId, (tx) => installShipped(tx));
  slug = `shop-${kit.merchantId}`;
  otherSlug = `shop-${otherId}`;
  server = await httpServer(kit.platform, {
    implementations: promisesApi(kit.platform),
    checkAnswers: true,
  });
  staff = await bearerOf(kit.platform, testActor(kit.merchantId));
}, 120_000);
afterAll(async () => {
  await server.close();
  await kit.close();
});

const get = (url: string, headers: InjectOptions["headers"] = {}) =>
  server.app.inject({ method: "GET", url, headers: { host: "shop.example", ...headers } });
const red = (file = "") => `/terms/${slug}/red-packet/2${file}`;

describe("terms in public", () => {
  it("are a page in the reader's language, with data for machines, strict policy", async () => {
    const answer = await get(red("?language=zh-TW"));
    expect(answer.statusCode).toBe(200);
    expect(answer.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(answer.headers["content-language"]).toBe("zh-TW");
    expect(answer.body).toContain('<html lang="zh-TW">');
    expect(answer.body).not.toMatch(/class="(notice|mark)"/);
    const policy = String(answer.headers["content-security-policy"]);
    const styles = [...answer.body.matchAll(/<style>([^]*?)<\/style>/g)].map(([, text]) => text!);
    expect(styles).toHaveLength(2);
    for (const style of styles) {
      const hash = createHash("sha256").update(style).digest("base64");
      expect(policy).toContain(`'sha256-${hash}'`);
    }
    expect(policy).toMatch(/^default-src 'none'/);
    expect(policy).not.toMatch(/unsafe|script-src/);
    for (const [, kind] of answer.body.matchAll(/<script([^>]*)>/g)) {
      expect(kind).toBe(' type="application/ld+json"');
    }
  });

  it("come in the form and language of the headers, and in no other form", async () => {
    const language = { "accept-language": "zh-CN,en;q=0.5" };
    const accepted = (accept: string) => get(red(), { ...language, accept });
    const types = ["text/markdown", "application/ld+json", "text/*", "image/png, */*;q=0.1"];
    const answers = await Promise.all(types.map(accepted));
    expect(answers.map(({ headers }) => headers["content-type"])).toEqual([
      "text/markdown; charset=utf-8",
      "application/ld+json; charset=utf-8",
      "text/html; charset=utf-8",
      "text/html; charset=utf-8",
    ]);
    expect(answers.every(({ headers }) => headers["content-language"] === "zh-CN")).toBe(true);
    expect(answers[0]!.body).toMatch(/^# /);
    const data = JSON.parse(answers[1]!.body) as object;
    expect(Object.keys(data).toSorted()).toEqual(
      expect.arrayContaining(["@context", "@type", "makegood:notExpressible"]),
    );
    const refused = await accepted("image/png");
    expect(refused.statusCode).toBe(406);
    expect(refused.json()).toMatchObject({ type: expect.stringContaining("not_acceptable") });
    expect(refused.headers["content-type"]).toContain("application/problem+json");
  });

  it("are kept by caches, and not sent again to whom has them", async () => {
    const first = await get(red("/terms.md"));
    const { etag } = first.headers;
    expect(first.headers["cache-control"]).toBe("public, max-age=300");
    expect(first.headers["vary"]).toContain("accept-language");
    const again = await get(red("/terms.md"), { "if-none-match": `"x", W/${String(etag)}` });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
    expect((await get(red("/terms.md?language=zh-CN"))).headers.etag).not.toBe(etag);
    expect((await get(red("/terms.html"))).headers.etag).not.toBe(etag);
    const head = await server.app.inject({ method: "HEAD", url: red("/terms.md") });
    expect([head.statusCode, head.body]).toEqual([200, ""]);
    expect(Number(head.headers["content-length"])).toBeGreaterThan(500);
  });

  it("say whom to contact as it is today, and are sent again when that changes", async () => {
    const url = red("/terms.md?language=en");
    const before = await get(url);
    expect(before.body).toContain(`**Ask**: http://shop.example/portal/${slug}`);
    expect(before.body).not.toContain("**Address**");
    await stateProfile(kit, kit.merchantId);
    const stated = await get(url, { "if-none-match": String(before.headers.etag) });
    expect(stated.statusCode).toBe(200);
    const rows = [
      "**Offered by**: 守诺示范商贸有限公司 (Shop)",
      "**Address**: 上海市黄浦区示范路 1 号",
      "**Ask**: telephone 400-820-8820 (daily, 9:00–18:00), e-mail service@shop.example",
      "**Regulator**: telephone 12315",
      `**Apply**: http://shop.example/portal/${slug}`,
    ];
    for (const row of rows) expect(stated.body).toContain(row);
    const page = (await get(red("?language=en"))).body;
    expect(page).toContain('<a href="tel:4008208820">400-820-8820</a>');
    expect(page).toContain(`<dd><a href="http://shop.example/portal/${slug}">`);
    const loop = await get(red("/loop.html?language=zh-TW"));
    expect(loop.body).toContain("<span>400-820-8820</span>");
    await stateProfile(kit, kit.merchantId, { ...testProfile, phone: "021-6123 4567" });
    const changed = await get(url);
    expect(changed.headers.etag).not.toBe(stated.headers.etag);
    expect(changed.body).toContain("**Ask**: telephone 021-6123 4567");
  });

  it("lead to the public address where one is set, whatever host was asked", async () => {
    const publicUrl = "https://promise.example";
    const platform = { ...kit.platform, settings: { ...kit.platform.settings, publicUrl } };
    const named = await httpServer(platform, {
      implementations: promisesApi(platform),
      checkAnswers: true,
    });
    const ask = (file: string) =>
      named.app.inject({ method: "GET", url: red(file), headers: { host: "10.0.0.7:4600" } });
    const terms = (await ask("/terms.md?language=en")).body;
    expect(terms).toContain(`**Apply**: ${publicUrl}/portal/${slug}`);
    expect(terms).toContain(`${publicUrl}/terms/${slug}/red-packet/2?language=en`);
    expect(terms).not.toContain("10.0.0.7");
    const goods = `/terms/${slug}/order-refund/3/terms.json?language=en`;
    const data = await named.app.inject({ method: "GET", url: goods, headers: { host: "x.y" } });
    expect(data.json()).toMatchObject({
      merchantReturnLink: `${publicUrl}/terms/${slug}/order-refund/3?language=en`,
    });
    await named.close();
  });

  it("are of one merchant, one version and one form", async () => {
    const urls = [
      `/terms/${otherSlug}/red-packet/2`,
      "/terms/nobody/red-packet/2",
      `/terms/${slug}/red-packet/99`,
      `/terms/${slug}/no-such/1/terms.pdf`,
    ];
    for (const url of urls) expect((await get(url)).statusCode).toBe(404);
    const page = await get(`${urls[2]!}?language=zh-TW`, { accept: "text/html,*/*;q=0.8" });
    expect([page.statusCode, page.headers["content-type"]]).toEqual([
      404,
      "text/html; charset=utf-8",
    ]);
    expect(page.body).toContain("<h1>沒有這份條款</h1>");
    expect(page.headers["content-security-policy"]).toMatch(/^default-src 'none'; style-src 'sha/);
    const data = await get(urls[2]!, { accept: "application/json, text/html;q=0.1" });
    expect(data.headers["content-type"]).toContain("json");
    expect((await get(red("/terms.exe"))).statusCode).toBe(400);
    expect((await get(red("?language=fr"))).statusCode).toBe(400);
  });
});

describe("what hangs on walls and screens", () => {
  it("is drawn once, in its media type, whoever asks", { timeout: 240_000 }, async () => {
    const types = {
      "terms.pdf": "application/pdf",
      "poster.png": "image/png",
      "code.svg": "image/svg+xml; charset=utf-8",
      "code.png": "image/png",
      "loop.html": "text/html; charset=utf-8",
    };
    for (const [file, type] of Object.entries(types)) {
      const [one, other] = await Promise.all([get(red(`/${file}`)), get(red(`/${file}`))]);
      expect([file, one.statusCode, one.headers["content-type"]]).toEqual([file, 200, type]);
      expect(Buffer.compare(one.rawPayload, other.rawPayload)).toBe(0);
      expect(one.rawPayload.length).toBeGreaterThan(300);
    }
  });

  it("cycles without a script, and stands still for who asks for it", async () => {
    const { body, headers } = await get(red("/loop.html?language=en"));
    expect(body).not.toContain("<script");
    expect(body).toContain("prefers-reduced-motion:reduce");
    const [, style = ""] = /<style>([^]*?)<\/style>/.exec(body) ?? [];
    const hash = createHash("sha256").update(style).digest("base64");
    expect(headers["content-security-policy"]).toContain(`'sha256-${hash}'`);
    const scenes = body.split("<section").length - 1;
    expect(scenes).toBeGreaterThan(3);
    expect(style).toContain(`show ${scenes * 7}s infinite`);
    expect(body).toContain("<svg");
  });
});

describe("what does not hold", () => {
  it("says so when it was superseded, and leads to what holds now", async () => {
    await write(kit.merchantId, async (tx) => {
      await tx.query(
        `insert into policy_versions (merchant_id, policy_id, version, kind, status, proof, hash,
            catalogue_hash, text, recorded_at, published_at, superseded_at)
          select merchant_id, policy_id, version - 1, kind, 'superseded', proof, hash,
            catalogue_hash, text, recorded_at, published_at, published_at
          from policy_versions where merchant_id = $1 and policy_id = 'red-packet'`,
        [tx.merchantId],
      );
    });
    const old = `/terms/${slug}/red-packet/1?language=en`;
    const { body } = await get(old);
    expect(body).toContain("This version has been superseded.");
    expect(body).toContain(`http://shop.example/terms/${slug}/red-packet/2?language=en`);
    expect((await get(old, { accept: "text/markdown" })).body).toMatch(/^> \*\*This version/);
  });

  it("is hidden from the public as a draft, and marked for staff", async () => {
    const { words, files } = shippedPolicies();
    const { text, document } = files.find((file) => file.document.id === "red-packet")!;
    await write(kit.merchantId, async (tx) => {
      await tx.query(
        `insert into policy_drafts (merchant_id, policy_id, version, kind, status, text, text_hash,
            hash, catalogue_hash, persons, recorded_at, changed_at)
          values ($1, $2, 3, 'policy', 'draft', $3, $4, $5, $6, '{}', now(), now()),
            ($1, $2, 4, 'policy', 'draft', 'makegood: policy/1', $4, null, $6, '{}', now(), now())`,
        [tx.merchantId, document.id, text, "0".repeat(64), document.hash, words.hash],
      );
    });
    expect((await get(`/terms/${slug}/red-packet/3`)).statusCode).toBe(404);
    const preview = "/v1/policies/red-packet/versions/3/shown/terms.html?language=zh-CN";
    expect((await get(preview)).statusCode).toBe(401);
    const { body, headers } = await get(preview, { authorization: staff });
    expect(body).toContain("这是草案");
    expect(headers["cache-control"]).toBe("private, no-cache");
    const faulty = "/v1/policies/red-packet/versions/4/shown/terms.pdf";
    const refused = await get(faulty, { authorization: staff });
    expect(refused.statusCode).toBe(422);
    expect(refused.json()).toMatchObject({ type: expect.stringContaining("policy_invalid") });
    const foreign = await bearerOf(kit.platform, testActor(otherId));
    expect((await get(preview, { authorization: foreign })).statusCode).toBe(404);
  });
});
