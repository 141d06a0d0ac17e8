import type { Amount, Direction, GrantKind } from "../model.ts";
import type { ProofCase } from "../prove/proof-case.ts";
import type { Params } from "./prepare.ts";

/** A head across documents: never its name. */
export type Question = {
  readonly direction: Direction;
  readonly base: string;
  readonly grant: GrantKind | null;
};

/**
 * What becomes of customers in a region: they gain or lose, or one document has no answer there
 * (a gap, an overlap, or a box that it takes to be impossible).
 */
export type Effect = "gain" | "lose" | "unanswered";

/** One condition of a region: all that it leaves of one fact, parameter or order of two. */
export type RegionCondition =
  | {
      readonly kind: "options";
      readonly fact: string;
      readonly options: readonly string[];
      readonly unproven: boolean;
    }
  | { readonly kind: "unproven" | "proven" | "before_start" | "begun"; readonly fact: string }
  | {
      readonly kind: "interval";
      readonly fact: string;
      readonly bounds: readonly RegionBound[];
    }
  | {
      readonly kind: "choice";
      readonly parameter: string;
      readonly options: readonly string[];
    };

/** `constant` is a text such as `72h`, `1/3` or `12mo+14d`, or the name of a parameter. */
export type RegionBound = {
  readonly operator: "at_most" | "more_than" | "less_than" | "at_least";
  readonly constant: string;
  readonly isParameter: boolean;
};

/** What one document says in a region: its clauses there, and the amounts that it sums. */
export type RegionVoice = {
  /** `id@version`. */
  readonly document: string;
  readonly clauses: readonly string[];
  readonly amounts: readonly Amount[];
};

export type RegionSide =
  /** Of several documents the best for the customer holds. */
  | { readonly kind: "answer"; readonly voices: readonly RegionVoice[] }
  | { readonly kind: "silent" | "no_head" }
  | {
      readonly kind: "gap" | "overlap" | "refused";
      readonly document: string;
      readonly names: readonly string[];
    };

/** One case, replayed by the evaluator on both sides. */
export type RegionCase = {
  readonly case: ProofCase;
  readonly params: readonly [before: Params, after: Params];
  /** Exact shares of the base, `n/d`; null where there is no answer. */
  readonly shares: readonly [before: string | null, after: string | null];
  /** Rounded in the customer's favour, at the example base; null where there is no answer. */
  readonly minor: readonly [before: number | null, after: number | null];
  /** The difference of the shares, after less before; null where there is no answer. */
  readonly difference: string | null;
};

export type Region = Question & {
  readonly effect: Effect;
  /** All hold; none: every case. */
  readonly conditions: readonly RegionCondition[];
  /** Where several facts decide together: only cases in which `after` is so against `before`. */
  readonly only: "more" | "less" | null;
  readonly before: RegionSide;
  readonly after: RegionSide;
  /** The base in the example, and its currency. */
  readonly example: { readonly amountMinor: number; readonly currency: string };
  /** The cases with the smallest and the largest difference in size; one where they are equal. */
  readonly smallest: RegionCase;
  readonly largest: RegionCase;
  /** Bounds that cases come as close to as one likes: `n/d`; null where `smallest` is it. */
  readonly smallestBound: string | null;
  readonly largestBound: string | null;
};

/** Where both answer the same for another reason. */
export type Reworded = Question & {
  readonly conditions: readonly RegionCondition[];
  readonly before: RegionSide;
  readonly after: RegionSide;
  readonly witness: RegionCase;
};

/** One head where several policies bind: what each says of it, and what holds. */
export type CombinedHead = Question & {
  readonly baseMinor: number;
  readonly answers: readonly (RegionVoice & { readonly share: string })[];
  /** The best for the customer: `n/d`. */
  readonly together: string;
};

/** Cases in which customers get more from several policies together than from any one of them. */
export type Combination = {
  readonly conditions: readonly RegionCondition[];
  readonly heads: readonly CombinedHead[];
  readonly case: ProofCase;
  readonly currency: string;
  /** Of the case, all heads: together, and by each policy alone. */
  readonly totalMinor: number;
  readonly eachMinor: readonly { readonly document: string; readonly totalMinor: number }[];
};
