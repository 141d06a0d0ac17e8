import type { Language } from "../../contract/index.ts";
import { formatInstant } from "../../core/index.ts";
import type { Instant, Page, PageBlock } from "../../core/index.ts";
import type { FeeReport } from "../fee/run.ts";
import type { Divergence } from "../rules/fee/divergence.ts";
import { feeWords } from "./fee-words.ts";
import { amountText } from "./figures.ts";
import { wordsIn } from "./words-in.ts";
import type { Say } from "./words-in.ts";

type SayIt = Say<keyof typeof feeWords>;

/** The report as a text for people; where fee and service part comes first. */
export function feePage(report: FeeReport, language: Language): Page {
  const say = wordsIn(feeWords, language);
  const at = (instant: Instant): string => instantText(instant, report);
  return {
    language,
    title: say("title", { order: report.orderNumber }),
    subtitle: say("subtitle", { from: at(report.from), to: at(report.to) }),
    sections: [
      { heading: say("apart"), blocks: [apart(report, say)] },
      { heading: say("series"), blocks: seriesBlocks(report, say) },
    ],
    footer: [say("footer", { policies: report.policies.join(", ") })],
  };
}

/** `2026-03-05 09:00:01 +08:00`, in the zone of the order. */
function instantText(instant: Instant, { zone }: FeeReport): string {
  const [date = "", time = ""] = formatInstant(instant, zone).split("T");
  return `${date} ${time.slice(0, 8)} ${time.slice(8)}`;
}

function apart(report: FeeReport, say: SayIt): PageBlock {
  if (report.divergences.length === 0) return { kind: "paragraph", text: say("together") };
  const items = report.divergences.map((each) => ({
    text: divergenceText(each, report, say),
    items: [],
  }));
  return { kind: "list", ordered: false, items };
}

function divergenceText(divergence: Divergence, report: FeeReport, say: SayIt): string {
  const { kind, from, until, largestMinor, largestAt } = divergence;
  const at = (instant: Instant): string => instantText(instant, report);
  const when =
    until === null
      ? say("lasting", { from: at(from) })
      : say("between", { from: at(from), until: at(until) });
  const amount = `${amountText(largestMinor, report.currency)} ${report.currency}`;
  return say(kind, { when, amount, at: at(largestAt) });
}

function seriesBlocks(report: FeeReport, say: SayIt): PageBlock[] {
  const { currency, paidMinor, timeline } = report;
  const hasCost = timeline.some(({ value }) => value.costMinor !== null);
  const hasGrant = timeline.some(({ value }) => value.grantMinor > 0);
  const amount = (minor: number): string => amountText(minor, currency);
  const columns = ["refund", "kept", "package", "full"] as const;
  const head = [
    say("from"),
    ...columns.map((name) => say(name)),
    ...(hasCost ? [say("cost")] : []),
    ...(hasGrant ? [say("grant")] : []),
    say("clause"),
  ];
  const rows = timeline.map(({ at, value }) => [
    instantText(at, report),
    amount(value.refundMinor),
    amount(value.keptMinor),
    amount(value.atPackagePriceMinor),
    amount(value.atFullPriceMinor),
    ...(hasCost ? [amount(value.costMinor ?? 0)] : []),
    ...(hasGrant ? [amount(value.grantMinor)] : []),
    value.clauses.join(", "),
  ]);
  const figures = head.slice(1, -1).map((_, index) => index + 1);
  return [
    { kind: "paragraph", text: say("seriesNote", { currency, paid: amount(paidMinor) }) },
    { kind: "table", head, rows, figures },
  ];
}
