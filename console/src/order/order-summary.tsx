import { Card, Descriptions } from "antd";
import type { TableColumnsType } from "antd";
import type { WireOrder } from "../../../src/contract/index.ts";
import { fill, moneyText, timeText, wordOf } from "../../../web/src/index.ts";
import { useConsole } from "../console.ts";
import { TableCard } from "../parts/table-card.tsx";

interface Props {
  readonly order: WireOrder;
}

export function OrderSummaryCard({ order }: Props) {
  const { texts, language } = useConsole();
  const { customer, zone, currency, paidMinor, channel } = order;
  const contact = [customer?.name, customer?.phone, customer?.email].filter(Boolean);
  const rows = [
    {
      key: "paid",
      label: texts.paid,
      children: paidMinor === null ? "—" : moneyText(paidMinor, currency, language),
    },
    { key: "customer", label: texts.customer, children: customer?.reference ?? "—" },
    { key: "contact", label: texts.contact, children: contact.join(texts.between) || "—" },
    {
      key: "channel",
      label: texts.channel,
      children: channel === null ? "—" : wordOf(texts.channels, channel),
    },
    ...(["orderedAt", "signedAt", "paidAt"] as const).map((key) => ({
      key,
      label: texts[key],
      children: timeText(order[key], { language, zone }),
    })),
    { key: "zone", label: texts.zone, children: zone },
  ];
  return (
    <Card size="small">
      <Descriptions size="small" column={{ xs: 1, sm: 2, lg: 4 }} items={rows} />
    </Card>
  );
}

type Policy = WireOrder["policies"][number];

/** What binds the order; accepted is what an acceptance is recorded of, alone. */
export function PoliciesCard({ order }: Props) {
  const { policies, policiesFrom, acceptances } = order;
  const { texts } = useConsole();
  const source = acceptances.length === 0 ? texts.policiesFrom[policiesFrom] : null;
  const acceptance = useAcceptance(order);
  const columns: TableColumnsType<Policy> = [
    {
      title: texts.policies,
      dataIndex: "id",
      render: (id: string, { version }) => `${id}@${version}`,
    },
    { title: texts.acceptance, key: "acceptance", render: (_, policy) => acceptance(policy) },
    {
      title: texts.detail,
      dataIndex: "params",
      render: (params: Policy["params"]) =>
        Object.entries(params)
          .map(([name, value]) => `${name}=${String(value)}`)
          .join(texts.between),
    },
  ];
  return (
    <TableCard
      title={texts.policies}
      extra={<span className="hint">{source}</span>}
      rowKey="hash"
      columns={columns}
      rows={policies}
    />
  );
}

/** When and where the customer accepted a policy, as far as that was told. */
function useAcceptance({ acceptances, zone }: WireOrder): (policy: Policy) => string {
  const { texts, language } = useConsole();
  return ({ id, version }) => {
    const found = acceptances.filter(({ policies }) =>
      policies.some((policy) => policy.id === id && policy.version === version),
    );
    const said = found.map(({ acceptedAt, channel }) =>
      fill(texts.acceptedOn, {
        time: timeText(acceptedAt, { language, zone }),
        channel: wordOf(texts.channels, channel),
      }),
    );
    return said.join(texts.between) || texts.notAccepted;
  };
}
