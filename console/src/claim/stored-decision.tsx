import { Table } from "antd";
import type { TableColumnsType } from "antd";
import type { WireClaimView, WireOrder } from "../../../src/contract/index.ts";
import type { Decision } from "../../../src/core/index.ts";
import { moneyText } from "../../../web/src/index.ts";
import { useConsole } from "../console.ts";
import { placeName } from "./claim-data.ts";

type View = WireClaimView["decisions"][number];

interface HeadRow {
  readonly key: string;
  readonly direction: string;
  readonly base: string;
  readonly place: string;
  readonly baseMinor: number;
  readonly fraction: string;
  readonly clause: string;
}

interface Props {
  readonly decision: View;
  readonly orders: readonly WireOrder[];
}

/** The answer as it is kept: each base with its exact share, and the record behind it. */
export function StoredDecision({ decision, orders }: Props) {
  const { texts } = useConsole();
  const stored = JSON.parse(decision.decision) as Decision;
  const rows = stored.heads.flatMap((head, at): HeadRow[] =>
    head.items.map((item, position) => {
      const trace = head.trace[position];
      return {
        key: `${at} ${position}`,
        direction: texts.directions[head.direction],
        base: head.base,
        place: placeName({ ...item, orderId: decision.orderId }, orders, texts),
        baseMinor: item.baseMinor,
        fraction: item.fraction,
        clause: `${trace?.policy ?? ""} ${trace?.clause ?? ""}`.trim(),
      };
    }),
  );
  return (
    <>
      <Table<HeadRow>
        size="small"
        columns={useHeadColumns(decision.currency)}
        dataSource={rows}
        pagination={false}
        scroll={{ x: "max-content" }}
      />
      <pre className="json" tabIndex={0} aria-label={texts.storedDecision}>
        {JSON.stringify(stored, null, 2)}
      </pre>
    </>
  );
}

function useHeadColumns(currency: string): TableColumnsType<HeadRow> {
  const { texts, language } = useConsole();
  return [
    { title: texts.heads, dataIndex: "direction" },
    { title: texts.base, dataIndex: "base" },
    { title: texts.place, dataIndex: "place" },
    {
      title: texts.baseAmount,
      dataIndex: "baseMinor",
      align: "right",
      render: (minor: number) => moneyText(minor, currency, language),
    },
    { title: texts.share2, dataIndex: "fraction", align: "right" },
    { title: texts.clause, dataIndex: "clause" },
  ];
}
