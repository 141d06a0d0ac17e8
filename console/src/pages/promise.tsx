import { Card, Col, Row, Skeleton } from "antd";
import type { WirePolicyText } from "../../../src/contract/index.ts";
import { useConsole } from "../console.ts";
import { FailureAlert } from "../parts/failure-alert.tsx";
import { useAction, useLoaded } from "../parts/loading.ts";
import { StatusTag } from "../parts/status-tag.tsx";
import { BacktestCard } from "../promise/backtest-card.tsx";
import { CompareCard } from "../promise/compare-card.tsx";
import { PromiseDeeds } from "../promise/deeds.tsx";
import { ProofCard, RecordCard } from "../promise/proof-cards.tsx";
import { ShownCard } from "../promise/shown-card.tsx";
import { promiseTextsOf } from "../texts/promises.ts";

interface Place {
  readonly policyId: string;
  readonly version: number;
}

/** One version: its text, what the proof says of it, and its next step. */
export function PromisePage({ policyId, version }: Place) {
  const { data, failure, reload } = useLoaded(`${policyId}@${version}`, (ask) =>
    ask((client) => client.getPolicy({ params: { policyId, version } })),
  );
  return (
    <>
      <FailureAlert failure={failure} retry={reload} />
      {data === null ? (
        failure === null && <Skeleton active />
      ) : (
        <Promised version={data} reload={reload} />
      )}
    </>
  );
}

interface Props {
  readonly version: WirePolicyText;
  readonly reload: () => void;
}

function Promised({ version, reload }: Props) {
  const { language } = useConsole();
  const words = promiseTextsOf[language];
  const action = useAction();
  return (
    <>
      <div className="headline">
        <h1>{version.title}</h1>
        <span>
          {version.policyId}@{version.version}
        </span>
        <StatusTag status={version.status} words={words.statuses} />
        <span className="end">
          <PromiseDeeds version={version} action={action} reload={reload} />
        </span>
      </div>
      <FailureAlert failure={action.failure} />
      <Row gutter={[16, 16]}>
        <Col xs={{ span: 24, order: 2 }} lg={{ span: 13, order: 1 }} className="stack">
          <Card size="small" title={<h2>{words.text}</h2>}>
            <pre className="document">{version.text}</pre>
          </Card>
        </Col>
        <Col xs={{ span: 24, order: 1 }} lg={{ span: 11, order: 2 }} className="stack">
          <ProofCard version={version} />
          <RecordCard version={version} />
          <ShownCard version={version} />
          {version.hash !== null && <CompareCard version={version} />}
          {version.hash !== null && version.kind === "policy" && <BacktestCard version={version} />}
        </Col>
      </Row>
    </>
  );
}
