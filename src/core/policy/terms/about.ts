import type { FloorDocument } from "../model.ts";
import type { Texts } from "../texts.ts";

/**
 * What a text about a document says and the evaluator does not know. `carried` of a policy file is
 * handed over as it is.
 */
export type TermsAbout = {
  readonly carried: CarriedTexts;
  /** The floors that the document stands on, with what their files carry. */
  readonly floors: readonly { readonly document: FloorDocument; readonly carried: CarriedTexts }[];
  /** By fact, what is taken when nobody has alleged anything: the catalogue's and the file's. */
  readonly unsaid: Readonly<Record<string, string>>;
  /** Null for terms of no merchant in particular: a floor's, or a draft's. */
  readonly merchant: TermsMerchant | null;
  /** Values of an order's parameters; null tells each with its default and its range. */
  readonly params: Readonly<Record<string, string>> | null;
  /** The sum on which the worked examples are reckoned. */
  readonly example: { readonly amountMinor: number; readonly currency: string };
  /** Where the terms are published; null where they are not. */
  readonly address: string | null;
};

export type TermsMerchant = {
  readonly name: string;
  /** As it stands in the register; null where it is not stated. */
  readonly registeredName: string | null;
  /** Where the business is; null where it is not stated. */
  readonly address: string | null;
  /** The merchant's own site; null where there is none. */
  readonly website: string | null;
  /** Where a claim is made: an address on the web, a place in the app, a postal address. */
  readonly applyAt: string;
  /** Telephone, e-mail or the like. */
  readonly contact: string;
  /** Where to turn when the answer does not satisfy. */
  readonly complaintsAt: string;
};

export type CarriedTexts = {
  readonly market: string | null;
  readonly sources: Readonly<
    Record<
      string,
      {
        readonly title: string;
        /** As a reader of each language knows it; null where it has one title alone. */
        readonly titles: Texts | null;
        readonly number: string | null;
      }
    >
  >;
  /** By clause. */
  readonly citations: Readonly<Record<string, readonly CitedText[]>>;
  readonly deadlines: readonly CarriedDeadline[];
  readonly duties: readonly {
    readonly name: string;
    readonly duty: "merchant" | "customer";
    /** The kinds of claim that it is about; null for all. */
    readonly kinds: readonly string[] | null;
    readonly say: Texts;
    readonly citations: readonly CitedText[];
  }[];
  readonly notes: Readonly<Record<string, Texts>>;
};

export type CitedText = {
  readonly source: string;
  readonly article: string;
  /** Word for word; null where there is no text at hand. */
  readonly quote: string | null;
};

export type CarriedDeadline = {
  readonly name: string;
  readonly duty: "merchant" | "customer";
  /** A moment such as `claim.filed_at`; unknown ones are told by their name. */
  readonly from: string;
  readonly to: string;
  /** `72h`, `15d` or `7bd`, as `parseWithin` reads it. */
  readonly within: string;
  readonly kinds: readonly string[] | null;
  readonly citations: readonly CitedText[];
};
