import { amountOfUnits } from "../money/index.ts";
import type { OrderLine } from "./order-facts.ts";

/**
 * What was paid for the units [from, to) of a line, in minor units: the frozen cumulative split of
 * the line, so that any partition of its units sums to what was paid.
 * @throws RangeError unless 0 ≤ from ≤ to ≤ quantity.
 */
export function unitsPaid(
  line: Pick<OrderLine, "paidMinor" | "quantity">,
  from: number,
  to: number,
): number {
  return amountOfUnits(line.paidMinor, line.quantity, from, to);
}
