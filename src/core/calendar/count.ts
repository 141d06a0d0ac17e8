import { businessDaysBetween } from "./business.ts";
import type { CalendarData } from "./calendar-data.ts";
import type { Instant } from "./time.ts";
import { type DayRule, baseDay, rollsOff } from "./rule.ts";
import { dayOf } from "./zone.ts";

/**
 * The day count of an event at `from` that was answered at `filed`: the least n ≥ 0 with
 * filed ≤ end(from, n). It takes in first days, holidays and business days, never falls as time
 * goes on, and n ≤ k says exactly that a period of k days was kept.
 */
export function dayCount(rule: DayRule, from: Instant, filed: Instant, data: CalendarData): number {
  const base = baseDay(rule, from, data);
  let day = dayOf(filed, data.zone);
  if (day <= base) return 0;
  if (rule.count === "business_days") return businessDaysBetween(base, day - 1, data) + 1;
  // A period that ends on the days off just before is carried to this day or beyond.
  while (day - 1 > base && rollsOff(rule, day - 1, data)) day -= 1;
  return day - base;
}
