import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type BusinessDaysRule,
  type CalendarDaysRule,
  type CalendarDay,
  type Deadline,
  type DeadlineRule,
  type Period,
  dayText,
  deadline,
  deadlineOfDays,
  effectiveDeadline,
  formatInstant,
  inZone,
  parseDay,
  parseInstant,
  parsePeriod,
  within,
} from "./index.ts";
import { chinaCalendar } from "./china.ts";

const runs = { seed: 20261122, numRuns: 500 };
const at = (text: string) => parseInstant(text) as number;
const day = (text: string) => parseDay(text) as CalendarDay;
const shown = ({ at: instant }: Deadline, zone = "Asia/Shanghai") => formatInstant(instant, zone);

const nextDay: CalendarDaysRule = {
  count: "calendar_days",
  first: "next_day",
  roll: "off_holiday",
};
const business: BusinessDaysRule = { count: "business_days", first: "next_day" };
const daysRule = (text: string, rule = nextDay): DeadlineRule => ({
  ...rule,
  period: parsePeriod(text) as Period,
});

describe("a deadline in seconds", () => {
  const from = at("2026-11-19T09:30:00+08:00");

  it("is the last millisecond of its last second, on a day off as well", () => {
    const end = deadline({ count: "seconds", seconds: 259_200 }, from, chinaCalendar);
    expect(end).toEqual({
      at: from + 259_200_999,
      day: day("2026-11-22"),
      provisional: false,
    });
  });

  it("is never provisional, for it reads no holidays", () => {
    const late = at("2027-06-01T00:00:00+08:00");
    expect(deadline({ count: "seconds", seconds: 1 }, late, chinaCalendar).provisional).toBe(false);
  });

  it("is kept exactly by what is within the seconds", () => {
    const offset = fc.integer({ min: -5000, max: 5000 });
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), offset, (seconds, milliseconds) => {
        const end = deadline({ count: "seconds", seconds }, from, chinaCalendar);
        const filed = end.at + milliseconds;
        expect(filed <= end.at).toBe(within(from, filed, seconds));
      }),
      runs,
    );
  });
});

describe("a deadline in calendar days", () => {
  it.each([
    // The day after is the first, whatever the hour.
    ["2026-11-16T00:00:00+08:00", "7d", "2026-11-23T23:59:59.999+08:00"],
    ["2026-11-16T23:59:59.999+08:00", "7d", "2026-11-23T23:59:59.999+08:00"],
    // In UTC it is still the 15th.
    ["2026-11-16T07:00:00+08:00", "7d", "2026-11-23T23:59:59.999+08:00"],
    // Saturday and Sunday move to Monday.
    ["2026-11-14T12:00:00+08:00", "7d", "2026-11-23T23:59:59.999+08:00"],
    ["2026-11-15T12:00:00+08:00", "7d", "2026-11-23T23:59:59.999+08:00"],
    // A Saturday that is made up does not move.
    ["2026-10-03T12:00:00+08:00", "7d", "2026-10-10T23:59:59.999+08:00"],
    // National Day moves to 8 October, whichever of its days was the last.
    ["2026-09-24T12:00:00+08:00", "7d", "2026-10-08T23:59:59.999+08:00"],
    ["2026-09-30T12:00:00+08:00", "7d", "2026-10-08T23:59:59.999+08:00"],
    // Months end on their last day and then move on from a Saturday.
    ["2026-01-31T12:00:00+08:00", "1mo", "2026-02-28T23:59:59.999+08:00"],
    ["2026-09-30T12:00:00+08:00", "1mo+1d", "2026-11-02T23:59:59.999+08:00"],
    ["2025-11-05T12:00:00+08:00", "12mo+14d", "2026-11-19T23:59:59.999+08:00"],
    // A period of no days ends with the day itself, a Sunday here.
    ["2026-11-22T12:00:00+08:00", "0d", "2026-11-22T23:59:59.999+08:00"],
  ])("from %s %s ends at %s", (from, period, end) => {
    expect(shown(deadline(daysRule(period), at(from), chinaCalendar))).toBe(end);
  });

  it("stays on a day off where the rule does not move it", () => {
    const rule = daysRule("7d", { ...nextDay, roll: "none" });
    const end = deadline(rule, at("2026-09-24T12:00:00+08:00"), chinaCalendar);
    expect(dayText(end.day)).toBe("2026-10-01");
  });

  it("moves only past holidays named by law where the rule says so", () => {
    const rule = daysRule("7d", { ...nextDay, roll: "off_statutory" });
    const end = (from: string) => dayText(deadline(rule, at(from), chinaCalendar).day);
    expect(end("2026-09-24T12:00:00+08:00")).toBe("2026-10-04");
    expect(end("2026-11-15T12:00:00+08:00")).toBe("2026-11-22");
  });

  it("counts the day of the event where the rule says so", () => {
    const rule = daysRule("7d", { ...nextDay, first: "same_day" });
    const end = deadline(rule, at("2026-11-17T12:00:00+08:00"), chinaCalendar);
    expect(dayText(end.day)).toBe("2026-11-23");
  });

  it.each([
    ["Europe/Berlin", "2026-03-26T12:00:00+01:00", "2026-03-29T23:59:59.999+02:00"],
    ["Europe/Berlin", "2026-10-22T12:00:00+02:00", "2026-10-25T23:59:59.999+01:00"],
    ["America/New_York", "2026-10-29T12:00:00-04:00", "2026-11-01T23:59:59.999-05:00"],
  ])("ends with the day in %s when clocks change", (zone, from, end) => {
    const rule = daysRule("3d", { ...nextDay, roll: "none" });
    expect(shown(deadline(rule, at(from), inZone(chinaCalendar, zone)), zone)).toBe(end);
  });
});

describe("a deadline in business days", () => {
  it.each([
    ["2024-09-30T12:00:00+08:00", 7, "2024-10-15"],
    ["2025-01-24T12:00:00+08:00", 7, "2025-02-10"],
    ["2023-09-28T12:00:00+08:00", 7, "2023-10-13"],
    ["2020-01-23T12:00:00+08:00", 7, "2020-02-11"],
    ["2026-11-22T12:00:00+08:00", 1, "2026-11-23"],
    ["2026-11-22T12:00:00+08:00", 0, "2026-11-22"],
  ])("from %s %i end on %s", (from, days, end) => {
    const found = deadline({ ...business, days }, at(from), chinaCalendar);
    expect(dayText(found.day)).toBe(end);
    expect(shown(found)).toBe(`${end}T23:59:59.999+08:00`);
  });

  it("count the day of the event where the rule says so", () => {
    const rule: DeadlineRule = { count: "business_days", first: "same_day", days: 2 };
    const end = (from: string) => dayText(deadline(rule, at(from), chinaCalendar).day);
    expect(end("2026-11-19T12:00:00+08:00")).toBe("2026-11-20");
    expect(end("2026-11-21T12:00:00+08:00")).toBe("2026-11-24");
  });
});

describe("the deadline of n days", () => {
  it("is the deadline of a period or a number of business days", () => {
    const from = at("2026-09-24T12:00:00+08:00");
    expect(deadlineOfDays(nextDay, from, 7, chinaCalendar)).toEqual(
      deadline(daysRule("7d"), from, chinaCalendar),
    );
    expect(deadlineOfDays(business, from, 7, chinaCalendar)).toEqual(
      deadline({ ...business, days: 7 }, from, chinaCalendar),
    );
    expect(dayText(deadlineOfDays(business, from, 2, chinaCalendar).day)).toBe("2026-09-29");
  });
});

describe("a provisional deadline", () => {
  it.each([
    ["2026-12-21T12:00:00+08:00", false],
    ["2026-12-22T12:00:00+08:00", true],
    ["2026-12-30T12:00:00+08:00", true],
  ])("7 days from %s: %s", (from, provisional) => {
    expect(deadline(daysRule("7d"), at(from), chinaCalendar).provisional).toBe(provisional);
    const unmoved = daysRule("7d", { ...nextDay, roll: "none" });
    expect(deadline(unmoved, at(from), chinaCalendar).provisional).toBe(false);
    const statutory = daysRule("7d", { ...nextDay, roll: "off_statutory" });
    expect(deadline(statutory, at(from), chinaCalendar).provisional).toBe(provisional);
  });

  it("in business days as well", () => {
    const end = (days: number) =>
      deadline({ ...business, days }, at("2026-12-21T12:00:00+08:00"), chinaCalendar);
    expect([dayText(end(5).day), end(5).provisional]).toEqual(["2026-12-28", false]);
    expect([dayText(end(6).day), end(6).provisional]).toEqual(["2026-12-29", true]);
  });

  const on = (text: string, provisional: boolean): Deadline => ({
    at: at(`${text}T23:59:59.999+08:00`),
    day: day(text),
    provisional,
  });

  it("shown later than it is: a duty is due at the earlier, a right lasts to the later", () => {
    const [before, after] = [on("2027-01-08", true), on("2027-01-07", false)];
    expect(effectiveDeadline(before, after, "merchant-duty")).toEqual(on("2027-01-07", false));
    expect(effectiveDeadline(before, after, "customer-right")).toEqual(on("2027-01-08", false));
  });

  it("shown earlier than it is: the same", () => {
    const [before, after] = [on("2027-01-07", true), on("2027-01-08", false)];
    expect(effectiveDeadline(before, after, "merchant-duty")).toEqual(on("2027-01-07", false));
    expect(effectiveDeadline(before, after, "customer-right")).toEqual(on("2027-01-08", false));
  });

  it("shown right, or provisional still", () => {
    const [before, after] = [on("2027-01-07", true), on("2027-01-07", true)];
    expect(effectiveDeadline(before, after, "merchant-duty")).toEqual(after);
    expect(effectiveDeadline(before, on("2027-01-07", false), "customer-right")).toEqual(
      on("2027-01-07", false),
    );
  });
});
