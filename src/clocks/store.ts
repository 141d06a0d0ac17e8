import type { Instant } from "../core/index.ts";
import { timestamp } from "../platform/index.ts";
import type { ReadTx, Tx } from "../platform/index.ts";
import type { Asking, ClockName, ClockStatus } from "./rules/clock.ts";

type Holder = "merchant-duty" | "customer-right";

export interface NewClock {
  readonly clockId: string;
  readonly subjectId: string;
  readonly clock: ClockName;
  /** The document that states it, such as `order-refund@2`, and its name there. */
  readonly source: string;
  readonly deadline: string;
  readonly within: string;
  readonly holder: Holder;
  readonly voluntary: boolean;
  readonly zone: string;
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  readonly provisional: boolean;
  readonly calendar: string;
}

const insertStatement = {
  name: "clocks_insert",
  text: `insert into clocks (merchant_id, status, clock_id, subject_id, clock, source, deadline,
      within, holder, voluntary, zone, started_at, due_at, provisional, calendar)
    select $1, 'running', t.* from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[],
      $6::text[], $7::text[], $8::text[], $9::boolean[], $10::text[], $11::timestamptz[],
      $12::timestamptz[], $13::boolean[], $14::text[]) as t`,
};

export async function insertClocks(tx: Tx, clocks: readonly NewClock[]) {
  if (clocks.length === 0) return;
  await tx.query(insertStatement, [
    tx.merchantId,
    clocks.map(({ clockId }) => clockId),
    clocks.map(({ subjectId }) => subjectId),
    clocks.map(({ clock }) => clock),
    clocks.map(({ source }) => source),
    clocks.map(({ deadline }) => deadline),
    clocks.map(({ within }) => within),
    clocks.map(({ holder }) => holder),
    clocks.map(({ voluntary }) => voluntary),
    clocks.map(({ zone }) => zone),
    clocks.map(({ startedAt }) => timestamp(startedAt)),
    clocks.map(({ dueAt }) => timestamp(dueAt)),
    clocks.map(({ provisional }) => provisional),
    clocks.map(({ calendar }) => calendar),
  ]);
}

export interface ClockChange {
  readonly clockId: string;
  readonly status: ClockStatus;
  readonly dueAt: Instant;
  readonly provisional: boolean;
  readonly calendar: string;
  readonly pauses: readonly Asking[];
  readonly unpausedDueAt: Instant | null;
  readonly stoppedAt: Instant | null;
}

const changeStatement = {
  name: "clocks_change",
  text: `update clocks set status = t.status, due_at = t.due_at, provisional = t.provisional,
      calendar = t.calendar, pauses = t.pauses, unpaused_due_at = t.unpaused_due_at,
      stopped_at = t.stopped_at
    from unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::boolean[], $6::text[], $7::jsonb[],
      $8::timestamptz[], $9::timestamptz[]) as t (clock_id, status, due_at, provisional, calendar,
      pauses, unpaused_due_at, stopped_at)
    where clocks.merchant_id = $1 and clocks.clock_id = t.clock_id`,
};

/** Writes what became of clocks that the caller has locked. */
export async function changeClocks(tx: Tx, changes: readonly ClockChange[]): Promise<void> {
  if (changes.length === 0) return;
  await tx.query(changeStatement, [
    tx.merchantId,
    changes.map(({ clockId }) => clockId),
    changes.map(({ status }) => status),
    changes.map(({ dueAt }) => timestamp(dueAt)),
    changes.map(({ provisional }) => provisional),
    changes.map(({ calendar }) => calendar),
    changes.map(({ pauses }) => JSON.stringify(pauses)),
    changes.map(({ unpausedDueAt: at }) => (at === null ? null : timestamp(at))),
    changes.map(({ stoppedAt: at }) => (at === null ? null : timestamp(at))),
  ]);
}

export interface ClockRow {
  readonly clock_id: string;
  readonly subject_id: string;
  readonly clock: ClockName;
  readonly source: string;
  readonly deadline: string;
  readonly within: string;
  readonly holder: Holder;
  readonly voluntary: boolean;
  readonly zone: string;
  readonly started_at: Instant;
  readonly due_at: Instant;
  readonly provisional: boolean;
  readonly calendar: string;
  readonly pauses: readonly Asking[];
  /** Where the deadline would be without pauses; null while none has been. */
  readonly unpaused_due_at: Instant | null;
  readonly status: ClockStatus;
  readonly stopped_at: Instant | null;
}

const columns = `clock_id, subject_id, clock, source, deadline, within, holder, voluntary, zone,
  started_at, due_at, provisional, calendar, pauses, unpaused_due_at, status, stopped_at`;

const lockStatement = {
  name: "clocks_lock_running",
  text: `select ${columns} from clocks
    where merchant_id = $1 and subject_id = any($2) and status = 'running'
    order by clock_id for update`,
};

export const lockRunning = (tx: Tx, subjectIds: readonly string[]): Promise<ClockRow[]> =>
  tx.query<ClockRow>(lockStatement, [tx.merchantId, subjectIds]);

const overdueStatement = {
  name: "clocks_lock_overdue",
  text: `select ${columns} from clocks
    where merchant_id = $1 and status = 'running' and holder = $2 and due_at < $3
    order by clock_id for update`,
};

export const lockOverdue = (tx: Tx, holder: Holder): Promise<ClockRow[]> =>
  tx.query<ClockRow>(overdueStatement, [tx.merchantId, holder, timestamp(tx.now)]);

const outdatedStatement = {
  name: "clocks_lock_outdated",
  text: `select ${columns} from clocks
    where merchant_id = $1 and status = 'running' and provisional and calendar <> all ($2::text[])
    order by clock_id for update`,
};

/** Provisional ones that no version in force reckoned. */
export const lockOutdated = (tx: Tx, versions: readonly string[]): Promise<ClockRow[]> =>
  tx.query<ClockRow>(outdatedStatement, [tx.merchantId, versions]);

const selectStatement = {
  name: "clocks_of_subject",
  text: `select ${columns} from clocks where merchant_id = $1 and subject_id = $2
    order by due_at, clock_id`,
};

export const selectClocks = (tx: ReadTx, subjectId: string): Promise<ClockRow[]> =>
  tx.query<ClockRow>(selectStatement, [tx.merchantId, subjectId]);
