import { decodeCursor, encodeCursor, insightRoutes, isRefusal, refuse } from "../contract/index.ts";
import type { Language, Refusal, WireBacktest, WireFeeQuestion } from "../contract/index.ts";
import type { WireBacktestSummary } from "../contract/index.ts";
import { dayMs, isRefusal as isProblem, pageHtml, parseInstant } from "../core/index.ts";
import type { Instant, Page } from "../core/index.ts";
import { loadFactsForClaims } from "../orders/index.ts";
import { implement, isId, readTransaction, transact } from "../platform/index.ts";
import type { Implementation, Platform, ReadTx } from "../platform/index.ts";
import { loadBound } from "../promises/index.ts";
import { askBacktest } from "./backtest/stored.ts";
import { runFairness } from "./fairness/run.ts";
import { feeReport } from "./fee/run.ts";
import { endBacktest, selectBacktest, selectBacktests } from "./store/backtests.ts";
import type { BacktestRow } from "./store/backtests.ts";
import type { Window } from "./store/past.ts";
import { backtestPage } from "./view/backtest-page.ts";
import { fairnessPage } from "./view/fairness-page.ts";
import { feePage } from "./view/fee-page.ts";

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
      return wireReport(report, fairnessPage(report, language));
    }),
    implement(insightRoutes.reportFee, ({ merchantId, body, language }) =>
      readTransaction(platform, merchantId, (tx) => feeAnswer(tx, body, language)),
    ),
  ];
}

function backtestApi(platform: Platform): Implementation[] {
  return [
    implement(insightRoutes.startBacktest, async (request) => {
      const { merchantId, actor, route, key, requestHash, body } = request;
      const window = windowOf(body);
      if (isRefusal(window)) return window;
      const { policyId, version, replaces = [] } = body;
      return transact(platform, { merchantId, actor, route, key, requestHash }, async (tx) => {
        const asked = await askBacktest(tx, { policyId, version, replaces, window });
        return isRefusal(asked) ? asked : foundSummary(tx, asked);
      });
    }),
    implement(insightRoutes.getBacktest, ({ merchantId, params, language }) =>
      readTransaction(platform, merchantId, async (tx): Promise<WireBacktest | Refusal> => {
        const row = await selectBacktest(tx, params.backtestId);
        if (row === null) return refuse("not_found", { what: params.backtestId });
        const { report } = row;
        const told = report && wireReport(report, backtestPage(report, language));
        return { ...summaryOf(row), report: told };
      }),
    ),
    implement(insightRoutes.listBacktests, async ({ merchantId, params, query }) => {
      const place = decodeCursor(query.cursor, 1);
      if (isRefusal(place)) return place;
      const before = place?.[0] ?? null;
      if (before !== null && !isId(before)) {
        return refuse("cursor_invalid", { cursor: query.cursor ?? "" }, "cursor");
      }
      const limit = query.limit ?? 50;
      const rows = await readTransaction(platform, merchantId, (tx) =>
        selectBacktests(tx, params, before, limit + 1),
      );
      const items = rows.slice(0, limit).map(summaryOf);
      const last = items.at(-1);
      return { items, next: rows.length > limit && last ? encodeCursor([last.backtestId]) : null };
    }),
    implement(insightRoutes.stopBacktest, (request) => {
      const { merchantId, actor, route, key, requestHash, params } = request;
      return transact(platform, { merchantId, actor, route, key, requestHash }, async (tx) => {
        await endBacktest(tx, params.backtestId, { status: "stopped" });
        return foundSummary(tx, params.backtestId);
      });
    }),
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

const wireReport = (report: object, page: Page) => ({
  data: { ...report } as Record<string, unknown>,
  html: pageHtml(page),
});

interface WireWindow {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

function windowOf(wire: WireWindow): Window | Refusal {
  const from = instantOf(wire.from, "from");
  const to = instantOf(wire.to, "to");
  if (isRefusal(from)) return from;
  if (isRefusal(to)) return to;
  if (from === null || to === null || from < to) return { from, to };
  return refuse("invalid_request", { reason: "`from` is not before `to`" }, "from");
}

function instantOf(text: string | undefined, field: string): Instant | null | Refusal {
  if (text === undefined) return null;
  const instant = parseInstant(text);
  return isProblem(instant)
    ? refuse("invalid_request", { reason: instant.sentence }, field)
    : instant;
}

const usualDays = 180;

/** By the policies that the order is bound by; an order stands still while nobody files. */
async function feeAnswer(tx: ReadTx, question: WireFeeQuestion, language: Language) {
  const { orderId, use = [], costs = {}, facts = [], noticeDays } = question;
  const [order] = await loadFactsForClaims(tx, [orderId]);
  if (order === undefined) return refuse("not_found", { what: orderId });
  const until = instantOf(question.to, "/to");
  if (isRefusal(until)) return until;
  const planned = use.map(({ at, ...units }) => ({ ...units, at: instantOf(at, "/use") }));
  const wrong = planned.map(({ at }) => at).find(isRefusal);
  if (wrong !== undefined) return wrong;
  const start = order.record.paidAt ?? order.record.orderedAt;
  const report = feeReport({
    order,
    policies: await loadBound(tx, order.pins, "cancel"),
    planned: planned.flatMap(({ at, meter, units }) =>
      typeof at === "number" ? [{ at, meter, units }] : [],
    ),
    costs: new Map(Object.entries(costs)),
    facts,
    noticeDays: noticeDays ?? null,
    to: until ?? start + usualDays * dayMs,
  });
  return isRefusal(report) ? report : wireReport(report, feePage(report, language));
}
