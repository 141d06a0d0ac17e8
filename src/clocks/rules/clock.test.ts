import { describe, expect, it } from "vitest";
import { calendarOf } from "../../core/index.ts";
import {
  canPause,
  clockTransitions,
  commandAt,
  dueOf,
  isPaused,
  nextClockStatus,
  pausedAt,
  recomputed,
  resumedAt,
} from "./clock.ts";
import type { ClockState, ClockStatus } from "./clock.ts";

const at = (text: string): number => Date.parse(text);
const now = at("2026-01-05T10:00:00+08:00");
const clock = (more: Partial<ClockState> = {}): ClockState => ({
  status: "running",
  within: "3bd",
  holder: "merchant-duty",
  voluntary: true,
  startedAt: now,
  pauses: [],
  ...more,
});

const calendar = calendarOf({ zone: "Asia/Shanghai", calendar: null });

describe("a clock's life", () => {
  it("reaches every state from running, and leaves none of the others", () => {
    const seen = new Set<ClockStatus>(["running"]);
    for (const status of seen) {
      for (const next of Object.values(clockTransitions[status])) seen.add(next);
    }
    expect([...seen].sort()).toEqual(Object.keys(clockTransitions).sort());
    for (const status of ["kept", "broken", "lapsed", "cancelled"] as const) {
      expect(nextClockStatus(status, "KeepDeadline")).toBeNull();
    }
  });

  it("is kept at the last millisecond; one later a promise is broken, a time has lapsed", () => {
    const after = (holder: ClockState["holder"], end: number) =>
      nextClockStatus("running", commandAt({ holder }, end, 1000));
    expect(after("merchant-duty", 1000)).toBe("kept");
    expect(after("merchant-duty", 1001)).toBe("broken");
    expect(after("customer-right", 1000)).toBe("kept");
    expect(after("customer-right", 1001)).toBe("lapsed");
  });
});

describe("the deadline of a clock", () => {
  it("is the end of its last day", () => {
    expect(dueOf(clock(), now, calendar).at).toBe(at("2026-01-08T23:59:59.999+08:00"));
  });

  it("stands still while the customer owes what was asked, if it was promised freely", () => {
    const pauses = [{ from: at("2026-01-06T00:00:00+08:00"), to: at("2026-01-08T00:00:00+08:00") }];
    const freely = dueOf(clock({ pauses }), now, calendar).at;
    expect(freely).toBe(at("2026-01-12T23:59:59.999+08:00"));
    const byLaw = dueOf(clock({ pauses, voluntary: false }), now, calendar).at;
    expect(byLaw).toBe(at("2026-01-08T23:59:59.999+08:00"));
  });

  it("moves by whole business days while an answer is still owed", () => {
    const asked = clock({ pauses: pausedAt(clock(), now) });
    const due = (later: string) => dueOf(asked, at(later), calendar).at;
    expect(due("2026-01-06T23:00:00+08:00")).toBe(at("2026-01-08T23:59:59.999+08:00"));
    expect(due("2026-01-07T00:00:00+08:00")).toBe(at("2026-01-09T23:59:59.999+08:00"));
    expect(due("2026-01-08T00:00:00+08:00")).toBe(at("2026-01-12T23:59:59.999+08:00"));
  });

  it("keeps the earlier day of a duty and the later one of a right", () => {
    const shown = { at: at("2026-01-06T23:59:59.999+08:00"), day: 0, provisional: true };
    expect(recomputed(clock(), shown, now, calendar).at).toBe(shown.at);
    const right = clock({ holder: "customer-right" });
    const later = dueOf(right, now, calendar).at;
    expect(recomputed(right, shown, now, calendar)).toMatchObject({
      at: later,
      provisional: false,
    });
  });

  it("is refused of a period that is none", () => {
    const soon = clock({ within: "soon" });
    expect(() => dueOf(soon, now, calendar)).toThrow("`soon` is no period");
  });
});

describe("a pause", () => {
  it("is one, however often the customer is asked before the answer", () => {
    const once = clock({ pauses: pausedAt(clock(), now) });
    expect(isPaused(once)).toBe(true);
    expect(pausedAt(once, now + 5)).toEqual([{ from: now, to: null }]);
    const answered = clock({ pauses: resumedAt(once, now + 9) });
    expect(isPaused(answered)).toBe(false);
    expect(pausedAt(answered, now + 20)).toEqual([
      { from: now, to: now + 9 },
      { from: now + 20, to: null },
    ]);
    expect(resumedAt(once, now - 1)).toEqual([{ from: now, to: now }]);
  });

  it("stops neither the law's clocks, nor the customer's own, nor one that has ended", () => {
    expect(canPause(clock())).toBe(true);
    expect(canPause(clock({ voluntary: false }))).toBe(false);
    expect(canPause(clock({ holder: "customer-right" }))).toBe(false);
    expect(canPause(clock({ status: "kept" }))).toBe(false);
  });
});
