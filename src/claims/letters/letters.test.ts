import { describe, expect, test } from "vitest";
import { languages, letterPage, pageMarkdown } from "../../core/index.ts";
import { cases } from "../testing/letters/cases.ts";
import { sampleLetter } from "../testing/letters/samples.ts";

const all = Object.entries(cases).flatMap(([name, sample]) =>
  languages.map((language) => ({ name, sample, language })),
);

describe("letters as people read them", () => {
  test.each(all)("$name in $language", async ({ name, sample, language }) => {
    const { payload, documents, envelope } = sampleLetter(sample, language);
    const page = letterPage({ payload, documents, addressee: envelope.addressee }, language);
    // Shipped documents get new texts, and hashes with them.
    const text = pageMarkdown(page)
      .replace(/[0-9a-f]{64}/g, "#")
      .replace(/@\d+/g, "@N");
    await expect(text).toMatchFileSnapshot(`../testing/letters/golden/${name}.${language}.md`);
  });
});

test("a letter names what is stated of its merchant, and where else complaints go", () => {
  const { payload, documents } = sampleLetter(Object.values(cases)[0]!, "en");
  const stated = payload.merchant.contact!;
  const rowsWith = (part: Partial<typeof stated>) => {
    const merchant = { ...payload.merchant, contact: { ...stated, ...part } };
    const input = { payload: { ...payload, merchant }, documents, addressee: [] };
    const rights = letterPage(input, "en").sections.find(
      ({ heading }) => heading === "If you disagree",
    );
    return rights?.blocks.flatMap((block) => (block.kind === "labelled" ? block.rows : []));
  };
  const ask = "telephone 1, e-mail service@shop.example";
  const least = { registeredName: "Shop Ltd", phone: "1", hours: null };
  expect(rowsWith({ ...least, complaints: null, website: "https://shop.example" })).toEqual([
    { label: "Merchant", text: "Shop Ltd (青禾数字营销)" },
    { label: "Address", text: stated.address },
    { label: "Contact", text: ask },
    { label: "Website", text: "https://shop.example" },
  ]);
  const complaints = { phone: "2", email: null };
  expect(rowsWith({ ...least, complaints })?.slice(2)).toEqual([
    { label: "Contact", text: ask },
    { label: "Complaints", text: "telephone 2" },
  ]);
});
