import type { Language } from "../../contract/index.ts";
import { pageHtml } from "../../core/index.ts";
import { say } from "./words.ts";

/** For the reader whose browser came to an address without terms. Nothing of it is echoed. */
export const noTermsHtml = (language: Language): string =>
  pageHtml({
    language,
    title: say("no_terms", language),
    subtitle: say("no_terms_why", language),
    sections: [],
    footer: [],
  });
