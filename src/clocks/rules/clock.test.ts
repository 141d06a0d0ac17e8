import { describe, expect, it } from "vitest";
import { chinaCalendar } from "../../core/index.ts";
import { clockTransitions, dueOf, endedAs, recomputed } from "./clock.ts";
import type { RunningClock } from "./clock.ts";

const at = (text: string): number => Date.parse(text);
const clock = (more: Partial<RunningClock> = {}): RunningClock => ({
  within: "3bd",
  holder: "merchant-duty",
  voluntary: true,
  startedAt: at("2026-01-05T10:00:00+08:00"),
  pauses: [],
  ...more,
});

describe("a clock", () => {
  it("is due at the end of its last day", () => {
    expect(dueOf(clock(), chinaCalendar).at).toBe(at("2026-01-08T23:59:59.999+08:00"));
  });

  it("stands still while the customer owes what was asked, if it was promised freely", () => {
    const pauses = [{ from: at("2026-01-06T00:00:00+08:00"), to: at("2026-01-08T00:00:00+08:00") }];
    const freely = dueOf(clock({ pauses }), chinaCalendar).at;
    expect(freely).toBe(at("2026-01-12T23:59:59.999+08:00"));
    const byLaw = dueOf(clock({ pauses, voluntary: false }), chinaCalendar).at;
    expect(byLaw).toBe(at("2026-01-08T23:59:59.999+08:00"));
  });

  it("is kept at the last millisecond and broken one later", () => {
    expect(endedAs(1000, 1000)).toBe("kept");
    expect(endedAs(1001, 1000)).toBe("broken");
  });

  it("keeps the earlier day of a duty and the later one of a right", () => {
    const day = (text: string) => ({ at: at(text), day: 0, provisional: true });
    const shown = day("2026-01-06T23:59:59.999+08:00");
    expect(recomputed(clock(), shown, chinaCalendar).at).toBe(shown.at);
    const right = clock({ holder: "customer-right" });
    expect(recomputed(right, shown, chinaCalendar).at).toBe(dueOf(right, chinaCalendar).at);
  });

  it("refuses a period that is none, and never runs again once it has ended", () => {
    expect(() => dueOf(clock({ within: "soon" }), chinaCalendar)).toThrow("`soon` is no period");
    const { running, ...ended } = clockTransitions;
    expect(Object.values(running).sort()).toEqual(Object.keys(ended).sort());
    expect(Object.values(ended)).toEqual([{}, {}, {}]);
  });
});
