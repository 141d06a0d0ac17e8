import { type Fraction, compare, max, zero } from "../money/index.ts";
import type { AcceptedDecision } from "./accepted.ts";
import { at } from "./lookup.ts";
import { shareWithin } from "./share.ts";

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

/**
 * What one decision takes off stands until a later one on the same units takes it anew: that one
 * was made with the reason gone, or still there. One that pays less on its own is no return of the
 * same kind (a part of the price for goods that stay), and leaves it.
 */
export function takesReplaced(
  decisions: readonly AcceptedDecision[],
  replaces: Replaces,
): Replaces {
  const pays = decisions.map(largestPay);
  return (later, earlier) =>
    replaces(later, earlier) ||
    (later > earlier &&
      !replaces(earlier, later) &&
      at(pays, later).n > 0 &&
      compare(at(pays, later), at(pays, earlier)) >= 0);
}

function largestPay({ heads }: AcceptedDecision): Fraction {
  return heads
    .filter(({ direction, settles }) => direction === "pay" && settles === "refund")
    .flatMap(({ items }) => items.map(({ fraction }) => shareWithin(fraction)))
    .reduce(max, zero);
}
