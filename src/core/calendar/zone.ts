import type { CalendarDay } from "./day.ts";
import { type Instant, dayMs } from "./time.ts";

/** A name of the IANA time zone database: `Asia/Shanghai`. */
export type Zone = string;

const formats = new Map<Zone, Intl.DateTimeFormat>();
const offsets = new Map<Zone, Map<number, number>>();

/** Whether the platform's time zone database knows the name. */
export function isZone(text: string): text is Zone {
  try {
    return formatOf(text) !== undefined;
  } catch {
    return false;
  }
}

/** Local time minus UTC at an instant, in milliseconds. @throws RangeError for an unknown zone. */
export function offsetAt(instant: Instant, zone: Zone): number {
  const known = offsets.get(zone) ?? knownOffsets(zone);
  const utcDay = Math.floor(instant / dayMs);
  const cached = known.get(utcDay);
  if (cached !== undefined) return cached;
  // Zones change their offset at most once in a day, so equal ends mean one offset all day long.
  const first = computedOffset(utcDay * dayMs, zone);
  if (first !== computedOffset((utcDay + 1) * dayMs, zone)) return computedOffset(instant, zone);
  remember(known, utcDay, first);
  return first;
}

function knownOffsets(zone: Zone): Map<number, number> {
  const known = new Map<number, number>();
  offsets.set(zone, known);
  return known;
}

/** Formatting costs microseconds and a day's offset is asked again and again; memory is bounded. */
function remember(known: Map<number, number>, utcDay: number, offset: number): void {
  if (known.size >= 20_000) known.clear();
  known.set(utcDay, offset);
}

function formatOf(zone: Zone): Intl.DateTimeFormat {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  formats.set(zone, format);
  return format;
}

/** The zone's offset as the platform's database prints it: `GMT`, `GMT+08:00`, `GMT-03:30:52`. */
function computedOffset(instant: Instant, zone: Zone): number {
  const form = /([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(formatOf(zone).format(instant));
  if (form === null) return 0;
  const [, sign, hours, minutes, seconds = "0"] = form;
  const magnitude = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return (sign === "-" ? -magnitude : magnitude) * 1000;
}

/** The calendar day of an instant in a zone. */
export function dayOf(instant: Instant, zone: Zone): CalendarDay {
  return Math.floor((instant + offsetAt(instant, zone)) / dayMs);
}

/**
 * The first instant of a day in a zone: local midnight, or where clocks skip it the instant they
 * do, or where it comes twice the second.
 */
export function startOfDay(day: CalendarDay, zone: Zone): Instant {
  const midnight = day * dayMs;
  const before = offsetAt(midnight - dayMs, zone);
  const after = offsetAt(midnight + dayMs, zone);
  if (offsetAt(midnight - after, zone) === after) return midnight - after;
  return changeBetween(midnight - after, midnight - before, after, zone);
}

/** The first instant in (from, to] that has the offset; `to` where none before it has. */
function changeBetween(from: Instant, to: Instant, offset: number, zone: Zone): Instant {
  let [without, having] = [from, to];
  while (having - without > 1) {
    const middle = Math.floor((without + having) / 2);
    if (offsetAt(middle, zone) === offset) having = middle;
    else without = middle;
  }
  return having;
}

/** The last millisecond of a day in a zone: what is filed then is filed on that day. */
export function endOfDay(day: CalendarDay, zone: Zone): Instant {
  return startOfDay(day + 1, zone) - 1;
}
