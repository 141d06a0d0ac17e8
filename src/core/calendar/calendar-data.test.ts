import { describe, expect, it } from "vitest";
import { isBusinessDay } from "./business.ts";
import { calendarData, inZone, isUnpublished } from "./calendar-data.ts";
import { type CalendarDay, dayText, parseDay } from "./day.ts";

const day = (text: string) => parseDay(text) as CalendarDay;

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

  it("is unpublished from 29 December of its last year on", () => {
    const data = calendarData(lists);
    expect(isUnpublished(day("2026-12-28"), data)).toBe(false);
    expect(isUnpublished(day("2026-12-29"), data)).toBe(true);
    expect(isUnpublished(day("2026-01-01"), data)).toBe(false);
  });
});
