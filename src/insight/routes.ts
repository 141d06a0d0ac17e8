import { insightRoutes, isRefusal, refuse } from "../contract/index.ts";
import type { Refusal, WireBacktest, WireBacktestSummary } from "../contract/index.ts";
import { pageHtml } from "../core/index.ts";
import { implement, pageById, readTransaction, transact, viewPage } from "../platform/index.ts";
import type { Implementation, Platform, ReadTx } from "../platform/index.ts";
import { askBacktest } from "./backtest/stored.ts";
import { runFairness } from "./fairness/run.ts";
import { feeOf } from "./fee/answer.ts";
import { endBacktest, selectBacktest, selectBacktests } from "./store/backtests.ts";
import type { BacktestRow } from "./store/backtests.ts";
import { backtestData } from "./view/backtest-data.ts";
import { backtestPage } from "./view/backtest-page.ts";
import { fairnessData } from "./view/fairness-data.ts";
import { fairnessPage } from "./view/fairness-page.ts";
import { feeData } from "./view/fee-data.ts";
import { feePage } from "./view/fee-page.ts";
import { windowOf } from "./wire-window.ts";

export function insightApi(platform: Platform): Implementation[] {
  return [
    ...backtestApi(platform),
    implement(insightRoutes.getFairnessAudit, async ({ merchantId, query, language }) => {
      const window = windowOf(query);
      if (isRefusal(window)) return window;
      const report = await readTransaction(platform, merchantId, (tx) =>
        runFairness(tx, window, { at: () => "go on" }),
      );
      if (report === null) throw new Error("an audit that nobody stops has a report");
      return { data: fairnessData(report), html: pageHtml(fairnessPage(report, language)) };
    }),
    implement(insightRoutes.reportFee, async ({ merchantId, body, language }) => {
      const report = await readTransaction(platform, merchantId, (tx) => feeOf(tx, body, language));
      if (isRefusal(report)) return report;
      return { data: feeData(report), html: pageHtml(feePage(report, language)) };
    }),
  ];
}

function backtestApi(platform: Platform): Implementation[] {
  return [
    implement(insightRoutes.startBacktest, async (request) => {
      const window = windowOf(request.body);
      if (isRefusal(window)) return window;
      const { policyId, version, replaces = [] } = request.body;
      return transact(platform, request, async (tx) => {
        const asked = await askBacktest(tx, { policyId, version, replaces, window });
        return isRefusal(asked) ? asked : foundSummary(tx, asked);
      });
    }),
    implement(insightRoutes.getBacktest, ({ merchantId, params, language }) =>
      readTransaction(platform, merchantId, async (tx): Promise<WireBacktest | Refusal> => {
        const row = await selectBacktest(tx, params.backtestId);
        if (row === null) return refuse("not_found", { what: params.backtestId });
        const { report } = row;
        const told = report && {
          data: backtestData(report),
          html: pageHtml(backtestPage(report, language)),
        };
        return { ...summaryOf(row), report: told };
      }),
    ),
    implement(insightRoutes.listBacktests, async ({ merchantId, params, query }) => {
      const rows = await pageById(
        query,
        (before, limit) =>
          readTransaction(platform, merchantId, (tx) => selectBacktests(tx, params, before, limit)),
        (row) => row.backtest_id,
      );
      return viewPage(rows, summaryOf);
    }),
    implement(insightRoutes.stopBacktest, (request) =>
      transact(platform, request, async (tx) => {
        const { backtestId } = request.params;
        await endBacktest(tx, backtestId, { status: "stopped" });
        return foundSummary(tx, backtestId);
      }),
    ),
  ];
}

async function foundSummary(
  tx: ReadTx,
  backtestId: string,
): Promise<WireBacktestSummary | Refusal> {
  const row = await selectBacktest(tx, backtestId);
  return row === null ? refuse("not_found", { what: backtestId }) : summaryOf(row);
}

const summaryOf = (row: BacktestRow): WireBacktestSummary => ({
  backtestId: row.backtest_id,
  policyId: row.policy_id,
  version: row.version,
  hash: row.hash,
  status: row.status,
  done: row.done,
  total: row.total,
  fault: row.fault,
  requestedAt: new Date(row.requested_at).toISOString(),
  finishedAt: row.finished_at === null ? null : new Date(row.finished_at).toISOString(),
});
