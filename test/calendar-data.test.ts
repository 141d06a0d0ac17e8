import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  calendarSource,
  publishedYears,
  readPackage,
  statutoryDays,
  target,
} from "../scripts/make-calendar.ts";

describe("the generated calendar of China", () => {
  it("is what the installed package says", () => {
    expect(calendarSource(readPackage())).toBe(readFileSync(target, "utf8"));
  });

  it("ends with the last year of which every holiday is in the package", () => {
    const { daysOff } = readPackage();
    expect(publishedYears(daysOff).at(-1)).toBe(2026);
    // A year of which the notice before it has named a few days is not published.
    const begun = [...daysOff, "2027-01-01", "2027-02-05", "2027-02-06"];
    expect(publishedYears(begun).at(-1)).toBe(2026);
    expect(publishedYears([...daysOff, ...statutoryDays(2027)]).at(-1)).toBe(2027);
  });

  it("leaves out a year with one holiday missing on a weekday", () => {
    const { daysOff } = readPackage();
    const spoiled = daysOff.filter((day) => day !== "2026-09-25");
    expect(publishedYears(spoiled).at(-1)).toBe(2025);
  });

  it("refuses a package that holds no year", () => {
    expect(() => calendarSource({ version: "x", daysOff: [], workdays: [] })).toThrow(/no whole/);
  });

  it.each([
    [2007, 10],
    [2008, 11],
    [2014, 11],
    [2024, 11],
    [2025, 13],
    [2026, 13],
  ])("names the statutory holidays of %i: %i", (year, count) => {
    expect(statutoryDays(year)).toHaveLength(count);
  });
});
