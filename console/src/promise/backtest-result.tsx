import { Descriptions, Skeleton } from "antd";
import type { WireBacktestData } from "../../../src/contract/index.ts";
import { fill, moneyText } from "../../../web/src/index.ts";
import { useConsole } from "../console.ts";
import { FailureAlert } from "../parts/failure-alert.tsx";
import { useLoaded } from "../parts/loading.ts";
import { SavePage } from "../parts/save-page.tsx";
import { reportTextsOf } from "../texts/reports.ts";

interface Props {
  readonly backtestId: string;
}

/** The figures that decide, currency by currency; all others stand in the page. */
export function BacktestResult({ backtestId }: Props) {
  const words = reportTextsOf[useConsole().language];
  const { data, failure, reload } = useLoaded(backtestId, (ask) =>
    ask((client) => client.getBacktest({ params: { backtestId } })),
  );
  const report = data?.report ?? null;
  if (report === null) {
    return failure === null ? (
      <Skeleton active />
    ) : (
      <FailureAlert failure={failure} retry={reload} />
    );
  }
  const { currencies, decisions, undetermined, policy } = report.data;
  const items = [
    { label: words.decisions, children: decisions },
    ...(undetermined === 0 ? [] : [{ label: words.undetermined, children: undetermined }]),
  ];
  return (
    <>
      {decisions === 0 ? (
        <p className="hint">{words.nothingDecided}</p>
      ) : (
        <Descriptions size="small" column={1} items={items} />
      )}
      {currencies.map((sums) => (
        <CurrencyResult key={sums.currency} sums={sums} />
      ))}
      <div>
        <SavePage name={`backtest-${policy.id}@${policy.version}`} html={report.html} />
      </div>
    </>
  );
}

interface ResultProps {
  readonly sums: WireBacktestData["currencies"][number];
}

function CurrencyResult({ sums: { currency, money, affected, perMonth } }: ResultProps) {
  const { language } = useConsole();
  const words = reportTextsOf[language];
  const text = (minor: number) => moneyText(minor, currency, language);
  const range = (lowest: number, highest: number) =>
    lowest === highest
      ? text(lowest)
      : fill(words.range, { lowest: text(lowest), highest: text(highest) });
  const { p50, p95, p99 } = perMonth.highest;
  const counts = {
    more: String(affected.more),
    less: String(affected.less),
    open: String(affected.open),
  };
  const percentiles = { p50: text(p50), p95: text(p95), p99: text(p99) };
  const items = [
    { label: words.before, children: text(money.beforeMinor) },
    { label: words.after, children: range(money.lowestMinor, money.highestMinor) },
    {
      label: words.affected,
      children:
        affected.claims === 0
          ? affected.claims
          : `${affected.claims} (${fill(words.ways, counts)})`,
    },
    { label: words.perMonth, children: fill(words.percentiles, percentiles) },
  ];
  return <Descriptions size="small" column={1} items={items} className="numbers" />;
}
