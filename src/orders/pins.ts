import type { Pin } from "../promises/index.ts";

/** What binds an order: versions that the customer accepted, or the merchant's default set. */
export interface PinnedPolicies {
  readonly pins: readonly Pin[];
  readonly from: "accepted" | "default";
}
