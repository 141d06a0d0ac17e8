import type { Instant } from "../../core/index.ts";

/** One metered service of a package; `shareMinor` of the price is for `units` of it. */
export type Meter = {
  readonly meter: string;
  /** The package line; without one, all packages of the order share the meter. */
  readonly lineId?: string | undefined;
  readonly units: number;
  readonly shareMinor: number;
  readonly fullUnitMinor: number;
};
export type Terms = { readonly meters: readonly Meter[] };

/** When what was sold begins and ends; an event names only what it sets. */
export type Schedule = { readonly startsAt?: Instant; readonly endsAt?: Instant };

type PacketState =
  "granted" | "activated" | "spent" | "returned" | "expired" | "void" | "reclaimed";

/** What is known of a red packet; an event names only what changed. */
export type PacketChange = {
  readonly packetId: string;
  readonly state?: PacketState;
  readonly creditedAt?: Instant;
  readonly planStartAt?: Instant;
  readonly planEndAt?: Instant;
  readonly spentMinor?: number;
  readonly returnedMinor?: number;
};

type Happening =
  | {
      readonly kind: "confirmed" | "signed" | "paid" | "shipped" | "completed" | "cancelled";
    }
  | { readonly kind: "received" | "returned"; readonly lineId: string | null }
  | { readonly kind: "used"; readonly meter: string; readonly units: number }
  | { readonly kind: "terms_agreed"; readonly terms: Terms }
  | ({ readonly kind: "scheduled" } & Schedule)
  | {
      readonly kind: "fact_established";
      readonly fact: string;
      readonly value: number | boolean | string;
      readonly lineId: string | null;
      readonly packetId: string | null;
    }
  | { readonly kind: "packet_changed"; readonly change: PacketChange }
  | {
      readonly kind: "dispute_changed";
      readonly disputeId: string;
      readonly tenderId: string;
      readonly state: "open" | "lost" | "won";
      readonly allocations: readonly { readonly lineId: string; readonly amountMinor: number }[];
      /** Events of before tell none. */
      readonly units?: number | null;
    }
  | {
      readonly kind: "debited_outside";
      readonly debitId: string;
      readonly tenderId: string;
      readonly units: number;
    };

export type RecordedEvent = Happening & { readonly occurredAt: Instant };

/** The life of an order as it is known: events by `occurredAt`, then as recorded. */
export type OrderRecord = {
  readonly orderedAt: Instant;
  readonly signedAt: Instant | null;
  readonly paidAt: Instant | null;
  readonly events: readonly RecordedEvent[];
};

type EventOf<K extends RecordedEvent["kind"]> = Extract<RecordedEvent, { readonly kind: K }>;

/** The events of one kind up to an instant, in order. */
export function eventsOf<K extends RecordedEvent["kind"]>(
  record: OrderRecord,
  kind: K,
  until: Instant,
): EventOf<K>[] {
  return record.events.filter(
    (event): event is EventOf<K> => event.kind === kind && event.occurredAt <= until,
  );
}

/**
 * What was known of the schedule when a claim came. A moment that was told only afterwards counts
 * as it was told first: whoever asks before it is recorded waits for it, and no later change
 * reaches a claim that has come.
 */
export function scheduleAt(record: OrderRecord, until: Instant): Schedule {
  const all = record.events.filter((event): event is EventOf<"scheduled"> => {
    return event.kind === "scheduled";
  });
  const later = all.filter(({ occurredAt }) => occurredAt > until).toReversed();
  const known = all.filter(({ occurredAt }) => occurredAt <= until);
  return [...later, ...known].reduce<Schedule>((schedule, { startsAt, endsAt }) => {
    const set = { ...(startsAt === undefined ? {} : { startsAt }) };
    return { ...schedule, ...set, ...(endsAt === undefined ? {} : { endsAt }) };
  }, {});
}

/** What is known of a packet at an instant: its changes laid over one another. */
export function packetAt(record: OrderRecord, packetId: string, until: Instant): PacketChange {
  return eventsOf(record, "packet_changed", until)
    .filter(({ change }) => change.packetId === packetId)
    .reduce<PacketChange>((known, { change }) => ({ ...known, ...change }), { packetId });
}
