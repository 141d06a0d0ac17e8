import { Type } from "typebox";
import type { Static } from "typebox";
import { choice } from "../schemas.ts";

export const claimKinds = ["cancel", "refund", "ineffective", "packet_return", "campaign_off"];
export const ClaimKind = choice("cancel", "refund", "ineffective", "packet_return", "campaign_off");
export type WireClaimKind = Static<typeof ClaimKind>;

export const ClaimStatus = choice(
  "filed",
  "gathering",
  "reviewing",
  "ending",
  "approved",
  "refused",
  "settling",
  "settled",
  "withdrawn",
);

/** Why no order can be named: the claim is then refused at once, with this as its reason. */
export const Unmatched = choice(
  "no_customer",
  "special_code",
  "no_earlier_purchase",
  "more_than_bought",
);

/** Seconds, whole numbers, `n/d` or percent texts, options and flags, as the catalogue says. */
export const FactValue = Type.Union([
  Type.Number(),
  Type.Boolean(),
  Type.String({ maxLength: 100 }),
]);
