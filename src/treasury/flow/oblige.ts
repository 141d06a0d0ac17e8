import { accounts, post } from "../../ledger/index.ts";
import type { Transfer } from "../../ledger/index.ts";
import type { Tx } from "../../platform/index.ts";
import { payNow } from "../queues.ts";
import { settlementNumber } from "../rules/number.ts";
import { checkUnits, excessPurpose, routeBeside, routeOfTender } from "../rules/plan.ts";
import { insertObligations } from "../store/obligations.ts";
import type { NewObligation } from "../store/obligations.ts";
import { insertPayouts } from "../store/payouts.ts";
import type { NewPayout } from "../store/payouts.ts";
import { raiseBalances, raiseObliged, selectHolders } from "../store/tenders.ts";
import type { TenderRow } from "../store/tenders.ts";
import { announce } from "./announce.ts";

export type OrderDues = {
  readonly orderId: string;
  /** Units to give back per tender, each above zero. */
  readonly dues: readonly { readonly tenderId: string; readonly units: number }[];
  /** What is due beside the tenders; `purpose` tells compensation, voucher or points. */
  readonly beside: readonly {
    readonly purpose: string;
    readonly unit: string;
    readonly units: number;
  }[];
};

export type ToOblige = { readonly claimId: string | null; readonly orders: readonly OrderDues[] };

type Planned = NewObligation & {
  readonly kind: TenderRow["kind"] | null;
  readonly account: string | null;
};

/** Reserves the dues; one above what its tender still holds is a fault of the caller. */
async function reserve(tx: Tx, orders: readonly OrderDues[]): Promise<Map<string, TenderRow>> {
  const dues = orders.flatMap(({ orderId, dues: ofOrder }) =>
    ofOrder.map(({ tenderId, units }) => ({ orderId, tenderId, units })),
  );
  dues.forEach(({ units }) => checkUnits(units));
  const rows = dues.length === 0 ? [] : await raiseObliged(tx, dues);
  if (rows.length !== dues.length) {
    throw new RangeError("more is due than a tender still holds, or a tender is due twice");
  }
  return new Map(rows.map((row) => [`${row.order_id} ${row.tender_id}`, row]));
}

function plan(tx: Tx, { claimId, orders }: ToOblige, tenders: Map<string, TenderRow>): Planned[] {
  return orders.flatMap(({ orderId, dues, beside }) => {
    const common = { orderId, claimId };
    const ofTenders = dues.map(({ tenderId, units }): Planned => {
      const tender = tenders.get(`${orderId} ${tenderId}`)!;
      const { kind, unit, account } = tender;
      const route = routeOfTender(tender);
      const status = route === "internal" ? "met" : "planned";
      const obligationId = tx.newId();
      return {
        ...common,
        obligationId,
        tenderId,
        purpose: "refund",
        route,
        unit,
        units,
        status,
        kind,
        account,
      };
    });
    const ofBeside = beside.map(({ purpose, unit, units }): Planned => {
      checkUnits(units);
      const route = routeBeside(purpose);
      const status = route === "internal" ? "met" : "planned";
      const row = { ...common, obligationId: tx.newId(), tenderId: null, purpose, route, unit };
      return { ...row, units, status, kind: null, account: null };
    });
    return [...ofTenders, ...ofBeside];
  });
}

/** A transfer by a person gets its payout when it is recorded. */
function firstPayout(tx: Tx, planned: Planned): NewPayout[] {
  if (planned.route === "transfer") return [];
  const payoutId = tx.newId();
  const status = planned.route === "internal" ? "settled" : "planned";
  const { obligationId, orderId, claimId, tenderId, route, account, unit, units } = planned;
  const settled = { payoutId, settlementNumber: settlementNumber(payoutId), status } as const;
  return [{ obligationId, orderId, claimId, tenderId, route, account, unit, units, ...settled }];
}

const accountOfKind: Readonly<Record<TenderRow["kind"], string>> = {
  money: accounts.customerOwed,
  wallet: accounts.wallet,
  packet: accounts.packets,
  points: accounts.points,
  gift_card: accounts.giftCards,
};

/** Where what goes back in kind comes to lie. */
function creditInKind({ kind, unit }: Planned): string {
  if (kind !== null) return accountOfKind[kind];
  return unit === "points" ? accounts.points : "vouchers:outstanding";
}

function transfersOf(planned: Planned): Transfer[] {
  const { obligationId: reference, orderId, purpose, route, unit, units: amount } = planned;
  const expense = purpose === "refund" ? accounts.refunds : accounts.compensation;
  const common = { reference, orderId, unit, amount };
  const owed = { ...common, kind: "owed", debit: expense, credit: accounts.customerOwed };
  if (route !== "internal") return [owed];
  const credit = creditInKind(planned);
  return [owed, { ...common, kind: "restored", debit: accounts.customerOwed, credit }];
}

/** What was paid in kind, or is granted, is in the holder's balance at once. */
async function restore(tx: Tx, planned: readonly Planned[]): Promise<void> {
  const inKind = planned.filter(({ route }) => route === "internal");
  if (inKind.length === 0) return;
  const rows = await selectHolders(tx, [...new Set(inKind.map(({ orderId }) => orderId))]);
  const holders = new Map(rows.map((row) => [row.order_id, row.holder]));
  const changes = inKind.map(({ orderId, unit, units }) => {
    return { holder: holders.get(orderId) ?? orderId, unit, amount: units };
  });
  await raiseBalances(tx, changes);
}

/** The tender that brought what was not asked for. */
export type ExcessDue = {
  readonly orderId: string;
  readonly tenderId: string;
  readonly kind: TenderRow["kind"];
  readonly unit: string;
  readonly units: number;
  readonly account: string | null;
};

/** Takes on the return of money that was never owed: it was never a sale, so it is no refund. */
export async function obligeExcess(tx: Tx, dues: readonly ExcessDue[]): Promise<void> {
  const planned = dues.map((due): Planned => {
    checkUnits(due.units);
    const route = routeOfTender(due);
    const status = route === "internal" ? "met" : "planned";
    const obligationId = tx.newId();
    return { ...due, claimId: null, obligationId, purpose: excessPurpose, route, status };
  });
  const transfers = planned.flatMap((one) => {
    const [owed, ...rest] = transfersOf(one);
    const { kind, account } = one;
    const debit =
      kind === null || kind === "money"
        ? accounts.gatewayCash(account ?? "none")
        : accountOfKind[kind];
    return owed === undefined ? [] : [{ ...owed, kind: "excess", debit }, ...rest];
  });
  await insertAll(tx, planned, transfers);
}

/**
 * Takes on what is due: obligations with their payouts and numbers, the reservation on each tender,
 * the postings and the jobs, in a few statements for any number of orders. The caller has locked
 * the orders with `lockTenders` and computed the dues under that lock.
 */
export async function oblige(tx: Tx, given: ToOblige): Promise<{ readonly obligations: number }> {
  const tenders = await reserve(tx, given.orders);
  const planned = plan(tx, given, tenders);
  if (planned.length === 0) return { obligations: 0 };
  await insertAll(tx, planned, planned.flatMap(transfersOf));
  return { obligations: planned.length };
}

async function insertAll(tx: Tx, planned: readonly Planned[], transfers: readonly Transfer[]) {
  const payouts = planned.flatMap((one) => firstPayout(tx, one));
  const writes = [insertObligations(tx, planned), post(tx, transfers)];
  if (payouts.length > 0) writes.push(insertPayouts(tx, payouts));
  await Promise.all([...writes, restore(tx, planned)]);
  for (const payout of payouts) {
    if (payout.status === "settled") announce(tx, "ObligationMet", payout);
  }
  const toPay = new Set(payouts.flatMap(({ account }) => account ?? []));
  for (const account of toPay) payNow(tx, account);
}
