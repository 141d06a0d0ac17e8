import type { Disputed } from "./disputes.ts";
import type { TenderRefund } from "./entitlement.ts";
import { at } from "./lookup.ts";
import type { OrderFacts } from "./order-facts.ts";
import { outsideUnits } from "./outside.ts";
import { columnSum, unitsFor } from "./tenders.ts";

/** Sums the cells by tender and counts them in the tender's own unit. */
export function tenderRefunds(order: OrderFacts, { refund, lost, held }: Disputed): TenderRefund[] {
  const outside = outsideUnits(order);
  return order.tenders.map((tender, index) => {
    const refundMinor = columnSum(refund, index);
    const refundUnits = unitsFor(tender, refundMinor);
    const heldUnits = refundUnits - unitsFor(tender, refundMinor - columnSum(held, index));
    const chargedBackUnits = unitsFor(tender, columnSum(lost, index));
    const gone = at(outside, index);
    return {
      tenderId: tender.tenderId,
      unit: tender.unit,
      refundMinor,
      refundUnits,
      heldUnits,
      chargedBackUnits,
      outsideUnits: gone,
      payableUnits: refundUnits - heldUnits - chargedBackUnits - gone,
    };
  });
}
