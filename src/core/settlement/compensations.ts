import { roundUp } from "../money/index.ts";
import type { AcceptedDecision } from "./accepted.ts";
import { carriedSum, placeSum } from "./carried.ts";
import type { Collected } from "./collect.ts";
import type { Replaces } from "./corrections.ts";
import type { OwedCompensation, OwedGrant } from "./entitlement.ts";
import { sortedValues } from "./lookup.ts";

/**
 * Cash beside the refund: cash heads, rounded up once each, and the sums that decisions state,
 * within their caps. A correction replaces what it states again.
 */
export function compensationsOf(
  decisions: readonly AcceptedDecision[],
  { carried }: Collected,
  replaces: Replaces,
): OwedCompensation[] {
  const heads = carried
    .filter((head) => head.direction === "pay")
    .map((head) => ({
      reason: "cost" as const,
      base: head.base,
      claimId: null,
      amountMinor: roundUp(carriedSum(head, replaces)),
    }));
  const stated = decisions.flatMap(({ claimId, compensations }, index) =>
    (compensations ?? [])
      .filter(({ reason }) => !isReplaced(decisions, index, reason, replaces))
      .map(({ reason, amountMinor, capMinor }) => ({
        reason,
        base: null,
        claimId,
        amountMinor: Math.min(amountMinor, capMinor),
      })),
  );
  return [...heads, ...stated].filter((compensation) => compensation.amountMinor > 0);
}

function isReplaced(
  decisions: readonly AcceptedDecision[],
  earlier: number,
  reason: string,
  replaces: Replaces,
): boolean {
  return decisions.some(
    ({ compensations }, later) =>
      replaces(later, earlier) && (compensations ?? []).some((one) => one.reason === reason),
  );
}

/** Vouchers and points to give, rounded up once per head and packet. */
export function grantsOf({ carried }: Collected, replaces: Replaces): OwedGrant[] {
  return carried.flatMap(({ grant, base, places }) => {
    if (grant === null) return [];
    return sortedValues(places)
      .map((place) => ({
        grant,
        base,
        packetId: place.packetId,
        amountMinor: roundUp(placeSum(place, replaces)),
      }))
      .filter((owed) => owed.amountMinor > 0);
  });
}
