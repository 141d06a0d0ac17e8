import { isRefusal, refuse } from "../contract/index.ts";
import type { Refusal, WireGivenFact } from "../contract/index.ts";
import { chinaCalendar, owed } from "../core/index.ts";
import type { Beside, CompiledPolicy, Entitlement, Instant } from "../core/index.ts";
import type { OrderForClaim } from "../orders/index.ts";
import { systemActor } from "../platform/index.ts";
import { checkFacts } from "./flow/given.ts";
import { caseOf, unsaidByScope } from "./flow/load.ts";
import type { LoadedOrder } from "./flow/load.ts";
import { assess } from "./rules/assess.ts";
import type { Assessment } from "./rules/assess.ts";
import { placeItems } from "./rules/units.ts";
import type { AskedItem } from "./rules/units.ts";

/** A claim that nobody files: what it would bring. */
export interface AskedClaim {
  readonly items: readonly Omit<AskedItem, "orderId">[];
  readonly facts: readonly WireGivenFact[];
  readonly receivedAt: Instant;
  readonly endsAt: Instant | null;
  /** The time to supplement has lapsed: the burden of proof decides. */
  readonly final: boolean;
  readonly policies: readonly CompiledPolicy[];
}

export interface Quote {
  readonly answers: readonly Assessment[];
  /** By all answers together. */
  readonly entitlement: Entitlement;
}

/** Decides claims on one order in turn, each on top of what the earlier ones brought. */
export function quoteClaims(order: OrderForClaim, claims: readonly AskedClaim[]): Quote | Refusal {
  const { facts } = order;
  if (facts === null) return refuse("claim_order_unpaid", { order: order.orderNumber });
  let state: Brought = { accepted: [], taken: [], takenBeside: [], named: [] };
  const answers: Assessment[] = [];
  for (const [at, claim] of claims.entries()) {
    const result = quoteClaim(order, claim, `claim-${at + 1}`, state);
    if (isRefusal(result)) return result;
    answers.push(result.answer);
    state = result.brought;
  }
  return { answers, entitlement: owed(facts, state.accepted) };
}

type Brought = Pick<LoadedOrder, "accepted" | "taken" | "takenBeside" | "named">;

function quoteClaim(order: OrderForClaim, claim: AskedClaim, claimId: string, before: Brought) {
  const { orderId, facts } = order;
  const { policies, final, receivedAt, endsAt } = claim;
  const loaded = { orderId, order, facts, policies, unsaid: unsaidByScope(policies), ...before };
  const places = placeItems(
    claim.items.map((item) => ({ ...item, orderId })),
    new Map([[orderId, { orderId, lines: facts?.lines ?? [], taken: before.named }]]),
  );
  if ("problem" in places) return refuse(places.problem, places.values, "/items");
  const said = checkFacts(systemActor("", "quote"), claim.facts, places, [loaded]);
  if (isRefusal(said)) return said;
  const asked = caseOf(loaded, { claimId, places, said, receivedAt, endsAt });
  const calendarVersion = chinaCalendar.version;
  const answer = assess(asked, places, said, {
    claimId,
    decisionId: claimId,
    calendarVersion,
    final,
  });
  const named = [...before.named, ...places.map((place) => ({ ...place, claimId }))];
  return { answer, brought: { ...brought(before, claimId, answer), named } };
}

function brought(before: Brought, claimId: string, answer: Assessment): Brought {
  if (answer.status !== "decided" || !answer.gives) return before;
  const { decision, dues, beside } = answer;
  const taken = new Map(before.taken.map(({ tenderId, units }) => [tenderId, units]));
  for (const { tenderId, units } of dues) taken.set(tenderId, (taken.get(tenderId) ?? 0) + units);
  return {
    ...before,
    accepted: [
      ...before.accepted,
      { decisionId: claimId, claimId, corrects: null, heads: decision.heads },
    ],
    taken: [...taken].map(([tenderId, units]) => ({ tenderId, units })),
    takenBeside: together(before.takenBeside, beside),
  };
}

/** One sum per purpose, as the treasury keeps them. */
function together(before: readonly Beside[], more: readonly Beside[]): Beside[] {
  const sums = new Map<string, Beside>();
  for (const one of [...before, ...more]) {
    const key = `${one.purpose} ${one.unit}`;
    sums.set(key, { ...one, units: one.units + (sums.get(key)?.units ?? 0) });
  }
  return [...sums.values()];
}
