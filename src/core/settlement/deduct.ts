import { apportion, sumMinor } from "../money/index.ts";
import { at } from "./lookup.ts";

/**
 * Takes an amount off the refunds per line, in place and as far as they reach: off one line, or in
 * proportion to all. Returns what was taken.
 */
export function deduct(refundMinor: number[], amountMinor: number, line?: number): number {
  if (line !== undefined) {
    const refund = at(refundMinor, line);
    refundMinor[line] = Math.max(0, refund - amountMinor);
    return Math.min(amountMinor, refund);
  }
  const taken = Math.min(amountMinor, sumMinor(refundMinor));
  for (const [index, part] of apportion(taken, refundMinor).entries()) {
    refundMinor[index] = at(refundMinor, index) - part;
  }
  return taken;
}
