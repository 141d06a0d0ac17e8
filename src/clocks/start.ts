import { calendarAfter, calendarOf, inZone } from "../core/index.ts";
import type { CalendarChoice, CalendarData, Instant } from "../core/index.ts";
import type { DeadlineFrom, DeadlineTo } from "../contract/index.ts";
import type { Tx } from "../platform/index.ts";
import type { BoundDeadline } from "../promises/index.ts";
import { dueOf } from "./rules/clock.ts";
import type { ClockName } from "./rules/clock.ts";
import { insertClocks } from "./store.ts";
import type { NewClock } from "./store.ts";

/** Which clock a deadline is, by the moment that ends it. */
const clockOfEnd: Readonly<Record<DeadlineTo, ClockName>> = {
  "claim.decided_at": "decision",
  "return.arranged_at": "decision",
  "claim.supplemented_at": "supplement",
  "refund.paid_at": "payment",
};

export type Moments = Readonly<Partial<Record<DeadlineFrom, Instant>>>;

export interface ClockStart {
  readonly subjectId: string;
  /** What the policies and floors that bind it state. */
  readonly deadlines: readonly BoundDeadline[];
  readonly clocks: readonly ClockName[];
  /** What has happened, and when; a deadline that counts from anything else does not start. */
  readonly moments: Moments;
  /** Whose days off count, and where days end: of the order that they were promised with. */
  readonly days: CalendarChoice;
}

/** Starts a clock for each deadline side by side; the earliest is the one that counts. */
export async function startClocks(tx: Tx, start: ClockStart): Promise<void> {
  const { deadlines, clocks, moments } = start;
  const begun = deadlines.flatMap((deadline) => {
    const startedAt = moments[deadline.from];
    const named = clocks.includes(clockOfEnd[deadline.to]);
    return named && startedAt !== undefined ? [newClock(tx, start, deadline, startedAt)] : [];
  });
  await insertClocks(tx, begun);
}

function newClock(
  tx: Tx,
  { subjectId, days }: ClockStart,
  { name, source, within, duty, statutory, to }: BoundDeadline,
  startedAt: Instant,
): NewClock {
  const holder = duty === "customer" ? "customer-right" : "merchant-duty";
  const state = { status: "running", within, holder, voluntary: !statutory, startedAt } as const;
  const calendar = calendarOf(days);
  const due = dueOf({ ...state, pauses: [] }, tx.now, calendar);
  return {
    ...state,
    clockId: tx.newId(),
    subjectId,
    clock: clockOfEnd[to],
    source,
    deadline: name,
    zone: days.zone,
    dueAt: due.at,
    provisional: due.provisional,
    calendar: calendar.version,
  };
}

/** The calendar that a clock was started by, as it is known today. */
export function calendarOfClock({ calendar, zone }: Pick<NewClock, "calendar" | "zone">) {
  const data: CalendarData | null = calendarAfter(calendar);
  if (data === null) throw new Error(`no calendar goes on from \`${calendar}\``);
  return inZone(data, zone);
}
