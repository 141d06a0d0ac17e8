import type { Language } from "../../contract/index.ts";
import type { CalendarName, Instant, OrderDraft, OrderFacts } from "../../core/index.ts";
import type { ReadTx, Tx } from "../../platform/index.ts";
import type { Pin } from "../../promises/index.ts";
import type { OrderEventKind, OrderStatus } from "../rules/lifecycle.ts";

/** An order with everything that a decision reads, in one row. */
export interface LoadedRow {
  readonly order_id: string;
  readonly order_number: string;
  readonly status: OrderStatus;
  readonly currency: string;
  readonly zone: string;
  readonly calendar: CalendarName | null;
  readonly language: Language | null;
  readonly ordered_at: Instant;
  readonly signed_at: Instant | null;
  readonly paid_at: Instant | null;
  readonly pins: readonly Pin[];
  readonly pins_from: "accepted" | "default";
  readonly customer_id: string | null;
  readonly person_id: string | null;
  readonly customer_kind: "consumer" | "business" | null;
  readonly facts: OrderFacts | null;
  readonly events: readonly {
    readonly kind: OrderEventKind;
    readonly at: number;
    readonly data: Readonly<Record<string, unknown>>;
  }[];
}

export async function selectLoadedOrders(
  tx: ReadTx,
  orderIds: readonly string[],
): Promise<LoadedRow[]> {
  const statement = {
    name: "orders_select_loaded",
    text: `select o.order_id, o.order_number, o.status, o.currency, o.zone, o.calendar,
        o.language, o.ordered_at, o.signed_at, o.paid_at, o.pins, o.pins_from, o.customer_id,
        c.person_id, c.kind as customer_kind, f.facts,
        (select coalesce(json_agg(json_build_object('kind', e.kind,
            'at', (extract(epoch from e.occurred_at) * 1000)::bigint, 'data', e.data)
            order by e.occurred_at, e.event_id), '[]')
          from order_events e
          where e.merchant_id = o.merchant_id and e.order_id = o.order_id) as events
      from orders o
      left join lateral (select facts from order_facts
        where merchant_id = o.merchant_id and order_id = o.order_id
        order by payment desc limit 1) f on true
      left join customers c on c.merchant_id = o.merchant_id and c.customer_id = o.customer_id
      where o.merchant_id = $1 and o.order_id = any($2::uuid[]) order by o.order_id`,
  };
  return tx.query(statement, [tx.merchantId, orderIds]);
}

export interface LockedRow {
  readonly order_number: string;
  readonly status: OrderStatus;
  readonly currency: string;
  readonly customer_id: string | null;
  readonly draft: OrderDraft | null;
}

export async function lockOrder(tx: Tx, orderId: string): Promise<LockedRow | null> {
  const statement = {
    name: "orders_lock",
    text: `select order_number, status, currency, customer_id, draft from orders
      where merchant_id = $1 and order_id = $2 for update`,
  };
  const rows = await tx.query<LockedRow>(statement, [tx.merchantId, orderId]);
  return rows[0] ?? null;
}

/** Of imported orders with these numbers: what was read then. */
export async function selectDigests(
  tx: ReadTx,
  orderNumbers: readonly string[],
): Promise<Map<string, Buffer | null>> {
  const statement = {
    name: "orders_select_digests",
    text: `select order_number, source_digest from orders
      where merchant_id = $1 and order_number = any($2::text[])`,
  };
  const rows = await tx.query<{ order_number: string; source_digest: Buffer | null }>(statement, [
    tx.merchantId,
    orderNumbers,
  ]);
  return new Map(rows.map((row) => [row.order_number, row.source_digest]));
}

/** Ids of orders by their numbers; a number that is not there is absent. */
export async function selectOrderIds(
  tx: ReadTx,
  orderNumbers: readonly string[],
): Promise<Map<string, string>> {
  const statement = {
    name: "orders_select_ids",
    text: `select order_number, order_id from orders
      where merchant_id = $1 and order_number = any($2::text[])`,
  };
  const rows = await tx.query<{ order_number: string; order_id: string }>(statement, [
    tx.merchantId,
    orderNumbers,
  ]);
  return new Map(rows.map((row) => [row.order_number, row.order_id]));
}
