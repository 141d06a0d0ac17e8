import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { elapsedSeconds, formatInstant, parseInstant, within } from "./instant.ts";

const runs = { seed: 20261122, numRuns: 500 };
const at = (text: string) => parseInstant(text) as number;

describe("instants", () => {
  it.each([
    ["1970-01-01T00:00:00Z", 0],
    ["1970-01-01T08:00:00+08:00", 0],
    ["1969-12-31T20:30:00-03:30", 0],
    ["1970-01-01T00:00:01.5Z", 1500],
    ["1970-01-01T00:00:00.05Z", 50],
    ["1970-01-01T00:00:00.123Z", 123],
    ["1970-01-02T03:04:05+00:00", 97_445_000],
    ["2026-11-22T23:59:59.999+08:00", Date.UTC(2026, 10, 22, 15, 59, 59, 999)],
    ["1969-12-31T23:59:59.999Z", -1],
  ])("reads %s", (text, instant) => {
    expect(parseInstant(text)).toBe(instant);
  });

  it.each([
    "",
    "2026-11-22",
    "2026-11-22T09:30:00",
    "2026-11-22 09:30:00Z",
    "2026-11-22T24:00:00Z",
    "2026-11-22T09:60:00Z",
    "2026-11-22T09:30:60Z",
    "2026-02-29T09:30:00Z",
    "2026-11-22T09:30:00.Z",
    "2026-11-22T09:30:00.1234Z",
    "2026-11-22T09:30:00+0800",
    "2026-11-22T09:30:00+24:00",
    "2026-11-22T09:30:00+08:60",
    "2026-11-22T9:30:00Z",
    "x2026-11-22T09:30:00Z",
    "2026-11-22T09:30:00Zx",
  ])("refuses `%s`", (text) => {
    expect(parseInstant(text)).toEqual({
      code: "not_an_instant",
      sentence:
        `\`${text}\` is not a time: write it with its offset, ` + "like 2026-11-22T09:30:00+08:00",
    });
  });

  it.each([
    [0, "Asia/Shanghai", "1970-01-01T08:00:00+08:00"],
    [0, "UTC", "1970-01-01T00:00:00+00:00"],
    [-1, "UTC", "1969-12-31T23:59:59.999+00:00"],
    [1500, "UTC", "1970-01-01T00:00:01.500+00:00"],
    [1_700_000_007_005, "America/St_Johns", "2023-11-14T18:43:27.005-03:30"],
    [1_700_000_007_005, "Asia/Kathmandu", "2023-11-15T03:58:27.005+05:45"],
    [1_700_000_000_000, "America/New_York", "2023-11-14T17:13:20-05:00"],
  ])("writes %i in %s", (instant, zone, text) => {
    expect(formatInstant(instant, zone)).toBe(text);
  });

  it("writes an offset with seconds as the nearest minute, of the same instant", () => {
    // Local mean time of Shanghai until 1901: +08:05:43.
    expect(formatInstant(at("1899-12-31T16:00:00Z"), "Asia/Shanghai")).toBe(
      "1900-01-01T00:06:00+08:06",
    );
  });

  it("come back as the same instant from any zone", () => {
    const zone = fc.constantFrom("Asia/Shanghai", "Europe/Berlin", "America/St_Johns", "UTC");
    const instant = fc.integer({
      min: at("1900-01-01T00:00:00Z"),
      max: at("2100-01-01T00:00:00Z"),
    });
    fc.assert(
      fc.property(instant, zone, (value, name) => {
        expect(parseInstant(formatInstant(value, name))).toBe(value);
      }),
      runs,
    );
  });
});

describe("elapsed time", () => {
  const from = at("2026-11-19T09:30:00.250+08:00");

  it("is floored to whole seconds", () => {
    expect(elapsedSeconds(from, from)).toBe(0);
    expect(elapsedSeconds(from, from + 999)).toBe(0);
    expect(elapsedSeconds(from, from + 1000)).toBe(1);
    expect(elapsedSeconds(from, from - 1)).toBe(-1);
  });

  it("of 72 h is within 72 h, and of one second more is late", () => {
    const seconds = 259_200;
    expect(within(from, at("2026-11-22T09:30:00.250+08:00"), seconds)).toBe(true);
    expect(within(from, from + seconds * 1000 + 999, seconds)).toBe(true);
    expect(within(from, from + seconds * 1000 + 1000, seconds)).toBe(false);
    expect(within(from, from - 5000, seconds)).toBe(true);
  });

  it("takes no notice of clocks that are put forward or back", () => {
    expect(elapsedSeconds(at("2026-03-29T01:30:00+01:00"), at("2026-03-29T03:30:00+02:00"))).toBe(
      3600,
    );
  });
});
