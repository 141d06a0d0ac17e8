import type { ReadTx, Tx } from "../../platform/index.ts";

export type TenderKind = "money" | "wallet" | "packet" | "points" | "gift_card";

export type NewTender = {
  readonly orderId: string;
  readonly tenderId: string;
  readonly kind: TenderKind;
  readonly unit: string;
  readonly account: string | null;
  readonly gatewayTransaction: string | null;
  readonly captured: number;
  readonly capturedAt: Date;
};

export type TenderRow = {
  readonly order_id: string;
  readonly tender_id: string;
  readonly kind: TenderKind;
  readonly unit: string;
  readonly account: string | null;
  readonly captured: number;
  /** Part of what was captured that the order never asked for: it goes back beside all claims. */
  readonly excess: number;
  readonly obliged: number;
};

export type NewSettlement = { readonly orderId: string; readonly holder: string };

export async function insertSettlements(tx: Tx, orders: readonly NewSettlement[]): Promise<void> {
  const text = `insert into order_settlements (merchant_id, order_id, holder)
    select $1, t.* from unnest($2::uuid[], $3::text[]) as t on conflict do nothing`;
  await tx.query({ name: "treasury_insert_settlements", text }, [
    tx.merchantId,
    orders.map(({ orderId }) => orderId),
    orders.map(({ holder }) => holder),
  ]);
}

export async function selectHolders(tx: ReadTx, orderIds: readonly string[]) {
  const text = `select order_id, holder from order_settlements
    where merchant_id = $1 and order_id = any($2::uuid[])`;
  const statement = { name: "treasury_select_holders", text };
  return tx.query<{ order_id: string; holder: string }>(statement, [tx.merchantId, orderIds]);
}

/** A capture that is known already stays as it is: it may have been refunded since. */
export async function insertTenders(tx: Tx, tenders: readonly NewTender[]): Promise<void> {
  const text = `insert into tender_states (merchant_id, order_id, tender_id, kind, unit, account,
      gateway_transaction, captured, captured_at)
    select $1, t.* from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[],
      $7::text[], $8::bigint[], $9::timestamptz[]) as t
    on conflict (merchant_id, order_id, tender_id) do nothing`;
  await tx.query({ name: "treasury_insert_tenders", text }, columnsOf(tx, tenders));
}

/** Adds what came in too much: to a tender that brought it, or as one of its own. */
export async function addExcess(tx: Tx, tenders: readonly NewTender[]): Promise<void> {
  const text = `insert into tender_states (merchant_id, order_id, tender_id, kind, unit, account,
      gateway_transaction, captured, captured_at, excess)
    select $1, t.*, t.captured from unnest($2::uuid[], $3::text[], $4::text[], $5::text[],
      $6::text[], $7::text[], $8::bigint[], $9::timestamptz[]) as t (order_id, tender_id, kind,
      unit, account, gateway_transaction, captured, captured_at)
    on conflict (merchant_id, order_id, tender_id) do update set
      captured = tender_states.captured + excluded.captured,
      excess = tender_states.excess + excluded.excess`;
  await tx.query({ name: "treasury_add_excess", text }, columnsOf(tx, tenders));
}

const columnsOf = ({ merchantId }: Tx, tenders: readonly NewTender[]): unknown[] => [
  merchantId,
  tenders.map(({ orderId }) => orderId),
  tenders.map(({ tenderId }) => tenderId),
  tenders.map(({ kind }) => kind),
  tenders.map(({ unit }) => unit),
  tenders.map(({ account }) => account),
  tenders.map(({ gatewayTransaction }) => gatewayTransaction),
  tenders.map(({ captured }) => captured),
  tenders.map(({ capturedAt }) => capturedAt),
];

export type PaymentRow = {
  readonly tender_id: string;
  readonly unit: string;
  readonly gateway_transaction: string | null;
  readonly captured: number;
};

export async function selectPayments(tx: ReadTx, orderId: string): Promise<PaymentRow[]> {
  const text = `select tender_id, unit, gateway_transaction, captured from tender_states
    where merchant_id = $1 and order_id = $2`;
  return tx.query({ name: "treasury_select_payments", text }, [tx.merchantId, orderId]);
}

/** In the order of ids, so that two transactions never wait for each other. */
export async function lockSettlements(tx: Tx, orderIds: readonly string[]) {
  const text = `select order_id from order_settlements
    where merchant_id = $1 and order_id = any($2::uuid[]) order by order_id for update`;
  const statement = { name: "treasury_lock_settlements", text };
  return tx.query<{ order_id: string }>(statement, [tx.merchantId, orderIds]);
}

const tenderColumns = "order_id, tender_id, kind, unit, account, captured, excess, obliged";

export async function lockTenderRows(tx: Tx, orderIds: readonly string[]) {
  const text = `select ${tenderColumns} from tender_states
    where merchant_id = $1 and order_id = any($2::uuid[]) order by order_id, tender_id for update`;
  const statement = { name: "treasury_lock_tenders", text };
  return tx.query<TenderRow>(statement, [tx.merchantId, orderIds]);
}

/** As `lockTenderRows`, for whoever only looks. */
export async function selectTendersOf(tx: ReadTx, orderIds: readonly string[]) {
  const text = `select ${tenderColumns} from tender_states
    where merchant_id = $1 and order_id = any($2::uuid[]) order by order_id, tender_id`;
  const statement = { name: "treasury_select_tenders_of", text };
  return tx.query<TenderRow>(statement, [tx.merchantId, orderIds]);
}

export async function selectTenders(tx: ReadTx, orderId: string) {
  const text = `select ${tenderColumns} from tender_states
    where merchant_id = $1 and order_id = $2 order by tender_id`;
  const statement = { name: "treasury_select_tenders", text };
  return tx.query<TenderRow>(statement, [tx.merchantId, orderId]);
}

export type TenderDue = {
  readonly orderId: string;
  readonly tenderId: string;
  readonly units: number;
};

/** Raises what is taken on; a due that the tender cannot hold gives no row back. */
export async function raiseObliged(tx: Tx, dues: readonly TenderDue[]) {
  const text = `update tender_states t set obliged = t.obliged + due.units
    from unnest($2::uuid[], $3::text[], $4::bigint[]) as due (order_id, tender_id, units)
    where t.merchant_id = $1 and t.order_id = due.order_id and t.tender_id = due.tender_id
      and t.obliged + due.units <= t.captured - t.excess
    returning t.order_id, t.tender_id, t.kind, t.unit, t.account, t.captured, t.excess, t.obliged`;
  return tx.query<TenderRow>({ name: "treasury_raise_obliged", text }, [
    tx.merchantId,
    dues.map(({ orderId }) => orderId),
    dues.map(({ tenderId }) => tenderId),
    dues.map(({ units }) => units),
  ]);
}

export async function lowerObliged(tx: Tx, due: TenderDue): Promise<void> {
  const text = `update tender_states set obliged = obliged - $4
    where merchant_id = $1 and order_id = $2 and tender_id = $3`;
  const values = [tx.merchantId, due.orderId, due.tenderId, due.units];
  await tx.query({ name: "treasury_lower_obliged", text }, values);
}

export type BalanceChange = {
  readonly holder: string;
  readonly unit: string;
  readonly amount: number;
};

export async function raiseBalances(tx: Tx, changes: readonly BalanceChange[]): Promise<void> {
  const text = `insert into balances (merchant_id, holder, unit, amount)
    select $1, holder, unit, sum(amount)
    from unnest($2::text[], $3::text[], $4::bigint[]) as given (holder, unit, amount)
    group by holder, unit order by holder, unit
    on conflict (merchant_id, holder, unit)
      do update set amount = balances.amount + excluded.amount`;
  await tx.query({ name: "treasury_raise_balances", text }, [
    tx.merchantId,
    changes.map(({ holder }) => holder),
    changes.map(({ unit }) => unit),
    changes.map(({ amount }) => amount),
  ]);
}

export async function selectBalance(tx: ReadTx, holder: string, unit: string): Promise<bigint> {
  const text = `select amount::text as amount from balances
    where merchant_id = $1 and holder = $2 and unit = $3`;
  const statement = { name: "treasury_select_balance", text };
  const rows = await tx.query<{ amount: string }>(statement, [tx.merchantId, holder, unit]);
  return BigInt(rows[0]?.amount ?? 0);
}
