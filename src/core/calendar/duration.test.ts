import { describe, expect, it } from "vitest";
import { type CalendarDay, dayText, parseDay } from "./day.ts";
import {
  type Period,
  addPeriod,
  parseDuration,
  parsePeriod,
  periodDays,
  periodText,
} from "./duration.ts";

const day = (text: string) => parseDay(text) as CalendarDay;

describe("durations", () => {
  it.each([
    ["0s", 0],
    ["30s", 30],
    ["90min", 5400],
    ["72h", 259_200],
    ["1095d", 94_608_000],
    ["007h", 25_200],
  ])("%s is %i seconds", (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  it.each([
    "",
    "72",
    "h",
    "-1h",
    "1.5h",
    "72 h",
    "72H",
    "1h30min",
    "x1h",
    "1hx",
    "1234567890s",
    "1mo",
  ])("refuse `%s`", (text) => {
    expect(parseDuration(text)).toEqual({
      code: "not_a_duration",
      sentence: `\`${text}\` is not a duration: write it like 72h, 90min or 30s`,
    });
  });
});

describe("periods", () => {
  it.each([
    ["7d", { months: 0, days: 7 }],
    ["0d", { months: 0, days: 0 }],
    ["3mo", { months: 3, days: 0 }],
    ["12mo", { months: 12, days: 0 }],
    ["12mo+14d", { months: 12, days: 14 }],
    ["1234mo+123456d", { months: 1234, days: 123456 }],
  ])("%s, there and back", (text, period) => {
    expect(parsePeriod(text)).toEqual(period);
    expect(periodText(period)).toBe(text);
  });

  it.each(
    [
      "",
      "7",
      "mo",
      "+14d",
      "12mo14d",
      "12mo+",
      "14d+12mo",
      "12mo+14",
      "1.5d",
      "-7d",
      "7dx",
      "x7d",
    ].concat(["12345mo", "1234567d", "12mo+14d+1d"]),
  )("refuse `%s`", (text) => {
    expect(parsePeriod(text)).toEqual({
      code: "not_a_period",
      sentence: `\`${text}\` is not a period: write it like 7d or 12mo+14d`,
    });
  });

  it.each([
    ["2026-01-31", "1mo", "2026-02-28", 28],
    ["2026-01-31", "1mo+1d", "2026-03-01", 29],
    ["2023-02-28", "12mo+14d", "2024-03-13", 379],
    ["2026-11-22", "7d", "2026-11-29", 7],
    ["2026-11-22", "0d", "2026-11-22", 0],
  ])("after %s %s ends on %s, after %i days", (from, text, last, days) => {
    const period = parsePeriod(text) as Period;
    expect(dayText(addPeriod(day(from), period))).toBe(last);
    expect(periodDays(day(from), period)).toBe(days);
  });
});
