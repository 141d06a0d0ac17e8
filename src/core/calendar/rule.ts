import { isBusinessDay } from "./business.ts";
import { type CalendarData, isUnpublished } from "./calendar-data.ts";
import type { CalendarDay } from "./day.ts";
import type { Period } from "./duration.ts";
import type { Instant } from "./time.ts";
import { dayOf, endOfDay } from "./zone.ts";

/** Whether the day of the event counts: `next_day` (民法典 art. 201) does not count it. */
export type FirstDay = "next_day" | "same_day";

/**
 * Where a period goes that ends on a day off: `off_holiday` to the next day on which people work
 * (民法典 art. 203; that it means the days really off, weekends included, is how 民通意见 art. 198,
 * repealed in 2020, read the same words), `off_statutory` past holidays that the law itself names,
 * `none` nowhere.
 */
export type Roll = "off_holiday" | "off_statutory" | "none";

export type CalendarDaysRule = {
  readonly count: "calendar_days";
  readonly first: FirstDay;
  readonly roll: Roll;
};
export type BusinessDaysRule = { readonly count: "business_days"; readonly first: FirstDay };

/** How days are counted; how many is said apart. */
export type DayRule = CalendarDaysRule | BusinessDaysRule;

/** A promise's or a law's period: seconds of elapsed time or days of a calendar. */
export type DeadlineRule =
  | { readonly count: "seconds"; readonly seconds: number }
  | (CalendarDaysRule & { readonly period: Period })
  | (BusinessDaysRule & { readonly days: number });

/** `at` is the last millisecond that is in time; `day` its day in the calendar's zone. */
export type Deadline = {
  readonly at: Instant;
  readonly day: CalendarDay;
  /** A notice still to be published may move it. */
  readonly provisional: boolean;
};

/** The day before the first day that counts: where a period of 0 days ends. */
export function baseDay(rule: DayRule, from: Instant, data: CalendarData): CalendarDay {
  const day = dayOf(from, data.zone);
  return rule.first === "same_day" ? day - 1 : day;
}

/** Whether a period that would end on the day goes on to the next. */
export function rollsOff(rule: CalendarDaysRule, day: CalendarDay, data: CalendarData): boolean {
  if (rule.roll === "off_holiday") return !isBusinessDay(day, data);
  return rule.roll === "off_statutory" && data.statutory.has(day);
}

/** The deadline at the end of a day that the rule has found. */
export function atEndOf(day: CalendarDay, rule: DayRule, data: CalendarData): Deadline {
  const readsHolidays = rule.count === "business_days" || rule.roll !== "none";
  return {
    at: endOfDay(day, data.zone),
    day,
    provisional: readsHolidays && isUnpublished(day, data),
  };
}
