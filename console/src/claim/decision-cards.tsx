import { Card, Collapse } from "antd";
import type { TableColumnsType } from "antd";
import type { WireClaimView } from "../../../src/contract/index.ts";
import { letterAddress, timeText, unitsText } from "../../../web/src/index.ts";
import { useConsole, useReader } from "../console.ts";
import { StatusTag } from "../parts/status-tag.tsx";
import { TableCard } from "../parts/table-card.tsx";
import type { ClaimData } from "./claim-data.ts";
import { decidedAs } from "./decided.ts";
import { StoredDecision } from "./stored-decision.tsx";
import { Waterfall } from "./waterfall.tsx";

type Decision = WireClaimView["decisions"][number];

/** For each order of the claim: why, and how much; and the letter about all of it. */
export function DecisionCards({ data }: { readonly data: ClaimData }) {
  const { texts } = useConsole();
  const { claimId, decidedAt, decisions, sentence } = data.claim;
  const decided = decidedAs(data.claim);
  if (decided === "open") {
    return (
      <Card size="small" title={<h2>{texts.trace}</h2>}>
        {texts.notDecided}
      </Card>
    );
  }
  return (
    <>
      {decisions.map((decision) => (
        <DecisionCard key={decision.decisionId} decision={decision} data={data} />
      ))}
      {decided === "whole" && (
        <Card size="small" title={<h2>{texts.trace}</h2>}>
          {sentence}
        </Card>
      )}
      {decidedAt !== null && (
        <Card size="small" title={<h2>{texts.letter}</h2>}>
          <LetterLinks claimId={claimId} />
        </Card>
      )}
    </>
  );
}

interface Props {
  readonly decision: Decision;
  readonly data: ClaimData;
}

function DecisionCard({ decision, data }: Props) {
  const { texts } = useConsole();
  const reader = useReader();
  const { explanation, steps, besides, currency, tenders } = decision;
  const { policies, decidedAt, orderNumber } = decision;
  const stored = {
    key: "stored",
    label: texts.storedDecision,
    children: <StoredDecision decision={decision} orders={data.orders} />,
  };
  return (
    <>
      <Card
        size="small"
        title={<h2>{texts.waterfall}</h2>}
        extra={<span className="hint">{orderNumber}</span>}
      >
        <Waterfall steps={steps} besides={besides} currency={currency} />
      </Card>
      <TableCard
        title={texts.owedAndObliged}
        rowKey="tenderId"
        columns={useTenderColumns(currency)}
        rows={tenders}
      />
      <Card
        size="small"
        title={<h2>{texts.trace}</h2>}
        extra={
          <StatusTag
            status={decision.accepted ? "settled" : "refused"}
            words={{
              settled: texts.claimStatuses.approved,
              refused: texts.claimStatuses.refused,
            }}
          />
        }
      >
        <p className="hint">
          {timeText(decidedAt, reader)} ·{" "}
          {policies.map(({ id, version }) => `${id}@${version}`).join(texts.between)}
        </p>
        <ol className="path">
          {explanation.map((sentence, at) => (
            <li key={`${at} ${sentence}`}>{sentence}</li>
          ))}
        </ol>
        <Collapse size="small" items={[stored]} />
      </Card>
    </>
  );
}

/** The signed letter is a file of its own, beside the application. */
function LetterLinks({ claimId }: { readonly claimId: string }) {
  const { texts, language } = useConsole();
  const address = (form: "html" | "pdf") =>
    letterAddress("getClaimLetter", claimId, { language, form });
  return (
    <>
      <a href={address("html")} target="_blank" rel="noreferrer">
        {texts.letterPage}
      </a>
      {" · "}
      <a href={address("pdf")} target="_blank" rel="noreferrer">
        {texts.letterPdf}
      </a>
    </>
  );
}

function useTenderColumns(currency: string): TableColumnsType<Decision["tenders"][number]> {
  const context = useConsole();
  const { texts } = context;
  const units = (count: number, { unit }: { readonly unit: string }) =>
    unitsText(count, unit, currency, context);
  return [
    { title: texts.tender, dataIndex: "tenderId" },
    { title: texts.captured, dataIndex: "capturedUnits", align: "right", render: units },
    { title: texts.owed, dataIndex: "owedUnits", align: "right", render: units },
    { title: texts.obliged, dataIndex: "obligedUnits", align: "right", render: units },
  ];
}
