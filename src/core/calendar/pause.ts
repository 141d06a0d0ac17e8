import { isBusinessDay, nthDayAfter } from "./business.ts";
import type { CalendarData } from "./calendar-data.ts";
import type { CalendarDay } from "./day.ts";
import { addPeriod } from "./duration.ts";
import type { Instant } from "./time.ts";
import {
  type CalendarDaysRule,
  type Deadline,
  type DeadlineRule,
  atEndOf,
  baseDay,
  rollsOff,
} from "./rule.ts";
import { dayOf, endOfDay, startOfDay } from "./zone.ts";

/** The customer owed what was asked from one instant until another; for one still open, now. */
export type Pause = { readonly from: Instant; readonly to: Instant };

/**
 * The deadline of a rule whose clock stood still during the pauses. Only business days that lie
 * wholly in a pause stop the clock: a part of a day is never counted to the merchant's advantage.
 * For voluntary promises; a statutory clock has no pauses (DESIGN, Calendar).
 */
export function pausedDeadline(
  rule: DeadlineRule,
  from: Instant,
  pauses: readonly Pause[],
  data: CalendarData,
): Deadline {
  const paused = pausedDays(pauses, data);
  switch (rule.count) {
    case "seconds":
      return secondsDeadline(rule.seconds, from, paused, data);
    case "calendar_days": {
      const base = baseDay(rule, from, data);
      const end = withoutPaused(base, addPeriod(base, rule.period), paused);
      return atEndOf(rolled(rule, base, end, paused, data), rule, data);
    }
    case "business_days": {
      const works = (day: CalendarDay) => isBusinessDay(day, data) && !paused.includes(day);
      return atEndOf(nthDayAfter(baseDay(rule, from, data), rule.days, works), rule, data);
    }
    default:
      return rule satisfies never;
  }
}

/** The business days that lie wholly within the pauses, in order. */
export function pausedDays(pauses: readonly Pause[], data: CalendarData): CalendarDay[] {
  const days = merged(pauses).flatMap(({ from, to }) => {
    const begun = dayOf(from, data.zone);
    const first = startOfDay(begun, data.zone) === from ? begun : begun + 1;
    const length = Math.max(0, dayOf(to, data.zone) - first);
    return Array.from({ length }, (_, index) => first + index);
  });
  return days.filter((day) => isBusinessDay(day, data));
}

/** Pauses that overlap or touch become one, so that no day is lost between them. */
function merged(pauses: readonly Pause[]): Pause[] {
  const sorted = [...pauses].sort((a, b) => a.from - b.from);
  return sorted.reduce<Pause[]>((done, pause) => {
    const last = done.at(-1);
    if (last === undefined || last.to < pause.from) return [...done, pause];
    return [...done.slice(0, -1), { from: last.from, to: Math.max(last.to, pause.to) }];
  }, []);
}

/** The end of a period that leaves out each paused day which it reaches. */
function withoutPaused(
  base: CalendarDay,
  end: CalendarDay,
  paused: readonly CalendarDay[],
): CalendarDay {
  return paused.reduce((last, day) => (day > base && day <= last ? last + 1 : last), end);
}

function rolled(
  rule: CalendarDaysRule,
  base: CalendarDay,
  end: CalendarDay,
  paused: readonly CalendarDay[],
  data: CalendarData,
): CalendarDay {
  let day = end;
  // A period of no days ends where it begins: there is no last day that could be a holiday.
  if (day === base) return day;
  while (rollsOff(rule, day, data) || paused.includes(day)) day += 1;
  return day;
}

function secondsDeadline(
  seconds: number,
  from: Instant,
  paused: readonly CalendarDay[],
  data: CalendarData,
): Deadline {
  // Elapsed time is floored, so the last second lasts until its last millisecond.
  const end = from + seconds * 1000 + 999;
  const at = paused.reduce((last, day) => {
    const start = startOfDay(day, data.zone);
    const length = endOfDay(day, data.zone) + 1 - start;
    return start >= from && start <= last ? last + length : last;
  }, end);
  return { at, day: dayOf(at, data.zone), provisional: false };
}
