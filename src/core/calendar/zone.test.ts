import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CalendarDay, dayText, parseDay } from "./day.ts";
import { parseInstant } from "./instant.ts";
import { dayOf, endOfDay, isZone, offsetAt, startOfDay } from "./zone.ts";

const runs = { seed: 20261122, numRuns: 500 };
const at = (text: string) => parseInstant(text) as number;
const day = (text: string) => parseDay(text) as CalendarDay;
const hour = 3_600_000;

describe("zones", () => {
  it("are those of the platform's database", () => {
    expect(isZone("Asia/Shanghai")).toBe(true);
    expect(isZone("UTC")).toBe(true);
    expect(isZone("Mars/Olympus")).toBe(false);
    expect(isZone("")).toBe(false);
    expect(() => offsetAt(0, "Mars/Olympus")).toThrow(RangeError);
  });

  it.each([
    ["UTC", "2026-11-22T00:00:00Z", 0],
    ["Asia/Shanghai", "2026-11-22T00:00:00Z", 8 * hour],
    ["America/St_Johns", "2026-11-22T00:00:00Z", -3.5 * hour],
    ["Asia/Kathmandu", "2026-11-22T00:00:00Z", 5.75 * hour],
    ["Europe/Berlin", "2026-03-29T00:59:59.999Z", hour],
    ["Europe/Berlin", "2026-03-29T01:00:00Z", 2 * hour],
    ["Europe/Berlin", "2026-10-25T00:59:59.999Z", 2 * hour],
    ["Europe/Berlin", "2026-10-25T01:00:00Z", hour],
    // Local mean time, in seconds: +08:05:43 and −00:44:30.
    ["Asia/Shanghai", "1900-06-01T00:00:00Z", (8 * 3600 + 5 * 60 + 43) * 1000],
    ["Africa/Monrovia", "1970-06-01T00:00:00Z", -(44 * 60 + 30) * 1000],
  ])("%s at %s", (zone, text, offset) => {
    // Twice: computed, then remembered.
    expect(offsetAt(at(text), zone)).toBe(offset);
    expect(offsetAt(at(text), zone)).toBe(offset);
  });

  it("on the day of a change each hour has its own offset, whichever is asked first", () => {
    expect(offsetAt(at("2027-03-28T12:00:00Z"), "Europe/Berlin")).toBe(2 * hour);
    expect(offsetAt(at("2027-03-28T00:00:00Z"), "Europe/Berlin")).toBe(hour);
    expect(offsetAt(at("2027-03-28T23:00:00Z"), "Europe/Berlin")).toBe(2 * hour);
  });
});

describe("days of a zone", () => {
  it("begin and end at its midnight", () => {
    const shanghai = "Asia/Shanghai";
    expect(startOfDay(day("2026-11-22"), shanghai)).toBe(at("2026-11-22T00:00:00+08:00"));
    expect(endOfDay(day("2026-11-22"), shanghai)).toBe(at("2026-11-22T23:59:59.999+08:00"));
    expect(dayOf(at("2026-11-22T00:00:00+08:00"), shanghai)).toBe(day("2026-11-22"));
    expect(dayOf(at("2026-11-21T23:59:59.999+08:00"), shanghai)).toBe(day("2026-11-21"));
  });

  it.each([
    // zone, day, first and last instant, hours
    [
      "Europe/Berlin",
      "2026-03-29",
      "2026-03-29T00:00:00+01:00",
      "2026-03-29T23:59:59.999+02:00",
      23,
    ],
    [
      "Europe/Berlin",
      "2026-10-25",
      "2026-10-25T00:00:00+02:00",
      "2026-10-25T23:59:59.999+01:00",
      25,
    ],
    [
      "Europe/Berlin",
      "2026-10-24",
      "2026-10-24T00:00:00+02:00",
      "2026-10-24T23:59:59.999+02:00",
      24,
    ],
    [
      "Europe/Berlin",
      "2026-10-26",
      "2026-10-26T00:00:00+01:00",
      "2026-10-26T23:59:59.999+01:00",
      24,
    ],
    [
      "America/New_York",
      "2026-03-08",
      "2026-03-08T00:00:00-05:00",
      "2026-03-08T23:59:59.999-04:00",
      23,
    ],
    [
      "America/New_York",
      "2026-11-01",
      "2026-11-01T00:00:00-04:00",
      "2026-11-01T23:59:59.999-05:00",
      25,
    ],
    // Midnight is skipped: the day begins at 01:00.
    [
      "America/Sao_Paulo",
      "2018-11-04",
      "2018-11-04T01:00:00-02:00",
      "2018-11-04T23:59:59.999-02:00",
      23,
    ],
    // Midnight is put back to 23:00: the day before lasts an hour longer.
    [
      "America/Sao_Paulo",
      "2018-02-17",
      "2018-02-17T00:00:00-02:00",
      "2018-02-17T23:59:59.999-03:00",
      25,
    ],
    // 00:01 is put back to 23:01: midnight comes twice, the second begins the day.
    [
      "America/St_Johns",
      "2010-11-07",
      "2010-11-07T00:00:00-03:30",
      "2010-11-07T23:59:59.999-03:30",
      24,
    ],
    // 23:30 is put forward to 00:30.
    [
      "America/Toronto",
      "1919-03-31",
      "1919-03-31T00:30:00-04:00",
      "1919-03-31T23:59:59.999-04:00",
      23.5,
    ],
    // Samoa left out 30 December 2011.
    [
      "Pacific/Apia",
      "2011-12-29",
      "2011-12-29T00:00:00-10:00",
      "2011-12-29T23:59:59.999-10:00",
      24,
    ],
    [
      "Pacific/Apia",
      "2011-12-31",
      "2011-12-31T00:00:00+14:00",
      "2011-12-31T23:59:59.999+14:00",
      24,
    ],
  ])("%s %s lasts from %s to %s", (zone, text, first, last, hours) => {
    expect(startOfDay(day(text), zone)).toBe(at(first));
    expect(endOfDay(day(text), zone)).toBe(at(last));
    expect(endOfDay(day(text), zone) + 1 - startOfDay(day(text), zone)).toBe(hours * hour);
  });

  it("a day that was left out is empty", () => {
    const skipped = day("2011-12-30");
    expect(endOfDay(skipped, "Pacific/Apia") + 1).toBe(startOfDay(skipped, "Pacific/Apia"));
  });

  it("follow one another without a gap, and every instant is in its own", () => {
    const zone = fc.constantFrom("Asia/Shanghai", "Europe/Berlin", "America/New_York", "UTC");
    const instant = fc.integer({
      min: at("1990-01-01T00:00:00Z"),
      max: at("2060-01-01T00:00:00Z"),
    });
    fc.assert(
      fc.property(instant, zone, (value, name) => {
        const own = dayOf(value, name);
        expect([own, startOfDay(own, name) <= value, value <= endOfDay(own, name)]).toEqual([
          own,
          true,
          true,
        ]);
        expect(dayOf(startOfDay(own, name), name)).toBe(own);
        expect(dayOf(endOfDay(own, name), name)).toBe(own);
        expect(dayText(dayOf(endOfDay(own, name) + 1, name))).toBe(dayText(own + 1));
      }),
      runs,
    );
  });

  it("agree with the platform's formatter on every hour of a year", () => {
    const format = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin" });
    for (
      let value = at("2026-01-01T00:00:00Z");
      value < at("2027-01-01T00:00:00Z");
      value += hour
    ) {
      if (dayText(dayOf(value, "Europe/Berlin")) !== format.format(value)) {
        expect.fail(new Date(value).toISOString());
      }
    }
  });

  it("are right after more days than are remembered", () => {
    for (let number = -10_500; number < 10_500; number += 1) dayOf(number * 86_400_000, "UTC");
    expect(dayOf(0, "UTC")).toBe(0);
    expect(dayOf(-1, "UTC")).toBe(-1);
  }, 30_000);
});
