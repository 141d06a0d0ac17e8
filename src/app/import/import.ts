import { formatDecimal } from "../../core/index.ts";
import { sentenceOf } from "../../contract/index.ts";
import { importFile } from "../../orders/index.ts";
import type { ImportProblem, ImportReport } from "../../orders/index.ts";
import { prepare, systemActor } from "../../platform/index.ts";
import { answered } from "../cli/answered.ts";
import { chosenMerchant } from "../cli/merchant.ts";
import { withClosing } from "../cli/closing.ts";
import type { Closing } from "../cli/closing.ts";
import type { Terminal } from "../cli/terminal.ts";
import { openAll } from "../compose/open.ts";
import type { Opened } from "../compose/open.ts";
import { orderPorts } from "../compose/rooms.ts";
import { prepareRetail } from "../replay/prepare.ts";

export interface ImportChoice {
  readonly path: string;
  readonly format: string;
  readonly dryRun: boolean;
  readonly goodRowsOnly: boolean;
  readonly merchant: string | null;
  readonly gatewayAccount: string | null;
}

const badRowsExitCode = 1;

/** `makegood import`. Exit code 1 where a bad row kept something out. */
export function importOrders(terminal: Terminal, choice: ImportChoice): Promise<number> {
  return withClosing(async (closing) => {
    const opened = await openAll(closing, { migrate: true });
    const { platform, rooms } = opened;
    await prepare(platform, rooms);
    const { path, format, dryRun, goodRowsOnly } = choice;
    const { merchantId, gatewayAccount } = await shopOf(opened, closing, choice);
    const bars = {
      check: terminal.progress("checking"),
      write: terminal.progress(dryRun ? "trying" : "writing"),
    };
    const report = await importFile(
      platform,
      orderPorts(platform),
      systemActor(merchantId, "import"),
      {
        path,
        format,
        dryRun,
        goodRowsOnly,
        gatewayAccount,
        progress: ({ phase, bytesRead, bytesTotal }) => bars[phase].at(bytesRead, bytesTotal),
      },
    ).finally(() => {
      bars.check.end();
      bars.write.end();
    });
    const answer = answered(report);
    terminal.answer(jsonOf(answer), linesOf(answer));
    return answer.problems.length > 0 ? badRowsExitCode : 0;
  });
}

/** The Online Retail file belongs to a shop of its own, unless another is named. */
async function shopOf(opened: Opened, closing: Closing, choice: ImportChoice) {
  const { format, merchant, gatewayAccount } = choice;
  if (format === "online-retail" && merchant === null) return prepareRetail(opened, closing);
  return { merchantId: await chosenMerchant(opened.platform, merchant), gatewayAccount };
}

const told = ({ line, refusal }: ImportProblem) => ({
  line,
  code: refusal.code,
  sentence: sentenceOf(refusal, "en"),
});

const jsonOf = (report: ImportReport) => ({
  ...report,
  problems: report.problems.map(told),
  differing: report.differing.map(told),
});

const shownMax = 50;

function linesOf(report: ImportReport): string[] {
  const { rows, orders, lines, paid, problems, differing, dryRun, classes } = report;
  const all = [...problems, ...differing];
  const done = dryRun ? "would be imported" : "imported";
  return [
    ...all.slice(0, shownMax).map((one) => `line ${one.line}: ${sentenceOf(one.refusal, "en")}`),
    ...(all.length > shownMax ? [`and ${all.length - shownMax} more like these`] : []),
    `${rows} rows read${classText(classes)}`,
    `${orders.imported} orders with ${lines} lines ${done}${paidText(paid)}`,
    `${orders.existing} were there already, ${orders.differing} were there with other content`,
    ...(problems.length === 0 ? [] : [`${problems.length} bad rows, ${outcomeText(report)}`]),
  ];
}

function classText(classes: ImportReport["classes"]): string {
  const parts = Object.entries(classes).map(([name, count]) => `${count} ${name}`);
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}

function paidText(paid: ImportReport["paid"]): string {
  const sums = paid.map(
    ({ currency, amountMinor }) => `${formatDecimal(amountMinor, currency)} ${currency}`,
  );
  return sums.length === 0 ? "" : `, paid with ${sums.join(" and ")}`;
}

function outcomeText({ orders }: ImportReport): string {
  if (orders.imported + orders.existing > 0) return `${orders.leftOut} orders left out`;
  return "so nothing was written; mend them, or add --good-rows-only";
}
