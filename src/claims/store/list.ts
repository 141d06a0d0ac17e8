import type { Instant } from "../../core/index.ts";
import type { ReadTx } from "../../platform/index.ts";
import type { ClaimStatus } from "../rules/lifecycle.ts";

export interface SummaryRow {
  readonly claim_id: string;
  readonly number: string;
  readonly kind: string;
  readonly status: ClaimStatus;
  readonly refusal_code: string | null;
  readonly channel: string;
  readonly received_at: Instant;
  readonly ends_at: Instant | null;
  readonly decided_at: Instant | null;
  readonly settled_at: Instant | null;
  readonly orders: readonly { readonly orderId: string; readonly orderNumber: string }[];
}

export interface ClaimFilter {
  readonly status: string | null;
  readonly number: string | null;
  /** Claims that name one of these orders; null for all. */
  readonly orderIds: readonly string[] | null;
  /** Claims older than this id. */
  readonly before: string | null;
  readonly limit: number;
}

const listStatement = {
  name: "claims_list",
  text: `select c.claim_id, c.number, c.kind, c.status, c.refusal_code, c.channel, c.received_at,
      c.ends_at, c.decided_at, c.settled_at,
      coalesce((select jsonb_agg(distinct jsonb_build_object(
          'orderId', o.order_id, 'orderNumber', o.order_number))
        from claim_items i join orders o using (merchant_id, order_id)
        where i.merchant_id = c.merchant_id and i.claim_id = c.claim_id), '[]') as orders
    from claims c
    where c.merchant_id = $1
      and ($2::text is null or c.status = $2)
      and ($3::text is null or c.number = $3)
      and ($4::uuid[] is null or exists (select from claim_items i
        where i.merchant_id = c.merchant_id and i.claim_id = c.claim_id and i.order_id = any($4)))
      and ($5::uuid is null or c.claim_id < $5)
    order by c.claim_id desc limit $6`,
};

/** Newest first. */
export const selectSummaries = (tx: ReadTx, filter: ClaimFilter): Promise<SummaryRow[]> =>
  tx.query<SummaryRow>(listStatement, [
    tx.merchantId,
    filter.status,
    filter.number,
    filter.orderIds,
    filter.before,
    filter.limit,
  ]);

export interface ReferenceCount {
  readonly status: ClaimStatus;
  readonly unmatched: string | null;
  readonly claims: number;
}

/** The claims whose caller's reference begins so, counted by state and reason. */
export const countByReference = (tx: ReadTx, prefix: string): Promise<ReferenceCount[]> =>
  tx.query<ReferenceCount>(
    {
      name: "claims_count_by_reference",
      text: `select status, unmatched, count(*)::int as claims from claims
        where merchant_id = $1 and starts_with(reference, $2) group by status, unmatched`,
    },
    [tx.merchantId, prefix],
  );
