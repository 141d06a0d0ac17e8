import { accepted } from "../money/index.ts";
import { type CalendarDay, dayFrom, parseDay } from "./day.ts";
import type { Zone } from "./zone.ts";

/**
 * What a calendar knows. A value with a version, so that a stored decision can name the calendar
 * it was made with. `zone` is where days begin and end; an order pins its own with `inZone`.
 */
export type CalendarData = {
  readonly version: string;
  readonly zone: Zone;
  /** The last year whose holidays are known; later days are guesses. Null: no notice is awaited. */
  readonly lastPublishedYear: number | null;
  /** Days off by notice: statutory holidays and the days moved next to them. */
  readonly daysOff: ReadonlySet<CalendarDay>;
  /** Of the days off, the holidays that the law itself names. */
  readonly statutory: ReadonlySet<CalendarDay>;
  /** Make-up working days on a weekend. */
  readonly workdays: ReadonlySet<CalendarDay>;
  /** Weekdays off where no notice says otherwise, 0 for Sunday. */
  readonly weekend: ReadonlySet<number>;
};

/**
 * A calendar as written: each string is a year and its days, `2026 02-15/23 05-01`, intervals as
 * in ISO 8601 with both ends in.
 */
export type CalendarLists = {
  readonly version: string;
  readonly zone: Zone;
  readonly lastPublishedYear: number | null;
  readonly daysOff: readonly string[];
  readonly statutory: readonly string[];
  readonly workdays: readonly string[];
  readonly weekend?: readonly number[];
};

/** Builds a calendar. @throws RangeError for a day not in the calendar or a week without work. */
export function calendarData(lists: CalendarLists): CalendarData {
  const weekend = new Set(lists.weekend ?? [0, 6]);
  // Counting business days would never end.
  if (weekend.size > 6) throw new RangeError("a week needs a working day: leave one out");
  return {
    version: lists.version,
    zone: lists.zone,
    lastPublishedYear: lists.lastPublishedYear,
    daysOff: daySet(lists.daysOff),
    statutory: daySet(lists.statutory),
    workdays: daySet(lists.workdays),
    weekend,
  };
}

/** The same calendar with days that begin and end in another zone. */
export function inZone(data: CalendarData, zone: Zone): CalendarData {
  return { ...data, zone };
}

function daySet(lists: readonly string[]): ReadonlySet<CalendarDay> {
  return new Set(lists.flatMap(daysOfYear));
}

function daysOfYear(list: string): CalendarDay[] {
  const [year = "", ...intervals] = list.split(" ");
  return intervals.flatMap((interval) => daysBetween(year, interval));
}

/** The days of `02-15/23` or `01-31/02-06`: the end may leave out the month it shares. */
function daysBetween(year: string, interval: string): CalendarDay[] {
  const [first = "", end = first] = interval.split("/");
  const from = accepted(parseDay(`${year}-${first}`));
  const to = accepted(parseDay(`${year}-${first.slice(0, first.length - end.length)}${end}`));
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/**
 * Whether the next notice can still change the day. The notice of a year has reached back as far
 * as 29 December (2007, 2018), so the last days of the last published year are not settled either.
 */
export function isUnpublished(day: CalendarDay, data: CalendarData): boolean {
  const { lastPublishedYear: year } = data;
  return year !== null && day > dayFrom({ year, month: 12, day: 28 });
}
