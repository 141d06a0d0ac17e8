import { isRefusal, refuse } from "../contract/index.ts";
import type { Refusal, WireOrderEvent } from "../contract/index.ts";
import { balanceDue } from "../core/index.ts";
import type { Fact, Instant, OrderDraft, OrderFacts } from "../core/index.ts";
import { eventFrom } from "./event-input.ts";
import { wholly, withinAsked } from "./excess.ts";
import type { Asked, Excess } from "./excess.ts";
import { draftTenders, freeze, freezeRest, soldLines, totalOf } from "./freeze.ts";
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
  /** The order as it froze it, a balance with what was paid before; null for all but payments. */
  readonly facts: OrderFacts | null;
  /** What it brought that the order did not ask for. */
  readonly excess: readonly Excess[];
  /** How many tenders paid for the order before it. */
  readonly paidBefore: number;
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
  const paidBefore = order.facts?.tenders.length ?? 0;
  const same = { event, status, facts: null, excess: [], paidBefore, told };
  if (input.kind !== "paid") return same;
  const paid = payment(order, input);
  return isRefusal(paid) ? paid : { ...same, ...paid };
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

type Paid = Extract<WireOrderEvent, { readonly kind: "paid" }>;

/**
 * An order asks for its total, in one payment or in parts that say so: what comes above that, once
 * nothing is left to pay or after it was cancelled, is owed back.
 */
function payment(
  order: OrderStanding,
  { tenders, balanceDueMinor = 0 }: Paid,
): Pick<EventTaken, "facts" | "excess"> | Refusal {
  const { draft, facts: before, status } = order;
  const asked = askedOf(order);
  if (asked.askedMinor === 0 && before !== null) return { facts: null, excess: wholly(tenders) };
  if (status === "cancelled") return { facts: null, excess: wholly(tenders) };
  const { kept, excess } = withinAsked(asked, tenders);
  const paid = { tenders: draftTenders(kept, asked.paidBefore), balanceDueMinor };
  const facts = before === null ? freeze({ ...unpaid(draft), ...paid }) : freezeRest(before, paid);
  return isRefusal(facts) ? facts : { facts, excess };
}

function askedOf({ draft, facts }: OrderStanding): Asked {
  if (facts !== null) {
    const { currency, tenders } = facts;
    return { currency, askedMinor: balanceDue(facts), paidBefore: tenders.length };
  }
  const { currency } = unpaid(draft);
  return { currency, askedMinor: totalOf(unpaid(draft)), paidBefore: 0 };
}

function unpaid(draft: OrderDraft | null): OrderDraft {
  if (draft === null) throw new Error("an order has a draft until it is paid");
  return draft;
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
  const paidAt = facts === null ? record.paidAt : firstPaid(record.paidAt, event.occurredAt);
  return {
    status,
    draft: facts === null ? order.draft : null,
    facts: facts ?? order.facts,
    record: { ...record, signedAt, paidAt, events },
  };
}

/** An order is paid from its first payment on. */
const firstPaid = (known: Instant | null, paidAt: Instant): Instant =>
  known === null ? paidAt : Math.min(known, paidAt);
