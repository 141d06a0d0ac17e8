import type { Instant } from "../../core/index.ts";
import type { Tx } from "../database/tx.ts";

export interface Event {
  readonly eventId: string;
  readonly type: string;
  readonly subject: string;
  readonly payload: unknown;
  readonly at: Instant;
}

/**
 * Events reach `handle` in the transaction that records (subscriber, event): what it writes through
 * `tx` happens exactly once. Order between events is not promised. A throw is tried again later.
 */
export interface Subscription {
  /** `room.purpose`, never renamed: it is the memory of what was handled. */
  readonly subscriber: string;
  readonly types: readonly string[];
  handle(tx: Tx, event: Event): Promise<void>;
}
