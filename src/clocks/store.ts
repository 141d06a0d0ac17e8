import type { Instant, Pause } from "../core/index.ts";
import { timestamp } from "../platform/index.ts";
import type { ReadTx, Tx } from "../platform/index.ts";
import type { ClockStatus } from "./rules/clock.ts";

export interface PromiseRow {
  readonly claim_kind: string;
  readonly clock: string;
  readonly source: string;
  readonly within: string;
  readonly holder: "merchant-duty" | "customer-right";
  readonly voluntary: boolean;
}

const promisesStatement = {
  name: "clocks_promises",
  text: `select claim_kind, clock, source, within, holder, voluntary from clock_promises
    where merchant_id = $1 and claim_kind = $2 and clock = any($3)`,
};

export const selectPromises = (tx: ReadTx, claimKind: string, clocks: readonly string[]) =>
  tx.query<PromiseRow>(promisesStatement, [tx.merchantId, claimKind, clocks]);

export async function insertPromises(tx: Tx, rows: readonly PromiseRow[]) {
  await tx.query(
    `insert into clock_promises (merchant_id, claim_kind, clock, source, within, holder, voluntary)
    select $1, t.* from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
      $7::boolean[]) as t
    on conflict do nothing`,
    [
      tx.merchantId,
      rows.map((row) => row.claim_kind),
      rows.map((row) => row.clock),
      rows.map((row) => row.source),
      rows.map((row) => row.within),
      rows.map((row) => row.holder),
      rows.map((row) => row.voluntary),
    ],
  );
}

export interface NewClock extends Omit<PromiseRow, "claim_kind"> {
  readonly clockId: string;
  readonly subjectId: string;
  readonly zone: string;
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  readonly provisional: boolean;
  readonly calendar: string;
}

const insertStatement = {
  name: "clocks_insert",
  text: `insert into clocks (merchant_id, status, clock_id, subject_id, clock, source, within,
      holder, voluntary, zone, started_at, due_at, provisional, calendar)
    select $1, 'running', t.* from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[],
      $6::text[], $7::text[], $8::boolean[], $9::text[], $10::timestamptz[], $11::timestamptz[],
      $12::boolean[], $13::text[]) as t`,
};

export async function insertClocks(tx: Tx, clocks: readonly NewClock[]) {
  if (clocks.length === 0) return;
  await tx.query(insertStatement, [
    tx.merchantId,
    clocks.map(({ clockId }) => clockId),
    clocks.map(({ subjectId }) => subjectId),
    clocks.map(({ clock }) => clock),
    clocks.map(({ source }) => source),
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

const stopStatement = {
  name: "clocks_stop",
  text: `update clocks set stopped_at = $4,
      status = case when $4 <= due_at then 'kept' else 'broken' end
    where merchant_id = $1 and subject_id = $2 and clock = any($3) and status = 'running'`,
};

/** Ends the running clocks of a subject: kept up to the last millisecond, broken after it. */
export async function stopClocks(
  tx: Tx,
  subjectId: string,
  clocks: readonly string[],
  at: Instant,
): Promise<void> {
  await tx.query(stopStatement, [tx.merchantId, subjectId, clocks, timestamp(at)]);
}

const cancelStatement = {
  name: "clocks_cancel",
  text: `update clocks set status = 'cancelled', stopped_at = $3
    where merchant_id = $1 and subject_id = $2 and status = 'running'`,
};

/** For what has lost its object: a claim that was withdrawn. */
export async function cancelClocks(tx: Tx, subjectId: string): Promise<void> {
  await tx.query(cancelStatement, [tx.merchantId, subjectId, timestamp(tx.now)]);
}

const breakStatement = {
  name: "clocks_break",
  text: `update clocks set status = 'broken', stopped_at = due_at
    where merchant_id = $1 and status = 'running' and due_at < $2
    returning clock_id, subject_id, clock`,
};

export interface BrokenClock {
  readonly clock_id: string;
  readonly subject_id: string;
  readonly clock: string;
}

/** Clocks that ran out are broken at their own deadline, whenever it is noticed. */
export const breakOverdue = (tx: Tx): Promise<BrokenClock[]> =>
  tx.query<BrokenClock>(breakStatement, [tx.merchantId, timestamp(tx.now)]);

export interface ClockRow {
  readonly clock_id: string;
  readonly clock: string;
  readonly source: string;
  readonly within: string;
  readonly holder: "merchant-duty" | "customer-right";
  readonly voluntary: boolean;
  readonly zone: string;
  readonly started_at: Instant;
  readonly due_at: Instant;
  readonly provisional: boolean;
  readonly calendar: string;
  readonly pauses: readonly Pause[];
  readonly status: ClockStatus;
  readonly stopped_at: Instant | null;
}

const columns = `clock_id, clock, source, within, holder, voluntary, zone, started_at, due_at,
  provisional, calendar, pauses, status, stopped_at`;

const selectStatement = {
  name: "clocks_of_subject",
  text: `select ${columns} from clocks where merchant_id = $1 and subject_id = $2 order by due_at`,
};

export const selectClocks = (tx: ReadTx, subjectId: string): Promise<ClockRow[]> =>
  tx.query<ClockRow>(selectStatement, [tx.merchantId, subjectId]);
