import { isRefusal, parseInstant } from "../../core/index.ts";
import type { BacktestWatch, Window } from "../../insight/index.ts";
import { readTransaction } from "../../platform/index.ts";
import type { ReadTx } from "../../platform/index.ts";
import { withClosing } from "../cli/closing.ts";
import { CommandError } from "../cli/failure.ts";
import { onInterrupt } from "../cli/interrupt.ts";
import { chosenMerchant } from "../cli/merchant.ts";
import type { Terminal } from "../cli/terminal.ts";
import { openAll } from "../compose/open.ts";

export interface WindowChoice {
  readonly from: string | null;
  readonly to: string | null;
}

export function windowOf(choice: WindowChoice): Window {
  const [from, to] = [instantIn("--from", choice.from), instantIn("--to", choice.to)];
  if (from === null || to === null || from < to) return { from, to };
  throw new CommandError("--from is not before --to; no claim lies between them");
}

function instantIn(option: string, text: string | null): number | null {
  if (text === null) return null;
  const instant = parseInstant(text);
  if (isRefusal(instant)) throw new CommandError(`${option}: ${instant.sentence}`);
  return instant;
}

/** Reads the history of a merchant in one state of the database, until the end or Ctrl-C. */
export function overHistory<Report>(
  terminal: Terminal,
  merchant: string | null,
  run: (tx: ReadTx, watch: BacktestWatch) => Promise<Report | null>,
): Promise<Report> {
  return withClosing(async (closing) => {
    const { platform } = await openAll(closing);
    const merchantId = await chosenMerchant(platform, merchant);
    const interrupt = onInterrupt();
    closing.add(() => interrupt.ignore());
    const bar = terminal.progress("decisions");
    const watch: BacktestWatch = {
      at(done, total) {
        bar.at(done, total);
        return interrupt.asked ? "stop" : "go on";
      },
    };
    const report = await readTransaction(platform, merchantId, (tx) => run(tx, watch)).finally(() =>
      bar.end(),
    );
    if (report === null) throw new CommandError("interrupted; nothing was written");
    return report;
  });
}
