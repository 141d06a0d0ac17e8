/** Instants, calendar days, business days, deadlines and day counts. */
export * from "./day.ts";
export * from "./time.ts";
export * from "./instant.ts";
export * from "./zone.ts";
export * from "./duration.ts";
export * from "./calendar-data.ts";
export * from "./business.ts";
export { baseDay } from "./rule.ts";
export type {
  BusinessDaysRule,
  CalendarDaysRule,
  DayRule,
  Deadline,
  DeadlineRule,
  FirstDay,
  Roll,
} from "./rule.ts";
export * from "./deadline.ts";
export * from "./count.ts";
export * from "./pause.ts";
export * from "./within.ts";
export {
  calendarAfter,
  calendarNames,
  calendarOf,
  calendarOfZone,
  calendarVersions,
} from "./calendars.ts";
export type { CalendarChoice, CalendarName } from "./calendars.ts";
