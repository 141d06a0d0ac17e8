import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkTexts, languages, pageMarkdown, termsPage } from "../src/core/index.ts";
import { aboutShipped, shippedFiles } from "./terms-about.ts";

describe.each(shippedFiles().map((file) => [file.document.id, file] as const))(
  "the terms of %s",
  (id, file) => {
    it.each(languages)("read in %s as their golden file", async (language) => {
      const text = pageMarkdown(termsPage(file.document, aboutShipped(file, language), language));
      await expect(text).toMatchFileSnapshot(join("terms", `${id}.${language}.md`));
    });

    it("are read back as the clauses that they were made from", () => {
      expect(checkTexts(file.document, { params: null })).toEqual([]);
      expect(checkTexts(file.document, { params: {} })).toEqual([]);
    });
  },
);
