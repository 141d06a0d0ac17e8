import { dayMs } from "../../core/index.ts";
import type { CompiledPolicy, Instant } from "../../core/index.ts";
import { readsEnd } from "./choices.ts";
import type { KnownOrder } from "./known-order.ts";
import { problem } from "./problem.ts";
import type { ClaimProblem } from "./problem.ts";

interface Timed {
  readonly receivedAt: Instant;
  readonly endsAt: Instant | null;
}

/** Time runs forward: a claim comes after its order began, and an end after the claim. */
export function timeProblem(
  { receivedAt, endsAt }: Timed,
  orders: readonly KnownOrder[],
): ClaimProblem | null {
  for (const { orderNumber, beganAt, policies } of orders) {
    const order = orderNumber;
    if (receivedAt < beganAt) {
      const began = new Date(beganAt).toISOString();
      return problem("claim_before_order", { order, began }, "/receivedAt");
    }
    if (endsAt === null) continue;
    if (!readsEnd(policies)) return problem("claim_end_unasked", { order }, "/endsAt");
    const days = furthestDays(policies);
    if (endsAt < receivedAt || endsAt > receivedAt + days * dayMs) {
      return problem("claim_end_range", { days }, "/endsAt");
    }
  }
  return null;
}

/** Where no document says how far ahead notice can be given. */
const usualDays = 365;

/**
 * How far ahead an end may lie: as far as the documents count the notice, which is the range of
 * their fact. Where several do, the shortest: beyond it one of them could not tell ends apart.
 */
function furthestDays(policies: readonly CompiledPolicy[]): number {
  const ranges = policies.flatMap(({ document }) =>
    Object.values(document.facts).flatMap((fact) => {
      if (fact.type !== "days" || fact.clock?.to !== "claim.ends_at") return [];
      const { to } = fact.range;
      return to.kind === "whole" ? [to.value] : to.kind === "period" ? [to.least] : [];
    }),
  );
  return ranges.length === 0 ? usualDays : Math.min(...ranges);
}
