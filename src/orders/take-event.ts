import { isRefusal, refuse } from "../contract/index.ts";
import type { Refusal, WireOrderEvent } from "../contract/index.ts";
import type { Fact, Instant, OrderDraft, OrderFacts } from "../core/index.ts";
import { eventFrom } from "./event-input.ts";
import { wholly, withinTotal } from "./excess.ts";
import type { Excess } from "./excess.ts";
import { draftOf, freeze, soldLines } from "./freeze.ts";
import { eventFault } from "./rules/event-fault.ts";
import { firstAhead } from "./rules/instants.ts";
import { faceOf } from "./rules/sale-facts.ts";
import { statusAfter } from "./rules/lifecycle.ts";
import { toldBefore } from "./rules/told-before.ts";
import type { Told } from "./rules/told-before.ts";
import type { OrderStatus } from "./rules/lifecycle.ts";
import type { OrderRecord, RecordedEvent } from "./rules/order-record.ts";
import { termsAt } from "./rules/usage.ts";

/** An order between two events, wherever it is kept. */
export interface OrderStanding {
  readonly status: OrderStatus;
  /** Null once it is paid. */
  readonly draft: OrderDraft | null;
  /** Null until it is paid. */
  readonly facts: OrderFacts | null;
  readonly record: OrderRecord;
}

/** What an event does to its order. */
export interface EventTaken {
  readonly event: RecordedEvent;
  readonly status: OrderStatus;
  /** What it froze; null for all but the payment. */
  readonly facts: OrderFacts | null;
  /** What it brought that the order did not ask for. */
  readonly excess: readonly Excess[];
  /** How it stands to what was told before under its id. */
  readonly told: Told;
}

export type FactsByName = ReadonlyMap<string, readonly Fact[]>;

/** Facts of several documents and catalogues by name. */
export function factsByName(lists: readonly Readonly<Record<string, Fact>>[]): FactsByName {
  const byName = new Map<string, Set<Fact>>();
  for (const [name, fact] of lists.flatMap((facts) => Object.entries(facts))) {
    byName.set(name, (byName.get(name) ?? new Set()).add(fact));
  }
  return new Map([...byName].map(([name, facts]) => [name, [...facts]]));
}

/**
 * The one place that says whether an event fits its order and what it changes, for orders that are
 * stored and for those that are quoted. `facts` is asked only where an event establishes one.
 */
export function takeEvent(
  order: OrderStanding,
  input: WireOrderEvent,
  now: Instant,
  facts: FactsByName,
): EventTaken | Refusal {
  const ahead = firstAhead([input.occurredAt], now);
  if (ahead !== null) return refuse("instant_ahead", { instant: ahead }, "/occurredAt");
  const status = statusAfter(order.status, input.kind);
  if (status === null) {
    return refuse("order_state", { state: order.status, event: input.kind }, "/kind");
  }
  const event = eventFrom(input, now);
  const fault = eventFault(event, nameable(order, event, facts));
  if (fault !== null) return refuse(fault.code, fault.values, fault.field);
  const told = toldBefore(order, event, "corrects" in input && input.corrects === true);
  if (input.kind !== "paid") return { event, status, facts: null, excess: [], told };
  const paid = payment(order, input.tenders);
  return isRefusal(paid) ? paid : { event, status, told, ...paid };
}

function nameable(order: OrderStanding, event: RecordedEvent, facts: FactsByName) {
  const parts = order.facts ?? order.draft;
  if (parts === null) throw new Error("an order has a draft until it is paid, and facts after");
  const { lines, tenders, granted } = parts;
  const bought = lines.flatMap(({ packetId }) => packetId ?? []);
  const given = (granted ?? []).flatMap(({ kind, id }) => (kind === "packet" ? [id] : []));
  const terms = termsAt(order.record, event.occurredAt);
  return {
    lines: soldLines(parts),
    tenderIds: tenders.map(({ tenderId }) => tenderId),
    packetIds: [...bought, ...given],
    faceOf: (packetId: string) => faceOf(atListPrice(parts), packetId),
    meters: terms?.meters.map(({ meter }) => meter) ?? null,
    facts,
  };
}

/** What was sold and granted at its list price, of a draft or a frozen order alike. */
function atListPrice(parts: OrderDraft | OrderFacts): Parameters<typeof faceOf>[0] {
  if (!("adjustments" in parts)) return parts;
  const lines = parts.lines.map(({ kind, packetId, quantity, unitPriceMinor }) => ({
    kind,
    packetId: packetId ?? null,
    listMinor: quantity * unitPriceMinor,
  }));
  return { lines, granted: parts.granted };
}

type PaidTenders = Extract<WireOrderEvent, { readonly kind: "paid" }>["tenders"];

/**
 * An order is frozen once, and asks for its total: what comes above that, a second time or after it
 * was cancelled, is owed back.
 */
function payment(
  order: OrderStanding,
  tenders: PaidTenders,
): Pick<EventTaken, "facts" | "excess"> | Refusal {
  const { draft, status } = order;
  if (draft === null || status === "cancelled") return { facts: null, excess: wholly(tenders) };
  const { kept, excess } = withinTotal(draft, tenders);
  const unpaid = { currency: draft.currency, lines: [] };
  const facts = freeze({ ...draft, tenders: draftOf(unpaid, kept).tenders });
  return isRefusal(facts) ? facts : { facts, excess };
}

/** The order once the event is taken. */
export function standingAfter(order: OrderStanding, taken: EventTaken): OrderStanding {
  const { event, status, facts, told } = taken;
  const { record } = order;
  if (told.told === "again") return order;
  if (told.told === "otherwise" && event.kind !== "dispute_changed") return order;
  const events = [...record.events, event].sort(
    (left, right) => left.occurredAt - right.occurredAt,
  );
  const signedAt = event.kind === "signed" ? event.occurredAt : record.signedAt;
  const paidAt = facts === null ? record.paidAt : event.occurredAt;
  return {
    status,
    draft: facts === null ? order.draft : null,
    facts: facts ?? order.facts,
    record: { ...record, signedAt, paidAt, events },
  };
}
