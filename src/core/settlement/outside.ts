import type { Shortfall, TenderRefund } from "./entitlement.ts";
import { at } from "./lookup.ts";
import type { OrderFacts } from "./order-facts.ts";
import { tenderIndex } from "./tenders.ts";

/** Units that went back past Makegood, per tender: recorded whatever is owed. */
export function outsideUnits(order: OrderFacts): number[] {
  const units = order.tenders.map(() => 0);
  for (const debit of order.outsideDebits) {
    const index = tenderIndex(order, debit.tenderId);
    units[index] = at(units, index) + debit.units;
  }
  return units;
}

/** What went back past Makegood above what is owed, per unit: later dues are set off against it. */
export function outsideShortfalls(tenders: readonly TenderRefund[]): Shortfall[] {
  return [...new Set(tenders.map((tender) => tender.unit))].flatMap((unit) => {
    const amount = tenders
      .filter((tender) => tender.unit === unit)
      .reduce((sum, it) => sum + it.outsideUnits + it.chargedBackUnits - it.refundUnits, 0);
    return amount > 0 ? [{ reason: "outside" as const, reference: unit, unit, amount }] : [];
  });
}
