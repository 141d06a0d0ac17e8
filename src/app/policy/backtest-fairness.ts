import type { Language } from "../../contract/index.ts";
import { pageMarkdown } from "../../core/index.ts";
import { fairnessPage, runFairness } from "../../insight/index.ts";
import type { Terminal } from "../cli/terminal.ts";
import { overHistory, windowOf } from "./backtest-history.ts";
import type { WindowChoice } from "./backtest-history.ts";

export interface FairnessChoice extends WindowChoice {
  readonly merchant: string | null;
  readonly language: Language;
}

const unlikeExitCode = 4;

/** `makegood audit fairness`. Exit code 4 where the engine has treated like cases differently. */
export async function auditFairness(terminal: Terminal, choice: FairnessChoice): Promise<number> {
  const window = windowOf(choice);
  const report = await overHistory(terminal, choice.merchant, (tx, watch) =>
    runFairness(tx, window, watch),
  );
  const page = pageMarkdown(fairnessPage(report, choice.language));
  terminal.answer(report, page.trimEnd().split("\n"));
  return report.engine.faults > 0 ? unlikeExitCode : 0;
}
