import type { TableColumnsType } from "antd";
import type { WireOrder } from "../../../src/contract/index.ts";
import { fill, moneyText, timeText, unitsText, wordOf } from "../../../web/src/index.ts";
import { useConsole } from "../console.ts";
import { TableCard } from "../parts/table-card.tsx";
import type { Texts } from "../texts/index.ts";

interface Props {
  readonly order: WireOrder;
}

type Line = WireOrder["lines"][number];

export function LinesCard({ order }: Props) {
  const { texts, language } = useConsole();
  const { currency, zone, lines } = order;
  const money = (minor: number | null) =>
    minor === null ? "—" : moneyText(minor, currency, language);
  const columns: TableColumnsType<Line> = [
    { title: "#", dataIndex: "lineId" },
    {
      title: texts.product,
      dataIndex: "productName",
      render: (name: string | null, { productCode }) => (
        <>
          {name ?? productCode ?? "—"}
          {name !== null && productCode !== null && <div className="hint">{productCode}</div>}
        </>
      ),
    },
    { title: texts.quantity, dataIndex: "quantity", align: "right" },
    { title: texts.listPrice, dataIndex: "listMinor", align: "right", render: money },
    { title: texts.paid, dataIndex: "paidMinor", align: "right", render: money },
    {
      title: texts.lineReceivedAt,
      dataIndex: "receivedAt",
      render: (instant: string | null) => timeText(instant, { language, zone }),
    },
  ];
  return <TableCard title={texts.lines} rowKey="lineId" columns={columns} rows={lines} />;
}

type Tender = WireOrder["tenders"][number];

export function TendersCard({ order: { currency, tenders } }: Props) {
  const context = useConsole();
  const { texts, language } = context;
  const columns: TableColumnsType<Tender> = [
    {
      title: texts.tender,
      dataIndex: "kind",
      render: (kind: Tender["kind"]) => wordOf(texts.tenderKinds, kind),
    },
    {
      title: texts.amount,
      dataIndex: "units",
      align: "right",
      render: (units: number, { unit }) => unitsText(units, unit, currency, context),
    },
    {
      title: texts.worth,
      dataIndex: "valueMinor",
      align: "right",
      render: (minor: number) => moneyText(minor, currency, language),
    },
    {
      title: texts.account,
      dataIndex: "gatewayAccount",
      render: (text: string | null) => text ?? "—",
    },
    {
      title: texts.transaction,
      dataIndex: "gatewayTransaction",
      render: (text: string | null) => text ?? "—",
    },
  ];
  return <TableCard title={texts.tenders} rowKey="tenderId" columns={columns} rows={tenders} />;
}

type Event = WireOrder["events"][number];

export function EventsCard({ order }: Props) {
  const { events, zone } = order;
  const { texts, language } = useConsole();
  const time = (instant: string) => timeText(instant, { language, zone });
  const columns: TableColumnsType<Event> = [
    {
      title: texts.events,
      dataIndex: "kind",
      render: (kind: string) => wordOf(texts.eventKinds, kind),
    },
    {
      title: texts.detail,
      dataIndex: "data",
      render: (data: Event["data"]) =>
        saidOf(data, order, texts)
          .map(([name, value]) => fill(texts.pair, { name, value }))
          .join(" · ") || "—",
    },
    { title: texts.occurredAt, dataIndex: "occurredAt", render: time },
    { title: texts.recordedAt, dataIndex: "recordedAt", render: time },
  ];
  return <TableCard title={texts.events} rowKey="eventId" columns={columns} rows={events} />;
}

/** What an event says beside its kind; a line by its product, and nothing of what is not there. */
function saidOf(data: Event["data"], { lines }: WireOrder, texts: Texts): [string, string][] {
  return Object.entries(data).flatMap(([name, value]): [string, string][] => {
    // Tables of terms and the like are for machines, and stand in the API.
    if (value === null || typeof value === "object") return [];
    const text = typeof value === "string" ? value : JSON.stringify(value);
    if (name !== "lineId") return [[name, text]];
    const line = lines.find(({ lineId }) => lineId === value);
    return [[texts.ofLine, line?.productName ?? line?.productCode ?? text]];
  });
}
