import type { Texts } from "../language.ts";

/**
 * What a policy file says beside what is evaluated: where a clause stands in the law, by when
 * something is due, duties that no amount expresses, and how a text was read.
 */
export type Carried = {
  /** ISO country code, or EU; floors only. */
  readonly market: string | null;
  readonly sources: Readonly<Record<string, Source>>;
  /** By clause. */
  readonly citations: Readonly<Record<string, readonly Citation[]>>;
  readonly deadlines: readonly Deadline[];
  readonly duties: readonly Duty[];
  readonly notes: Readonly<Record<string, Texts>>;
  /** What is taken of an own fact when nobody has alleged anything; see `withUnsaid`. */
  readonly unsaid: Unsaid;
};

export type Unsaid = Readonly<Record<string, string>>;

export type Source = {
  readonly title: string;
  readonly number: string | null;
  /** Name of the file that holds the text of the law; null where there is none at hand. */
  readonly text: string | null;
};

export type Citation = {
  readonly source: string;
  readonly article: string;
  /** Word for word from the source's text; null where there is none at hand. */
  readonly quote: string | null;
};

/** From one event to another; a day count begins the day after the event. */
export type Deadline = {
  readonly name: string;
  readonly duty: "merchant" | "customer";
  readonly from: string;
  readonly to: string;
  readonly within: { readonly count: number; readonly unit: "hours" | "days" | "business_days" };
  readonly citations: readonly Citation[];
};

export type Duty = {
  readonly name: string;
  readonly say: Texts;
  readonly citations: readonly Citation[];
};
