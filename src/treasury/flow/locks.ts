import type { ReadTx, Tx } from "../../platform/index.ts";
import { countOpen, sumBeside, sumTakenOn } from "../store/obligations.ts";
import { lockSettlements, lockTenderRows, selectTendersOf } from "../store/tenders.ts";
import type { TenderRow } from "../store/tenders.ts";

export type LockedOrder = {
  readonly orderId: string;
  /** Units paid, without what came too much, and units that obligations hold unreleased. */
  readonly tenders: readonly {
    readonly tenderId: string;
    readonly unit: string;
    readonly captured: number;
    readonly obliged: number;
  }[];
  /** What is taken on beside the tenders, per purpose and unit. */
  readonly beside: readonly {
    readonly purpose: string;
    readonly unit: string;
    readonly units: number;
  }[];
};

/**
 * Locks the money of orders until the transaction ends, in the order of their ids. Whoever computes
 * what is due holds this lock, so no two of them can count on the same remainder.
 */
export async function lockTenders(tx: Tx, orderIds: readonly string[]): Promise<LockedOrder[]> {
  const ids = [...new Set(orderIds)].sort();
  // Sent together; the database runs them one after the other.
  const [orders, tenders, beside] = await Promise.all([
    lockSettlements(tx, ids),
    lockTenderRows(tx, ids),
    sumBeside(tx, ids),
  ]);
  return orders.map(({ order_id: orderId }) => moneyOf(orderId, tenders, beside));
}

/** The same without a lock: what is shown of it may be otherwise a moment later. */
export async function readTenders(tx: ReadTx, orderIds: readonly string[]): Promise<LockedOrder[]> {
  const ids = [...new Set(orderIds)];
  const [tenders, beside] = await Promise.all([selectTendersOf(tx, ids), sumBeside(tx, ids)]);
  return ids.map((orderId) => moneyOf(orderId, tenders, beside));
}

function moneyOf(
  orderId: string,
  tenders: readonly TenderRow[],
  beside: Awaited<ReturnType<typeof sumBeside>>,
): LockedOrder {
  return {
    orderId,
    tenders: tenders
      .filter((row) => row.order_id === orderId && row.captured > row.excess)
      .map(({ tender_id: tenderId, unit, captured, excess, obliged }) => ({
        tenderId,
        unit,
        captured: captured - excess,
        obliged,
      })),
    beside: beside
      .filter((row) => row.order_id === orderId)
      .map(({ purpose, unit, units }) => ({ purpose, unit, units })),
  };
}

export type TakenOnForClaim = {
  readonly orderId: string;
  readonly claimId: string;
  readonly tenderId: string;
  readonly units: number;
};

/**
 * What was taken on for each claim on each tender of the orders. What a person has released is
 * counted too: it is not due again because something else about the order has changed.
 */
export async function takenOnForClaims(
  tx: ReadTx,
  orderIds: readonly string[],
): Promise<TakenOnForClaim[]> {
  const rows = await sumTakenOn(tx, orderIds);
  return rows.map(({ order_id: orderId, claim_id: claimId, tender_id: tenderId, units }) => {
    return { orderId, claimId, tenderId, units };
  });
}

/** How many obligations of a claim are not met yet. */
export function openObligations(tx: ReadTx, claimId: string): Promise<number> {
  return countOpen(tx, claimId);
}
