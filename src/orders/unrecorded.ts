import { isRefusal, refuse } from "../contract/index.ts";
import type { Refusal, WireCreateOrder, WireOrderEvent } from "../contract/index.ts";
import type { Instant } from "../core/index.ts";
import { eventFrom } from "./event-input.ts";
import type { OrderForClaim } from "./flow/load-orders.ts";
import { draftOf, freeze } from "./freeze.ts";
import { termsProblem } from "./rules/event-check.ts";
import { currentFacts } from "./rules/current-facts.ts";
import { eventProblem } from "./rules/happening.ts";
import { givenInstant } from "./rules/instants.ts";
import type { OrderRecord, RecordedEvent } from "./rules/order-record.ts";

/** A paid order that stands in no database, as a claim would meet it; nothing binds it yet. */
export function unrecordedOrder(
  input: WireCreateOrder,
  events: readonly WireOrderEvent[],
  now: Instant,
): OrderForClaim | Refusal {
  if (input.tenders === undefined) {
    return refuse("order_inconsistent", { reason: "no tender has paid it" }, "/tenders");
  }
  const draft = draftOf(input, input.tenders);
  const facts = freeze(draft);
  if (isRefusal(facts)) return facts;
  const record = recordOf(input, events, now);
  const problem = record.events.map((event) => eventProblem(event, draft)).find(Boolean);
  if (problem) return refuse("event_invalid", { reason: problem.sentence }, "/events");
  const reason = input.terms === undefined ? null : termsProblem(input.terms);
  if (reason !== null) return refuse("order_inconsistent", { reason }, "/terms");
  return {
    orderId: "order",
    orderNumber: input.orderNumber,
    status: "paid",
    currency: draft.currency,
    zone: draft.zone,
    facts: currentFacts(facts, record),
    pins: [],
    pinsFrom: "accepted",
    customerId: null,
    personId: null,
    customerKind: input.customer?.kind ?? "consumer",
    record,
  };
}

function recordOf(
  input: WireCreateOrder,
  events: readonly WireOrderEvent[],
  now: Instant,
): OrderRecord {
  const orderedAt = givenInstant(input.orderedAt) ?? now;
  const agreed: RecordedEvent[] =
    input.terms === undefined
      ? []
      : [{ kind: "terms_agreed", occurredAt: orderedAt, terms: input.terms }];
  const happened = onceEach(events).map((event) => eventFrom(event, now));
  return {
    orderedAt,
    signedAt: givenInstant(input.signedAt),
    paidAt: givenInstant(input.paidAt) ?? orderedAt,
    events: [...agreed, ...happened].sort((left, right) => left.occurredAt - right.occurredAt),
  };
}

/** A reference that was recorded is not recorded again, as the server has it. */
function onceEach(events: readonly WireOrderEvent[]): WireOrderEvent[] {
  const seen = new Set<string>();
  return events.filter(({ reference }) => {
    if (reference === undefined) return true;
    const first = !seen.has(reference);
    seen.add(reference);
    return first;
  });
}
