import { type Refusal, refuse } from "../money/index.ts";
import { padded } from "./padded.ts";

/** A day of the proleptic Gregorian calendar: days since 1970-01-01, without a zone. */
export type CalendarDay = number;

export type YearMonthDay = { readonly year: number; readonly month: number; readonly day: number };

// Days are counted in 400-year eras that begin on 1 March, so that leap days come last
// (Howard Hinnant, chrono-Compatible Low-Level Date Algorithms).
const daysPerEra = 146_097;
const epochFromEra = 719_468;

/** The day of a year, month (1–12) and day of the month; the parts are not checked. */
export function dayFrom({ year, month, day }: YearMonthDay): CalendarDay {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * daysPerEra + yearOfEra * 365 + leapDays + dayOfYear - epochFromEra;
}

/** Year, month (1–12) and day of the month of a day. */
export function partsOf(day: CalendarDay): YearMonthDay {
  const shifted = day + epochFromEra;
  const era = Math.floor(shifted / daysPerEra);
  const dayOfEra = shifted - era * daysPerEra;
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const leapDaysBefore = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const dayOfYear = dayOfEra - (365 * yearOfEra + leapDaysBefore);
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: CalendarDay): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** The same day of a later month, or that month's last day (民法典 art. 202). */
export function addMonths(from: CalendarDay, months: number): CalendarDay {
  const { year, month, day } = partsOf(from);
  const count = year * 12 + (month - 1) + months;
  const first = firstOfMonth(count);
  const next = firstOfMonth(count + 1);
  return Math.min(first + day, next) - 1;
}

/** The first day of the month that is so many months after January of the year 0. */
function firstOfMonth(count: number): CalendarDay {
  return dayFrom({ year: Math.floor(count / 12), month: (count % 12) + 1, day: 1 });
}

/** `2026-11-22`; years 0000 to 9999. */
export function dayText(day: CalendarDay): string {
  const parts = partsOf(day);
  return `${padded(parts.year, 4)}-${padded(parts.month, 2)}-${padded(parts.day, 2)}`;
}

/** Reads `2026-11-22`; a day that is not in the calendar is refused. */
export function parseDay(text: string): CalendarDay | Refusal {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  const day = dayFrom({ year: Number(year), month: Number(month), day: Number(date) });
  // A day beyond its month's end, or a month beyond 12, comes back as another text.
  return year !== undefined && dayText(day) === text
    ? day
    : refuse("not_a_day", `\`${text}\` is not a day of the calendar: write it like 2026-11-22`);
}
