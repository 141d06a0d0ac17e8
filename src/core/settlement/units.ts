import { amountOfUnits } from "../money/index.ts";
import type { OrderLine } from "./order-facts.ts";

/** What a line costs after discounts, whether it is paid by now or not, in minor units. */
export const linePrice = ({
  paidMinor,
  openMinor = 0,
}: Pick<OrderLine, "paidMinor" | "openMinor">) => paidMinor + openMinor;

/**
 * What was paid for the units [from, to) of a line, in minor units: the frozen cumulative split of
 * the line, so that any partition of its units sums to what was paid. It only grows with payments.
 * @throws RangeError unless 0 ≤ from ≤ to ≤ quantity.
 */
export function unitsPaid(
  line: Pick<OrderLine, "paidMinor" | "quantity">,
  from: number,
  to: number,
): number {
  return amountOfUnits(line.paidMinor, line.quantity, from, to);
}
