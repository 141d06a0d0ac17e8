import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CalendarDay,
  addMonths,
  dayFrom,
  dayText,
  parseDay,
  partsOf,
  weekdayOf,
} from "./day.ts";
import { tries } from "../testing.ts";

const runs = { seed: 20261122, numRuns: tries(1000) };
const day = (text: string) => parseDay(text) as CalendarDay;

describe("calendar days", () => {
  it.each([
    ["1970-01-01", 0],
    ["1969-12-31", -1],
    ["1970-03-01", 59],
    ["2000-02-29", 11016],
    ["2000-03-01", 11017],
    ["1900-02-28", -25509],
    ["1900-03-01", -25508],
    ["2026-11-22", 20779],
    ["0000-01-01", -719528],
    ["9999-12-31", 2932896],
  ])("%s is day %i", (text, number) => {
    expect(parseDay(text)).toBe(number);
    expect(dayText(number)).toBe(text);
  });

  it("agree with the platform's calendar over a whole cycle of leap years", () => {
    for (let number = day("1799-12-31"); number < day("2200-03-02"); number += 1) {
      const expected = new Date(number * 86_400_000);
      const parts = partsOf(number);
      if (
        parts.year !== expected.getUTCFullYear() ||
        parts.month !== expected.getUTCMonth() + 1 ||
        parts.day !== expected.getUTCDate() ||
        dayFrom(parts) !== number ||
        weekdayOf(number) !== expected.getUTCDay()
      ) {
        expect.fail(`day ${number} is ${JSON.stringify(parts)}`);
      }
    }
  });

  it.each(
    ["2026-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "2100-02-29"].concat([
      "",
      "2026-1-1",
      "26-01-01",
      "2026/01/01",
      "2026-01-01T00:00:00Z",
      " 2026-01-01",
      "+02026-01-01",
    ]),
  )("refuse `%s`", (text) => {
    expect(parseDay(text)).toEqual({
      code: "not_a_day",
      sentence: `\`${text}\` is not a day of the calendar: write it like 2026-11-22`,
    });
  });
});

describe("months", () => {
  it.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2026-01-28", 1, "2026-02-28"],
    ["2026-01-31", 2, "2026-03-31"],
    ["2026-03-31", 1, "2026-04-30"],
    ["2026-11-22", 0, "2026-11-22"],
    ["2026-11-30", 1, "2026-12-30"],
    ["2026-12-15", 1, "2027-01-15"],
    ["2026-11-30", 3, "2027-02-28"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-02-29", 48, "2028-02-29"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-01-15", -1, "2025-12-15"],
  ])("%s and %i months is %s", (from, months, to) => {
    expect(dayText(addMonths(day(from), months))).toBe(to);
  });

  it("keep the day of the month or take the month's last", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -200_000, max: 200_000 }),
        fc.nat({ max: 600 }),
        (from, months) => {
          const [before, to] = [partsOf(from), addMonths(from, months)];
          const after = partsOf(to);
          expect(after.year * 12 + after.month).toBe(before.year * 12 + before.month + months);
          const isLast = partsOf(to + 1).day === 1;
          expect(after.day === before.day || (after.day < before.day && isLast)).toBe(true);
        },
      ),
      runs,
    );
  });
});
