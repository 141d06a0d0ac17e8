import type { Refusal } from "../contract/index.ts";
import type { ReadTx, Tx, Vault } from "../platform/index.ts";
import type { CapturedOrder } from "./new-order.ts";

/**
 * What this room is given by whoever composes the program: later rooms hear of captured money in
 * the same commit, and may refuse it (an account they do not know).
 */
export interface OrderPorts {
  readonly vault: Vault;
  /** Of these gateway accounts the ones that do not exist. */
  unknownAccounts(tx: ReadTx, names: readonly string[]): Promise<readonly string[]>;
  /**
   * Locks the money of an order until the transaction ends, as whoever computes what is due does:
   * what changes that computation must not come between its reading and its writing.
   */
  lockMoney(tx: Tx, orderId: string): Promise<unknown>;
  onPaid(tx: Tx, orders: readonly CapturedOrder[]): Promise<Refusal | null>;
}
