import { isRefusal } from "../contract/index.ts";
import type { Refusal, WireCreateOrder, WireOrderEvent } from "../contract/index.ts";
import type { Fact, Instant } from "../core/index.ts";
import { newOrder } from "./flow/create-order.ts";
import type { OwnOrder } from "./flow/create-order.ts";
import type { OrderForClaim } from "./flow/load-orders.ts";
import { currentFacts } from "./rules/current-facts.ts";
import { recordedEvent } from "./rules/happening.ts";
import { beneath, frozenSale } from "./sold.ts";
import { factsByName, standingAfter, takeEvent } from "./take-event.ts";
import type { EventTaken, OrderStanding } from "./take-event.ts";

/** What an order that stands in no database is read under. */
export interface Unrecorded {
  readonly now: Instant;
  /** The facts that its record can establish, by document. */
  readonly facts: readonly Readonly<Record<string, Fact>>[];
}

/**
 * An order that stands in no database, as a claim would meet it had it been recorded with these
 * events one after the other; nothing binds it yet. Refused as the recording would have been.
 */
export function unrecordedOrder(
  input: WireCreateOrder,
  events: readonly WireOrderEvent[],
  { now, facts }: Unrecorded,
): OrderForClaim | Refusal {
  const frozen = frozenSale(input, now);
  if (isRefusal(frozen)) return frozen;
  const sold = newOrder({ now, newId: () => "order" }, input, frozen);
  const told = withEvents(sold, events, { now, facts });
  if (isRefusal(told)) return told;
  const { standing } = told;
  const { status, record } = standing;
  return {
    orderId: sold.orderId,
    orderNumber: sold.orderNumber,
    status,
    currency: sold.currency,
    zone: sold.zone,
    calendar: sold.calendar,
    language: sold.language,
    facts: standing.facts === null ? null : currentFacts(standing.facts, record),
    pins: [],
    pinsFrom: "accepted",
    customerId: null,
    personId: null,
    customerKind: input.customer?.kind ?? "consumer",
    record,
  };
}

function standingOf({ status, draft, facts, ...sold }: OwnOrder): OrderStanding {
  const { orderedAt, signedAt, paidAt } = sold;
  const events = sold.events.map(({ kind, occurredAt, data }) =>
    recordedEvent(kind, occurredAt, data),
  );
  return { status, draft, facts, record: { orderedAt, signedAt, paidAt, events } };
}

export interface ToldOrder {
  readonly standing: OrderStanding;
  readonly events: readonly (EventTaken & { readonly reference: string | null })[];
}

/**
 * An order with what has happened to it since it was sold. An event that has the reference of an
 * earlier one changes nothing, as when it is recorded.
 */
export function withEvents(
  sold: OwnOrder,
  events: readonly WireOrderEvent[],
  { now, facts }: Unrecorded,
): ToldOrder | Refusal {
  const named = factsByName(facts);
  const references = new Set<string>();
  const all: ToldOrder["events"][number][] = [];
  let standing = standingOf(sold);
  for (const [at, input] of events.entries()) {
    const { reference = null } = input;
    if (reference !== null && references.has(reference)) continue;
    const taken = takeEvent(standing, input, now, named);
    if (isRefusal(taken)) return beneath(taken, `/events/${at}`);
    if (reference !== null) references.add(reference);
    all.push({ ...taken, reference });
    standing = standingAfter(standing, taken);
  }
  return { standing, events: all };
}
