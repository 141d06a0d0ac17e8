import { Table } from "antd";
import type { TableColumnsType } from "antd";
import type { WireClaimSummary } from "../../../src/contract/index.ts";
import { timeText, wordOf } from "../../../web/src/index.ts";
import { useConsole, useReader } from "../console.ts";
import { Link } from "./link.tsx";
import { StatusTag } from "./status-tag.tsx";

interface Props {
  readonly claims: readonly WireClaimSummary[];
}

export function ClaimTable({ claims }: Props) {
  const { texts } = useConsole();
  return (
    <Table<WireClaimSummary>
      rowKey="claimId"
      size="small"
      columns={useClaimColumns()}
      dataSource={[...claims]}
      pagination={false}
      locale={{ emptyText: texts.none }}
      scroll={{ x: "max-content" }}
    />
  );
}

export function useClaimColumns(): TableColumnsType<WireClaimSummary> {
  const { texts } = useConsole();
  const reader = useReader();
  const time = (instant: string | null) => timeText(instant, reader);
  return [
    {
      title: texts.claimNumber,
      dataIndex: "number",
      render: (number: string, { claimId }) => (
        <Link to={{ page: "claim", claimId }}>{number}</Link>
      ),
    },
    // Beside the number, so that a phone shows it without scrolling.
    {
      title: texts.status,
      dataIndex: "status",
      render: (status: string) => <StatusTag status={status} words={texts.claimStatuses} />,
    },
    { title: texts.kind, dataIndex: "kind", render: (kind: string) => wordOf(texts.kinds, kind) },
    {
      title: texts.orderNumber,
      dataIndex: "orders",
      render: (orders: WireClaimSummary["orders"]) =>
        orders.map(({ orderId, orderNumber }) => (
          <div key={orderId}>
            <Link to={{ page: "order", orderId }}>{orderNumber}</Link>
          </div>
        )),
    },
    {
      title: texts.channel,
      dataIndex: "channel",
      render: (channel: string) => wordOf(texts.channels, channel),
    },
    { title: texts.receivedAt, dataIndex: "receivedAt", render: time },
    { title: texts.decidedAt, dataIndex: "decidedAt", render: time },
    { title: texts.settledAt, dataIndex: "settledAt", render: time },
  ];
}
