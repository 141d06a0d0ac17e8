import { Table } from "antd";
import type { TableColumnsType } from "antd";
import type { WireClaimSummary } from "../../../src/contract/index.ts";
import { useConsole, useMe } from "../console.ts";
import { timeText } from "../format.ts";
import { wordOf } from "../texts/index.ts";
import { Link } from "./link.tsx";
import { StatusTag } from "./status-tag.tsx";

interface Props {
  readonly claims: readonly WireClaimSummary[];
  readonly loading: boolean;
}

export function ClaimTable({ claims, loading }: Props) {
  const { texts } = useConsole();
  return (
    <Table<WireClaimSummary>
      rowKey="claimId"
      size="small"
      columns={useColumns()}
      dataSource={[...claims]}
      loading={loading}
      pagination={false}
      locale={{ emptyText: texts.none }}
      scroll={{ x: "max-content" }}
    />
  );
}

function useColumns(): TableColumnsType<WireClaimSummary> {
  const { texts, language } = useConsole();
  const { zone } = useMe().merchant;
  const time = (instant: string | null) => timeText(instant, language, zone);
  return [
    {
      title: texts.claimNumber,
      dataIndex: "number",
      render: (number: string, { claimId }) => (
        <Link to={{ page: "claim", claimId }}>{number}</Link>
      ),
    },
    { title: texts.kind, dataIndex: "kind", render: (kind: string) => wordOf(texts.kinds, kind) },
    {
      title: texts.status,
      dataIndex: "status",
      render: (status: string) => <StatusTag status={status} words={texts.claimStatuses} />,
    },
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
