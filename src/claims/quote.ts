import { isRefusal } from "../contract/index.ts";
import type { Refusal, WireFileClaim, WireGivenFact } from "../contract/index.ts";
import { owed } from "../core/index.ts";
import type { CompiledPolicy, Entitlement, Instant, NeededFact } from "../core/index.ts";
import type { OrderForClaim } from "../orders/index.ts";
import { systemActor } from "../platform/index.ts";
import { refusalOf } from "./flow/carry-out.ts";
import { filingOf } from "./flow/file.ts";
import { knownOrder } from "./flow/load.ts";
import type { LoadedOrder } from "./flow/load.ts";
import type { Decided } from "./rules/assess.ts";
import type { ClaimStatus } from "./rules/lifecycle.ts";
import { afterPlan, planFiling } from "./rules/plan.ts";
import type { Plan } from "./rules/plan.ts";
import { isProblem, problem } from "./rules/problem.ts";
import type { AskedItem } from "./rules/units.ts";

/** A claim that nobody files: what it would bring. */
export interface AskedClaim {
  readonly kind: string;
  readonly items: readonly Omit<AskedItem, "orderId">[];
  readonly facts: readonly WireGivenFact[];
  readonly receivedAt: Instant;
  readonly endsAt: Instant | null;
  /** The time to supplement has lapsed: the burden of proof decides. */
  readonly final: boolean;
  readonly policies: readonly CompiledPolicy[];
}

/** What the server would answer: facts that are needed, or a decision and what it brings. */
export type QuoteAnswer = (Waits | Decided) & {
  readonly claim: {
    readonly status: ClaimStatus;
    readonly refusalCode: string | null;
    /** Accepted for this later end: what is answered is what it would bring as things stand. */
    readonly endsAt?: Instant;
  };
};

/** When a claim came and ends, under the same bounds as one that is filed. */
export function askedTimes(
  body: Pick<WireFileClaim, "receivedAt" | "endsAt" | "kind">,
  now: Instant,
): { readonly receivedAt: Instant; readonly endsAt: Instant | null } | Refusal {
  const asker = { actor: systemActor("", "quote"), now };
  // The items are the plan's to look at.
  const filing = filingOf(asker, "quote", { ...body, items: [{ orderId: "quote" }] });
  if (isRefusal(filing)) return filing;
  const { receivedAt, endsAt } = filing;
  return { receivedAt, endsAt };
}

interface Waits {
  readonly status: "needed";
  readonly needed: readonly NeededFact[];
}

export interface Quote {
  readonly answers: readonly QuoteAnswer[];
  /** By all answers together. */
  readonly entitlement: Entitlement;
}

/** What claims have brought on an order so far. */
export type Brought = Pick<LoadedOrder, "accepted" | "taken" | "takenBeside" | "named" | "earlier">;

export const nothingBrought: Brought = {
  accepted: [],
  taken: [],
  takenBeside: [],
  named: [],
  earlier: [],
};

/** Decides claims on one order in turn, each on top of what the earlier ones brought. */
export function quoteClaims(order: OrderForClaim, claims: readonly AskedClaim[]): Quote | Refusal {
  let brought = nothingBrought;
  const answers: QuoteAnswer[] = [];
  for (const [at, claim] of claims.entries()) {
    const step = quoteClaim(order, claim, `claim-${at + 1}`, brought);
    if (isRefusal(step)) return step;
    answers.push(step.answer);
    brought = step.brought;
  }
  return order.facts === null
    ? unpaid(order)
    : { answers, entitlement: owed(order.facts, brought.accepted) };
}

/** One claim on an order as it is known by now, and what the order has been brought after it. */
export function quoteClaim(
  order: OrderForClaim,
  claim: AskedClaim,
  claimId: string,
  before: Brought,
): { readonly answer: QuoteAnswer; readonly brought: Brought } | Refusal {
  if (order.facts === null) return unpaid(order);
  const known = knownOrder(order, claim.policies, before);
  const items = claim.items.map((item) => ({ ...item, orderId: order.orderId }));
  const given = { facts: claim.facts, mayAttest: true };
  const asked = { ...claim, claimId, items, given, now: claim.receivedAt };
  const plan = planFiling(asked, [known]);
  if (isProblem(plan)) return refusalOf(plan);
  const choosing = { ...asked, places: plan.places, said: plan.said, number: claimId };
  return { answer: answerOf(plan), brought: afterPlan(known, plan, choosing) };
}

function answerOf({ outcome, status }: Plan): QuoteAnswer {
  if ("needed" in outcome) {
    const claim = { status, refusalCode: null };
    const needed = outcome.needed.map(({ orderId: _, ...fact }) => fact);
    return { status: "needed", needed, claim };
  }
  const decided = "foreseen" in outcome ? outcome.foreseen : outcome.decided;
  const [one] = decided;
  if (one === undefined) throw new Error("a claim on an order was decided on none");
  const claim =
    "foreseen" in outcome
      ? { status, refusalCode: null, endsAt: outcome.endsAt }
      : { status, refusalCode: outcome.refusalCode };
  return { ...one.result, claim };
}

const unpaid = ({ orderNumber }: OrderForClaim): Refusal =>
  refusalOf(problem("claim_order_unpaid", { order: orderNumber }));
