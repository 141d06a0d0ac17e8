import type { Window } from "../store/past.ts";
import type { DraftText } from "./draft.ts";

export interface BacktestRequest {
  readonly draft: DraftText;
  /** Policies whose place the draft takes, beside its own predecessor. */
  readonly replaces: readonly string[];
  readonly window: Window;
  /** Of the percentiles of a month and a year; the same seed gives the same ones. */
  readonly seed: number;
}

export interface BacktestWatch {
  /** Called after each page; `stop` ends the run, which then has no report. */
  at(done: number, total: number): Promise<"go on" | "stop"> | "go on" | "stop";
}
