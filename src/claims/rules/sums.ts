import { isKnownBase } from "../../core/index.ts";
import type { MoneyBase, OrderFacts } from "../../core/index.ts";

/** Whether a person states the sum of a base, rather than the order's record or the document. */
export const isStated = ({ name, constant }: MoneyBase): boolean =>
  constant === null && !isKnownBase(name);

/**
 * CNY 1,000.00, JPY 100,000, KWD 100.000: what a receipt beside a small order may well come to. A
 * sum above it is more often one typed in the wrong unit.
 */
const besideOrderMinor = 100_000;

/**
 * The most that may be stated of a base, in minor units of the order. What settles as a refund goes
 * back by the order's own payments and cannot be more than they brought; what is paid or given
 * beside them may exceed a small order, within reason.
 */
export function mostStated({ settles }: MoneyBase, { lines }: OrderFacts): number {
  const paidMinor = lines.reduce((sum, line) => sum + line.paidMinor, 0);
  return settles === "refund" ? paidMinor : Math.max(paidMinor, besideOrderMinor);
}
