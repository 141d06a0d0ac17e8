import { type AcceptedDecision, dueBeside, owed, planDue } from "../settlement/index.ts";
import type { LetterOrder, LetterSettlement, LetterSums } from "./payload.ts";

type Decided = Pick<LetterOrder, "decisionId" | "accepted" | "corrects" | "decision"> & {
  readonly claimId: string;
};

/**
 * What a decision brings, from what settlement knew when it was made: the one computation behind
 * the letter's figures, at the desk of its merchant and of whoever checks it.
 * @throws RangeError when a decision names a line or unit that the order does not have.
 */
export function letterSums(decided: Decided, settlement: LetterSettlement): LetterSums {
  const { order, earlier, taken, takenBeside } = settlement;
  const before = owed(order, earlier);
  // A refusal's decision never counts in what is owed, and brings nothing by itself.
  if (!decided.accepted) return { before, after: before, dues: [], carried: [], beside: [] };
  const after = owed(order, [...earlier, acceptedOf(decided)]);
  return { before, after, ...planDue(after, taken), beside: dueBeside(after, takenBeside) };
}

/** A decision as settlement reads it: the trace of its reasons is none of its business. */
export function acceptedOf({
  decisionId,
  claimId,
  corrects,
  decision,
}: Omit<Decided, "accepted">): AcceptedDecision {
  const heads = decision.heads.map(({ direction, base, grant, settles, items }) => ({
    direction,
    base,
    grant,
    settles,
    items,
  }));
  return { decisionId, claimId, corrects, heads };
}
