import {
  baseDay,
  dayCount,
  dayOf,
  elapsedSeconds,
  inZone,
  mayPrecede,
  periodDays,
  periodText,
} from "../../core/index.ts";
import type { DayRule, Fact, FactClock, FactInput, Instant, MomentName } from "../../core/index.ts";
import type { FactsRequest, Place } from "./facts-request.ts";
import { packetAt, scheduleAt } from "./order-record.ts";
import type { OrderRecord, RecordedEvent } from "./order-record.ts";

/**
 * The value of a fact that a clock measures. Where its beginning has not happened, or lies after
 * its end, it stands before its start; in documents whose catalogue has no words for that it is
 * null, not known, or no time gone by.
 */
export function clockFact(fact: Fact, request: FactsRequest, place: Place): FactInput | null {
  const { clock } = fact;
  if (clock === null) return null;
  // Notice counts from the claim that gave it, which may have been an earlier one.
  const ends = clock.to.includes("claim.ends_at");
  const filedAt = ends ? (request.noticeAt ?? request.filedAt) : request.filedAt;
  const from = firstKnown(clock.from, { ...request, filedAt }, place);
  const to = firstKnown(clock.to, request, place);
  const begins = mayPrecede(fact);
  if (begins && to !== null && (from === null || from > to)) return { state: "before_start" };
  if (from === null || to === null) return null;
  const end = Math.max(from, to);
  if (clock.count === null) {
    return { state: "event", value: withinRange(fact, elapsedSeconds(from, end)) };
  }
  const rule = dayRule(clock);
  const data = inZone(request.calendar, request.order.zone);
  const counted = dayCount(rule, from, end, data);
  const base = baseDay(rule, from, data);
  const elapsed = Math.max(0, dayOf(end, data.zone) - base);
  const shorter = rule.count === "calendar_days" && counted < elapsed ? { elapsed } : {};
  const known = { state: "event", value: withinRange(fact, counted), ...shorter } as const;
  const marks = request.periods
    .filter(({ months }) => months > 0)
    .map((period) => [periodText(period), periodDays(base, period)] as const);
  return marks.length === 0 ? known : { ...known, marks: Object.fromEntries(marks) };
}

/**
 * A proof covers the catalogue's range and no more. No constant lies beyond it, so that whatever
 * took longer gets the answer of the range's end instead of none.
 */
function withinRange(fact: Fact, value: number): number {
  if (!("range" in fact) || fact.range.to.kind !== "whole") return value;
  return Math.min(value, fact.range.to.value);
}

function dayRule({ count, first, roll }: FactClock): DayRule {
  const firstDay = first === "same_day" ? "same_day" : "next_day";
  if (count === "business_days") return { count, first: firstDay };
  const rolls = roll === "off_holiday" || roll === "off_statutory" ? roll : "none";
  return { count: "calendar_days", first: firstDay, roll: rolls };
}

/** A clock may name several beginnings: the first that is known counts. */
function firstKnown(
  names: string | readonly string[],
  request: FactsRequest,
  place: Place,
): Instant | null {
  for (const name of typeof names === "string" ? [names] : names) {
    const moment = momentOf(name, request, place);
    if (moment !== null) return moment;
  }
  return null;
}

/**
 * Null also for a moment that the product does not know, which documents of before may name: then
 * a person is asked for the fact.
 */
function momentOf(name: string, request: FactsRequest, place: Place): Instant | null {
  return Object.hasOwn(momentsKnown, name)
    ? momentsKnown[name as MomentName](request, place)
    : null;
}

/** Every moment that the check of documents knows. */
const momentsKnown: Readonly<
  Record<MomentName, (request: FactsRequest, place: Place) => Instant | null>
> = {
  "order.paid_at": ({ record }) => record.paidAt,
  "order.signed_at": ({ record }) => record.signedAt,
  "order.signed_or_paid_at": ({ record }) => record.signedAt ?? record.paidAt,
  "order.last_received_at": lastReceivedAt,
  "order.starts_at": ({ record, filedAt }) => scheduleAt(record, filedAt).startsAt ?? null,
  "order.ends_at": ({ record, filedAt }) => scheduleAt(record, filedAt).endsAt ?? null,
  "line.received_at": (request, { lineId }) =>
    lineId === null ? null : receivedAt(request, lineId),
  "packet.credited_at": ({ record, filedAt }, { packetId }) =>
    packetId === null ? null : (packetAt(record, packetId, filedAt).creditedAt ?? null),
  "claim.filed_at": ({ filedAt }) => filedAt,
  // Who names no day ends the contract at once.
  "claim.ends_at": ({ endsAt, filedAt }) => endsAt ?? filedAt,
};

/** A line that came in several parts was received with the last of them. */
export function receivedAt({ record }: Pick<FactsRequest, "record">, lineId: string) {
  return lastOf(record.events, "received", lineId);
}

function lastOf(events: readonly RecordedEvent[], kind: "received" | "returned", lineId: string) {
  const found = events.filter(
    (event) => event.kind === kind && (event.lineId ?? lineId) === lineId,
  );
  return found.at(-1)?.occurredAt ?? null;
}

/** When the last of these lines was back with the merchant; null while one of them is not. */
export function returnedAt(record: OrderRecord, lineIds: readonly string[]): Instant | null {
  const returns = lineIds.map((lineId) => lastOf(record.events, "returned", lineId));
  const known = returns.filter((at) => at !== null);
  return known.length === 0 || known.length < returns.length ? null : Math.max(...known);
}

const deliveredKinds = new Set(["goods", "gift"]);

/** When the last of the goods came; null while one of them has not. */
function lastReceivedAt(request: FactsRequest): Instant | null {
  const receipts = request.order.lines
    .filter(({ kind }) => deliveredKinds.has(kind))
    .map(({ lineId }) => receivedAt(request, lineId));
  const known = receipts.filter((at) => at !== null);
  return known.length === 0 || known.length < receipts.length ? null : Math.max(...known);
}
