import { isRefusal, refuse } from "../contract/index.ts";
import type { Refusal, WireCreateOrder } from "../contract/index.ts";
import { isZone } from "../core/index.ts";
import type { Instant, OrderFacts } from "../core/index.ts";
import { acceptanceProblem } from "./flow/accept.ts";
import { draftOf, draftProblem, freeze, soldLines } from "./freeze.ts";
import { termsProblem } from "./rules/event-check.ts";
import { firstAhead } from "./rules/instants.ts";

/**
 * Checks an order as sold, without looking anything up, and freezes it where it is paid; null where
 * it is not. The one place for orders that are recorded, imported and quoted.
 */
export function frozenSale(input: WireCreateOrder, now: Instant): OrderFacts | null | Refusal {
  const problem = soldProblem(input, now);
  if (problem !== null) return problem;
  const draft = draftOf(input, input.tenders ?? []);
  const facts = input.tenders === undefined ? draftProblem(draft) : freeze(draft);
  if (isRefusal(facts) || input.terms === undefined) return facts;
  const reason = termsProblem(input.terms, soldLines(facts ?? draft));
  return reason === null ? facts : refuse("order_invalid", { reason }, "/terms");
}

function soldProblem(input: WireCreateOrder, now: Instant): Refusal | null {
  const { zone, tenders, paidAt, balanceDueMinor } = input;
  const ahead = instantProblem(input, now);
  if (ahead !== null) return ahead;
  if (zone !== undefined && !isZone(zone)) return refuse("zone_unknown", { zone }, "/zone");
  if (tenders === undefined && paidAt !== undefined) {
    return refuse("order_invalid", { reason: "it is paid, but by no tender" }, "/tenders");
  }
  if (tenders === undefined && balanceDueMinor !== undefined) {
    const reason = "nothing is paid yet, so that all of it is due: leave out `balanceDueMinor`";
    return refuse("order_invalid", { reason }, "/balanceDueMinor");
  }
  return acceptanceProblem({ now }, input.acceptance, input.policies);
}

const instantKeys = ["orderedAt", "signedAt", "paidAt"] as const;

function instantProblem(input: WireCreateOrder, now: Instant): Refusal | null {
  for (const key of instantKeys) {
    const instant = firstAhead([input[key]], now);
    if (instant !== null) return refuse("instant_ahead", { instant }, `/${key}`);
  }
  return null;
}

/** The refusal with its field below another one. */
export function beneath(refused: Refusal, field: string): Refusal {
  return { ...refused, field: `${field}${refused.field ?? ""}` };
}
