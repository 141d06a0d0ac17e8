import type { ReadTx, Tx } from "../../platform/index.ts";
import { obligationMove } from "../rules/obligation.ts";
import type { ObligationStatus, ObligationStep } from "../rules/obligation.ts";
import { mayHavePaid, payoutStatuses } from "../rules/payout.ts";

export type Route = "gateway" | "internal" | "transfer";

export type NewObligation = {
  readonly obligationId: string;
  readonly orderId: string;
  readonly claimId: string | null;
  readonly tenderId: string | null;
  readonly purpose: string;
  readonly route: Route;
  readonly unit: string;
  readonly units: number;
  readonly status: ObligationStatus;
};

export async function insertObligations(tx: Tx, obligations: readonly NewObligation[]) {
  const text = `insert into obligations (merchant_id, obligation_id, order_id, claim_id, tender_id,
      purpose, route, unit, units, status, created_at, met_at)
    select $1, t.*, $2::timestamptz, case when t.status = 'met' then $2::timestamptz end
    from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[],
      $10::bigint[], $11::text[]) as t (obligation_id, order_id, claim_id, tender_id, purpose,
      route, unit, units, status)`;
  await tx.query({ name: "treasury_insert_obligations", text }, [
    tx.merchantId,
    new Date(tx.now),
    obligations.map(({ obligationId }) => obligationId),
    obligations.map(({ orderId }) => orderId),
    obligations.map(({ claimId }) => claimId),
    obligations.map(({ tenderId }) => tenderId),
    obligations.map(({ purpose }) => purpose),
    obligations.map(({ route }) => route),
    obligations.map(({ unit }) => unit),
    obligations.map(({ units }) => units),
    obligations.map(({ status }) => status),
  ]);
}

export type BesideRow = {
  readonly order_id: string;
  readonly purpose: string;
  readonly unit: string;
  readonly units: number;
};

/** What is taken on beside the tenders, per purpose: released obligations do not count. */
export async function sumBeside(tx: ReadTx, orderIds: readonly string[]) {
  const text = `select order_id, purpose, unit, sum(units)::bigint as units from obligations
    where merchant_id = $1 and order_id = any($2::uuid[]) and tender_id is null
      and status <> 'released'
    group by order_id, purpose, unit`;
  const statement = { name: "treasury_sum_beside", text };
  return tx.query<BesideRow>(statement, [tx.merchantId, orderIds]);
}

export type TakenOnRow = {
  readonly order_id: string;
  readonly claim_id: string;
  readonly tender_id: string;
  readonly units: number;
};

/**
 * What was taken on for each claim on each tender. What a person has released since is still
 * counted, what was withdrawn because its money went another way is not.
 */
export async function sumTakenOn(tx: ReadTx, orderIds: readonly string[]) {
  const text = `select order_id, claim_id, tender_id, sum(units)::bigint as units from obligations
    where merchant_id = $1 and order_id = any($2::uuid[]) and claim_id is not null
      and tender_id is not null and release_reason is distinct from 'gone_elsewhere'
    group by order_id, claim_id, tender_id`;
  const statement = { name: "treasury_sum_taken_on", text };
  return tx.query<TakenOnRow>(statement, [tx.merchantId, orderIds]);
}

export type ObligationRow = {
  readonly obligation_id: string;
  readonly order_id: string;
  readonly claim_id: string | null;
  readonly tender_id: string | null;
  readonly purpose: string;
  readonly route: Route;
  readonly unit: string;
  readonly units: number;
  readonly status: ObligationStatus;
  readonly created_at: number;
  readonly met_at: number | null;
  readonly release_reason: string | null;
};

const columns = `obligation_id, order_id, claim_id, tender_id, purpose, route, unit, units, status,
  created_at, met_at, release_reason`;

export async function lockObligation(tx: Tx, obligationId: string) {
  const text = `select ${columns} from obligations
    where merchant_id = $1 and obligation_id = $2 for update`;
  const statement = { name: "treasury_lock_obligation", text };
  const rows = await tx.query<ObligationRow>(statement, [tx.merchantId, obligationId]);
  return rows[0] ?? null;
}

export async function lockOrderObligations(tx: Tx, orderId: string) {
  const text = `select ${columns} from obligations
    where merchant_id = $1 and order_id = $2 order by obligation_id for update`;
  const statement = { name: "treasury_lock_order_obligations", text };
  return tx.query<ObligationRow>(statement, [tx.merchantId, orderId]);
}

/** Refunds of an order for which no money is gone or may be, nor stated to be; latest first. */
export async function selectQueued(tx: Tx, orderId: string) {
  const text = `select ${columns} from obligations o
    where o.merchant_id = $1 and o.order_id = $2 and o.tender_id is not null
      and o.purpose = 'refund' and o.status in ('planned', 'in_progress')
      and not exists (select from payouts p where p.merchant_id = $1
        and p.obligation_id = o.obligation_id and p.status = any($3::text[]))
      and not exists (select from transfer_statements t where t.merchant_id = $1
        and t.obligation_id = o.obligation_id and t.status = 'stated')
    order by o.obligation_id desc`;
  const statement = { name: "treasury_select_queued", text };
  const paying = payoutStatuses.filter(mayHavePaid);
  return tx.query<ObligationRow>(statement, [tx.merchantId, orderId, paying]);
}

/** Takes a step with those obligations that can still take it; gives back those that moved. */
export async function moveObligations(
  tx: Tx,
  obligationIds: readonly string[],
  step: ObligationStep,
) {
  const { from, to } = obligationMove(step);
  const text = `update obligations set status = $4,
      met_at = case when $4 = 'met' then $5::timestamptz end
    where merchant_id = $1 and obligation_id = any($2::uuid[]) and status = any($3::text[])
    returning obligation_id`;
  const values = [tx.merchantId, obligationIds, from, to, new Date(tx.now)];
  return tx.query<{ obligation_id: string }>({ name: "treasury_move_obligations", text }, values);
}

export async function markReleased(
  tx: Tx,
  obligationId: string,
  releasedBy: string,
  reason: string,
): Promise<void> {
  const { from, to } = obligationMove("release");
  const text = `update obligations set status = $6, released_at = $3, released_by = $4,
      release_reason = $5
    where merchant_id = $1 and obligation_id = $2 and status = any($7::text[])`;
  const at = new Date(tx.now);
  const values = [tx.merchantId, obligationId, at, releasedBy, reason, to, from];
  await tx.query({ name: "treasury_release_obligation", text }, values);
}

export async function countOpen(tx: ReadTx, claimId: string): Promise<number> {
  const text = `select count(*)::int as open from obligations
    where merchant_id = $1 and claim_id = $2 and status in ('planned', 'in_progress')`;
  const statement = { name: "treasury_count_open", text };
  const rows = await tx.query<{ open: number }>(statement, [tx.merchantId, claimId]);
  return rows[0]?.open ?? 0;
}

export async function countOpenByRoute(tx: ReadTx) {
  const text = `select route, count(*)::int as open from obligations
    where merchant_id = $1 and status in ('planned', 'in_progress') group by route`;
  const statement = { name: "treasury_count_open_by_route", text };
  return tx.query<{ route: Route; open: number }>(statement, [tx.merchantId]);
}

export type ObligationFilter = {
  readonly orderId?: string | undefined;
  readonly claimId?: string | undefined;
  readonly status?: string | undefined;
  readonly route?: string | undefined;
  readonly before: string | null;
  readonly limit: number;
};

/** Newest first: ids are in order of time. */
export async function selectObligations(tx: ReadTx, filter: ObligationFilter) {
  const text = `select ${columns} from obligations
    where merchant_id = $1 and ($2::uuid is null or order_id = $2)
      and ($3::uuid is null or claim_id = $3) and ($4::text is null or status = $4)
      and ($5::text is null or route = $5) and ($6::uuid is null or obligation_id < $6)
    order by obligation_id desc limit $7`;
  return tx.query<ObligationRow>(text, [
    tx.merchantId,
    filter.orderId ?? null,
    filter.claimId ?? null,
    filter.status ?? null,
    filter.route ?? null,
    filter.before,
    filter.limit,
  ]);
}
