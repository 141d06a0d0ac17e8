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
  /** The title as a reader of each language knows it; null where it has that one title alone. */
  readonly titles: Texts | null;
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

/** What a deadline ends with, and the moments from which such a deadline can count. */
export const deadlineSpans = {
  "claim.decided_at": ["claim.filed_at"],
  /** A return is arranged once it is decided. */
  "return.arranged_at": ["claim.filed_at"],
  /** The customer's time: all that was asked for has come. */
  "claim.supplemented_at": ["claim.asked_at"],
  "refund.paid_at": ["claim.filed_at", "claim.decided_at", "return.received_at"],
} as const;

export type DeadlineTo = keyof typeof deadlineSpans;
export type DeadlineFrom = (typeof deadlineSpans)[DeadlineTo][number];

/** From one moment to another; a day count begins the day after the first. */
export type Deadline = {
  readonly name: string;
  readonly duty: "merchant" | "customer";
  readonly from: DeadlineFrom;
  readonly to: DeadlineTo;
  /** `72h`, `15d` or `7bd`, as `parseWithin` reads it. */
  readonly within: string;
  /** The kinds of claim for which it runs; null for all that the document answers. */
  readonly kinds: readonly string[] | null;
  readonly citations: readonly Citation[];
};

export type Duty = {
  readonly name: string;
  /** Whose duty it is. */
  readonly duty: "merchant" | "customer";
  /** The kinds of claim that it is about; null for all, those of other documents included. */
  readonly kinds: readonly string[] | null;
  readonly say: Texts;
  readonly citations: readonly Citation[];
};
