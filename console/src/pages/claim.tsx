import { Button, Col, Popconfirm, Row, Skeleton } from "antd";
import type { WireClaimView } from "../../../src/contract/index.ts";
import { isNotThere } from "../../../web/src/index.ts";
import type { Action } from "../../../web/src/index.ts";
import { AttestCard } from "../claim/attest-card.tsx";
import { claimData } from "../claim/claim-data.ts";
import type { ClaimData } from "../claim/claim-data.ts";
import { ClocksCard, NoticesCard } from "../claim/after-cards.tsx";
import { DecisionCards } from "../claim/decision-cards.tsx";
import { PayoutsCard } from "../claim/payouts-card.tsx";
import { FactsCard, SummaryCard } from "../claim/summary-cards.tsx";
import { TransfersCard } from "../claim/transfers-card.tsx";
import { useConsole, useMe } from "../console.ts";
import { FailureAlert } from "../parts/failure-alert.tsx";
import { useAction, useLoaded, useWatch } from "../parts/loading.ts";
import { NotFound } from "../parts/not-found.tsx";
import { StatusTag } from "../parts/status-tag.tsx";

export function ClaimPage({ claimId }: { readonly claimId: string }) {
  const { texts } = useConsole();
  const { data, failure, reload } = useLoaded(claimId, (ask) => claimData(ask, claimId));
  const waits = data?.claim.status === "settling" || data?.claim.status === "approved";
  useWatch(waits, reload);
  if (data === null && failure !== null && isNotThere(failure)) {
    return <NotFound sentence={texts.noClaim} back="claims" />;
  }
  return (
    <>
      <FailureAlert failure={failure} retry={reload} />
      {data === null ? failure === null && <Skeleton active /> : <Claim {...{ data, reload }} />}
    </>
  );
}

interface Props {
  readonly data: ClaimData;
  readonly reload: () => void;
}

function Claim({ data, reload }: Props) {
  const { texts } = useConsole();
  const action = useAction();
  const { claim } = data;
  return (
    <>
      <div className="headline">
        <h1>{claim.number}</h1>
        <span>{texts.kinds[claim.kind]}</span>
        <StatusTag status={claim.status} words={texts.claimStatuses} />
        {claim.sentence !== null && <span>{claim.sentence}</span>}
        <span className="end">
          <Deeds claim={claim} action={action} reload={reload} />
        </span>
      </div>
      <FailureAlert failure={action.failure} />
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={15} className="stack">
          <AttestCard data={data} reload={reload} />
          <TransfersCard data={data} reload={reload} />
          <DecisionCards data={data} />
        </Col>
        <Col xs={24} lg={9} className="stack">
          <SummaryCard data={data} />
          <FactsCard data={data} />
          <ClocksCard claim={claim} />
          <PayoutsCard data={data} reload={reload} />
          <NoticesCard notices={data.notices} />
        </Col>
      </Row>
    </>
  );
}

interface DeedsProps {
  readonly claim: WireClaimView;
  readonly action: Action;
  readonly reload: () => void;
}

/** What ends the waiting of an open claim; each asks once more. */
function Deeds({ claim, action, reload }: DeedsProps) {
  const { texts, ask } = useConsole();
  const { rights } = useMe();
  const params = { claimId: claim.claimId };
  if (!["filed", "gathering", "reviewing"].includes(claim.status)) return null;
  async function close() {
    const done = await action.run(() => ask((client) => client.closeEvidence({ params })));
    if (done !== null) reload();
  }
  async function withdraw() {
    const done = await action.run(() => ask((client) => client.withdrawClaim({ params })));
    if (done !== null) reload();
  }
  const words = { okText: texts.sure, cancelText: texts.cancel };
  return (
    <>
      <Popconfirm title={texts.closeEvidenceSure} onConfirm={() => void close()} {...words}>
        <Button disabled={!rights.includes("attest")}>{texts.closeEvidence}</Button>
      </Popconfirm>{" "}
      <Popconfirm title={texts.withdrawSure} onConfirm={() => void withdraw()} {...words}>
        <Button danger disabled={!rights.includes("file")}>
          {texts.withdraw}
        </Button>
      </Popconfirm>
    </>
  );
}
