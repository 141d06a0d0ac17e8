import type { Refusal } from "../contract/index.ts";
import type { ReadTx } from "../platform/index.ts";

/** A policy version that binds an order, as it was when the order was made. */
export interface Pin {
  readonly policyId: string;
  readonly version: number;
  readonly hash: string;
  readonly params: Readonly<Record<string, string>>;
}

/** What a customer says to have accepted; the hash and the parameters may be left out. */
export interface AcceptedPolicy {
  readonly id: string;
  readonly version: number;
  readonly hash?: string;
  readonly params?: Readonly<Record<string, string>>;
}

export interface PinnedPolicies {
  readonly pins: readonly Pin[];
  readonly from: "accepted" | "default";
}

/** Finds the published versions; null asks for the merchant's default set. */
export type ResolvePins = (
  tx: ReadTx,
  accepted: readonly AcceptedPolicy[] | null,
) => Promise<readonly Pin[] | Refusal>;
