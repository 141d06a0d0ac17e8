import { Card, Table } from "antd";
import type { TableColumnsType } from "antd";
import type { WireOrderSummary } from "../../../src/contract/index.ts";
import { useConsole, useMe } from "../console.ts";
import { moneyText, timeText } from "../format.ts";
import { FailureAlert } from "../parts/failure-alert.tsx";
import { FilterBar } from "../parts/filter-bar.tsx";
import { Link } from "../parts/link.tsx";
import { useLoaded } from "../parts/loading.ts";
import { Pager, usePages } from "../parts/pager.tsx";
import { StatusTag } from "../parts/status-tag.tsx";
import type { Place } from "../paths.ts";

interface Props {
  readonly filter: Extract<Place, { page: "orders" }>;
}

export function OrdersPage({ filter: { orderNumber, status } }: Props) {
  const { texts, go } = useConsole();
  const pages = usePages();
  const { cursor } = pages;
  const query = {
    limit: 20,
    ...(cursor === undefined ? {} : { cursor }),
    ...(orderNumber === undefined ? {} : { orderNumber }),
    // An address may name a status that there is none of: the server then says so.
    ...(status === undefined ? {} : { status: status as WireOrderSummary["status"] }),
  };
  const { data, failure, loading, reload } = useLoaded(cursor ?? "", (ask) =>
    ask((client) => client.listOrders({ query })),
  );
  return (
    <Card title={<h1>{texts.orders}</h1>}>
      <FilterBar
        numberLabel={texts.orderNumber}
        number={orderNumber}
        status={status}
        statuses={texts.orderStatuses}
        change={(nextNumber, nextStatus) =>
          go({
            page: "orders",
            ...(nextNumber === undefined ? {} : { orderNumber: nextNumber }),
            ...(nextStatus === undefined ? {} : { status: nextStatus }),
          })
        }
      />
      <FailureAlert failure={failure} retry={reload} />
      <Table<WireOrderSummary>
        rowKey="orderId"
        size="small"
        columns={useColumns()}
        dataSource={data?.items ?? []}
        loading={loading}
        pagination={false}
        locale={{ emptyText: texts.none }}
        scroll={{ x: "max-content" }}
      />
      <Pager pages={pages} next={data?.next ?? null} />
    </Card>
  );
}

function useColumns(): TableColumnsType<WireOrderSummary> {
  const { texts, language } = useConsole();
  const { zone } = useMe().merchant;
  const time = (instant: string | null) => timeText(instant, language, zone);
  return [
    {
      title: texts.orderNumber,
      dataIndex: "orderNumber",
      render: (text: string, { orderId }) => <Link to={{ page: "order", orderId }}>{text}</Link>,
    },
    {
      title: texts.status,
      dataIndex: "status",
      render: (status: string) => <StatusTag status={status} words={texts.orderStatuses} />,
    },
    {
      title: texts.paid,
      dataIndex: "paidMinor",
      align: "right",
      render: (paidMinor: number | null, { currency }) =>
        paidMinor === null ? "—" : moneyText(paidMinor, currency, language),
    },
    { title: texts.orderedAt, dataIndex: "orderedAt", render: time },
    { title: texts.paidAt, dataIndex: "paidAt", render: time },
  ];
}
