import type { Outcome } from "./rules/outcome.ts";

/** One refund as every gateway understands it. The number is the payout's, never the attempt's. */
export type RefundCall = {
  readonly number: string;
  /** The gateway's own number of the payment. */
  readonly transaction: string;
  readonly amountMinor: number;
  /** What was paid with that payment. */
  readonly totalMinor: number;
  readonly currency: string;
};

/** What a callback lets us suspect; only a query is believed. */
export type Hint = {
  readonly eventId: string;
  readonly number: string;
  readonly says: "settled" | "parked" | "closed" | "other";
};

/**
 * The one port to a gateway. No method throws for what a gateway or a network does: that is an
 * outcome. `refund` may be repeated under its number; `refused` is answered only when a query has
 * confirmed that nothing was booked.
 */
export interface Gateway {
  refund(call: RefundCall): Promise<Outcome>;
  /** What became of a number; an amount that is not the call's own is never `settled`. */
  query(call: RefundCall): Promise<Outcome>;
  /** Verifies a callback on its raw body; null when it is not this gateway's. */
  readCallback(headers: CallbackHeaders, rawBody: string): Hint | null;
  close(): void;
}

export type CallbackHeaders = Readonly<Record<string, string | string[] | undefined>>;
