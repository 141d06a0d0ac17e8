import type { Instant } from "../../core/index.ts";
import { timestamp } from "../../platform/index.ts";
import type { ReadTx } from "../../platform/index.ts";

/** Claims received from (inclusive) to (exclusive); null is open. */
export interface Window {
  readonly from: Instant | null;
  readonly to: Instant | null;
}

export interface PastOrderRow {
  readonly order_id: string;
  readonly channel: string | null;
}

const inWindow = `exists (select from claims c where c.merchant_id = d.merchant_id
  and c.claim_id = d.claim_id and c.received_at >= coalesce($4::timestamptz, '-infinity')
  and c.received_at < coalesce($5::timestamptz, 'infinity'))`;

/** Two texts, so that a window that is open on both sides reads no claim only to find its order. */
const pageText = (condition: string) => `select page.order_id, o.channel
  from (select distinct d.order_id from decisions d
    where d.merchant_id = $1 and d.order_id > $2 ${condition}
    order by d.order_id limit $3) page
  join orders o on o.merchant_id = $1 and o.order_id = page.order_id order by page.order_id`;

const everyPageStatement = { name: "insight_past_orders", text: pageText("") };
const windowPageStatement = {
  name: "insight_past_orders_within",
  text: pageText(`and ${inWindow}`),
};

const firstId = "00000000-0000-0000-0000-000000000000";

/** The next orders, by id, on which a claim of the window was decided. */
export function selectPastOrders(
  tx: ReadTx,
  { from, to }: Window,
  after: string | null,
  limit: number,
): Promise<PastOrderRow[]> {
  const values = [tx.merchantId, after ?? firstId, limit];
  return from === null && to === null
    ? tx.query<PastOrderRow>(everyPageStatement, values)
    : tx.query<PastOrderRow>(windowPageStatement, [...values, ...windowValues({ from, to })]);
}

const windowValues = ({ from, to }: Window) =>
  [from, to].map((instant) => (instant === null ? null : timestamp(instant)));

export interface PastDecisionRow {
  readonly decision_id: string;
  readonly claim_id: string;
  readonly order_id: string;
  readonly accepted: boolean;
  readonly corrects: string | null;
  readonly decision: string;
  readonly number: string;
  readonly kind: string;
  readonly received_at: Instant;
  readonly ends_at: Instant | null;
  readonly decided_at: Instant | null;
  readonly refused: boolean;
}

const decisionsStatement = {
  name: "insight_past_decisions",
  text: `select d.decision_id, d.claim_id, d.order_id, d.accepted, d.corrects, d.decision,
      c.number, c.kind, c.received_at, c.ends_at, c.decided_at, c.status = 'refused' as refused
    from decisions d join claims c on c.merchant_id = d.merchant_id and c.claim_id = d.claim_id
    where d.merchant_id = $1 and d.order_id = any($2::uuid[])
    order by d.order_id, d.decision_id`,
};

/** All decisions on these orders, as they were made: what is owed depends on all of them. */
export const selectPastDecisions = (tx: ReadTx, orderIds: readonly string[]) =>
  tx.query<PastDecisionRow>(decisionsStatement, [tx.merchantId, orderIds]);

const productsStatement = {
  name: "insight_line_products",
  text: `select l.order_id, l.line_id, l.product_code, coalesce(l.product_name, p.name) as name
    from unnest($2::uuid[], $3::text[]) as wanted (order_id, line_id)
    join order_lines l on l.merchant_id = $1
      and l.order_id = wanted.order_id and l.line_id = wanted.line_id
    left join products p on p.merchant_id = l.merchant_id and p.product_code = l.product_code`,
};

export interface LineProductRow {
  readonly order_id: string;
  readonly line_id: string;
  readonly product_code: string | null;
  readonly name: string | null;
}

/** What was sold on these lines. */
export const selectLineProducts = (
  tx: ReadTx,
  lines: readonly { readonly orderId: string; readonly lineId: string }[],
) =>
  tx.query<LineProductRow>(productsStatement, [
    tx.merchantId,
    lines.map(({ orderId }) => orderId),
    lines.map(({ lineId }) => lineId),
  ]);

export interface Extent {
  /** Decisions of the window: one for each claim and order. */
  readonly decisions: number;
  /** Claims of the window that wait for facts or a person, and so have no decision. */
  readonly open: number;
  readonly withdrawn: number;
  /** Claims that no order of the customer fits, and that no policy has decided. */
  readonly unmatched: number;
  readonly first_at: Instant | null;
  readonly last_at: Instant | null;
}

const extentStatement = {
  name: "insight_extent",
  text: `select
      coalesce(sum((select count(*) from decisions d
        where d.merchant_id = c.merchant_id and d.claim_id = c.claim_id)), 0)::bigint as decisions,
      count(*) filter (where c.status in ('filed', 'gathering', 'reviewing')) as open,
      count(*) filter (where c.status = 'withdrawn') as withdrawn,
      count(*) filter (where c.unmatched is not null) as unmatched,
      min(c.received_at) filter (where c.decided_at is not null) as first_at,
      max(c.received_at) filter (where c.decided_at is not null) as last_at
    from claims c where c.merchant_id = $1
      and c.received_at >= coalesce($2::timestamptz, '-infinity')
      and c.received_at < coalesce($3::timestamptz, 'infinity')`,
};

/** How much there is to go through, and what of the window was never decided. */
export async function selectExtent(tx: ReadTx, window: Window): Promise<Extent> {
  const rows = await tx.query<Extent>(extentStatement, [tx.merchantId, ...windowValues(window)]);
  const [extent] = rows;
  if (extent === undefined) throw new Error("an aggregate without groups has one row");
  return extent;
}
