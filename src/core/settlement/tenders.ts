import { apportion, fraction, roundDown, roundUp, times } from "../money/index.ts";
import { at } from "./lookup.ts";
import type { OrderFacts, Tender } from "./order-facts.ts";

/** [line][tender] minor units. */
export type Cells = number[][];

/** Each line's refund over the tenders that paid it, as the order was frozen. */
export function refundCells(order: OrderFacts, refundMinor: readonly number[]): Cells {
  return order.lines.map((line, index) => {
    const row = at(order.split, index);
    const refund = at(refundMinor, index);
    // The divisor method ends at the row itself; no need to go there step by step.
    return refund === line.paidMinor ? [...row] : apportion(refund, row);
  });
}

/** @throws RangeError when the tender is not of this order. */
export function tenderIndex(order: OrderFacts, tenderId: string): number {
  const index = order.tenders.findIndex((tender) => tender.tenderId === tenderId);
  if (index < 0) throw new RangeError(`\`${tenderId}\` is not a tender of this order`);
  return index;
}

export function columnSum(cells: Cells, tender: number): number {
  return cells.reduce((sum, row) => sum + at(row, tender), 0);
}

/**
 * Units of a tender for a part of its value, cumulatively: all of the value gives all units.
 * Points, and money of another currency, round up, in the customer's favour. Pieces of packets and
 * cards round down: one comes back when its whole value is due (counted in money they convert
 * exactly).
 */
export function unitsFor(tender: Tender, refundMinor: number): number {
  const exact = times(fraction(tender.units, tender.valueMinor), refundMinor);
  const { kind } = tender;
  const divisible = kind === "points" || kind === "money" || kind === "wallet";
  return divisible ? roundUp(exact) : roundDown(exact);
}
