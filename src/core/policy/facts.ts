import type { SmallFraction } from "../money/index.ts";

/**
 * duration: whole seconds; days, count: integers; ratio: `{n, d}` or text such as `1/3` or `33%`;
 * choice: the option's name; flag: true, false, `yes` or `no`.
 */
export type FactValue = number | boolean | string | SmallFraction;

/**
 * `marks` of a day count: how many days each period of months lasts from its beginning, by the
 * period's text (`12mo+14d`), as `periodDays` of the calendar gives it.
 * `elapsed` of a day count: the days of the calendar that went by, where days off at the end of the
 * period made the count smaller. Nothing is decided by it; it is told beside the count.
 */
export type FactInput =
  | {
      readonly state: "claimed" | "attested" | "event";
      readonly value: FactValue;
      readonly marks?: Readonly<Record<string, number>>;
      readonly elapsed?: number;
    }
  | { readonly state: "unknown" }
  | { readonly state: "unproven" }
  /** A count of time that has not begun; see `beforeStart` of the fact. */
  | { readonly state: "before_start" };

/** What is known of a case; a fact that is absent is unknown. */
export type CaseFacts = Readonly<Record<string, FactInput>>;
