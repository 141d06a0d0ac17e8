import type { ProofCase } from "./proof-case.ts";

export type FindingKind =
  /** No clause answers the head. */
  | "gap"
  /** Several clauses answer it and none overrides the others. */
  | "overlap"
  /** Heads of one direction on one base come to more than the base. */
  | "above_base"
  /** The answer grows, or shrinks, although a promise says it never does. */
  | "rises"
  | "falls"
  /** A clause or an assumption reads a trait that the document promises not to see. */
  | "reads_attribute"
  /** A derived fact reads it. */
  | "derived_reads_attribute"
  /** Less than a floor demands, more than it lets be taken, or taken where it lets nothing be. */
  | "below_floor"
  | "above_floor"
  | "not_allowed"
  /** The document names a floor that is not at hand, or that means another fact by a name. */
  | "missing_floor"
  | "fact_conflict"
  /** The order of two constants depends on the day on which months begin. */
  | "not_comparable"
  /** More cells than the proof goes through. */
  | "too_wide";

/** Why a document is not proven. All but the last kinds show one concrete case, or two compared. */
export type Finding = {
  readonly kind: FindingKind;
  readonly heads: readonly string[];
  /** Clauses of the document that clash; of two compared cases the deciding one of each. */
  readonly clauses: readonly (string | null)[];
  readonly floor: { readonly reference: string; readonly clause: string | null } | null;
  readonly cases: readonly ProofCase[];
  /** Exact shares, `n/d`: per case, and the floor's after them; of several heads one each. */
  readonly answers: readonly string[];
  /** Growing facts, the attribute, derived facts, names or constants that the kind speaks of. */
  readonly facts: readonly string[];
};

export function finding(kind: FindingKind, more: Partial<Omit<Finding, "kind">> = {}): Finding {
  return {
    kind,
    heads: [],
    clauses: [],
    floor: null,
    cases: [],
    answers: [],
    facts: [],
    ...more,
  };
}
