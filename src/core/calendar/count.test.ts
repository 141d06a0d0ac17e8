import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type DayRule,
  type Period,
  dayCount,
  dayOf,
  deadline,
  deadlineOfDays,
  inZone,
  parseInstant,
  parsePeriod,
  periodDays,
} from "./index.ts";
import { chinaCalendar } from "./china.ts";

const runs = { seed: 20261122, numRuns: 400 };
const at = (text: string) => parseInstant(text) as number;
const dayMs = 86_400_000;

const offHoliday: DayRule = { count: "calendar_days", first: "next_day", roll: "off_holiday" };
const unmoved: DayRule = { ...offHoliday, roll: "none" };
const sameDay: DayRule = { ...offHoliday, first: "same_day" };
const business: DayRule = { count: "business_days", first: "next_day" };
const businessSameDay: DayRule = { ...business, first: "same_day" };
const statutory: DayRule = { ...offHoliday, roll: "off_statutory" };
const rules = [offHoliday, statutory, unmoved, sameDay, business, businessSameDay];

describe("the day count", () => {
  it.each([
    // rule, filed, n; the event is on Thursday 24 September 2026, before the holidays
    ["off holiday", offHoliday, "2026-09-23T12:00:00+08:00", 0],
    ["off holiday", offHoliday, "2026-09-24T23:59:59.999+08:00", 0],
    // Friday to Sunday are days off: whoever files then or on Monday is within 1 day.
    ["off holiday", offHoliday, "2026-09-25T00:00:00+08:00", 1],
    ["off holiday", offHoliday, "2026-09-28T23:59:59.999+08:00", 1],
    ["off holiday", offHoliday, "2026-09-29T00:00:00+08:00", 5],
    ["off holiday", offHoliday, "2026-10-08T23:59:59.999+08:00", 7],
    ["off holiday", offHoliday, "2026-10-09T00:00:00+08:00", 15],
    ["unmoved", unmoved, "2026-09-24T23:59:59.999+08:00", 0],
    ["unmoved", unmoved, "2026-09-25T00:00:00+08:00", 1],
    ["unmoved", unmoved, "2026-10-08T12:00:00+08:00", 14],
    ["same day", sameDay, "2026-09-24T00:00:00+08:00", 1],
    ["same day", sameDay, "2026-09-23T23:59:59.999+08:00", 0],
    ["same day", sameDay, "2026-09-28T12:00:00+08:00", 2],
    ["business", business, "2026-09-24T23:00:00+08:00", 0],
    ["business", business, "2026-09-25T12:00:00+08:00", 1],
    ["business", business, "2026-09-28T12:00:00+08:00", 1],
    ["business", business, "2026-09-29T12:00:00+08:00", 2],
    ["business", business, "2026-10-03T12:00:00+08:00", 4],
    ["business", business, "2026-10-08T12:00:00+08:00", 4],
    ["business", business, "2026-10-09T12:00:00+08:00", 5],
    ["business, same day", businessSameDay, "2026-09-24T12:00:00+08:00", 1],
    ["business, same day", businessSameDay, "2026-09-25T12:00:00+08:00", 2],
  ])("%s: filed at %3$s is n = %4$i", (_, rule, filed, n) => {
    expect(dayCount(rule, at("2026-09-24T12:00:00+08:00"), at(filed), chinaCalendar)).toBe(n);
  });

  const event = fc.integer({
    min: at("2019-12-01T00:00:00+08:00"),
    max: at("2026-12-31T00:00:00+08:00"),
  });
  const elapsed = fc.integer({ min: -3 * dayMs, max: 60 * dayMs });
  const zone = fc.constantFrom("Asia/Shanghai", "Europe/Berlin", "America/New_York");
  const rule = fc.constantFrom(...rules);

  it("is the least n with filed ≤ end(from, n)", () => {
    fc.assert(
      fc.property(rule, event, elapsed, zone, (counted, from, later, name) => {
        const data = inZone(chinaCalendar, name);
        const n = dayCount(counted, from, from + later, data);
        expect(from + later).toBeLessThanOrEqual(deadlineOfDays(counted, from, n, data).at);
        if (n > 0) {
          expect(from + later).toBeGreaterThan(deadlineOfDays(counted, from, n - 1, data).at);
        }
      }),
      runs,
    );
  });

  it("of the deadline of n days is n, or less where days off carry two to one", () => {
    fc.assert(
      fc.property(rule, event, fc.nat({ max: 60 }), (counted, from, n) => {
        const end = deadlineOfDays(counted, from, n, chinaCalendar);
        const least = dayCount(counted, from, end.at, chinaCalendar);
        expect(least).toBeLessThanOrEqual(n);
        expect(deadlineOfDays(counted, from, least, chinaCalendar)).toEqual(end);
        expect(dayCount(counted, from, end.at + 1, chinaCalendar)).toBeGreaterThan(n);
      }),
      runs,
    );
  });

  it("never falls as time goes on", () => {
    fc.assert(
      fc.property(rule, event, elapsed, fc.nat({ max: 10 * dayMs }), (counted, from, a, b) => {
        const [early, late] = [from + a, from + a + b];
        expect(dayCount(counted, from, early, chinaCalendar)).toBeLessThanOrEqual(
          dayCount(counted, from, late, chinaCalendar),
        );
      }),
      runs,
    );
  });

  it("is at most the days of a period with months exactly when its deadline is kept", () => {
    const period = parsePeriod("1mo+3d") as Period;
    fc.assert(
      fc.property(event, elapsed, (from, later) => {
        const counted = { count: "calendar_days", first: "next_day", roll: "off_holiday" } as const;
        const n = dayCount(counted, from, from + later, chinaCalendar);
        const end = deadline({ ...counted, period }, from, chinaCalendar);
        const most = periodDays(dayOf(from, chinaCalendar.zone), period);
        expect(n <= most).toBe(from + later <= end.at);
      }),
      runs,
    );
  });
});
