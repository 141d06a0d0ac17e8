import type { AcceptedDecision } from "./accepted.ts";
import { at } from "./lookup.ts";

/** Whether the decision at one index replaces the one at another, where both decide. */
export type Replaces = (later: number, earlier: number) => boolean;

/**
 * A correction replaces what it corrects, and through it what that one corrected. Two that claim
 * to correct each other are not in order, and neither replaces the other.
 */
export function replacements(decisions: readonly AcceptedDecision[]): Replaces {
  const replaced = decisions.map((decision) => correctedBy(decisions, decision));
  const reaches = (later: number, earlier: number): boolean =>
    at(replaced, later).has(at(decisions, earlier).decisionId);
  return (later, earlier) => reaches(later, earlier) && !reaches(earlier, later);
}

function correctedBy(
  decisions: readonly AcceptedDecision[],
  decision: AcceptedDecision,
): ReadonlySet<string> {
  const corrected = new Set<string>();
  for (let id = decision.corrects; id !== null && !corrected.has(id);) {
    corrected.add(id);
    const next = decisions.find((other) => other.decisionId === id);
    id = next?.corrects ?? null;
  }
  return corrected;
}
