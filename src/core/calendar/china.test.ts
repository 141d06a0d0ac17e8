import { describe, expect, it } from "vitest";
import {
  type CalendarDay,
  businessDaysBetween,
  dayText,
  isBusinessDay,
  isUnpublished,
  parseDay,
  partsOf,
} from "./index.ts";
import { chinaCalendar } from "./china.ts";

const day = (text: string) => parseDay(text) as CalendarDay;

describe("the calendar of China", () => {
  // Of 2023, 2024 and 2025 published elsewhere; of the others counted once and kept.
  const counts = [
    ...[252, 250, 251, 249, 251, 250, 250, 250, 249, 250, 250, 249],
    ...[250, 249, 250, 250, 249, 250, 249, 249, 251, 248, 248],
  ];
  it.each(counts.map((count, index) => [2004 + index, count]))("%i has %i", (year, count) => {
    const last = day(`${year - 1}-12-31`);
    expect(businessDaysBetween(last, day(`${year}-12-31`), chinaCalendar)).toBe(count);
  });

  it("is unpublished from 29 December of its last year, where a notice has reached back to", () => {
    expect(isUnpublished(day("2026-12-28"), chinaCalendar)).toBe(false);
    expect(isUnpublished(day("2026-12-29"), chinaCalendar)).toBe(true);
    expect(isUnpublished(day("2027-01-01"), chinaCalendar)).toBe(true);
    const decemberDays = [...chinaCalendar.daysOff, ...chinaCalendar.workdays]
      .map((number) => dayText(number).slice(5))
      .filter((text) => text.startsWith("12-"));
    expect(decemberDays.sort()[0]).toBe("12-29");
  });

  it("names the holidays of the law among its days off", () => {
    const off = (number: CalendarDay) => !isBusinessDay(number, chinaCalendar);
    expect([...chinaCalendar.statutory].every(off)).toBe(true);
    const inYear = (year: number) => (number: CalendarDay) => partsOf(number).year === year;
    for (let year = 2004; year <= 2026; year += 1) {
      // 全国年节及纪念日放假办法 named 10 days until 2007, 11 until 2024 and 13 since; in 2009 and 2020
      // Mid-autumn fell on National Day.
      const named = year < 2008 ? 10 : year < 2025 ? 11 : 13;
      const fallTogether = year === 2009 || year === 2020 ? 1 : 0;
      const days = [...chinaCalendar.statutory].filter(inYear(year));
      expect([year, days.length]).toEqual([year, named - fallTogether]);
    }
    expect(chinaCalendar).toMatchObject({
      version: "chinese-days@1.5.7",
      zone: "Asia/Shanghai",
      lastPublishedYear: 2026,
    });
  });
});
