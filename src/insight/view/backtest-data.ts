import type { WireBacktestData } from "../../contract/index.ts";
import type {
  BacktestReport,
  Costs,
  Counted,
  CurrencyReport,
  Row,
  Sums,
} from "../rules/backtest/report.ts";

/** A back-test as it travels. */
export function backtestData(report: BacktestReport): WireBacktestData {
  const { policy, replaces, leftOut, undecided, missing, problems, currencies } = report;
  return {
    ...report,
    policy: { ...policy },
    replaces: [...replaces],
    leftOut: { ...leftOut },
    undecided: { ...undecided },
    missing: counted(missing),
    problems: counted(problems),
    currencies: currencies.map(currencyData),
  };
}

const counted = (all: readonly Counted[]) => all.map((one) => ({ ...one }));

function currencyData(report: CurrencyReport): WireBacktestData["currencies"][number] {
  const { money, grants, affected, largest } = report;
  return {
    ...report,
    money: sumsData(money),
    grants: sumsData(grants),
    affected: { ...affected },
    byMonth: rowsData(report.byMonth),
    byProduct: rowsData(report.byProduct),
    byChannel: rowsData(report.byChannel),
    byKind: rowsData(report.byKind),
    perDecision: costsData(report.perDecision),
    perMonth: costsData(report.perMonth),
    perYear: costsData(report.perYear),
    largest: largest.map((change) => ({
      ...change,
      clausesBefore: [...change.clausesBefore],
      clausesAfter: [...change.clausesAfter],
    })),
  };
}

const sumsData = (sums: Sums) => ({ ...sums });
const rowsData = (rows: readonly Row[]) => rows.map((row) => ({ ...row }));
const costsData = ({ before, lowest, highest }: Costs) => ({
  before: { ...before },
  lowest: { ...lowest },
  highest: { ...highest },
});
