import { Card, Table } from "antd";
import type { TableColumnsType } from "antd";
import type { ReactNode } from "react";

interface Props<Row> {
  readonly title: string;
  readonly extra?: ReactNode;
  readonly rowKey: keyof Row & string;
  readonly columns: TableColumnsType<Row>;
  readonly rows: readonly Row[];
}

// Orders of hundreds of lines exist: the table then pages by itself.
const rowsMax = 50;

/** A table in a card of its own, which scrolls sideways where the screen is narrow. */
export function TableCard<Row extends object>({ title, extra, rowKey, columns, rows }: Props<Row>) {
  return (
    <Card size="small" title={<h2>{title}</h2>} extra={extra}>
      <Table<Row>
        rowKey={rowKey}
        size="small"
        columns={columns}
        dataSource={rows}
        pagination={rows.length > rowsMax ? { pageSize: rowsMax, showSizeChanger: false } : false}
        scroll={{ x: "max-content" }}
      />
    </Card>
  );
}
