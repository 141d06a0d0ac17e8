import { sign } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { envelopeText, letterHtml, letterPdf } from "../../claims/index.ts";
import { cases } from "../../claims/testing/letters/cases.ts";
import { secretOf } from "../../claims/testing/letters/samples.ts";
import { languages } from "../../contract/index.ts";
import type { PublishedKeys } from "../../contract/index.ts";
import { sentence, verifyWords } from "./sentences.ts";
import { check, fileOf, html, letterIn, partial, pem, removeFiles } from "./testing.ts";
import { resigned, wrongs } from "./testing.ts";

afterAll(removeFiles);

// Paper takes a second each, and many of them on a machine that has other work.
describe("a letter that is as it was written", { timeout: 120_000 }, () => {
  const right = [
    "letter right letter",
    "signature right signature",
    "key note key_unknown",
    "texts right texts",
    "evaluator right evaluator",
    "decision right decision",
    "sums right sums",
  ];

  test("passes as HTML, PDF and JSON", async () => {
    const named = "page note shown_addressee";
    expect((await check(html)).checks).toEqual([...right, "page right shown", named]);
    const pdf = await letterPdf(partial);
    expect((await check(pdf)).checks).toEqual([...right, "page right shown", named]);
    const bare = await check(envelopeText(partial.envelope));
    expect(bare.checks).toEqual([...right, "page note shown_none"]);
    expect(bare.code).toBe(0);
    expect(bare.lines.at(-1)).toBe("the letter is right");
  });

  test("is the same file each time", async () => {
    const again = letterIn("partial-with-voucher", "en");
    expect(letterHtml(again)).toBe(html);
    const [one, other] = [await letterPdf(partial), await letterPdf(again)];
    expect(Buffer.compare(one, other)).toBe(0);
  });

  test.each(Object.keys(cases))("%s comes out again", async (name) => {
    for (const language of languages) {
      const told = await check(letterHtml(letterIn(name, language)), { language });
      expect(wrongs(told)).toEqual([]);
      expect(told.code).toBe(0);
    }
  });

  test("says whom to contact only where that was stated, and still passes", async () => {
    const before = resigned((text) =>
      text.replace(/"contact":\{.*?\},"keysAt":"[^"]*",(?="merchantId")/, ""),
    );
    expect(before.payload.merchant).toEqual({
      merchantId: partial.payload.merchant.merchantId,
      slug: "qinghe",
      name: "青禾数字营销",
    });
    expect(letterHtml(before)).not.toContain("400-000-0000");
    expect(letterHtml(before)).toContain("The merchant tells the public key;");
    expect(wrongs(await check(letterHtml(before)))).toEqual([]);
    const moved = html.replaceAll("telephone 400-000-0000", "telephone 400-000-0001");
    expect(wrongs(await check(moved))).toEqual(["page wrong shown_text"]);
    const foreign = resigned((text) => text.replace('"contact":{', '"contact":{"fax":"1",'));
    expect((await check(letterHtml(foreign))).checks).toEqual(["letter wrong not_payload"]);
  });

  test("is held against keys that came another way", async () => {
    const key = fileOf(pem(7));
    expect((await check(html, { key })).checks[2]).toBe("key right key_given");
    expect(wrongs(await check(html, { key: fileOf(pem(8)) }))).toEqual(["key wrong key_other"]);
    const { merchant, key: named } = partial.payload;
    const { merchantId, slug, name } = merchant;
    const published: PublishedKeys = {
      ...{ merchantId, slug, name },
      keys: [
        {
          keyId: named.keyId,
          algorithm: "Ed25519",
          publicKey: pem(7),
          fingerprint: named.fingerprint,
          createdAt: "2026-01-01T00:00:00.000Z",
          retiredAt: "2026-05-01T00:00:00.000Z",
        },
      ],
    };
    const with_ = (keys: unknown) => check(html, { keys: fileOf(JSON.stringify(keys)) });
    expect((await with_(published)).checks[2]).toBe("key right key_given");
    const [key0] = published.keys;
    const early = { ...published, keys: [{ ...key0, retiredAt: "2026-02-01T00:00:00.000Z" }] };
    expect(wrongs(await with_(early))).toEqual(["key wrong key_retired"]);
    const foreign = { ...published, merchantId: "0199f0a0-0000-7000-8000-0000000000ff" };
    expect(wrongs(await with_(foreign))).toEqual(["key wrong key_merchant"]);
    await expect(with_({})).rejects.toThrow("makegood-keys publishes them");
    await expect(check(html, { key: fileOf("no key") })).rejects.toThrow("no Ed25519 public key");
  });
});

describe("a letter that was changed", { timeout: 120_000 }, () => {
  test("in an amount on the page", async () => {
    const told = await check(html.replaceAll("28,500.00", "29,500.00"));
    expect(wrongs(told)).toEqual(["page wrong shown_text"]);
    expect(told.lines.join("\n")).toContain("differs at “29,500.00, and give”");
    expect(told.code).toBe(1);
    expect(told.lines.at(-1)).toBe("the letter is NOT right");
  });

  test("in the markup alone, which may hide something", async () => {
    const hidden = html.replace("</style>", "td{color:white}</style>");
    expect(wrongs(await check(hidden))).toEqual(["page wrong shown_markup"]);
    const more = html.replace("</main>", "</main><p>and a bonus</p>");
    expect(wrongs(await check(more))).toEqual(["page wrong shown_text"]);
  });

  test("in a page of the PDF", async () => {
    const { envelope } = partial;
    const other = { ...partial, envelope: { ...envelope, language: "zh-CN" as const } };
    const pages = Buffer.from(await letterPdf(other));
    expect(wrongs(await check(pages))).toEqual([]);
    // The pages of one letter around the data of another.
    const cheap = letterIn("red-packet", "en");
    const mixed = await letterPdf({
      ...partial,
      payload: cheap.payload,
      documents: cheap.documents,
    });
    expect(wrongs(await check(mixed))).toEqual(["page wrong shown_pdf"]);
  });

  test("by cutting it off", async () => {
    const pdf = await letterPdf(partial);
    for (const share of [0.2, 0.5, 0.9, 0.999]) {
      const told = await check(pdf.slice(0, pdf.length * share));
      expect(told.code).toBe(1);
    }
  });

  test("by adding to the end of the PDF, where a viewer looks first", async () => {
    const pdf = await letterPdf(partial);
    for (const added of ["\n9 0  obj <</Type /Page>> endobj\n%%EOF\n", " "]) {
      const told = await check(Buffer.concat([pdf, Buffer.from(added)]));
      expect(wrongs(told)).toEqual(["page wrong shown_pdf"]);
    }
  });

  test("in a signed fact, with the signature left as it was", async () => {
    const { envelope } = partial;
    const payload = envelope.payload.replaceAll('"trader"', '"outage"');
    const told = await check(envelopeText({ ...envelope, payload }));
    expect(wrongs(told)).toContain("signature wrong signature_wrong");
  });

  test("in a fact, and signed anew", async () => {
    const told = await check(
      envelopeText(resigned((text) => text.replaceAll('"trader"', '"outage"')).envelope),
    );
    expect(told.checks[1]).toBe("signature right signature");
    expect(wrongs(told)).toEqual(["decision wrong decision_other"]);
  });

  test("in a sum, and signed anew", async () => {
    const change = (text: string) => text.replace(/"units":2850000\b/, '"units":2950000');
    const told = await check(envelopeText(resigned(change).envelope));
    expect(wrongs(told)).toEqual(["sums wrong sums_other"]);
  });

  test("in what the order had cost, and signed anew", async () => {
    const change = (text: string) => text.replaceAll('"paidMinor":3600000', '"paidMinor":3600001');
    expect(wrongs(await check(envelopeText(resigned(change).envelope)))).not.toEqual([]);
  });

  test("in the text of a rule", async () => {
    const texts = partial.envelope.texts.map((text) =>
      text.replace("at_most: 72h", "at_most: 71h"),
    );
    const told = await check(envelopeText({ ...partial.envelope, texts }));
    expect(wrongs(told)[0]).toBe("texts wrong texts_missing");
    const none = await check(envelopeText({ ...partial.envelope, texts: [] }));
    expect(new Set(wrongs(none))).toEqual(new Set(["texts wrong texts_missing"]));
  });

  test("by another key", async () => {
    const { envelope } = partial;
    const value = sign(null, Buffer.from(envelope.payload), secretOf(8)).toString("base64");
    const swapped = { ...envelope, signature: { ...envelope.signature, value } };
    expect(wrongs(await check(envelopeText(swapped)))).toEqual(["signature wrong signature_wrong"]);
    // Whoever brings a key of his own as well has to name it in what is signed.
    const own = { ...swapped, signature: { ...swapped.signature, publicKey: pem(8) } };
    expect(wrongs(await check(envelopeText(own)))).toEqual(["signature wrong signature_names"]);
    const noKey = { ...swapped, signature: { ...swapped.signature, publicKey: "no key" } };
    expect(wrongs(await check(envelopeText(noKey)))).toContain("signature wrong signature_wrong");
  });

  test("by another evaluator", async () => {
    const change = (text: string) => text.replace("makegood-policy/1", "makegood-policy/0");
    const told = await check(envelopeText(resigned(change).envelope));
    expect(wrongs(told)).toEqual(["evaluator wrong evaluator_other"]);
    expect(told.lines.join("\n")).toContain("was made by makegood-policy/0 and this is");
  });
});

test("every sentence is told in three languages, with its values filled in", () => {
  for (const word of verifyWords) {
    const told = languages.map((language) => sentence(word, language, {}));
    expect(new Set(told).size).toBeGreaterThanOrEqual(2);
    for (const text of told) expect(text).not.toMatch(/[.。]$/);
  }
});
