import type { WireOrderSummary } from "../contract/index.ts";
import type { Instant } from "../core/index.ts";
import type { SummaryRow } from "./store/views.ts";

/** What travels: UTC with its Z. */
export const instantText = (instant: Instant): string => new Date(instant).toISOString();

export function orNull<T, R>(value: T | null, map: (value: T) => R): R | null {
  return value === null ? null : map(value);
}

export const orderSummary = (row: SummaryRow): WireOrderSummary => ({
  orderId: row.order_id,
  orderNumber: row.order_number,
  status: row.status,
  currency: row.currency,
  paidMinor: row.paid_minor,
  orderedAt: instantText(row.ordered_at),
  paidAt: orNull(row.paid_at, instantText),
});
