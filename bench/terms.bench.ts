import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readCatalogueFile, readPolicyFile } from "../src/contract/policy-file/index.ts";
import { accepted, compile, pageMarkdown, termsPage } from "../src/core/index.ts";
import type { TermsAbout } from "../src/core/index.ts";

export const name = "a terms page from its document : compiling it and joining the same texts";
export const unit = "pages";
export const runs = 7;

const folder = join(import.meta.dirname, "..", "policies");
const text = (file: string): string => readFileSync(join(folder, file), "utf8");

function consumerPackage() {
  const words = readCatalogueFile(text("catalogue.yaml"));
  if (!words.ok) throw new Error("the catalogue has faults");
  const read = readPolicyFile(text("package-cancel-consumer.policy.yaml"), words.value);
  if (!read.ok) throw new Error("package-cancel-consumer has faults");
  return { ...read.value, unsaid: words.value.unsaid };
}

const { document, carried, unsaid } = consumerPackage();
const about: TermsAbout = {
  ...{ carried, floors: [], unsaid, merchant: null, params: null, address: null },
  example: { amountMinor: 99_999, currency: "CNY" },
};
const page = termsPage(document, about, "zh-CN");
const pages = 50;

/** The last page of each load, so that no compiler can leave the work undone. */
export const kept: string[] = [];

/** What no terms page can go without: the document made ready to decide, its texts put together. */
export function baseline(): number {
  for (let count = 0; count < pages; count += 1) {
    accepted(compile(document));
    kept[0] = pageMarkdown(page);
  }
  return pages;
}

export function subject(): number {
  for (let count = 0; count < pages; count += 1) {
    kept[1] = pageMarkdown(termsPage(document, about, "zh-CN"));
  }
  return pages;
}
