import { Button, Card, Popconfirm, Table } from "antd";
import type { TableColumnsType } from "antd";
import type { WireClaimView } from "../../../src/contract/index.ts";
import { timeText, unitsText, wordOf } from "../../../web/src/index.ts";
import { useConsole, useMe, useReader } from "../console.ts";
import { FailureAlert } from "../parts/failure-alert.tsx";
import { useAction } from "../parts/loading.ts";
import { StatusTag } from "../parts/status-tag.tsx";
import { currencyOf } from "./claim-data.ts";
import type { ClaimData } from "./claim-data.ts";
import type { Texts } from "../texts/index.ts";

type Payout = WireClaimView["payouts"][number];

interface Props {
  readonly data: ClaimData;
  readonly reload: () => void;
}

/** What went back or is on its way; what did not work can be sent again. */
export function PayoutsCard({ data, reload }: Props) {
  const { texts, ask } = useConsole();
  const { busy, failure, run } = useAction();
  async function retry(payoutId: string) {
    const call = { params: { payoutId } };
    const done = await run(() => ask((client) => client.retryPayout(call)));
    if (done !== null) reload();
  }
  const columns = usePayoutColumns(data, busy, (payoutId) => void retry(payoutId));
  return (
    <Card size="small" title={<h2>{texts.payouts}</h2>}>
      <FailureAlert failure={failure} />
      {data.claim.payouts.length === 0 ? (
        <span className="hint">{texts.noPayouts}</span>
      ) : (
        <Table<Payout>
          rowKey="payoutId"
          size="small"
          showHeader={false}
          columns={columns}
          dataSource={data.claim.payouts}
          pagination={false}
        />
      )}
    </Card>
  );
}

/** What was paid by, in words: a tender has a kind, and an id that is nobody's word. */
function tenderName(tenderId: string, orderId: string, { orders }: ClaimData, texts: Texts) {
  const order = orders.find((one) => one.orderId === orderId);
  const tender = order?.tenders.find((one) => one.tenderId === tenderId);
  return tender === undefined ? tenderId : wordOf(texts.tenderKinds, tender.kind);
}

const canRetry = ({ status }: Payout): boolean => status === "failed" || status === "reversed";

function usePayoutColumns(
  data: ClaimData,
  busy: boolean,
  retry: (payoutId: string) => void,
): TableColumnsType<Payout> {
  const context = useConsole();
  const { texts } = context;
  const reader = useReader();
  const mayPay = useMe().rights.includes("pay");
  const words = { okText: texts.sure, cancelText: texts.cancel };
  return [
    {
      title: texts.amount,
      dataIndex: "units",
      render: (units: number, { unit, orderId, settlementNumber, tenderId, updatedAt }) => (
        <>
          {unitsText(units, unit, currencyOf(orderId, data), context)}
          {tenderId !== null && ` · ${tenderName(tenderId, orderId, data, texts)}`}
          <div className="hint">
            {settlementNumber} · {timeText(updatedAt, reader)}
          </div>
        </>
      ),
    },
    {
      title: texts.status,
      dataIndex: "status",
      align: "right",
      render: (status: string, payout) => (
        <>
          <StatusTag
            status={status}
            words={
              payout.unit.startsWith("voucher:")
                ? { ...texts.payoutStatuses, settled: texts.issued }
                : texts.payoutStatuses
            }
          />
          {canRetry(payout) && (
            <Popconfirm
              title={texts.retryPayoutSure}
              onConfirm={() => retry(payout.payoutId)}
              {...words}
            >
              <Button size="small" disabled={!mayPay || busy}>
                {texts.retryPayout}
              </Button>
            </Popconfirm>
          )}
        </>
      ),
    },
  ];
}
