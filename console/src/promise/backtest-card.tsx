import { Alert, Button, Card, Progress, Skeleton } from "antd";
import type { Client, WireBacktestSummary, WirePolicyText } from "../../../src/contract/index.ts";
import { fill, timeText } from "../../../web/src/index.ts";
import { useConsole, useReader } from "../console.ts";
import { FailureAlert } from "../parts/failure-alert.tsx";
import { useAction, useLoaded, useWatch } from "../parts/loading.ts";
import { StatusTag } from "../parts/status-tag.tsx";
import { reportTextsOf } from "../texts/reports.ts";
import { BacktestResult } from "./backtest-result.tsx";

interface Props {
  readonly version: WirePolicyText;
}

/** What a version would have brought over the claims that were decided: asked for, and shown. */
export function BacktestCard({ version }: Props) {
  const { language, ask } = useConsole();
  const words = reportTextsOf[language];
  const place = { policyId: version.policyId, version: version.version };
  const { data, failure, reload } = useLoaded("backtests", (load) =>
    load((client) => client.listBacktests({ params: place, query: { limit: 1 } })),
  );
  const last = data?.items[0] ?? null;
  const isUnderWay = last?.status === "queued" || last?.status === "running";
  useWatch(isUnderWay, reload);
  const action = useAction();
  async function take(call: (client: Client) => ReturnType<Client["startBacktest"]>) {
    const done = await action.run(() => ask(call));
    if (done !== null) reload();
  }
  const deed = isUnderWay ? (
    <Button
      size="small"
      loading={action.busy}
      onClick={() =>
        void take((client) => client.stopBacktest({ params: { backtestId: last.backtestId } }))
      }
    >
      {words.stop}
    </Button>
  ) : (
    <Button
      size="small"
      loading={action.busy}
      onClick={() => void take((client) => client.startBacktest({ body: place }))}
    >
      {last === null ? words.start : words.again}
    </Button>
  );
  return (
    <Card size="small" title={<h2>{words.backtest}</h2>} extra={deed}>
      <p className="hint">{words.backtestHint}</p>
      <FailureAlert failure={failure} retry={reload} />
      <FailureAlert failure={action.failure} />
      {data === null && failure === null && <Skeleton active />}
      {last !== null && <Last backtest={last} version={version} />}
    </Card>
  );
}

interface LastProps extends Props {
  readonly backtest: WireBacktestSummary;
}

/** The newest back-test: how far it is, or what it found. */
function Last({ backtest, version }: LastProps) {
  const words = reportTextsOf[useConsole().language];
  const reader = useReader();
  const { backtestId, status, done, total, fault, hash, requestedAt } = backtest;
  const percent = total === 0 ? 0 : Math.floor((100 * done) / total);
  const counts = { done: String(done), total: String(total) };
  return (
    <div className="stack">
      <div>
        <StatusTag status={status} words={words.statuses} />{" "}
        <span className="hint">{timeText(requestedAt, reader)}</span>
      </div>
      {hash !== version.hash && <Alert type="info" showIcon title={words.textChanged} />}
      {fault !== null && <Alert type="error" showIcon title={fault} />}
      {status === "running" && (
        <Progress percent={percent} format={() => fill(words.progress, counts)} />
      )}
      {status === "done" && <BacktestResult backtestId={backtestId} />}
    </div>
  );
}
