import type { Percentiles } from "../statistics/resample.ts";

/** Money of one currency in minor units, as it was and as it would be under the draft. */
export interface Sums {
  readonly beforeMinor: number;
  /** The same as the highest, unless facts that were never established can change an amount. */
  readonly lowestMinor: number;
  readonly highestMinor: number;
}

export interface Row extends Sums {
  /** A month `2026-01`, a product code, a channel, a kind of claim; null: not recorded. */
  readonly key: string | null;
  /** What people call it, where that differs. */
  readonly name: string | null;
  /** Decisions: one for each claim and order. */
  readonly decisions: number;
  readonly changed: number;
}

/** A claim on an order whose money changes; named by its number, never by its customer. */
export interface LargestChange extends Sums {
  readonly claimId: string;
  readonly number: string;
  readonly orderNumber: string;
  readonly clausesBefore: readonly string[];
  readonly clausesAfter: readonly string[];
}

export interface Affected {
  /** Counted without identity; a change is money or something granted, by a unit or more. */
  readonly claims: number;
  readonly orders: number;
  readonly customers: number;
  /** Of the decisions that change: the customer gets more, less, or it is not determined. */
  readonly more: number;
  readonly less: number;
  readonly open: number;
}

export interface Costs {
  readonly before: Percentiles;
  readonly lowest: Percentiles;
  readonly highest: Percentiles;
}

export interface CurrencyReport {
  readonly currency: string;
  readonly decisions: number;
  /** What goes back or is paid beside it. */
  readonly money: Sums;
  /** Vouchers and points, by their value. */
  readonly grants: Sums;
  readonly affected: Affected;
  readonly byMonth: readonly Row[];
  readonly byProduct: readonly Row[];
  readonly byChannel: readonly Row[];
  readonly byKind: readonly Row[];
  /** Of the decisions as they are. */
  readonly perDecision: Costs;
  /** Of a month and a year like those of the window: see `periodCost`. */
  readonly perMonth: Costs;
  readonly perYear: Costs;
  /** The largest first. */
  readonly largest: readonly LargestChange[];
}

export interface Counted {
  readonly name: string;
  readonly decisions: number;
}

export interface BacktestReport {
  readonly policy: { readonly id: string; readonly version: number; readonly hash: string };
  readonly replaces: readonly string[];
  /** RFC 3339; null is open. */
  readonly from: string | null;
  readonly to: string | null;
  readonly claims: number;
  readonly decisions: number;
  readonly orders: number;
  readonly customers: number;
  readonly undetermined: number;
  /** Under the draft nothing answers their kind of claim any more: they bring nothing. */
  readonly unanswered: number;
  /** Could not be compared, and are on both sides as they were. */
  readonly leftOut: {
    readonly tooOpen: number;
    readonly impossible: number;
    readonly faulty: number;
  };
  /** Never decided, and so in no sum. */
  readonly undecided: {
    readonly open: number;
    readonly withdrawn: number;
    readonly unmatched: number;
  };
  /** Orders whose parameters do not fit the draft, which then has its own defaults. */
  readonly parametersUnfit: number;
  /** Facts that the draft reads and nobody has established, the most frequent first. */
  readonly missing: readonly Counted[];
  /** Gaps and overlaps of the draft, and cases that it assumes away. */
  readonly problems: readonly Counted[];
  readonly currencies: readonly CurrencyReport[];
}
