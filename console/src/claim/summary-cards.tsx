import { Card, Descriptions, Table } from "antd";
import type { TableColumnsType } from "antd";
import type { WireClaimView } from "../../../src/contract/index.ts";
import { fill, labelOf, timeText, wordOf } from "../../../web/src/index.ts";
import { useConsole, useReader } from "../console.ts";
import { Link } from "../parts/link.tsx";
import { StatusTag } from "../parts/status-tag.tsx";
import { placeName } from "./claim-data.ts";
import type { ClaimData } from "./claim-data.ts";

interface Props {
  readonly data: ClaimData;
}

/** What is claimed of which order, and when it came. */
export function SummaryCard({ data: { claim, orders } }: Props) {
  const { texts } = useConsole();
  const reader = useReader();
  const orderLinks = claim.orders.map(({ orderId, orderNumber }) => (
    <div key={orderId}>
      <Link to={{ page: "order", orderId }}>{orderNumber}</Link>
    </div>
  ));
  const items = claim.items.map((item) => {
    const name = placeName(item, orders, texts);
    const isOne = item.to - item.from === 1;
    const units = { name, from: item.from + 1, to: item.to };
    return (
      <div key={JSON.stringify(item)}>
        {item.lineId === null ? name : fill(isOne ? texts.unit : texts.units, units)}
      </div>
    );
  });
  const rows = [
    { key: "orders", label: texts.orderNumber, children: <div>{orderLinks}</div> },
    { key: "items", label: texts.items, children: <div>{items}</div> },
    { key: "channel", label: texts.channel, children: wordOf(texts.channels, claim.channel) },
    ...(["receivedAt", "decidedAt", "settledAt"] as const).map((key) => ({
      key,
      label: texts[key],
      children: timeText(claim[key], reader),
    })),
  ];
  return (
    <Card size="small">
      <Descriptions size="small" column={1} items={rows} />
    </Card>
  );
}

type Fact = WireClaimView["facts"][number];

export function FactsCard({ data }: Props) {
  const { texts } = useConsole();
  const columns = useFactColumns(data);
  return (
    <Card size="small" title={<h2>{texts.facts}</h2>}>
      <Table<Fact>
        rowKey={({ fact, recordedAt, lineId, packetId, state }) =>
          JSON.stringify([fact, recordedAt, lineId, packetId, state])
        }
        size="small"
        columns={columns}
        dataSource={data.claim.facts}
        pagination={false}
        locale={{ emptyText: texts.none }}
      />
      <Notes facts={data.claim.facts} />
    </Card>
  );
}

/** What reviewers wrote; one note goes with all facts of its attestation. */
function Notes({ facts }: { readonly facts: readonly Fact[] }) {
  const { texts } = useConsole();
  const reader = useReader();
  const written = new Map(
    facts.flatMap(({ note, customerNote, recordedAt }) =>
      [
        { note, recordedAt, to: texts.notes },
        { note: customerNote, recordedAt, to: texts.toCustomer },
      ].flatMap((one) => (one.note === null ? [] : [[JSON.stringify(one), one] as const])),
    ),
  );
  if (written.size === 0) return null;
  return (
    <section className="notes" aria-label={texts.notes}>
      <h3>{texts.notes}</h3>
      {[...written].map(([key, { note, recordedAt, to }]) => (
        <blockquote key={key}>
          <p className="letter">{note}</p>
          <footer className="hint">
            {to} · {timeText(recordedAt, reader)}
          </footer>
        </blockquote>
      ))}
    </section>
  );
}

function useFactColumns({ orders }: ClaimData): TableColumnsType<Fact> {
  const { texts } = useConsole();
  const reader = useReader();
  return [
    {
      title: texts.fact,
      dataIndex: "name",
      render: (name: string, fact) => (
        <>
          <strong>{labelOf(name)}</strong>
          <div>{labelOf(fact.valueText)}</div>
          <div className="hint">{placeName(fact, orders, texts)}</div>
        </>
      ),
    },
    {
      title: texts.state,
      dataIndex: "state",
      render: (state: string, { byKind, recordedAt }) => (
        <>
          <StatusTag status={state} words={texts.factStates} />
          <div className="hint">
            {wordOf(texts.actors, byKind)} · {timeText(recordedAt, reader)}
          </div>
        </>
      ),
    },
  ];
}
