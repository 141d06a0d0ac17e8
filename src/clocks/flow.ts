import { calendarVersions } from "../core/index.ts";
import type { Instant } from "../core/index.ts";
import type { ReadTx, Tx } from "../platform/index.ts";
import {
  canPause,
  commandAt,
  dueOf,
  isPaused,
  nextClockStatus,
  pausedAt,
  recomputed,
  resumedAt,
} from "./rules/clock.ts";
import type { Asking, ClockCommand, ClockName, ClockState, ClockStatus } from "./rules/clock.ts";
import { calendarOfClock, startClocks } from "./start.ts";
import type { ClockStart } from "./start.ts";
import {
  changeClocks,
  lockOutdated,
  lockOverdue,
  lockRunning,
  selectClocks as selectRows,
} from "./store.ts";
import type { ClockChange, ClockRow } from "./store.ts";

const stateOf = (row: ClockRow): ClockState => ({ ...row, startedAt: row.started_at });

/** What was shown holds, except where a pause has moved it. */
function dueAfter(row: ClockRow, pauses: readonly Asking[], now: Instant) {
  if (pauses.length === 0) return { at: row.due_at, provisional: row.provisional };
  return dueOf({ ...stateOf(row), pauses }, now, calendarOfClock(row));
}

function changed(
  row: ClockRow,
  more: Partial<Pick<ClockChange, "status" | "stoppedAt" | "pauses">>,
  due: { readonly at: Instant; readonly provisional: boolean },
): ClockChange {
  const pauses = more.pauses ?? row.pauses;
  return {
    clockId: row.clock_id,
    status: more.status ?? row.status,
    dueAt: due.at,
    provisional: due.provisional,
    calendar: row.calendar,
    pauses,
    unpausedDueAt: pauses.length === 0 ? null : (row.unpaused_due_at ?? row.due_at),
    stoppedAt: more.stoppedAt ?? row.stopped_at,
  };
}

function after({ status }: ClockRow, command: ClockCommand): ClockStatus {
  const next = nextClockStatus(status, command);
  if (next === null) throw new Error(`a clock that is ${status} cannot take ${command}`);
  return next;
}

/** A pause that is still open ends with the clock. */
function ended(row: ClockRow, at: Instant): ClockChange {
  const pauses = resumedAt(row, at);
  const due = dueAfter(row, pauses, at);
  const status = after(row, commandAt(row, at, due.at));
  return changed(row, { status, stoppedAt: at, pauses }, due);
}

/** Ends the running clocks of a subject: kept up to the last millisecond, broken after it. */
export async function stopClocks(
  tx: Tx,
  subjectId: string,
  clocks: readonly ClockName[],
  at: Instant,
): Promise<void> {
  const rows = await lockRunning(tx, [subjectId]);
  const theirs = rows.filter(({ clock }) => clocks.includes(clock));
  await changeClocks(
    tx,
    theirs.map((row) => ended(row, at)),
  );
}

/** For what has lost its object: a claim that was withdrawn. */
export async function cancelClocks(tx: Tx, subjectId: string): Promise<void> {
  const rows = await lockRunning(tx, [subjectId]);
  const changes = rows.map((row) => {
    const pauses = resumedAt(row, tx.now);
    const status = after(row, "CancelClock");
    return changed(row, { status, stoppedAt: tx.now, pauses }, dueAfter(row, pauses, tx.now));
  });
  await changeClocks(tx, changes);
}

/**
 * The customer owes something from now on: the customer's time starts, and what the merchant
 * promised freely stands still. What a law demands runs on.
 */
export async function askCustomer(
  tx: Tx,
  ask: Omit<ClockStart, "clocks" | "moments">,
): Promise<void> {
  const moments = { "claim.asked_at": tx.now };
  await startClocks(tx, { ...ask, clocks: ["supplement"], moments });
  const rows = await lockRunning(tx, [ask.subjectId]);
  const changes = rows
    .filter((row) => canPause(stateOf(row)) && !isPaused(row))
    .map((row) => {
      const pauses = pausedAt(stateOf(row), tx.now);
      return changed(row, { pauses }, dueAfter(row, pauses, tx.now));
    });
  await changeClocks(tx, changes);
}

/**
 * The customer owes nothing any more. The merchant's promises run again from then on, or from the
 * end of the customer's time where the answer came after it.
 */
export async function customerAnswered(tx: Tx, subjectId: string): Promise<void> {
  const rows = await lockRunning(tx, [subjectId]);
  const theirs = rows.filter(({ holder }) => holder === "customer-right");
  const until = Math.min(tx.now, ...theirs.map(overAt));
  const changes = [...theirs.map((row) => ended(row, tx.now)), ...resumed(rows, until)];
  await changeClocks(tx, changes);
}

/** The last millisecond of the customer's time is the customer's. */
const overAt = ({ due_at }: ClockRow): Instant => due_at + 1;

const resumed = (rows: readonly ClockRow[], at: Instant): ClockChange[] =>
  rows.filter(isPaused).map((row) => {
    const pauses = resumedAt(row, at);
    return changed(row, { pauses }, dueAfter(row, pauses, at));
  });

/** What ran out without anybody stopping it ended at its own deadline, whenever it is noticed. */
export async function endOverdue(tx: Tx): Promise<void> {
  await lapseOverdue(tx);
  const rows = await lockOverdue(tx, "merchant-duty");
  const changes = rows.map((row) => {
    const due = dueAfter(row, row.pauses, tx.now);
    // The customer still owes an answer, and by that the deadline has moved on.
    if (due.at >= tx.now) return changed(row, {}, due);
    announce(tx, "ClockBroken", row);
    const status = after(row, "MissDeadline");
    return changed(row, { status, stoppedAt: due.at, pauses: resumedAt(row, due.at) }, due);
  });
  await changeClocks(tx, changes);
}

/** A customer's time that is over breaks nobody's promise; the merchant's own runs again. */
async function lapseOverdue(tx: Tx): Promise<void> {
  const lapsed = await lockOverdue(tx, "customer-right");
  if (lapsed.length === 0) return;
  const changes = lapsed.map((row) => {
    announce(tx, "ClockLapsed", row);
    const end = { status: after(row, "LapseTime"), stoppedAt: row.due_at };
    return changed(row, end, { at: row.due_at, provisional: row.provisional });
  });
  const endOf = new Map(lapsed.map((row) => [row.subject_id, overAt(row)]));
  const rows = await lockRunning(tx, [...endOf.keys()]);
  const running = rows.flatMap((row) => resumed([row], endOf.get(row.subject_id) ?? tx.now));
  await changeClocks(tx, [...changes, ...running]);
}

function announce(tx: Tx, type: "ClockBroken" | "ClockLapsed", row: ClockRow): void {
  const { clock_id: clockId, subject_id: subject, clock } = row;
  tx.emit({ type, subject, payload: { clockId, clock } });
}

/** Deadlines beyond the last published year are reckoned anew once the calendar has changed. */
export async function recomputeProvisional(tx: Tx): Promise<void> {
  const rows = await lockOutdated(tx, calendarVersions);
  const changes = rows.map((row) => {
    const shown = { at: row.due_at, day: 0, provisional: row.provisional };
    const calendar = calendarOfClock(row);
    const due = recomputed(stateOf(row), shown, tx.now, calendar);
    return { ...changed(row, {}, due), calendar: calendar.version };
  });
  await changeClocks(tx, changes);
}

/** All clocks of a subject, the next to run out first; one that stands still shows where it is. */
export async function selectClocks(tx: ReadTx, subjectId: string): Promise<ClockRow[]> {
  const rows = await selectRows(tx, subjectId);
  const shown = rows.map((row) => {
    if (row.status !== "running" || !isPaused(row)) return row;
    const { at, provisional } = dueAfter(row, row.pauses, tx.now);
    return { ...row, due_at: at, provisional };
  });
  return shown.toSorted((one, other) => one.due_at - other.due_at);
}
