import type { Refusal } from "../contract/index.ts";
import type { ReadTx, Tx, Vault } from "../platform/index.ts";
import type { WireRecordedOrderEvent } from "../contract/index.ts";
import type { CapturedOrder } from "./new-order.ts";

export type StoppedPayout = WireRecordedOrderEvent["stoppedPayouts"][number];
export type MoneyProblem = WireRecordedOrderEvent["problems"][number];

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
  /**
   * What was recorded changes what is still to be paid: stops what must not be sent any more, under
   * the lock of `lockMoney`, and says what it stopped and what cannot be called back.
   */
  followMoney(tx: Tx, orderId: string): Promise<readonly StoppedPayout[]>;
  /** Has a person look at figures that contradict each other. */
  noteProblems(tx: Tx, orderId: string, problems: readonly MoneyProblem[]): Promise<void>;
  /** What a person must still look at about the order. */
  openProblems(tx: ReadTx, orderId: string): Promise<readonly MoneyProblem[]>;
  onPaid(tx: Tx, orders: readonly CapturedOrder[]): Promise<Refusal | null>;
}
