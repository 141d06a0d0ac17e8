import type { RuleDocument } from "../model.ts";
import { checkComparable } from "../prove/comparable.ts";
import { canonicalJson } from "../decide/canonical.ts";
import type { Axis } from "../prove/space.ts";
import type { TooWide } from "../prove/walk.ts";

/** Why documents cannot be compared. */
export type DiffRefusal = {
  readonly refusal:
    /** They answer different kinds of claims: `names` are the kinds of each, joined by commas. */
    | "other_claims"
    /** Named as binding together, and never do: the two documents. */
    | "never_together"
    /** One name means two facts: the fact, and the documents. */
    | "fact_conflict"
    /** Which of two constants is longer depends on the day: the fact, and the constants. */
    | "not_comparable"
    /** A parameter that was given does not fit: the document, and what to do. */
    | "parameter"
    /** More cells than the comparison goes through: how many, and the facts. */
    | "too_wide";
  readonly names: readonly string[];
};

export function isDiffRefusal(value: object): value is DiffRefusal {
  return "refusal" in value;
}

/** `id@version`. */
export function referenceOf({ id, version }: Pick<RuleDocument, "id" | "version">): string {
  return `${id}@${version}`;
}

/** Documents of different kinds of claims never bind the same claim. */
export function refusedKinds(before: RuleDocument, after: RuleDocument): DiffRefusal | null {
  const [one, other] = [before.answers, after.answers];
  const apart = one.length > 0 && other.length > 0 && !one.some((kind) => other.includes(kind));
  return apart ? { refusal: "other_claims", names: [one.join(", "), other.join(", ")] } : null;
}

/** Documents of which two have no claim kind or no audience in common. */
export function neverTogether(documents: readonly RuleDocument[]): DiffRefusal | null {
  for (const [index, one] of documents.entries()) {
    for (const other of documents.slice(index + 1)) {
      const audience = one.binds.some((each) => other.binds.includes(each));
      if (audience && refusedKinds(one, other) === null) continue;
      return { refusal: "never_together", names: [referenceOf(one), referenceOf(other)] };
    }
  }
  return null;
}

/** Facts that two documents mean differently, or constants of which nobody can say how they lie. */
export function conflictIn(documents: readonly RuleDocument[]): DiffRefusal | null {
  for (const [index, one] of documents.entries()) {
    const within = checkComparable(one, null)[0];
    if (within !== undefined) return { refusal: "not_comparable", names: within.facts };
    for (const other of documents.slice(index + 1)) {
      const fact = sharedFact(one, other);
      if (fact !== null) {
        const names = [fact, referenceOf(one), referenceOf(other)];
        return { refusal: "fact_conflict", names };
      }
      const between = checkComparable(one, other)[0];
      if (between !== undefined) return { refusal: "not_comparable", names: between.facts };
    }
  }
  return null;
}

/** A fact of both that is of another type, scope, range or other options in each. */
function sharedFact(one: RuleDocument, other: RuleDocument): string | null {
  for (const fact of Object.values(one.facts)) {
    const same = other.facts[fact.name];
    if (same !== undefined && meaning(same) !== meaning(fact)) return fact.name;
  }
  return null;
}

function meaning(fact: RuleDocument["facts"][string]): string {
  const { type, scope } = fact;
  const options = "options" in fact ? fact.options.map(({ name }) => name) : [];
  const range = "range" in fact ? [fact.range.from.text, fact.range.to.text] : [];
  return canonicalJson({ type, scope, options, range });
}

export function tooWide({ axes }: TooWide, leavesMax: number): DiffRefusal {
  return { refusal: "too_wide", names: [String(leavesMax), ...axes.flatMap(nameOf)] };
}

function nameOf(axis: Axis): string[] {
  if (axis.kind === "order") return [];
  return [axis.kind === "choice" ? axis.parameter : axis.fact.name];
}
