import { valueFault, valueForm } from "../../core/index.ts";
import type { Fact } from "../../core/index.ts";
import { termsProblem } from "./event-check.ts";
import type { SoldLine } from "./event-check.ts";
import type { RecordedEvent } from "./order-record.ts";

/** Why an event cannot be taken; the code is one of the contract's refusals. */
export type EventFault = {
  readonly code:
    | "order_line_unknown"
    | "order_tender_unknown"
    | "order_packet_unknown"
    | "order_meter_unknown"
    | "order_without_meters"
    | "event_invalid"
    | "event_fact_unknown"
    | "event_fact_of_claim"
    | "event_fact_of_order"
    | "event_fact_of_line"
    | "event_fact_of_packet"
    | "fact_derived"
    | "fact_value_wrong";
  readonly values: Readonly<Record<string, string>>;
  /** A JSON pointer into the event as it travels. */
  readonly field: string;
};

/** What an event may name: an order's own parts, and the facts of its promises. */
export type Nameable = {
  readonly lines: readonly SoldLine[];
  readonly tenderIds: readonly string[];
  readonly packetIds: readonly string[];
  /** What a packet was worth when it was sold or granted, in minor units. */
  faceOf(packetId: string): number | null;
  /** Null where the order has no terms. */
  readonly meters: readonly string[] | null;
  /** Under one name there may be several, of catalogues of different times. */
  readonly facts: ReadonlyMap<string, readonly Fact[]>;
};

/** The first thing that an event names and its order does not know, or null. */
export function eventFault(event: RecordedEvent, known: Nameable): EventFault | null {
  switch (event.kind) {
    case "received":
    case "returned":
      return lineFault(event.lineId, known, "/lineId");
    case "used":
      return meterFault(event.meter, known);
    case "terms_agreed": {
      const reason = termsProblem(event.terms, known.lines);
      return reason === null
        ? null
        : { code: "event_invalid", values: { reason }, field: "/terms" };
    }
    case "scheduled":
      return scheduleFault(event);
    case "fact_established":
      return factFault(event, known);
    case "packet_changed":
      return (
        packetFault(event.change.packetId, known) ?? spentFault(event, known) ?? planFault(event)
      );
    case "dispute_changed":
      return tenderFault(event.tenderId, known) ?? allocationFault(event, known);
    case "debited_outside":
      return tenderFault(event.tenderId, known);
    default:
      return null;
  }
}

type EventOf<K extends RecordedEvent["kind"]> = Extract<RecordedEvent, { readonly kind: K }>;

/** Beyond this many names a list helps nobody. */
const shownMax = 30;
const listed = (names: readonly string[]): string =>
  names.length > shownMax ? `${names.slice(0, shownMax).join(", ")}, …` : names.join(", ");

function lineFault(line: string | null, { lines }: Nameable, field: string): EventFault | null {
  const lineIds = lines.map(({ lineId }) => lineId);
  if (line === null || lineIds.includes(line)) return null;
  return { code: "order_line_unknown", values: { line, lines: listed(lineIds) }, field };
}

function tenderFault(tender: string, { tenderIds }: Nameable): EventFault | null {
  if (tenderIds.includes(tender)) return null;
  const values = { tender, tenders: listed(tenderIds) };
  return { code: "order_tender_unknown", values, field: "/tenderId" };
}

function packetFault(packet: string, { packetIds }: Nameable): EventFault | null {
  if (packetIds.includes(packet)) return null;
  const values = { packet, packets: listed(packetIds) };
  return { code: "order_packet_unknown", values, field: "/packetId" };
}

/** Use of what was never sold would be counted nowhere, so that a slip in its name shows here. */
function meterFault(meter: string, { meters }: Nameable): EventFault | null {
  const field = "/meter";
  if (meters === null) return { code: "order_without_meters", values: { meter }, field };
  if (meters.includes(meter)) return null;
  return { code: "order_meter_unknown", values: { meter, meters: listed(meters) }, field };
}

function allocationFault(event: EventOf<"dispute_changed">, known: Nameable): EventFault | null {
  const faults = event.allocations.map(({ lineId }, at) =>
    lineFault(lineId, known, `/allocations/${at}/lineId`),
  );
  return faults.find((fault) => fault !== null) ?? null;
}

/** Nobody can spend more than a packet holds. */
function spentFault({ change }: EventOf<"packet_changed">, known: Nameable): EventFault | null {
  const face = known.faceOf(change.packetId);
  const spent = change.spentMinor ?? 0;
  if (face === null || spent <= face) return null;
  const reason = `\`${spent}\` is more than \`${change.packetId}\` is worth, ${face} minor units`;
  return { code: "event_invalid", values: { reason }, field: "/spentMinor" };
}

function planFault({ change }: EventOf<"packet_changed">): EventFault | null {
  const { planStartAt, planEndAt } = change;
  if (planStartAt === undefined || planEndAt === undefined || planEndAt > planStartAt) return null;
  const reason = "the plan ends before it starts";
  return { code: "event_invalid", values: { reason }, field: "/planEndAt" };
}

function scheduleFault({ startsAt, endsAt }: EventOf<"scheduled">): EventFault | null {
  if (startsAt === undefined && endsAt === undefined) {
    const reason = "a schedule names `startsAt`, `endsAt` or both";
    return { code: "event_invalid", values: { reason }, field: "/startsAt" };
  }
  if (startsAt === undefined || endsAt === undefined || endsAt > startsAt) return null;
  const reason = "the term ends before it starts";
  return { code: "event_invalid", values: { reason }, field: "/endsAt" };
}

/**
 * A fact that nothing reads, or under a value that no clause names, would decide as if nothing had
 * been said. What reviewers and customers establish is told in a claim, under their own rights.
 */
function factFault(event: EventOf<"fact_established">, known: Nameable): EventFault | null {
  const { fact: name, value } = event;
  const facts = known.facts.get(name) ?? [];
  const [fact] = facts;
  const field = "/fact";
  if (fact === undefined) {
    const names = [...known.facts].filter(([, all]) => all.some(isTold)).map(([each]) => each);
    return {
      code: "event_fact_unknown",
      values: { fact: name, facts: names.sort().join(", ") },
      field,
    };
  }
  if (!facts.some(isTold)) return notTold(fact, field);
  const place = placeFault(event, fact, known);
  if (place !== null) return place;
  if (facts.some((each) => valueFault(each, value) === null)) return null;
  const values = { fact: name, value: String(value), values: valueForm(fact) };
  return { code: "fact_value_wrong", values, field: "/value" };
}

const isTold = ({ by, clock, derived }: Fact): boolean =>
  by === "event" && clock === null && derived === null;

function notTold({ name, by, clock, derived, reads }: Fact, field: string): EventFault {
  const from = clock === null ? reads : [clock.from, clock.to].flat();
  if (clock !== null || derived !== null) {
    return { code: "fact_derived", values: { fact: name, reads: from.join(", ") }, field };
  }
  return { code: "event_fact_of_claim", values: { fact: name, by }, field };
}

/** A fact told of another place than its own would be found by nobody. */
function placeFault(
  { fact, lineId, packetId }: EventOf<"fact_established">,
  { scope }: Fact,
  known: Nameable,
): EventFault | null {
  const values = { fact };
  if (scope === "order" && (lineId !== null || packetId !== null)) {
    const field = lineId === null ? "/packetId" : "/lineId";
    return { code: "event_fact_of_order", values, field };
  }
  if (scope === "line" && (lineId === null || packetId !== null)) {
    return { code: "event_fact_of_line", values, field: "/lineId" };
  }
  if (scope === "packet" && (packetId === null || lineId !== null)) {
    return { code: "event_fact_of_packet", values, field: "/packetId" };
  }
  const line = lineFault(lineId, known, "/lineId");
  return line ?? (packetId === null ? null : packetFault(packetId, known));
}
