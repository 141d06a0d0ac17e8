import { compare, fractionText, zero } from "../../money/index.ts";
import type { Binding, JoinedHead } from "./binding.ts";
import type { Candidate } from "./candidate.ts";
import type { Composed } from "./compose.ts";
import type { HeadPart, ItemTrace, OtherAnswer } from "./decision.ts";
import type { CaseFacts } from "../facts.ts";
import { matchRows } from "./match.ts";
import { nearestPaying } from "./nearest.ts";
import { sharesIn } from "./shares.ts";
import { type HeadTrace, traceOf } from "./trace.ts";

/** The trace of one item: the document whose answer holds, and what the others say. */
export function decidedTrace(
  head: JoinedHead,
  winner: Candidate,
  composed: Composed,
  facts: CaseFacts,
  binding: Binding,
): ItemTrace {
  const { parts } = winner;
  const most = parts?.find(({ member }) => member === winner.member) ?? winner;
  const trace = candidateTrace(most, facts);
  const paysNothing = head.direction === "pay" && compare(winner.highest, zero) === 0;
  return {
    ...trace,
    nearest: paysNothing ? nearestPaying(head, facts, sharesIn(binding)) : null,
    others: othersOf(winner, composed, binding),
    ...(parts === undefined ? {} : { parts: parts.map((part) => partOf(part, facts)) }),
  };
}

function candidateTrace({ member, clause, lowest }: Candidate, facts: CaseFacts): HeadTrace {
  const { certain } = matchRows(member.policy, facts);
  return traceOf(member, clause, lowest, facts, certain);
}

function partOf(part: Candidate, facts: CaseFacts): HeadPart {
  const { policy: _, ...trace } = candidateTrace(part, facts);
  return { ...trace, fraction: fractionText(part.lowest) };
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
