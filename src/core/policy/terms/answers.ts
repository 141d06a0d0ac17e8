import type { Page } from "../../page/index.ts";
import type { Language } from "../texts.ts";

export type TermsPage = Page & { readonly language: Language };

/** A promise in a few short sentences, for a poster and for the screen of a shop. */
export type PromiseHeadline = {
  readonly language: Language;
  /** What the document is called. */
  readonly name: string;
  /** The strongest promise, in a few words. */
  readonly title: string;
  /** At most four more: further promises, by when it is paid, and whom it looks at. */
  readonly lines: readonly string[];
  /** For whom alone it is; null where it is for everybody. Whoever draws it says so. */
  readonly audience: string | null;
  /** For whom it is, where the whole of it stands, and which version this is. */
  readonly small: string;
};

/** A question about a boundary case. `right` is the id of the right answer: keep it from pages. */
export type Question = {
  readonly id: string;
  readonly text: string;
  readonly answers: readonly { readonly id: string; readonly text: string }[];
  readonly right: string;
};

/** schema.org MerchantReturnPolicy, and in sentences what of the document it cannot say. */
export type ReturnPolicyJsonLd = {
  /** Null where the document is about no return at all. */
  readonly jsonLd: Readonly<Record<string, unknown>> | null;
  readonly notExpressible: readonly string[];
};

/** Why the texts of a document must not be published, with the clauses and what to do. */
export type TextFinding = {
  readonly kind: "same_text" | "not_recovered" | "ambiguous";
  /** The language whose text is concerned, and the language of each sentence below. */
  readonly language: Language;
  readonly clauses: readonly string[];
  /** The text that is read in two ways, or by nobody. */
  readonly text: string;
  readonly say: Readonly<Record<Language, string>>;
};
