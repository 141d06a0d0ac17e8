import { Card, Table } from "antd";
import type { TableColumnsType } from "antd";
import type { Answer, Client } from "../../../src/contract/index.ts";
import { useConsole } from "../console.ts";
import type { ListPlace } from "../paths.ts";
import { FailureAlert } from "./failure-alert.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { useLoaded } from "./loading.ts";
import { Pager, usePages } from "./pager.tsx";

interface Props<Row extends object> {
  readonly title: string;
  readonly numberLabel: string;
  /** What the list can be narrowed to, in words. */
  readonly statuses: Readonly<Record<string, string>>;
  readonly place: ListPlace;
  readonly rowKey: keyof Row & string;
  readonly columns: TableColumnsType<Row>;
  readonly load: (client: Client, query: ListQuery) => Promise<Answer<Found<Row>>>;
}

export interface ListQuery {
  readonly limit: number;
  readonly cursor?: string;
}

interface Found<Row> {
  readonly items: readonly Row[];
  readonly next: string | null;
}

const rowsMax = 20;

/** A list that is filtered by its address and leafed through by cursors. */
export function ListPage<Row extends object>(props: Props<Row>) {
  const { title, numberLabel, statuses, place, rowKey, columns, load } = props;
  const { texts, go } = useConsole();
  const pages = usePages();
  const { cursor } = pages;
  const query = { limit: rowsMax, ...(cursor === undefined ? {} : { cursor }) };
  const { data, failure, loading, reload } = useLoaded(cursor ?? "", (ask) =>
    ask((client) => load(client, query)),
  );
  const isFiltered = place.number !== undefined || place.status !== undefined;
  const nothing = isFiltered ? texts.noMatch : texts.none;
  return (
    <Card title={<h1>{title}</h1>}>
      <FilterBar
        numberLabel={numberLabel}
        place={place}
        statuses={statuses}
        change={(filter) => go({ page: place.page, ...filter })}
      />
      <FailureAlert failure={failure} retry={reload} />
      <Table<Row>
        rowKey={rowKey}
        size="small"
        columns={columns}
        dataSource={data?.items ?? []}
        loading={loading}
        pagination={false}
        locale={{ emptyText: loading ? " " : failure === null ? nothing : "—" }}
        scroll={{ x: "max-content" }}
      />
      <Pager pages={pages} next={data?.next ?? null} />
    </Card>
  );
}
