import { compare, fractionText, zero } from "../money/index.ts";
import type { Binding, JoinedHead } from "./binding.ts";
import type { Candidate } from "./candidate.ts";
import type { Composed } from "./compose.ts";
import type { ItemTrace, OtherAnswer } from "./decision.ts";
import type { CaseFacts } from "./facts.ts";
import { matchRows } from "./match.ts";
import { nearestPaying } from "./nearest.ts";
import { sharesIn } from "./shares.ts";
import { traceOf } from "./trace.ts";

/** The trace of one item: the document whose answer holds, and what the others say. */
export function decidedTrace(
  head: JoinedHead,
  winner: Candidate,
  composed: Composed,
  facts: CaseFacts,
  binding: Binding,
): ItemTrace {
  const { policy, head: compiled } = winner.member;
  const { certain } = matchRows(policy, facts);
  const trace = traceOf(policy, compiled, winner.clause, facts, certain);
  const paysNothing = head.direction === "pay" && compare(winner.highest, zero) === 0;
  return {
    ...trace,
    nearest: paysNothing ? nearestPaying(head, facts, sharesIn(binding)) : null,
    others: othersOf(winner, composed, binding),
  };
}

/** Every other document that binds the claim, silent ones included. */
function othersOf(winner: Candidate, { answers }: Composed, { policies }: Binding): OtherAnswer[] {
  return policies
    .filter((policy) => policy !== winner.member.policy)
    .map((policy) => {
      const candidate = answers.find(({ member }) => member.policy === policy)?.candidate ?? null;
      const clause = candidate && policy.document.clauses[candidate.clause];
      return {
        policy: policy.reference,
        clause: clause?.name ?? null,
        fraction: candidate === null ? null : fractionText(candidate.lowest),
      };
    });
}
