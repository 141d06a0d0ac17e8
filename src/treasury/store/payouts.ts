import type { ReadTx, Tx } from "../../platform/index.ts";
import type { Hinted } from "../rules/outcome.ts";
import { payoutsThatCan, stepped } from "../rules/payout.ts";
import type { PayoutStatus } from "../rules/payout.ts";
import type { Route } from "./obligations.ts";

export type NewPayout = {
  readonly payoutId: string;
  readonly obligationId: string;
  readonly orderId: string;
  readonly claimId: string | null;
  readonly tenderId: string | null;
  readonly route: Route;
  readonly account: string | null;
  readonly settlementNumber: string;
  readonly unit: string;
  readonly units: number;
  readonly status: PayoutStatus;
};

/** The number is stored here, before any call. A payout through a gateway is due at once. */
export async function insertPayouts(tx: Tx, payouts: readonly NewPayout[]): Promise<void> {
  const text = `insert into payouts (merchant_id, payout_id, obligation_id, order_id, claim_id,
      tender_id, route, account, settlement_number, unit, units, status, due_at, created_at,
      updated_at, settled_at)
    select $1, t.*, case when t.status = 'planned' then $2::timestamptz end, $2, $2,
      case when t.status = 'settled' then $2::timestamptz end
    from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::text[], $9::text[],
      $10::text[], $11::text[], $12::bigint[], $13::text[]) as t (payout_id, obligation_id,
      order_id, claim_id, tender_id, route, account, settlement_number, unit, units, status)`;
  await tx.query({ name: "treasury_insert_payouts", text }, [
    tx.merchantId,
    new Date(tx.now),
    payouts.map(({ payoutId }) => payoutId),
    payouts.map(({ obligationId }) => obligationId),
    payouts.map(({ orderId }) => orderId),
    payouts.map(({ claimId }) => claimId),
    payouts.map(({ tenderId }) => tenderId),
    payouts.map(({ route }) => route),
    payouts.map(({ account }) => account),
    payouts.map(({ settlementNumber }) => settlementNumber),
    payouts.map(({ unit }) => unit),
    payouts.map(({ units }) => units),
    payouts.map(({ status }) => status),
  ]);
}

export type PayoutRow = {
  readonly payout_id: string;
  readonly obligation_id: string;
  readonly order_id: string;
  readonly claim_id: string | null;
  readonly tender_id: string | null;
  readonly route: Route;
  readonly account: string | null;
  readonly settlement_number: string;
  readonly unit: string;
  readonly units: number;
  readonly status: PayoutStatus;
  readonly attempts: number;
  readonly asks: number;
  readonly moves: number;
  readonly due_at: number | null;
  readonly hint: Hinted | null;
  readonly code: string | null;
  readonly gateway_reference: string | null;
  readonly created_at: number;
  readonly updated_at: number;
  readonly settled_at: number | null;
};

const names = `payout_id obligation_id order_id claim_id tender_id route account settlement_number
  unit units status attempts asks moves due_at hint code gateway_reference created_at updated_at
  settled_at`.split(/\s+/);
const columns = names.join(", ");
const ofPayout = names.map((name) => `p.${name}`).join(", ");

/** A payout with what a call about it needs to know of its payment. */
export type DuePayoutRow = PayoutRow & {
  readonly gateway_transaction: string;
  readonly captured: number;
  readonly captured_at: number;
  readonly refunds_sent: number;
  readonly last_sent_at: number | null;
};

function dueText(locked: string): string {
  return `select ${ofPayout}, t.gateway_transaction, t.captured, t.captured_at, t.refunds_sent,
      t.last_sent_at
    from payouts p join tender_states t using (merchant_id, order_id, tender_id)
    where p.merchant_id = $1 and p.account = $2 and p.due_at <= $3
    order by p.due_at, p.payout_id limit $4 for update of ${locked} skip locked`;
}

const lockDue = { name: "treasury_lock_due", text: dueText("p") };
const lockDueAlone = { name: "treasury_lock_due_alone", text: dueText("p, t") };

/**
 * Takes due payouts that no other process holds. `alone` takes their payments too, where the
 * gateway limits the refunds of one payment.
 */
export async function lockDuePayouts(tx: Tx, account: string, limit: number, alone: boolean) {
  const values = [tx.merchantId, account, new Date(tx.now), limit];
  return tx.query<DuePayoutRow>(alone ? lockDueAlone : lockDue, values);
}

export async function lockPayouts(tx: Tx, payoutIds: readonly string[]) {
  const text = `select ${columns} from payouts
    where merchant_id = $1 and payout_id = any($2::uuid[]) order by payout_id for update`;
  const statement = { name: "treasury_lock_payouts", text };
  return tx.query<PayoutRow>(statement, [tx.merchantId, payoutIds]);
}

export async function lockPayoutsOf(tx: Tx, obligationId: string) {
  const text = `select ${columns} from payouts
    where merchant_id = $1 and obligation_id = $2 order by payout_id for update`;
  const statement = { name: "treasury_lock_payouts_of", text };
  return tx.query<PayoutRow>(statement, [tx.merchantId, obligationId]);
}

export async function lockOrderPayouts(tx: Tx, orderId: string) {
  const text = `select ${columns} from payouts
    where merchant_id = $1 and order_id = $2 order by payout_id for update`;
  const statement = { name: "treasury_lock_order_payouts", text };
  return tx.query<PayoutRow>(statement, [tx.merchantId, orderId]);
}

/** Marks payouts as sent under their numbers, before anything leaves the house. */
export async function markSending(tx: Tx, payoutIds: readonly string[], leaseEndsAt: Date) {
  const text = `update payouts set status = $5, attempts = attempts + 1, asks = 0,
      moves = moves + 1, hint = null, due_at = $3, updated_at = $4
    where merchant_id = $1 and payout_id = any($2::uuid[]) and status = any($6::text[])`;
  const at = new Date(tx.now);
  const to = stepped("planned", "send");
  const values = [tx.merchantId, payoutIds, leaseEndsAt, at, to, payoutsThatCan("send")];
  await tx.query({ name: "treasury_mark_sending", text }, values);
}

export async function markAsked(tx: Tx, payoutIds: readonly string[], leaseEndsAt: Date) {
  const text = `update payouts set asks = asks + 1, hint = null, due_at = $3
    where merchant_id = $1 and payout_id = any($2::uuid[])`;
  await tx.query({ name: "treasury_mark_asked", text }, [tx.merchantId, payoutIds, leaseEndsAt]);
}

/** What the payment of each sent payout has seen; only the gateway's limits read it. */
export async function countSent(tx: Tx, payoutIds: readonly string[]): Promise<void> {
  const text = `update tender_states t set last_sent_at = $3,
      refunds_sent = t.refunds_sent + s.fresh
    from (select order_id, tender_id, count(*) filter (where attempts = 1) as fresh from payouts
      where merchant_id = $1 and payout_id = any($2::uuid[]) group by order_id, tender_id) as s
    where t.merchant_id = $1 and t.order_id = s.order_id and t.tender_id = s.tender_id`;
  const values = [tx.merchantId, payoutIds, new Date(tx.now)];
  await tx.query({ name: "treasury_count_sent", text }, values);
}

export type PayoutChange = {
  readonly payoutId: string;
  readonly status: PayoutStatus;
  /** Sends that were counted and never made. */
  readonly unsent?: 0 | 1;
  /** Postings that the change made. */
  readonly moves: number;
  readonly dueAt: Date | null;
  /** When a payout at rest is looked at again. */
  readonly watchAt?: Date | null;
  readonly hint: Hinted | null;
  /** Kept as it was where null. */
  readonly code: string | null;
  readonly reference: string | null;
};

export async function updatePayouts(tx: Tx, changes: readonly PayoutChange[]): Promise<void> {
  const text = `update payouts p set status = c.status, due_at = c.due_at,
      hint = c.hint, moves = p.moves + c.moves, attempts = p.attempts - c.unsent,
      code = coalesce(c.code, p.code),
      gateway_reference = coalesce(c.reference, p.gateway_reference), watch_at = c.watch_at,
      updated_at = case when p.status = c.status then p.updated_at else $2 end,
      settled_at = case when c.status = 'settled' then coalesce(p.settled_at, $2)
        else p.settled_at end
    from unnest($3::uuid[], $4::text[], $5::timestamptz[], $6::text[], $7::text[], $8::text[],
      $9::int[], $10::int[], $11::timestamptz[]) as c (payout_id, status, due_at, hint, code,
      reference, moves, unsent, watch_at)
    where p.merchant_id = $1 and p.payout_id = c.payout_id`;
  await tx.query({ name: "treasury_update_payouts", text }, [
    tx.merchantId,
    new Date(tx.now),
    changes.map(({ payoutId }) => payoutId),
    changes.map(({ status }) => status),
    changes.map(({ dueAt }) => dueAt),
    changes.map(({ hint }) => hint),
    changes.map(({ code }) => code),
    changes.map(({ reference }) => reference),
    changes.map(({ moves }) => moves),
    changes.map(({ unsent }) => unsent ?? 0),
    changes.map(({ watchAt }) => watchAt ?? null),
  ]);
}

/**
 * Notes that callbacks came. What a payout knows already is no news; a payout whose call is under
 * way is asked about when that returns.
 */
export async function hintPayouts(tx: Tx, numbers: readonly string[], says: readonly string[]) {
  const text = `with news as (
      select p.payout_id, case when count(distinct says) = 1 then min(says) else 'other' end as says
      from payouts p
      join unnest($2::text[], $3::text[]) as said (number, says) on p.settlement_number = number
      where p.merchant_id = $1 and p.route = 'gateway' and p.status <> says
        and not (p.status = 'failed' and p.code = 'CLOSED' and says = 'closed')
      group by p.payout_id
    ), locked as (
      select p.payout_id, news.says from payouts p join news using (payout_id)
      where p.merchant_id = $1 order by p.payout_id for update of p
    )
    update payouts p set
      hint = case when p.hint is null or p.hint = says then says else 'other' end,
      due_at = case when p.status = 'sending' and p.gateway_reference is null
        then p.due_at else $4 end
    from locked where p.merchant_id = $1 and p.payout_id = locked.payout_id
    returning p.payout_id, p.due_at`;
  const statement = { name: "treasury_hint_payouts", text };
  const values = [tx.merchantId, numbers, says, new Date(tx.now)];
  return tx.query<{ payout_id: string; due_at: number | null }>(statement, values);
}

/** Of these reversed payouts those whose obligation is met, released, or in another's hands. */
export async function selectReplaced(
  tx: ReadTx,
  payoutIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (payoutIds.length === 0) return new Set();
  const text = `select p.payout_id from payouts p
      join obligations o using (merchant_id, obligation_id)
    where p.merchant_id = $1 and p.payout_id = any($2::uuid[])
      and (o.status in ('met', 'released') or exists (select from payouts other
        where other.merchant_id = $1 and other.obligation_id = p.obligation_id
          and other.status not in ('cancelled', 'reversed')))`;
  const statement = { name: "treasury_select_replaced", text };
  const rows = await tx.query<{ payout_id: string }>(statement, [tx.merchantId, payoutIds]);
  return new Set(rows.map(({ payout_id: payoutId }) => payoutId));
}

/** Makes payouts at rest due whose time to be looked at has come; returns how many. */
export async function wakeWatched(tx: Tx, account: string, limit: number): Promise<number> {
  const text = `with found as (
      select payout_id from payouts
      where merchant_id = $1 and account = $2 and watch_at <= $3
      order by watch_at limit $4 for update skip locked
    )
    update payouts p set due_at = coalesce(p.due_at, $3), watch_at = null
    from found where p.merchant_id = $1 and p.payout_id = found.payout_id
    returning p.payout_id`;
  const statement = { name: "treasury_wake_watched", text };
  const values = [tx.merchantId, account, new Date(tx.now), limit];
  return (await tx.query(statement, values)).length;
}

export type UnsettledCount = {
  readonly status: PayoutStatus;
  readonly payouts: number;
  /** When the one that has this status the longest came to it. */
  readonly since: number;
};

/** Payouts on their way or stuck, by status; what is settled or withdrawn only grows. */
export async function countUnsettled(tx: ReadTx): Promise<UnsettledCount[]> {
  const text = `select status, count(*)::int as payouts, min(updated_at) as since from payouts
    where merchant_id = $1 and status <> 'settled'
      and status in ('planned', 'sending', 'failed', 'uncertain', 'parked', 'reversed')
    group by status`;
  return tx.query<UnsettledCount>({ name: "treasury_count_unsettled", text }, [tx.merchantId]);
}

export async function isNumberUsed(tx: ReadTx, settlementNumber: string): Promise<boolean> {
  const text = "select from payouts where merchant_id = $1 and settlement_number = $2";
  const statement = { name: "treasury_is_number_used", text };
  return (await tx.query(statement, [tx.merchantId, settlementNumber])).length > 0;
}

export async function selectNextDue(tx: ReadTx, account: string): Promise<number | null> {
  const text = `select min(due_at) as due_at from payouts
    where merchant_id = $1 and account = $2 and due_at is not null`;
  const statement = { name: "treasury_select_next_due", text };
  const rows = await tx.query<{ due_at: number | null }>(statement, [tx.merchantId, account]);
  return rows[0]?.due_at ?? null;
}

export type PayoutFilter = {
  readonly orderId?: string | undefined;
  readonly claimId?: string | undefined;
  readonly status?: string | undefined;
  readonly account?: string | undefined;
  readonly before: string | null;
  readonly limit: number;
};

/** Newest first: ids are in order of time. */
export async function selectPayouts(tx: ReadTx, filter: PayoutFilter): Promise<PayoutRow[]> {
  const text = `select ${columns} from payouts
    where merchant_id = $1 and ($2::uuid is null or order_id = $2)
      and ($3::uuid is null or claim_id = $3) and ($4::text is null or status = $4)
      and ($5::text is null or account = $5) and ($6::uuid is null or payout_id < $6)
    order by payout_id desc limit $7`;
  return tx.query<PayoutRow>(text, [
    tx.merchantId,
    filter.orderId ?? null,
    filter.claimId ?? null,
    filter.status ?? null,
    filter.account ?? null,
    filter.before,
    filter.limit,
  ]);
}

export type SettledSum = {
  readonly unit: string;
  readonly payouts: number;
  readonly units: bigint;
};

/** What has arrived with customers through gateways, per unit. */
export async function sumSettled(tx: ReadTx): Promise<SettledSum[]> {
  const text = `select unit, count(*)::bigint as payouts, sum(units)::text as units from payouts
    where merchant_id = $1 and status = 'settled' and route = 'gateway' group by unit`;
  const statement = { name: "treasury_sum_settled", text };
  const rows = await tx.query<{ unit: string; payouts: number; units: string }>(statement, [
    tx.merchantId,
  ]);
  return rows.map((row) => ({ ...row, units: BigInt(row.units) }));
}
