import type { WireOrderEvent } from "../contract/index.ts";
import type { Instant } from "../core/index.ts";
import { givenInstant } from "./rules/instants.ts";
import type { PacketChange, RecordedEvent, Schedule } from "./rules/order-record.ts";

/** An event as it travels, in the form that is kept. Tenders of a payment are kept apart. */
export function eventFrom(input: WireOrderEvent, now: Instant): RecordedEvent {
  const occurredAt = givenInstant(input.occurredAt) ?? now;
  switch (input.kind) {
    case "received":
    case "returned":
      return { kind: input.kind, occurredAt, lineId: input.lineId ?? null };
    case "used":
      return { kind: input.kind, occurredAt, meter: input.meter, units: input.units };
    case "terms_agreed":
      return { kind: input.kind, occurredAt, terms: input.terms };
    case "scheduled":
      return { kind: input.kind, occurredAt, ...scheduleIn(input) };
    case "fact_established": {
      const { fact, value, lineId, packetId } = factPlace(input);
      return { kind: input.kind, occurredAt, fact, value, lineId, packetId };
    }
    case "packet_changed":
      return { kind: input.kind, occurredAt, change: packetChange(input) };
    case "dispute_changed": {
      const { disputeId, tenderId, state, allocations = [], units = null } = input;
      return { kind: input.kind, occurredAt, disputeId, tenderId, state, allocations, units };
    }
    case "debited_outside": {
      const { debitId, tenderId, units } = input;
      return { kind: input.kind, occurredAt, debitId, tenderId, units };
    }
    default:
      return { kind: input.kind, occurredAt };
  }
}

type Wire<K extends WireOrderEvent["kind"]> = Extract<WireOrderEvent, { readonly kind: K }>;

/** Only what was named: the other end stays as it was. */
export function scheduleIn(input: {
  readonly startsAt?: string | undefined;
  readonly endsAt?: string | undefined;
}): Schedule {
  const [startsAt, endsAt] = [givenInstant(input.startsAt), givenInstant(input.endsAt)];
  return { ...(startsAt === null ? {} : { startsAt }), ...(endsAt === null ? {} : { endsAt }) };
}

const factPlace = ({ fact, value, lineId, packetId }: Wire<"fact_established">) => ({
  fact,
  value,
  lineId: lineId ?? null,
  packetId: packetId ?? null,
});

/** Only what was named: the rest of the packet stays as it was. */
function packetChange(input: Wire<"packet_changed">): PacketChange {
  const { packetId, state, spentMinor, returnedMinor } = input;
  const instants = {
    creditedAt: givenInstant(input.creditedAt),
    planStartAt: givenInstant(input.planStartAt),
    planEndAt: givenInstant(input.planEndAt),
  };
  const given = { state, spentMinor, returnedMinor, ...instants };
  const named = Object.entries(given).filter(([, value]) => value !== undefined && value !== null);
  return { packetId, ...Object.fromEntries(named) };
}

/** What is stored of an event beside its kind and instant. */
export function eventData(event: RecordedEvent): Readonly<Record<string, unknown>> {
  const { kind: _kind, occurredAt: _occurredAt, ...data } = event;
  return data;
}
