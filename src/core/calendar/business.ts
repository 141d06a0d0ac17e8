import type { CalendarData } from "./calendar-data.ts";
import { type CalendarDay, weekdayOf } from "./day.ts";

/** Whether people work on the day: by notice where there is one, else by the weekday. */
export function isBusinessDay(day: CalendarDay, data: CalendarData): boolean {
  if (data.workdays.has(day)) return true;
  return !data.daysOff.has(day) && !data.weekend.has(weekdayOf(day));
}

/**
 * The nth business day after a day; n = 0 is the day itself, whatever it is.
 * @throws RangeError unless n is an integer ≥ 0.
 */
export function addBusinessDays(day: CalendarDay, n: number, data: CalendarData): CalendarDay {
  return nthDayAfter(day, n, (candidate) => isBusinessDay(candidate, data));
}

/** Business days in (from, to]; 0 when `to` is not after `from`. */
export function businessDaysBetween(
  from: CalendarDay,
  to: CalendarDay,
  data: CalendarData,
): number {
  let count = 0;
  for (let day = from + 1; day <= to; day += 1) count += isBusinessDay(day, data) ? 1 : 0;
  return count;
}

/** The nth day after `day` that counts. */
export function nthDayAfter(
  day: CalendarDay,
  n: number,
  counts: (day: CalendarDay) => boolean,
): CalendarDay {
  if (!Number.isSafeInteger(n) || n < 0) {
    throw new RangeError(`\`${n}\` is no number of days: use a whole number of 0 or more`);
  }
  let last = day;
  for (let left = n; left > 0; left -= counts(last) ? 1 : 0) last += 1;
  return last;
}
