import { isRefusal, refuse } from "../../contract/index.ts";
import type { Refusal, WireGivenFact } from "../../contract/index.ts";
import { dayMs } from "../../core/index.ts";
import type { CompiledPolicy, Instant } from "../../core/index.ts";
import { quoteClaims } from "../../claims/index.ts";
import type { QuoteAnswer } from "../../claims/index.ts";
import type { OrderForClaim, RecordedEvent } from "../../orders/index.ts";
import { decidingClauses } from "../rules/backtest/answers.ts";
import { divergencesIn } from "../rules/fee/divergence.ts";
import type { Divergence, FeePoint } from "../rules/fee/divergence.ts";
import { renderedBy } from "../rules/fee/service.ts";
import type { Meter, UnitCost, Use } from "../rules/fee/service.ts";
import { timelineOf } from "../rules/fee/timeline.ts";
import type { Stretch } from "../rules/fee/timeline.ts";

export interface FeeRequest {
  readonly order: OrderForClaim;
  readonly policies: readonly CompiledPolicy[];
  /** Use that is planned, beside what the order's record has. */
  readonly planned: readonly Use[];
  readonly costs: ReadonlyMap<string, UnitCost>;
  /** What people would establish of each cancellation. */
  readonly facts: readonly WireGivenFact[];
  /** Days of notice that the customer gives; null ends the contract at once. */
  readonly noticeDays: number | null;
  readonly to: Instant;
}

export interface FeeReport {
  readonly orderNumber: string;
  readonly currency: string;
  readonly zone: string;
  readonly policies: readonly string[];
  readonly paidMinor: number;
  readonly from: Instant;
  readonly to: Instant;
  readonly timeline: readonly Stretch<FeePoint>[];
  readonly divergences: readonly Divergence[];
}

const serviceKinds: ReadonlySet<string> = new Set(["package", "service"]);

/**
 * Cancels an order at each instant, by the evaluator and settlement of production, and sets what
 * the merchant keeps against the service rendered by then. Refused where the order has no terms,
 * or where the policies cannot decide on what is given.
 */
export function feeReport(request: FeeRequest): FeeReport | Refusal {
  const { order, policies, planned, to } = request;
  const { facts, record } = order;
  const terms = record.events.findLast((event) => event.kind === "terms_agreed");
  if (facts === null) return refuse("claim_order_unpaid", { order: order.orderNumber });
  if (terms?.kind !== "terms_agreed") {
    return refuse("fee_without_terms", { order: order.orderNumber });
  }
  const from = Math.ceil((record.paidAt ?? record.orderedAt) / 1000) * 1000;
  const used = withUse(order, planned);
  const uses = used.record.events.flatMap((event): Use[] =>
    event.kind === "used" ? [{ at: event.occurredAt, meter: event.meter, units: event.units }] : [],
  );
  const lines = facts.lines.filter(({ kind }) => serviceKinds.has(kind));
  const paidMinor = lines.reduce((sum, line) => sum + line.paidMinor, 0);
  let refused: Refusal | null = null;
  const pointAt = (at: Instant): FeePoint => {
    const point = feePoint({ ...request, order: used }, terms.terms.meters, uses, paidMinor, at);
    if (!isRefusal(point)) return point;
    refused ??= point;
    return nothing;
  };
  const timing = { from, to, stepMs: dayMs, events: uses.map((use) => use.at) };
  const timeline = timelineOf(timing, pointAt, (point) => JSON.stringify(point));
  if (refused !== null) return refused;
  return {
    orderNumber: order.orderNumber,
    currency: order.currency,
    zone: order.zone,
    policies: policies.map(({ reference }) => reference),
    paidMinor,
    from,
    to,
    timeline,
    divergences: divergencesIn(timeline),
  };
}

const nothing: FeePoint = {
  refundMinor: 0,
  keptMinor: 0,
  grantMinor: 0,
  atPackagePriceMinor: 0,
  atFullPriceMinor: 0,
  costMinor: null,
  clauses: [],
};

function withUse(order: OrderForClaim, planned: readonly Use[]): OrderForClaim {
  const added = planned.map(({ at, meter, units }): RecordedEvent => ({
    kind: "used",
    occurredAt: at,
    meter,
    units,
  }));
  const events = [...order.record.events, ...added].sort(
    (left, right) => left.occurredAt - right.occurredAt,
  );
  return { ...order, record: { ...order.record, events } };
}

function feePoint(
  request: FeeRequest,
  meters: readonly Meter[],
  uses: readonly Use[],
  paidMinor: number,
  at: Instant,
): FeePoint | Refusal {
  const { order, policies, facts, noticeDays, costs } = request;
  const endsAt = noticeDays === null ? null : at + noticeDays * dayMs;
  const claim = {
    kind: "cancel",
    items: [{}],
    facts,
    receivedAt: at,
    endsAt,
    final: false,
    policies,
  };
  const quote = quoteClaims(usedUntil(order, at), [claim]);
  if (isRefusal(quote)) return quote;
  const { answers, entitlement } = quote;
  const open = problemOf(answers[0]);
  if (open !== null) return open;
  const services = (order.facts?.lines ?? []).flatMap(({ kind }, line) =>
    serviceKinds.has(kind) ? [line] : [],
  );
  const refundMinor = services.reduce(
    (sum, line) => sum + (entitlement.lines[line]?.refundMinor ?? 0),
    0,
  );
  const grantMinor = entitlement.grants.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const rendered = renderedBy(at, meters, uses, costs);
  const [answer] = answers;
  const clauses = answer?.status === "decided" ? decidingClauses(answer.decision.heads) : [];
  return { refundMinor, keptMinor: paidMinor - refundMinor, grantMinor, ...rendered, clauses };
}

/** What is used between the notice and the end is no part of what is compared at the notice. */
function usedUntil(order: OrderForClaim, at: Instant): OrderForClaim {
  const events = order.record.events.filter(({ occurredAt }) => occurredAt <= at);
  return { ...order, record: { ...order.record, events } };
}

function problemOf(answer: QuoteAnswer | undefined): Refusal | null {
  if (answer?.status === "needed") {
    const facts = [...new Set(answer.needed.map(({ fact }) => fact))].join(", ");
    return refuse("fee_needs_facts", { facts }, "/facts");
  }
  return null;
}
