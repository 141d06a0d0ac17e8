import type { TableColumnsType } from "antd";
import type { WireOrderSummary } from "../../../src/contract/index.ts";
import { moneyText, timeText } from "../../../web/src/index.ts";
import { useConsole, useReader } from "../console.ts";
import { Link } from "../parts/link.tsx";
import { ListPage } from "../parts/list-page.tsx";
import { StatusTag } from "../parts/status-tag.tsx";
import type { ListPlace } from "../paths.ts";

export function OrdersPage({ place }: { readonly place: ListPlace }) {
  const { texts } = useConsole();
  const { number, status } = place;
  const filter = {
    ...(number === undefined ? {} : { orderNumber: number }),
    // An address may name a status that there is none of: the server then says so.
    ...(status === undefined ? {} : { status: status as WireOrderSummary["status"] }),
  };
  return (
    <ListPage<WireOrderSummary>
      title={texts.orders}
      numberLabel={texts.orderNumber}
      statuses={texts.orderStatuses}
      place={place}
      rowKey="orderId"
      columns={useOrderColumns()}
      load={(client, query) => client.listOrders({ query: { ...query, ...filter } })}
    />
  );
}

function useOrderColumns(): TableColumnsType<WireOrderSummary> {
  const { texts, language } = useConsole();
  const reader = useReader();
  const time = (instant: string | null) => timeText(instant, reader);
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
