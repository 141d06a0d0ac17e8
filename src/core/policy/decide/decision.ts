import type { CaseFacts, FactValue } from "../facts.ts";
import type { Direction, Establisher, GrantKind, Operator, Settles } from "../model.ts";
import type { CompiledPolicy } from "../compile/compiled.ts";

/** Units [from, to) of a line, or a packet; what is known of it beside the order's facts. */
export type ClaimItem = {
  readonly lineId: string | null;
  readonly packetId: string | null;
  readonly from: number;
  readonly to: number;
  readonly facts: CaseFacts;
};

export type ItemPlace = Omit<ClaimItem, "facts">;

/**
 * The money of a base in minor units; order bases are asked with neither line nor packet, or for
 * the parts of `PartsOf`. null: nobody has stated it yet; it counts as 0, and facts about it are
 * still asked for. Of a base that is 0 nothing is asked.
 */
export type BaseOf = (base: string, place: ItemPlace) => number | null;

/**
 * Which of the claim's items an order base is decided for, each by itself; null: for the order as a
 * whole. Left out, every order base is.
 */
export type PartsOf = (base: string, items: readonly ItemPlace[]) => readonly ItemPlace[] | null;

export type DecideRequest = {
  /** Policies and floors that bind the claim, compiled with the order's parameters. */
  readonly policies: readonly CompiledPolicy[];
  readonly currency: string;
  readonly calendarVersion: string;
  readonly orderFacts: CaseFacts;
  readonly items: readonly ClaimItem[];
  readonly baseOf: BaseOf;
  readonly partsOf?: PartsOf;
  /** Whether the time to supplement has lapsed. */
  readonly final: boolean;
};

export type DecideResult =
  | { readonly status: "decided"; readonly decision: Decision }
  | { readonly status: "needed"; readonly needed: readonly NeededFact[] }
  | {
      readonly status: "impossible";
      /** `range`, `link`, `value`, or the assumption's name. */
      readonly assumption: string;
      readonly policy: string;
      readonly facts: readonly string[];
      readonly lineId: string | null;
      readonly packetId: string | null;
    };

/** A fact that can change the amount, and who establishes it; `base.x/y` for a sum to be stated. */
export type NeededFact = {
  readonly fact: string;
  readonly lineId: string | null;
  readonly packetId: string | null;
  readonly by: Establisher;
  readonly proof: readonly string[];
};

export type PolicyReference = {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
  readonly params: Readonly<Record<string, string>>;
};

/** The stored answer: plain JSON without personal data, replayed byte for byte. */
export type Decision = {
  readonly evaluator: string;
  readonly calendar: string;
  readonly currency: string;
  readonly final: boolean;
  readonly policies: readonly PolicyReference[];
  readonly facts: { readonly order: CaseFacts; readonly items: readonly ClaimItem[] };
  readonly heads: readonly HeadDecision[];
};

/** One per direction, base and grant kind over all documents. */
export type HeadDecision = {
  readonly direction: Direction;
  readonly base: string;
  readonly grant: GrantKind | null;
  readonly settles: Settles;
  readonly items: readonly DecidedItem[];
  /** One per item, in the same order. */
  readonly trace: readonly ItemTrace[];
};

/**
 * An order head has an item for each line that the claim names of its base, or one with neither
 * line nor packet and the units [0, 1) for the order as a whole.
 */
export type DecidedItem = ItemPlace & {
  readonly baseMinor: number;
  /** Exact share of the base, `n/d` in lowest terms: the sum where several heads share the base. */
  readonly fraction: string;
};

/** How a document, or one head of it, came to what it gives. */
export type Answered = {
  readonly head: string;
  /** null where no clause gives to a grant that may stay silent, or a floor says nothing. */
  readonly clause: string | null;
  /** Clauses that hold as well and give way. */
  readonly overridden: readonly string[];
  readonly conditions: readonly SeenCondition[];
  readonly arithmetic: Arithmetic;
  /** Why nothing is paid. */
  readonly why: string | null;
};

export type ItemTrace = Answered & {
  /** `id@version` of the document whose answer holds. */
  readonly policy: string;
  readonly nearest: NearestPaying | null;
  readonly others: readonly OtherAnswer[];
  /**
   * Where several heads of the document share the base: what each gives to the sum, in the order of
   * the document. How it was answered then is that of the one that gives most. Absent for one head.
   */
  readonly parts?: readonly HeadPart[];
};

/** What one of several heads on one base gives, and how it came to that. */
export type HeadPart = Answered & {
  /** Exact share of the base, `n/d`; the parts of an item come to its fraction. */
  readonly fraction: string;
};

export type SeenCondition = {
  readonly fact: string;
  /** `unproven` and `before_start` as words; null while unknown. */
  readonly seen: FactValue | null;
  /** Days that went by, where days off at the end made the count of days smaller. */
  readonly elapsed?: number;
  readonly needed: NeededValue;
  /** null: unknown, and of no effect on the amount. */
  readonly met: boolean | null;
};

/** Constants as their texts (`72h`, `12mo+14d`, `60%`), parameters filled in. */
export type NeededValue =
  | { readonly bounds: readonly { readonly operator: Operator; readonly constant: string }[] }
  | { readonly options: readonly string[] };

export type Arithmetic = {
  readonly form: "plain" | "less" | "unused" | "part" | "none";
  readonly rate: string;
  readonly fact: string | null;
  readonly share: string | null;
  /** Before it is clamped to [0, max]; `unknown` with a share that is, and that moves nothing. */
  readonly raw: string;
  readonly max: string;
};

/** The clause that would pay with the fewest changes, and what keeps it from holding. */
export type NearestPaying = {
  readonly policy: string;
  readonly clause: string;
  readonly missing: readonly (SeenCondition & {
    /** Evidence or a wish can still change it; time has fixed it; or it is as it is. */
    readonly change: "evidence" | "wish" | "time" | "fixed";
  })[];
};

export type OtherAnswer = {
  readonly policy: string;
  /** Of several heads on the base the clause that gives most. */
  readonly clause: string | null;
  /** null: the document is silent on this head here. */
  readonly fraction: string | null;
};
