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
