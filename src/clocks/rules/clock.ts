import { effectiveDeadline, parseWithin, pausedDeadline } from "../../core/index.ts";
import type { CalendarData, Deadline, Instant, Pause } from "../../core/index.ts";

/** What a clock runs towards: an answer, the money, or what the customer was asked for. */
export type ClockName = "decision" | "payment" | "supplement";

/** A merchant's clock is kept or broken; a customer's time is kept or lapses. */
export type ClockStatus = "running" | "kept" | "broken" | "lapsed" | "cancelled";

export type ClockCommand = "KeepDeadline" | "MissDeadline" | "LapseTime" | "CancelClock";

type Transitions = Readonly<
  Record<ClockStatus, Readonly<Partial<Record<ClockCommand, ClockStatus>>>>
>;

/** A clock that has ended never runs again. */
export const clockTransitions: Transitions = {
  running: {
    KeepDeadline: "kept",
    MissDeadline: "broken",
    LapseTime: "lapsed",
    CancelClock: "cancelled",
  },
  kept: {},
  broken: {},
  lapsed: {},
  cancelled: {},
};

/** The state after the command; null where the clock has ended already. */
export function nextClockStatus(status: ClockStatus, command: ClockCommand): ClockStatus | null {
  return clockTransitions[status][command] ?? null;
}

/** The customer owes what was asked; `to` is null while that lasts. */
export interface Asking {
  readonly from: Instant;
  readonly to: Instant | null;
}

export interface ClockState {
  readonly status: ClockStatus;
  /** Such as `3bd`, `7d` or `72h`. */
  readonly within: string;
  readonly holder: "merchant-duty" | "customer-right";
  readonly voluntary: boolean;
  readonly startedAt: Instant;
  readonly pauses: readonly Asking[];
}

/**
 * When the clock runs out, as far as is known at `now`: whoever still owes an answer has owed it
 * until now. Statutory clocks never pause, whatever was noted. Throws where `within` is no period.
 */
export function dueOf(clock: ClockState, now: Instant, data: CalendarData): Deadline {
  const rule = parseWithin(clock.within);
  if (rule === null) throw new Error(`\`${clock.within}\` is no period such as 3bd, 7d or 72h`);
  const pauses = clock.pauses.map(({ from, to }): Pause => ({ from, to: to ?? now }));
  return pausedDeadline(rule, clock.startedAt, clock.voluntary ? pauses : [], data);
}

/** Only what the merchant promised freely stands still while the customer is asked. */
export const canPause = ({ status, holder, voluntary }: ClockState): boolean =>
  status === "running" && voluntary && holder === "merchant-duty";

export const isPaused = ({ pauses }: Pick<ClockState, "pauses">): boolean =>
  pauses.at(-1)?.to === null;

/** Asked twice without an answer is one time of waiting. */
export function pausedAt(clock: ClockState, from: Instant): readonly Asking[] {
  return isPaused(clock) ? clock.pauses : [...clock.pauses, { from, to: null }];
}

/** An answer that came before the question was noted ends a pause of no length. */
export function resumedAt({ pauses }: Pick<ClockState, "pauses">, at: Instant): readonly Asking[] {
  return pauses.map(({ from, to }) => ({ from, to: to ?? Math.max(from, at) }));
}

/** What the end of a clock means. In time is at the last millisecond too. */
export function commandAt(
  { holder }: Pick<ClockState, "holder">,
  at: Instant,
  dueAt: Instant,
): ClockCommand {
  if (at <= dueAt) return "KeepDeadline";
  return holder === "merchant-duty" ? "MissDeadline" : "LapseTime";
}

/** What a clock shows once new calendar data are here: never worse for the customer. */
export function recomputed(
  clock: ClockState,
  shown: Deadline,
  now: Instant,
  data: CalendarData,
): Deadline {
  return effectiveDeadline(shown, dueOf(clock, now, data), clock.holder);
}
