import type { Refusal } from "../contract/index.ts";
import type { ReadTx, Tx, Vault } from "../platform/index.ts";
import type { WireRecordedOrderEvent } from "../contract/index.ts";
import type { Instant } from "../core/index.ts";
import type { CapturedOrder, NewTender } from "./new-order.ts";

/** What came too much, as treasury takes it in. */
export interface ExcessOrder {
  readonly orderId: string;
  readonly holder: string | null;
  readonly paidAt: Instant;
  readonly payments: readonly {
    readonly tenderId: string;
    readonly ofOrder: boolean;
    readonly kind: NewTender["kind"];
    readonly unit: string;
    readonly units: number;
    readonly gatewayAccount: string | null;
    readonly gatewayTransaction: string | null;
  }[];
}

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
  /** What came with the order was spent, returned or lost: tells what that changes, likewise. */
  followPackets(tx: Tx, orderId: string): Promise<void>;
  /** Has a person look at figures that contradict each other. */
  noteProblems(tx: Tx, orderId: string, problems: readonly MoneyProblem[]): Promise<void>;
  /** What a person must still look at about the order. */
  openProblems(tx: ReadTx, orderId: string): Promise<readonly MoneyProblem[]>;
  /** Takes in money that the order did not ask for, and takes on its return at once. */
  returnExcess(tx: Tx, order: ExcessOrder): Promise<Refusal | null>;
  /** Payments of the order by the number that their gateway gave them, null where it is unknown. */
  knownPayments(
    tx: Tx,
    orderId: string,
  ): Promise<readonly { transaction: string | null; unit: string; units: number }[]>;
  onPaid(tx: Tx, orders: readonly CapturedOrder[]): Promise<Refusal | null>;
}
