import { describe, expect, it } from "vitest";
import {
  type CalendarDay,
  addBusinessDays,
  businessDaysBetween,
  calendarData,
  chinaCalendar,
  dayText,
  inZone,
  isBusinessDay,
  isUnpublished,
  parseDay,
  partsOf,
} from "./index.ts";

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

  // Of 2023, 2024 and 2025 published elsewhere; of the others counted once and kept.
  const counts = [
    ...[252, 250, 251, 249, 251, 250, 250, 250, 249, 250, 250, 249],
    ...[250, 249, 250, 250, 249, 250, 249, 249, 251, 248, 248],
  ];
  it.each(counts.map((count, index) => [2004 + index, count]))("%i has %i", (year, count) => {
    const last = day(`${year - 1}-12-31`);
    expect(businessDaysBetween(last, day(`${year}-12-31`), chinaCalendar)).toBe(count);
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

describe("a calendar", () => {
  const lists = {
    version: "test@1",
    zone: "UTC",
    lastPublishedYear: 2026,
    daysOff: ["2026 01-01 01-30/02-02 05-01/03", "2027 01-01"],
    statutory: ["2026 01-01"],
    workdays: ["2026 01-31 02-07"],
  };
  const texts = (days: ReadonlySet<number>) => [...days].map(dayText);

  it("reads days and intervals, within a month and across its end", () => {
    const data = calendarData(lists);
    expect(texts(data.daysOff)).toEqual([
      ...["2026-01-01", "2026-01-30", "2026-01-31", "2026-02-01", "2026-02-02"],
      ...["2026-05-01", "2026-05-02", "2026-05-03", "2027-01-01"],
    ]);
    expect(texts(data.statutory)).toEqual(["2026-01-01"]);
    expect(texts(data.workdays)).toEqual(["2026-01-31", "2026-02-07"]);
    expect(data).toMatchObject({ version: "test@1", zone: "UTC", lastPublishedYear: 2026 });
  });

  it("has Saturday and Sunday as its weekend unless told otherwise", () => {
    expect([...calendarData(lists).weekend]).toEqual([0, 6]);
    const friday = calendarData({ ...lists, weekend: [5] });
    expect(isBusinessDay(day("2026-11-20"), friday)).toBe(false);
    expect(isBusinessDay(day("2026-11-21"), friday)).toBe(true);
    expect(isBusinessDay(day("2026-05-02"), friday)).toBe(false);
    // Where a day is both off and made up, people work.
    expect(isBusinessDay(day("2026-01-31"), friday)).toBe(true);
  });

  it("needs a day of work in the week", () => {
    expect(() => calendarData({ ...lists, weekend: [0, 1, 2, 3, 4, 5, 6] })).toThrow(
      new RangeError("a week needs a working day: leave one out"),
    );
    expect(calendarData({ ...lists, weekend: [0, 1, 2, 3, 4, 5] }).weekend.size).toBe(6);
  });

  it("refuses a day that is not in the calendar", () => {
    expect(() => calendarData({ ...lists, daysOff: ["2026 02-30"] })).toThrow(
      "`2026-02-30` is not a day of the calendar",
    );
    expect(() => calendarData({ ...lists, workdays: ["2026 02-20/30"] })).toThrow(RangeError);
  });

  it("moves to another zone and keeps the rest", () => {
    const data = calendarData(lists);
    expect(inZone(data, "Europe/Berlin")).toEqual({ ...data, zone: "Europe/Berlin" });
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

  it("of China names the holidays of the law among its days off", () => {
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
