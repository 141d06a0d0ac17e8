import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type DeadlineRule,
  type Pause,
  businessDaysBetween,
  dayText,
  deadline,
  formatInstant,
  inZone,
  parseInstant,
  pausedDays,
  pausedDeadline,
} from "./index.ts";
import { chinaCalendar } from "./china.ts";

const runs = { seed: 20261122, numRuns: 400 };
const at = (text: string) => parseInstant(text) as number;
const local = (text: string) => at(`2026-11-${text}:00+08:00`);
const pause = (from: string, to: string): Pause => ({ from: local(from), to: local(to) });
const dayMs = 86_400_000;

describe("the days that stop a clock", () => {
  // Monday 16 to Sunday 22 November 2026 is an ordinary week.
  it.each([
    ["none without a pause", [], []],
    ["none in a part of a day", [pause("16T09:00", "16T18:00")], []],
    ["none over a night", [pause("16T18:00", "17T09:00")], []],
    ["those between the first and the last", [pause("16T09:00", "19T09:00")], [17, 18]],
    ["the first when it is paused from midnight on", [pause("16T00:00", "17T09:00")], [16]],
    ["not the first when it began a minute after", [pause("16T00:01", "17T09:00")], []],
    ["the last when it is paused to its end", [pause("16T09:00", "18T00:00")], [17]],
    ["no weekend", [pause("20T09:00", "24T09:00")], [23]],
    ["none when it ends before it begins", [pause("19T09:00", "16T09:00")], []],
    ["each once", [pause("16T09:00", "19T09:00"), pause("17T09:00", "18T09:00")], [17, 18]],
    [
      "of pauses in any order",
      [pause("19T00:00", "20T09:00"), pause("16T09:00", "18T00:00")],
      [17, 19],
    ],
    ["of pauses that touch", [pause("17T12:00", "18T12:00"), pause("16T09:00", "17T12:00")], [17]],
    [
      "not of pauses that nearly touch",
      [pause("16T09:00", "17T12:00"), pause("17T12:01", "18T12:00")],
      [],
    ],
  ])("are %s", (_, pauses, expected) => {
    const days = pausedDays(pauses, chinaCalendar).map((day) => Number(dayText(day).slice(8)));
    expect(days).toEqual(expected);
  });

  it("are those of the calendar's zone", () => {
    const utc = inZone(chinaCalendar, "UTC");
    const night = { from: at("2026-11-16T16:00:00Z"), to: at("2026-11-17T16:00:00Z") };
    expect(pausedDays([night], chinaCalendar)).toHaveLength(1);
    expect(pausedDays([night], utc)).toHaveLength(0);
  });
});

describe("a paused deadline", () => {
  const from = local("16T10:00");
  const end = (rule: DeadlineRule, ...pauses: Pause[]) =>
    formatInstant(pausedDeadline(rule, from, pauses, chinaCalendar).at, "Asia/Shanghai");

  it("in business days leaves out the paused ones", () => {
    const rule: DeadlineRule = { count: "business_days", first: "next_day", days: 3 };
    expect(end(rule)).toBe("2026-11-19T23:59:59.999+08:00");
    expect(end(rule, pause("16T12:00", "18T12:00"))).toBe("2026-11-20T23:59:59.999+08:00");
    expect(end(rule, pause("16T12:00", "19T12:00"))).toBe("2026-11-23T23:59:59.999+08:00");
    // Past the end, and before the start, nothing stands still.
    expect(end(rule, pause("20T00:00", "27T00:00"))).toBe("2026-11-19T23:59:59.999+08:00");
    expect(end(rule, pause("10T00:00", "16T00:00"))).toBe("2026-11-19T23:59:59.999+08:00");
  });

  it("in calendar days goes on for as many days, and moves off days off and paused days", () => {
    const rule: DeadlineRule = {
      count: "calendar_days",
      first: "next_day",
      roll: "off_holiday",
      period: { months: 0, days: 3 },
    };
    expect(end(rule)).toBe("2026-11-19T23:59:59.999+08:00");
    expect(end(rule, pause("16T12:00", "18T12:00"))).toBe("2026-11-20T23:59:59.999+08:00");
    expect(end(rule, pause("18T12:00", "21T12:00"))).toBe("2026-11-23T23:59:59.999+08:00");
    expect(end(rule, pause("10T00:00", "17T00:00"))).toBe("2026-11-19T23:59:59.999+08:00");
    // Ends on Saturday, moves to Monday, which is paused: so is Tuesday.
    const five: DeadlineRule = { ...rule, period: { months: 0, days: 5 } };
    expect(end(five, pause("22T12:00", "25T12:00"))).toBe("2026-11-25T23:59:59.999+08:00");
    const none: DeadlineRule = { ...rule, period: { months: 0, days: 0 } };
    expect(end(none, pause("16T00:00", "18T00:00"))).toBe("2026-11-16T23:59:59.999+08:00");
  });

  it("in calendar days that do not move still leaves out the paused ones", () => {
    const rule: DeadlineRule = {
      count: "calendar_days",
      first: "next_day",
      roll: "none",
      period: { months: 0, days: 3 },
    };
    // Two paused days put the end from Thursday to Saturday.
    expect(end(rule, pause("16T12:00", "19T12:00"))).toBe("2026-11-21T23:59:59.999+08:00");
    // The paused days that the end is put to are left out as well.
    expect(end(rule, pause("19T00:00", "21T00:00"))).toBe("2026-11-21T23:59:59.999+08:00");
  });

  it("in seconds goes on for whole days", () => {
    const rule: DeadlineRule = { count: "seconds", seconds: 48 * 3600 };
    expect(end(rule)).toBe("2026-11-18T10:00:00.999+08:00");
    expect(end(rule, pause("16T12:00", "18T09:00"))).toBe("2026-11-19T10:00:00.999+08:00");
    // The day it is put to is paused too.
    expect(end(rule, pause("17T00:00", "20T00:00"))).toBe("2026-11-21T10:00:00.999+08:00");
    expect(end(rule, pause("18T00:00", "19T00:00"))).toBe("2026-11-19T10:00:00.999+08:00");
    expect(end(rule, pause("19T00:00", "20T00:00"))).toBe("2026-11-18T10:00:00.999+08:00");
    // The day of the event was not run yet when it was paused.
    expect(end(rule, pause("16T00:00", "17T00:00"))).toBe("2026-11-18T10:00:00.999+08:00");
  });

  it("in seconds counts a paused day from its first instant to its last", () => {
    const rule: DeadlineRule = { count: "seconds", seconds: 3600 };
    const day = pause("17T00:00", "18T00:00");
    const atMidnight = pausedDeadline(rule, local("17T00:00"), [day], chinaCalendar);
    expect(formatInstant(atMidnight.at, "Asia/Shanghai")).toBe("2026-11-18T01:00:00.999+08:00");
    const second = pausedDeadline(
      { count: "seconds", seconds: 0 },
      local("17T00:00") - 999,
      [day],
      chinaCalendar,
    );
    expect(formatInstant(second.at, "Asia/Shanghai")).toBe("2026-11-18T00:00:00+08:00");
  });

  const rule = fc.constantFrom<DeadlineRule>(
    { count: "seconds", seconds: 259_200 },
    { count: "business_days", first: "next_day", days: 7 },
    {
      count: "calendar_days",
      first: "next_day",
      roll: "off_holiday",
      period: { months: 0, days: 7 },
    },
    { count: "calendar_days", first: "same_day", roll: "none", period: { months: 1, days: 0 } },
  );
  const start = fc.integer({ min: 0, max: 30 * dayMs }).map((ms) => local("01T00:00") + ms);
  const pauses = fc.array(
    fc
      .tuple(start, fc.nat({ max: 9 * dayMs }))
      .map(([begin, ms]) => ({ from: begin, to: begin + ms })),
    { maxLength: 4 },
  );

  it("without pauses is the deadline", () => {
    fc.assert(
      fc.property(rule, start, (chosen, begin) => {
        expect(pausedDeadline(chosen, begin, [], chinaCalendar)).toEqual(
          deadline(chosen, begin, chinaCalendar),
        );
      }),
      runs,
    );
  });

  it("never comes earlier with one pause more", () => {
    fc.assert(
      fc.property(rule, start, pauses, start, (chosen, begin, some, more) => {
        const one = { from: more, to: more + 3 * dayMs };
        expect(
          pausedDeadline(chosen, begin, [...some, one], chinaCalendar).at,
        ).toBeGreaterThanOrEqual(pausedDeadline(chosen, begin, some, chinaCalendar).at);
      }),
      runs,
    );
  });

  it("in business days leaves as many days that ran as there were promised", () => {
    fc.assert(
      fc.property(start, pauses, fc.nat({ max: 9 }), (begin, some, days) => {
        const chosen: DeadlineRule = { count: "business_days", first: "next_day", days };
        const first = deadline({ ...chosen, days: 0 }, begin, chinaCalendar).day;
        const last = pausedDeadline(chosen, begin, some, chinaCalendar).day;
        const stood = pausedDays(some, chinaCalendar).filter((day) => day > first && day <= last);
        expect(businessDaysBetween(first, last, chinaCalendar) - stood.length).toBe(days);
      }),
      runs,
    );
  });
});
