import { type Fraction, fraction, zero } from "../money/index.ts";
import { at } from "./lookup.ts";
import type { LineKind, OrderFacts } from "./order-facts.ts";

/**
 * The lines that bear what belongs to the order and to none of its lines (a tax or a fee that names
 * no line), in proportion to what was paid for them.
 */
export type Bearers = { readonly lines: readonly number[]; readonly paidMinor: number };

/** What was sold bears it before its delivery does, and that before a charge. */
const tiers: readonly ReadonlySet<LineKind>[] = [
  new Set(["goods", "service", "package", "packet", "gift", "campaign_fee"]),
  new Set(["shipping"]),
  new Set(["fee"]),
];

export function bearersOf(order: OrderFacts): Bearers {
  for (const kinds of tiers) {
    const lines = [...order.lines.keys()].filter((line) => kinds.has(at(order.lines, line).kind));
    const paidMinor = lines.reduce((sum, line) => sum + at(order.lines, line).paidMinor, 0);
    if (paidMinor > 0) return { lines, paidMinor };
  }
  return { lines: [], paidMinor: 0 };
}

/** The part of what bearers bear, in [0, 1], that an amount of theirs stands for. */
export function partBorne({ paidMinor }: Bearers, amountMinor: number): Fraction {
  return paidMinor === 0 ? zero : fraction(amountMinor, paidMinor);
}

/** Whether a tax follows the order rather than one of its lines. */
export const isOfOrder = ({ kind, taxOf }: OrderFacts["lines"][number]): boolean =>
  kind === "tax" && taxOf === null;
