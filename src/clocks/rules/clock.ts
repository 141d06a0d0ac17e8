import { effectiveDeadline, pausedDeadline } from "../../core/index.ts";
import type { CalendarData, Deadline, Instant, Pause } from "../../core/index.ts";
import { ruleOf } from "./within.ts";

/** running → kept | broken | cancelled; a clock that has ended never runs again. */
export type ClockStatus = "running" | "kept" | "broken" | "cancelled";

export const clockTransitions = {
  running: { StopClock: "kept", MissDeadline: "broken", CancelClock: "cancelled" },
  kept: {},
  broken: {},
  cancelled: {},
} as const satisfies Readonly<Record<ClockStatus, Readonly<Record<string, ClockStatus>>>>;

export interface RunningClock {
  readonly within: string;
  readonly holder: "merchant-duty" | "customer-right";
  readonly voluntary: boolean;
  readonly startedAt: Instant;
  readonly pauses: readonly Pause[];
}

/** Statutory clocks never pause, whatever was noted. Throws where `within` is no period. */
export function dueOf(clock: RunningClock, data: CalendarData): Deadline {
  const rule = ruleOf(clock.within);
  if (rule === null) throw new Error(`\`${clock.within}\` is no period such as 3bd, 7d or 72h`);
  return pausedDeadline(rule, clock.startedAt, clock.voluntary ? clock.pauses : [], data);
}

/** What a clock shows once new calendar data are here: never worse for the customer. */
export function recomputed(clock: RunningClock, shown: Deadline, data: CalendarData): Deadline {
  return effectiveDeadline(shown, dueOf(clock, data), clock.holder);
}

/** In time is at the last millisecond too. */
export const endedAs = (stoppedAt: Instant, dueAt: Instant): "kept" | "broken" =>
  stoppedAt <= dueAt ? "kept" : "broken";
