import type { Instant } from "../../core/index.ts";
import type { ReadTx } from "../../platform/index.ts";
import type { OrderStatus } from "../rules/lifecycle.ts";

export interface SummaryRow {
  readonly order_id: string;
  readonly order_number: string;
  readonly status: OrderStatus;
  readonly currency: string;
  readonly paid_minor: number | null;
  readonly ordered_at: Instant;
  readonly paid_at: Instant | null;
}

const summaryColumns = `order_id, order_number, status, currency, paid_minor, ordered_at, paid_at`;

export interface ListFilter {
  readonly orderNumber: string | null;
  readonly status: OrderStatus | null;
  /** The id that the page before ended with. */
  readonly before: string | null;
  readonly limit: number;
}

/** Newest first: ids rise with time. */
export async function selectSummaries(tx: ReadTx, filter: ListFilter): Promise<SummaryRow[]> {
  const statement = {
    name: "orders_select_summaries",
    text: `select ${summaryColumns} from orders
      where merchant_id = $1 and ($2::text is null or order_number = $2)
        and ($3::text is null or status = $3) and ($4::uuid is null or order_id < $4)
      order by order_id desc limit $5`,
  };
  const { orderNumber, status, before, limit } = filter;
  return tx.query(statement, [tx.merchantId, orderNumber, status, before, limit]);
}

export async function selectSummary(tx: ReadTx, orderId: string): Promise<SummaryRow | null> {
  const statement = {
    name: "orders_select_summary",
    text: `select ${summaryColumns} from orders where merchant_id = $1 and order_id = $2`,
  };
  const rows = await tx.query<SummaryRow>(statement, [tx.merchantId, orderId]);
  return rows[0] ?? null;
}

export interface HeadRow {
  readonly channel: string | null;
  readonly contact_record_id: string | null;
  readonly reference: string | null;
}

export async function selectHead(tx: ReadTx, orderId: string): Promise<HeadRow | null> {
  const statement = {
    name: "orders_select_head",
    text: `select o.channel, o.contact_record_id, c.reference from orders o
      left join customers c on c.merchant_id = o.merchant_id and c.customer_id = o.customer_id
      where o.merchant_id = $1 and o.order_id = $2`,
  };
  const rows = await tx.query<HeadRow>(statement, [tx.merchantId, orderId]);
  return rows[0] ?? null;
}

export interface LineRow {
  readonly line_id: string;
  readonly kind: string;
  readonly product_code: string | null;
  readonly product_name: string | null;
  readonly quantity: number;
  readonly list_minor: number;
}

export async function selectLines(tx: ReadTx, orderId: string): Promise<LineRow[]> {
  const statement = {
    name: "orders_select_lines",
    text: `select l.line_id, l.kind, l.product_code, coalesce(l.product_name, p.name)
        as product_name, l.quantity, l.list_minor
      from order_lines l left join products p
        on p.merchant_id = l.merchant_id and p.product_code = l.product_code
      where l.merchant_id = $1 and l.order_id = $2 order by l.position`,
  };
  return tx.query(statement, [tx.merchantId, orderId]);
}

export interface TenderRow {
  readonly tender_id: string;
  readonly kind: string;
  readonly unit: string;
  readonly units: number;
  readonly value_minor: number;
  readonly gateway_account: string | null;
  readonly gateway_transaction: string | null;
}

export async function selectTenders(tx: ReadTx, orderId: string): Promise<TenderRow[]> {
  const statement = {
    name: "orders_select_tenders",
    text: `select tender_id, kind, unit, units, value_minor, gateway_account, gateway_transaction
      from order_tenders where merchant_id = $1 and order_id = $2 order by position`,
  };
  return tx.query(statement, [tx.merchantId, orderId]);
}
