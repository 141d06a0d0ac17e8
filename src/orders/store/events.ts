import type { Instant } from "../../core/index.ts";
import type { ReadTx, Tx } from "../../platform/index.ts";
import type { NewEvent } from "../new-order.ts";
import type { OrderEventKind, OrderStatus } from "../rules/lifecycle.ts";

export async function insertEvents(tx: Tx, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const statement = {
    name: "orders_insert_events",
    text: `insert into order_events (merchant_id, recorded_at, order_id, event_id, kind,
        occurred_at, data, reference)
      select $1, $2::timestamptz, t.order_id, t.event_id, t.kind, t.occurred_at, t.data::jsonb,
        t.reference
      from unnest($3::uuid[], $4::uuid[], $5::text[], $6::timestamptz[], $7::text[], $8::text[])
        as t (order_id, event_id, kind, occurred_at, data, reference)`,
  };
  await tx.query(statement, [
    tx.merchantId,
    new Date(tx.now),
    events.map(({ orderId }) => orderId),
    events.map(() => tx.newId()),
    events.map(({ kind }) => kind),
    events.map(({ occurredAt }) => new Date(occurredAt)),
    events.map(({ data }) => JSON.stringify(data)),
    events.map(({ reference }) => reference),
  ]);
}

export async function hasEventReference(
  tx: Tx,
  orderId: string,
  reference: string,
): Promise<boolean> {
  const statement = {
    name: "orders_has_event_reference",
    text: `select 1 from order_events
      where merchant_id = $1 and order_id = $2 and reference = $3`,
  };
  const rows = await tx.query(statement, [tx.merchantId, orderId, reference]);
  return rows.length > 0;
}

export interface EventRow {
  readonly event_id: string;
  readonly kind: OrderEventKind;
  readonly occurred_at: Instant;
  readonly recorded_at: Instant;
  readonly data: Readonly<Record<string, unknown>>;
}

export async function selectEvents(tx: ReadTx, orderId: string): Promise<EventRow[]> {
  const statement = {
    name: "orders_select_events",
    text: `select event_id, kind, occurred_at, recorded_at, data from order_events
      where merchant_id = $1 and order_id = $2 order by occurred_at, event_id`,
  };
  return tx.query(statement, [tx.merchantId, orderId]);
}

/** What an event may change on the order's head; null leaves a column as it is. */
export interface HeadChange {
  readonly orderId: string;
  readonly status: OrderStatus;
  readonly signedAt: Instant | null;
  readonly paidAt: Instant | null;
  readonly paidMinor: number | null;
}

export async function updateHead(tx: Tx, change: HeadChange): Promise<void> {
  const statement = {
    name: "orders_update_head",
    text: `update orders set status = $3, signed_at = coalesce($4, signed_at),
        paid_at = least(paid_at, $5::timestamptz), paid_minor = coalesce($6, paid_minor),
        draft = case when $6::bigint is null then draft end
      where merchant_id = $1 and order_id = $2`,
  };
  const { orderId, status, signedAt, paidAt, paidMinor } = change;
  const at = (instant: Instant | null) => (instant === null ? null : new Date(instant));
  await tx.query(statement, [tx.merchantId, orderId, status, at(signedAt), at(paidAt), paidMinor]);
}
