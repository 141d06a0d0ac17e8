import type { Instant } from "../../core/index.ts";
import { timestamp } from "../../platform/index.ts";
import type { ReadTx, Tx } from "../../platform/index.ts";
import type { BacktestReport } from "../rules/backtest/report.ts";
import type { Window } from "./past.ts";

export interface BacktestRow {
  readonly backtest_id: string;
  readonly policy_id: string;
  readonly version: number;
  readonly hash: string;
  readonly replaces: readonly string[];
  readonly from_at: Instant | null;
  readonly to_at: Instant | null;
  readonly status: "queued" | "running" | "done" | "stopped" | "failed";
  readonly done: number;
  readonly total: number;
  readonly fault: string | null;
  readonly requested_at: Instant;
  readonly finished_at: Instant | null;
}

const columns = `backtest_id, policy_id, version, hash, replaces, from_at, to_at, status, done,
  total, fault, requested_at, finished_at`;

export interface NewBacktest {
  readonly backtestId: string;
  readonly policyId: string;
  readonly version: number;
  readonly hash: string;
  readonly replaces: readonly string[];
  readonly window: Window;
}

const timestampOrNull = (instant: Instant | null) => (instant === null ? null : timestamp(instant));

export async function insertBacktest(tx: Tx, backtest: NewBacktest): Promise<void> {
  const { backtestId, policyId, version, hash, replaces, window } = backtest;
  await tx.query(
    `insert into backtests (merchant_id, backtest_id, policy_id, version, hash, replaces, from_at,
        to_at, status, requested_by, requested_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, 'queued', $9, $10)`,
    [
      tx.merchantId,
      backtestId,
      policyId,
      version,
      hash,
      replaces,
      timestampOrNull(window.from),
      timestampOrNull(window.to),
      tx.actor.id,
      timestamp(tx.now),
    ],
  );
}

export async function selectBacktest(tx: ReadTx, backtestId: string) {
  const rows = await tx.query<BacktestRow & { readonly report: BacktestReport | null }>(
    `select ${columns}, report from backtests where merchant_id = $1 and backtest_id = $2`,
    [tx.merchantId, backtestId],
  );
  return rows[0] ?? null;
}

/** Of one version, older than `before`, the newest first. */
export const selectBacktests = (
  tx: ReadTx,
  place: { readonly policyId: string; readonly version: number },
  before: string | null,
  limit: number,
): Promise<BacktestRow[]> =>
  tx.query<BacktestRow>(
    `select ${columns} from backtests
      where merchant_id = $1 and policy_id = $2 and version = $3
        and ($4::uuid is null or backtest_id < $4)
      order by backtest_id desc limit $5`,
    [tx.merchantId, place.policyId, place.version, before, limit],
  );

/** Notes how far it is; false where somebody has stopped it. */
export async function moveOn(tx: Tx, backtestId: string, done: number, total: number) {
  const rows = await tx.query(
    `update backtests set status = 'running', done = $3, total = $4
      where merchant_id = $1 and backtest_id = $2 and status in ('queued', 'running')
      returning backtest_id`,
    [tx.merchantId, backtestId, done, total],
  );
  return rows.length > 0;
}

/** How a back-test that waits or runs has ended; one that has ended stays as it is. */
export async function endBacktest(
  tx: Tx,
  backtestId: string,
  end:
    | { readonly status: "done"; readonly report: BacktestReport }
    | { readonly status: "failed"; readonly fault: string }
    | { readonly status: "stopped" },
): Promise<void> {
  const report = end.status === "done" ? JSON.stringify(end.report) : null;
  const fault = end.status === "failed" ? end.fault : null;
  const decisions = end.status === "done" ? end.report.decisions : null;
  await tx.query(
    `update backtests set status = $3, report = $4, fault = $5, finished_at = $6,
        done = coalesce($7, done), total = coalesce($7, total)
      where merchant_id = $1 and backtest_id = $2 and status in ('queued', 'running')`,
    [tx.merchantId, backtestId, end.status, report, fault, timestamp(tx.now), decisions],
  );
}
