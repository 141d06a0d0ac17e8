import type { MoneyBase } from "./model.ts";

export type FixedSum = { readonly amountMinor: number; readonly currency: string };

/** The first sum that a base fixes, for examples; null for one that an order's money gives. */
export function firstSum({ constant }: MoneyBase): FixedSum | null {
  const [first] = Object.entries(constant ?? {});
  return first === undefined ? null : { currency: first[0], amountMinor: first[1] };
}

/** The sum in this currency; null for none, and for a base that an order's money gives. */
export function sumIn({ constant }: MoneyBase, currency: string): number | null {
  return constant !== null && Object.hasOwn(constant, currency)
    ? (constant[currency] ?? null)
    : null;
}

/** Whether a base is something in this currency: one with fixed sums needs one of its own. */
export const isSaidIn = (base: MoneyBase, currency: string): boolean =>
  base.constant === null || sumIn(base, currency) !== null;
