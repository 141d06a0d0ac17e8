import type { Language } from "../../contract/index.ts";
import type { LabelledRow, Page, PageBlock, PageSection } from "../../core/index.ts";
import type { BacktestReport, Costs, CurrencyReport } from "../rules/backtest/report.ts";
import type { LargestChange, Row, Sums } from "../rules/backtest/report.ts";
import { backtestWords } from "./backtest-words.ts";
import { amountText, changeText, rangeText } from "./figures.ts";
import { wordsIn } from "./words-in.ts";
import type { Say } from "./words-in.ts";

type SayIt = Say<keyof typeof backtestWords>;

/** The report as a text for people. */
export function backtestPage(report: BacktestReport, language: Language): Page {
  const say = wordsIn(backtestWords, language);
  const policy = `${report.policy.id}@${report.policy.version}`;
  return {
    language,
    title: say("title", { policy }),
    subtitle: say("subtitle"),
    sections: [
      { heading: say("scope"), blocks: [{ kind: "labelled", rows: scopeRows(report, say) }] },
      ...report.currencies.flatMap((each) => currencySections(each, say)),
    ],
    footer: [say("footer", { policy, hash: report.policy.hash })],
  };
}

function scopeRows(report: BacktestReport, say: SayIt): LabelledRow[] {
  const { from, to, leftOut, undecided, missing, problems } = report;
  const row = (label: Parameters<SayIt>[0], text: string | number): LabelledRow => ({
    label: say(label),
    text: String(text),
  });
  const some = (count: number, made: LabelledRow): LabelledRow[] => (count === 0 ? [] : [made]);
  const counted = (list: BacktestReport["missing"]) =>
    list.map(({ name, decisions }) => `${name} (${decisions})`).join(", ");
  const { undetermined, unanswered, parametersUnfit } = report;
  return [
    row("window", windowText(from, to, say)),
    row("replaces", report.replaces.join(", ")),
    row("claims", report.claims),
    row("decisions", report.decisions),
    row("orders", report.orders),
    row("customers", report.customers),
    ...some(undetermined, row("undetermined", say("undeterminedText", { count: undetermined }))),
    ...some(missing.length, row("missing", counted(missing))),
    ...some(unanswered, row("unanswered", unanswered)),
    ...some(
      leftOut.tooOpen + leftOut.impossible + leftOut.faulty,
      row("leftOut", say("leftOutText", leftOut)),
    ),
    ...some(problems.length, row("problems", counted(problems))),
    ...some(parametersUnfit, row("unfit", parametersUnfit)),
    row("undecided", say("undecidedText", undecided)),
  ];
}

function windowText(from: string | null, to: string | null, say: SayIt): string {
  if (from === null) return to === null ? say("open") : say("until", { to });
  return to === null ? say("since", { from }) : say("between", { from, to });
}

function currencySections(report: CurrencyReport, say: SayIt): PageSection[] {
  const { currency, affected, largest } = report;
  const isSame = affected.claims === 0;
  const about = isSame ? say("nothingChanges") : say("affected", { ...affected });
  return [
    {
      heading: say("total", { currency }),
      blocks: [totals(report, say), { kind: "paragraph", text: about }],
    },
    {
      heading: say("costs", { currency }),
      blocks: [
        costs(report, say),
        ...shortHistory(report, say),
        { kind: "paragraph", text: say("costsNote") },
      ],
    },
    grouped("byMonth", report.byMonth, currency, say, "notRecorded"),
    grouped("byProduct", report.byProduct, currency, say, "noProduct"),
    grouped("byChannel", report.byChannel, currency, say, "notRecorded"),
    grouped("byKind", report.byKind, currency, say, "notRecorded"),
    ...(largest.length === 0
      ? []
      : [{ heading: say("largest"), blocks: [largestTable(largest, currency, say)] }]),
  ];
}

function sumCells(sums: Sums, currency: string): string[] {
  const { beforeMinor, lowestMinor, highestMinor } = sums;
  return [
    amountText(beforeMinor, currency),
    rangeText(lowestMinor, highestMinor, currency),
    changeText(lowestMinor - beforeMinor, highestMinor - beforeMinor, currency),
  ];
}

const sumHeads = (say: SayIt): string[] => [say("before"), say("after"), say("change")];

function totals({ money, grants, currency }: CurrencyReport, say: SayIt): PageBlock {
  return {
    kind: "table",
    head: [say("what"), ...sumHeads(say)],
    rows: [
      [say("money"), ...sumCells(money, currency)],
      [say("grants"), ...sumCells(grants, currency)],
    ],
    figures: [1, 2, 3],
  };
}

function costs(report: CurrencyReport, say: SayIt): PageBlock {
  const { currency } = report;
  const rows = (label: "perDecision" | "perMonth" | "perYear", of: Costs): string[][] =>
    (["p50", "p95", "p99"] as const).map((part) => {
      const percent = part.slice(1);
      const [before, lowest, highest] = [of.before[part], of.lowest[part], of.highest[part]];
      const name = `${say(label)}, ${say("percentile", { percent })}`;
      return [name, amountText(before, currency), rangeText(lowest, highest, currency)];
    });
  return {
    kind: "table",
    head: [say("what"), say("before"), say("after")],
    rows: [
      ...rows("perDecision", report.perDecision),
      ...rows("perMonth", report.perMonth),
      ...rows("perYear", report.perYear),
    ],
    figures: [1, 2],
  };
}

const monthsMin = 4;

/** A year is drawn from whatever there is: from a few weeks it knows of no season at all. */
function shortHistory({ byMonth }: CurrencyReport, say: SayIt): PageBlock[] {
  const months = byMonth.length;
  return months < monthsMin ? [{ kind: "paragraph", text: say("costsShort", { months }) }] : [];
}

type Grouping = "byMonth" | "byProduct" | "byChannel" | "byKind";

function grouped(
  grouping: Grouping,
  rows: readonly Row[],
  currency: string,
  say: SayIt,
  unnamed: "notRecorded" | "noProduct",
): PageSection {
  const nameOf = ({ key, name }: Row): string => {
    if (key === null) return say(unnamed);
    if (key === "*") return say("others");
    return name === null || name === key ? key : `${key} ${name}`;
  };
  const table: PageBlock = {
    kind: "table",
    head: [say("what"), say("count"), say("changed"), ...sumHeads(say)],
    rows: rows.map((row) => [
      nameOf(row),
      String(row.decisions),
      String(row.changed),
      ...sumCells(row, currency),
    ]),
    figures: [1, 2, 3, 4, 5],
  };
  return { heading: `${say(grouping)} (${currency})`, blocks: [table] };
}

function largestTable(largest: readonly LargestChange[], currency: string, say: SayIt): PageBlock {
  const clauses = (names: readonly string[]) => names.join(", ") || say("nobody");
  return {
    kind: "table",
    head: [say("claim"), say("order"), ...sumHeads(say), say("clauses")],
    rows: largest.map((change) => [
      change.number,
      change.orderNumber,
      ...sumCells(change, currency),
      `${clauses(change.clausesBefore)} → ${clauses(change.clausesAfter)}`,
    ]),
    figures: [2, 3, 4],
  };
}
