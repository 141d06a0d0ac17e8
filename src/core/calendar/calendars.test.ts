import { describe, expect, it } from "vitest";
import {
  type CalendarDay,
  businessDaysBetween,
  calendarAfter,
  calendarNames,
  calendarOf,
  calendarOfZone,
  calendarVersions,
  isBusinessDay,
  isUnpublished,
  parseDay,
  weekdayOf,
} from "./index.ts";

const day = (text: string) => parseDay(text) as CalendarDay;
const named = (calendar: "CN" | "TW" | "HK" | "DE" | "weekend") =>
  calendarOf({ zone: "UTC", calendar });
const worksOn = (calendar: Parameters<typeof named>[0], text: string) =>
  isBusinessDay(day(text), named(calendar));

describe("the calendar of a zone", () => {
  it.each([
    ["Asia/Shanghai", "CN"],
    ["asia/urumqi", "CN"],
    ["Asia/Taipei", "TW"],
    ["Asia/Hong_Kong", "HK"],
    ["Europe/Berlin", "DE"],
    ["America/New_York", "weekend"],
    ["Asia/Singapore", "weekend"],
    ["UTC", "weekend"],
  ])("of %s is %s", (zone, name) => {
    expect(calendarOfZone(zone)).toBe(name);
    expect(calendarOf({ zone, calendar: null })).toMatchObject({ zone });
  });

  it("gives way to the one that was chosen; days begin where the zone says", () => {
    const chosen = calendarOf({ zone: "America/New_York", calendar: "HK" });
    expect(chosen).toMatchObject({ version: "hong-kong@2026", zone: "America/New_York" });
  });
});

describe("a country's days off", () => {
  // 全國公務機關 2026: the act of 2025 added the first four of these.
  it.each(["05-01", "09-28", "10-25", "12-25", "02-15", "02-20", "02-27", "04-03", "10-26"])(
    "in Taiwan are 2026-%s too",
    (text) => expect(worksOn("TW", `2026-${text}`)).toBe(false),
  );

  // What the Gazette counts: seventeen general holidays a year.
  it.each([2023, 2024, 2025, 2026])("in Hong Kong are seventeen in %i", (year) => {
    const own = [...named("HK").daysOff].filter(
      (each) => each >= day(`${year}-01-01`) && each <= day(`${year}-12-31`),
    );
    expect(own).toHaveLength(17);
    expect(own.every((each) => weekdayOf(each) !== 0)).toBe(true);
  });

  it("are bridged against a Saturday of work only where a notice says so", () => {
    expect([worksOn("CN", "2026-10-10"), worksOn("TW", "2025-02-08")]).toEqual([true, true]);
    expect([worksOn("HK", "2026-10-10"), worksOn("weekend", "2026-10-10")]).toEqual([false, false]);
    expect([worksOn("DE", "2025-12-25"), worksOn("weekend", "2025-12-25")]).toEqual([false, true]);
  });

  // 行政院人事行政總處 counts the days off of a year: 116, 115, 115 and the three of the act, 120.
  it.each([
    [2023, 365 - 116],
    [2024, 366 - 115],
    [2025, 365 - 118],
    [2026, 365 - 120],
  ])("leave Taiwan %i with %i days of work", (year, days) => {
    const [last, end] = [day(`${year - 1}-12-31`), day(`${year}-12-31`)];
    expect(businessDaysBetween(last, end, named("TW"))).toBe(days);
  });

  // Easter by the tables of the Physikalisch-Technische Bundesanstalt.
  it.each(["2020-04-13", "2025-04-21", "2027-03-29", "2030-04-22"])(
    "in Germany are Easter Monday %s, the Friday before and Whit Monday",
    (monday) => {
      const easterMonday = day(monday);
      const off = [easterMonday - 3, easterMonday, easterMonday + 38, easterMonday + 49];
      expect(off.map((each) => named("DE").daysOff.has(each))).toEqual([true, true, true, true]);
    },
  );
});

describe("versions", () => {
  it("name a source and lead back to its calendar of today", () => {
    expect(calendarVersions).toHaveLength(calendarNames.length);
    for (const name of calendarNames) {
      const { version } = named(name);
      expect(calendarAfter(version)?.version).toBe(version);
      expect(calendarAfter(`${version.split("@")[0]}@older`)?.version).toBe(version);
    }
    expect(calendarAfter("nobody@1")).toBe(null);
  });

  it("end with the last year whose days are known; weekends need no notice", () => {
    const guessed = (name: Parameters<typeof named>[0]) =>
      isUnpublished(day("2027-03-01"), named(name));
    expect(calendarNames.filter(guessed)).toEqual(["CN", "TW", "HK"]);
    expect(isUnpublished(day("2031-01-01"), named("DE"))).toBe(true);
    expect(isUnpublished(day("2999-01-01"), named("weekend"))).toBe(false);
  });
});
