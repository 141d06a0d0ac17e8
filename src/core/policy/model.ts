import type { Fraction } from "../money/index.ts";
import type { Period } from "../calendar/index.ts";
import type { Texts } from "./texts.ts";

export type FactType = "duration" | "days" | "ratio" | "count" | "choice" | "flag";
export type Scope = "line" | "order" | "packet";
export type Direction = "pay" | "take" | "grant";
export type GrantKind = "voucher" | "points";
export type Settles = "refund" | "cash" | "grant";
export type Establisher = "event" | "customer" | "reviewer";
export type Operator = "at_most" | "more_than" | "less_than" | "at_least";

/**
 * What an ordered fact is compared with. Durations are in seconds; a day count of months stays a
 * period, because how long it is depends on the day it begins (`marks` of the fact tell).
 */
export type Constant =
  | { readonly kind: "whole"; readonly value: number; readonly text: string }
  | {
      readonly kind: "period";
      readonly value: Period;
      readonly text: string;
      /** Fewest and most days that it can last, over all days on which it can begin. */
      readonly least: number;
      readonly most: number;
    }
  | { readonly kind: "ratio"; readonly value: Fraction; readonly text: string };

/** A constant as written, or the name of the parameter that gives it. */
export type Operand = Constant | { readonly kind: "parameter"; readonly name: string };

export type FactClock = {
  readonly from: string;
  readonly to: string;
  readonly count: string | null;
  readonly first: string | null;
  readonly roll: string | null;
};

type FactBase = {
  readonly name: string;
  readonly scope: Scope;
  readonly by: Establisher;
  readonly proof: readonly string[];
  /** Who bears it when the fact cannot be established; null where an event establishes it. */
  readonly burden: "customer" | "merchant" | null;
  readonly derived: string | null;
  readonly reads: readonly string[];
  readonly clock: FactClock | null;
  /** A trait of the customer or the sale that policies may promise to be blind to. */
  readonly attribute: boolean;
  /** Plain words: what terms and letters say of it. */
  readonly text: Texts;
  /** How the customer is asked for it, and how a reviewer calls it; see `missingVoices`. */
  readonly asked: Texts;
  readonly found: Texts;
  /** Words for a poster, by operator with `{v}`, or by option; absent ones are the full ones. */
  readonly brief: Readonly<Record<string, Texts>>;
};

export type OrderedFact = FactBase & {
  readonly type: "duration" | "days" | "ratio" | "count";
  readonly range: { readonly from: Constant; readonly to: Constant };
  /** Phrases with `{v}` for the constant; absent ones are made from `text`. */
  readonly say: Readonly<Partial<Record<Operator, Texts>>>;
  /** Phrases for the bound that is the whole, 100%, where `{v}` would read badly. */
  readonly sayWhole: Readonly<Partial<Record<Operator, Texts>>>;
  /** The fact itself as a sentence, with `{v}` for its value; an absent one is made from `text`. */
  readonly seen: Texts | null;
  /** What is left of a share, 1 − f, as a noun; an absent one is made from `text`. */
  readonly rest: Texts | null;
  readonly unit: Texts | null;
  /**
   * What is said while that from which it counts has not happened, or where its end came first:
   * then it has no value and is `before_start`, earlier than every value. A period that has not
   * begun has not passed, so bounds from above hold. Null for a count that has always begun.
   */
  readonly beforeStart: Texts | null;
  /** Theorems of the catalogue: this fact is never below the other; it counts the other's days. */
  readonly atLeastFact: string | null;
  readonly daysOf: string | null;
};

export type ListedFact = FactBase & {
  readonly type: "choice" | "flag";
  /** A flag has the options `no` and `yes`. */
  readonly options: readonly FactOption[];
  /** A wish is set by the customer, and has this value while unsaid. */
  readonly unsaid: string | null;
};
export type FactOption = {
  readonly name: string;
  /** What terms and letters say. */
  readonly text: Texts;
  /** What the customer picks; null for what is the merchant's alone to allege. */
  readonly asked: Texts | null;
  /** What the reviewer establishes. */
  readonly found: Texts;
};
export type Fact = OrderedFact | ListedFact;

export type MoneyBase = {
  readonly name: string;
  readonly scope: Scope;
  readonly settles: Settles;
  /**
   * A base that is a fixed sum, the same for every order: minor units by currency. In a currency
   * without one there is no such base, and heads on it answer nothing.
   */
  readonly constant: Readonly<Record<string, number>> | null;
  readonly text: Texts;
  /** What a poster calls it. */
  readonly brief: Texts | null;
};

/** Why an answer is nothing: a code with its sentence. */
export type ZeroReason = { readonly code: string; readonly text: Texts };

export type Catalogue = {
  readonly facts: Readonly<Record<string, Fact>>;
  readonly bases: Readonly<Record<string, MoneyBase>>;
  readonly reasons: Readonly<Record<string, ZeroReason>>;
};

/**
 * `when` of one fact. An interval has one or two bounds; a list names options, and of an ordered
 * fact nothing but that it is `unproven` or `before_start`.
 */
export type Condition =
  | { readonly kind: "interval"; readonly fact: string; readonly bounds: readonly Bound[] }
  | {
      readonly kind: "options";
      readonly fact: string;
      readonly options: readonly string[];
      readonly unproven: boolean;
      readonly beforeStart?: true;
    };
export type Bound = { readonly operator: Operator; readonly operand: Operand };

/** `mode: keep`: the clause holds only under some values of a choice parameter. */
export type ParameterCondition = {
  readonly parameter: string;
  readonly options: readonly string[];
};

/** Share of the base: r, max(0, r − f), r · (1 − f) or r · f, clamped to [0, max of the head]. */
export type Amount = {
  readonly form: "plain" | "less" | "unused" | "part";
  readonly rate: Fraction;
  readonly rateText: string;
  /** The ratio fact f; null in the plain form only. */
  readonly fact: string | null;
};

export type Head = {
  readonly name: string;
  readonly direction: Direction;
  readonly grant: GrantKind | null;
  readonly base: string;
  readonly max: Fraction;
  readonly otherwise: "error" | "none" | "silent";
};

export type Clause = {
  readonly name: string;
  readonly when: readonly Condition[];
  readonly parameters: readonly ParameterCondition[];
  readonly over: readonly string[];
  readonly why: string | null;
  readonly cite: string | null;
  readonly give: readonly { readonly head: string; readonly amount: Amount }[];
};

export type Parameter =
  | {
      readonly kind: "constant";
      readonly name: string;
      readonly of: string;
      readonly range: { readonly from: Constant; readonly to: Constant };
      readonly default: Constant;
      /** What it is called in terms; null for the name of its fact. */
      readonly text: Texts | null;
    }
  | {
      readonly kind: "choice";
      readonly name: string;
      readonly options: readonly string[];
      readonly default: string;
      readonly text: Texts | null;
      /** By option, what an order says that has chosen it, as a clause; may be empty. */
      readonly say: Readonly<Record<string, Texts>>;
    };

/** A box of facts that never happens; a case inside it is refused as impossible. */
export type Assumption = { readonly name: string; readonly never: readonly Condition[] };

export type Promises = {
  readonly time: Readonly<
    Record<
      string,
      { readonly neverRises: readonly string[]; readonly neverFalls: readonly string[] }
    >
  >;
  readonly blindTo: readonly string[];
};

export type Audience = "consumer" | "business";

type DocumentBase = {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
  readonly title: Texts | null;
  /** Claim kinds that the document answers. */
  readonly answers: readonly string[];
  readonly binds: readonly Audience[];
  /** The facts, bases and reasons that this document uses, own ones and the catalogue's. */
  readonly facts: Readonly<Record<string, Fact>>;
  readonly bases: Readonly<Record<string, MoneyBase>>;
  readonly reasons: Readonly<Record<string, ZeroReason>>;
  readonly heads: readonly Head[];
  readonly clauses: readonly Clause[];
  readonly assumptions: readonly Assumption[];
};
export type PolicyDocument = DocumentBase & {
  readonly kind: "policy";
  readonly parameters: readonly Parameter[];
  readonly promises: Promises;
  readonly floors: readonly string[];
};
export type FloorDocument = DocumentBase & {
  readonly kind: "floor";
  readonly verified: boolean;
  /** Every merchant, or those alone that are under financial supervision and marked so. */
  readonly merchants: "all" | "financial";
  /** Where the rule stands, and the day (YYYY-MM-DD) from which it is in force. */
  readonly source: string | null;
  readonly inForce: string | null;
};
export type RuleDocument = PolicyDocument | FloorDocument;
