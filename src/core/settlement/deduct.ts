import { apportion, sumMinor } from "../money/index.ts";

/**
 * Takes an amount off the refunds per line, in place and as far as they reach: off one line, or in
 * proportion to all. Returns what was taken.
 */
export function deduct(refundMinor: number[], amountMinor: number, line?: number): number {
  if (line !== undefined) {
    const taken = Math.min(amountMinor, refundMinor[line] ?? 0);
    refundMinor[line] = (refundMinor[line] ?? 0) - taken;
    return taken;
  }
  const taken = Math.min(amountMinor, sumMinor(refundMinor));
  if (taken === 0) return 0;
  for (const [at, part] of apportion(taken, refundMinor).entries()) {
    refundMinor[at] = (refundMinor[at] ?? 0) - part;
  }
  return taken;
}
