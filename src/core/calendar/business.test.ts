import { describe, expect, it } from "vitest";
import {
  type CalendarDay,
  addBusinessDays,
  businessDaysBetween,
  dayText,
  isBusinessDay,
  parseDay,
} from "./index.ts";
import { chinaCalendar } from "./china.ts";

const day = (text: string) => parseDay(text) as CalendarDay;

describe("business days in China", () => {
  it.each([
    ["2024-09-30", "2024-10-15"],
    ["2025-01-24", "2025-02-10"],
    ["2023-09-28", "2023-10-13"],
    ["2020-01-23", "2020-02-11"],
  ])("%s and 7 is %s", (from, to) => {
    expect(dayText(addBusinessDays(day(from), 7, chinaCalendar))).toBe(to);
    expect(businessDaysBetween(day(from), day(to), chinaCalendar)).toBe(7);
  });

  it.each([
    ["2026-11-20", true, "a Friday"],
    ["2026-11-21", false, "a Saturday"],
    ["2026-11-22", false, "a Sunday"],
    ["2026-11-23", true, "a Monday"],
    ["2026-10-07", false, "a Wednesday off"],
    ["2026-10-10", true, "a Saturday made up"],
    ["2026-09-20", true, "a Sunday made up"],
    ["2027-10-01", true, "a Friday whose notice is not published"],
  ])("%s: %s, %s", (text, works) => {
    expect(isBusinessDay(day(text), chinaCalendar)).toBe(works);
  });

  it("n = 0 is the day itself, even a day off", () => {
    expect(addBusinessDays(day("2026-11-22"), 0, chinaCalendar)).toBe(day("2026-11-22"));
    expect(addBusinessDays(day("2026-11-22"), 1, chinaCalendar)).toBe(day("2026-11-23"));
  });

  it.each([-1, 0.5, NaN, Infinity])("%d days are refused", (n) => {
    expect(() => addBusinessDays(0, n, chinaCalendar)).toThrow(
      new RangeError(`\`${n}\` is no number of days: use a whole number of 0 or more`),
    );
  });

  it("are none between a day and itself or an earlier one", () => {
    const monday = day("2026-11-23");
    expect(businessDaysBetween(monday, monday, chinaCalendar)).toBe(0);
    expect(businessDaysBetween(monday, monday - 7, chinaCalendar)).toBe(0);
    expect(businessDaysBetween(monday - 1, monday, chinaCalendar)).toBe(1);
  });
});
