import type { Refusal } from "../contract/index.ts";
import type { Tx, Vault } from "../platform/index.ts";
import type { CapturedOrder } from "./new-order.ts";

/**
 * What this room is given by whoever composes the program: later rooms hear of captured money in
 * the same commit, and may refuse it (an account they do not know).
 */
export interface OrderPorts {
  readonly vault: Vault;
  onPaid(tx: Tx, orders: readonly CapturedOrder[]): Promise<Refusal | null>;
}
