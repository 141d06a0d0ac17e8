import type { OrderFacts } from "../../core/index.ts";
import type { Tx } from "../../platform/index.ts";
import { paidMinor } from "../new-order.ts";
import type { NewOrder } from "../new-order.ts";

const at = (instant: number | null): Date | null => (instant === null ? null : new Date(instant));
const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

/** Writes the head of each order; gives the ids of those whose number was not there before. */
export async function insertOrderHeads(tx: Tx, orders: readonly NewOrder[]): Promise<Set<string>> {
  const statement = {
    name: "orders_insert_heads",
    text: `insert into orders (merchant_id, recorded_at, order_id, order_number, status, currency,
        zone, calendar, language, channel, customer_id, contact_record_id, ordered_at,
        signed_at, paid_at, paid_minor, pins, pins_from, draft, source_digest)
      select $1, $2::timestamptz, t.order_id, t.order_number, t.status, t.currency, t.zone,
        t.calendar, t.language, t.channel, t.customer_id, t.contact_record_id, t.ordered_at,
        t.signed_at, t.paid_at, t.paid_minor, t.pins::jsonb, t.pins_from, t.draft::jsonb,
        t.source_digest
      from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
        $9::uuid[], $10::uuid[], $11::timestamptz[], $12::timestamptz[], $13::timestamptz[],
        $14::bigint[], $15::text[], $16::text[], $17::text[], $18::bytea[], $19::text[],
        $20::text[])
        as t (order_id, order_number, status, currency, zone, channel, customer_id,
          contact_record_id, ordered_at, signed_at, paid_at, paid_minor, pins, pins_from, draft,
          source_digest, calendar, language)
      on conflict (merchant_id, order_number) do nothing returning order_id`,
  };
  const rows = await tx.query<{ order_id: string }>(statement, [
    tx.merchantId,
    at(tx.now),
    orders.map((order) => order.orderId),
    orders.map((order) => order.orderNumber),
    orders.map((order) => order.status),
    orders.map((order) => order.currency),
    orders.map((order) => order.zone),
    orders.map((order) => order.channel),
    orders.map((order) => order.customerId),
    orders.map((order) => order.contactRecordId),
    orders.map((order) => at(order.orderedAt)),
    orders.map((order) => at(order.signedAt)),
    orders.map((order) => at(order.paidAt)),
    orders.map((order) => (order.facts === null ? null : paidMinor(order.facts))),
    orders.map((order) => json(order.policies.pins)),
    orders.map((order) => order.policies.from),
    orders.map((order) => json(order.draft)),
    orders.map((order) => (order.digest === null ? null : Buffer.from(order.digest))),
    orders.map((order) => order.calendar),
    orders.map((order) => order.language),
  ]);
  return new Set(rows.map((row) => row.order_id));
}

export async function insertOrderFacts(
  tx: Tx,
  orders: readonly Pick<NewOrder, "orderId" | "facts">[],
): Promise<void> {
  const frozen = orders.filter(({ facts }) => facts !== null);
  const statement = {
    name: "orders_insert_facts",
    text: `insert into order_facts (merchant_id, order_id, facts)
      select $1, t.order_id, t.facts::jsonb
      from unnest($2::uuid[], $3::text[]) as t (order_id, facts)`,
  };
  await tx.query(statement, [
    tx.merchantId,
    frozen.map(({ orderId }) => orderId),
    frozen.map(({ facts }) => JSON.stringify(facts)),
  ]);
}

/** The order as a later payment left it, beside what was frozen before. */
export async function appendOrderFacts(tx: Tx, orderId: string, facts: OrderFacts): Promise<void> {
  const statement = {
    name: "orders_append_facts",
    text: `insert into order_facts (merchant_id, order_id, payment, facts)
      select $1, $2, coalesce(max(payment), 0) + 1, $3::jsonb from order_facts
      where merchant_id = $1 and order_id = $2`,
  };
  await tx.query(statement, [tx.merchantId, orderId, JSON.stringify(facts)]);
}

export async function insertLines(
  tx: Tx,
  orders: readonly Pick<NewOrder, "orderId" | "lines">[],
): Promise<void> {
  const rows = orders.flatMap(({ orderId, lines }) =>
    lines.map((line, index) => ({ ...line, orderId, position: index + 1 })),
  );
  const statement = {
    name: "orders_insert_lines",
    text: `insert into order_lines (merchant_id, order_id, line_id, position, kind, product_code,
        product_name, quantity, list_minor)
      select $1, * from unnest($2::uuid[], $3::text[], $4::int[], $5::text[], $6::text[],
        $7::text[], $8::bigint[], $9::bigint[])`,
  };
  await tx.query(statement, [
    tx.merchantId,
    rows.map((row) => row.orderId),
    rows.map((row) => row.lineId),
    rows.map((row) => row.position),
    rows.map((row) => row.kind),
    rows.map((row) => row.productCode),
    rows.map((row) => row.productName),
    rows.map((row) => row.quantity),
    rows.map((row) => row.listMinor),
  ]);
}

export async function insertTenders(
  tx: Tx,
  orders: readonly Pick<NewOrder, "orderId" | "tenders">[],
  paidBefore = 0,
): Promise<void> {
  const rows = orders.flatMap(({ orderId, tenders }) =>
    tenders.map((tender, index) => ({ ...tender, orderId, position: paidBefore + index + 1 })),
  );
  if (rows.length === 0) return;
  const statement = {
    name: "orders_insert_tenders",
    text: `insert into order_tenders (merchant_id, order_id, tender_id, position, kind, unit, units,
        value_minor, gateway_account, gateway_transaction)
      select $1, * from unnest($2::uuid[], $3::text[], $4::int[], $5::text[], $6::text[],
        $7::bigint[], $8::bigint[], $9::text[], $10::text[])`,
  };
  await tx.query(statement, [
    tx.merchantId,
    rows.map((row) => row.orderId),
    rows.map((row) => row.tenderId),
    rows.map((row) => row.position),
    rows.map((row) => row.kind),
    rows.map((row) => row.unit),
    rows.map((row) => row.units),
    rows.map((row) => row.valueMinor),
    rows.map((row) => row.gatewayAccount),
    rows.map((row) => row.gatewayTransaction),
  ]);
}
