import type { Refusal } from "../../contract/index.ts";
import type { Actor } from "../actor.ts";
import type { Platform } from "../platform.ts";
import type { ReadTx, Tx } from "./tx.ts";

export interface Unit {
  readonly merchantId: string;
  readonly actor: Actor;
  /** The route's operationId, or the job's or command's name: part of the idempotency scope. */
  readonly route: string;
  /** The caller's Idempotency-Key; absent for work that is idempotent by its own state. */
  readonly key?: string | undefined;
  readonly requestHash?: string | undefined;
}

/**
 * The one way to write. Everything in `work` and its events and jobs is committed together, or
 * nothing. `work` may run several times: it acts through `tx` only. Its answer must be plain JSON
 * when there is a key, since a repeated call gets the stored one. A refusal rolls back.
 */
export async function transact<T>(
  _platform: Platform,
  _unit: Unit,
  _work: (tx: Tx) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  throw new Error("not reachable");
}

export async function readTransaction<T>(
  _platform: Platform,
  _merchantId: string,
  _work: (tx: ReadTx) => Promise<T>,
): Promise<T> {
  throw new Error("not reachable");
}
