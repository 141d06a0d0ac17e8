/** Insight: what drafts would have cost, whether claims are treated alike, fee against service. */
export { runBacktest } from "./backtest/run.ts";
export type { BacktestWatch } from "./backtest/request.ts";
export { insightQueues } from "./backtest/stored.ts";
export type { DraftText } from "./backtest/draft.ts";
export { insightApi } from "./routes.ts";
export { runFairness } from "./fairness/run.ts";
export { feeReport } from "./fee/run.ts";
export type { FeeRequest } from "./fee/run.ts";
export type { Window } from "./store/past.ts";
export { backtestPage } from "./view/backtest-page.ts";
export { fairnessPage } from "./view/fairness-page.ts";
export { feePage } from "./view/fee-page.ts";
