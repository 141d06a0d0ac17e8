import { type Fraction, roundUp } from "../money/index.ts";
import type { AcceptedDecision } from "./accepted.ts";
import { carriedSum, placeSum } from "./carried.ts";
import type { Collected } from "./collect.ts";
import type { Replaces } from "./corrections.ts";
import type { OwedCompensation, OwedGrant } from "./entitlement.ts";
import { kept, sortedValues } from "./lookup.ts";
import type { OrderFacts } from "./order-facts.ts";
import { sumOfFractions } from "./share.ts";

/**
 * Cash beside the refund: cash heads, rounded up once each, and the sums that decisions state,
 * within their caps. A correction replaces what it states again.
 */
export function compensationsOf(
  order: OrderFacts,
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
      amountMinor: roundUp(carriedSum(order, head, replaces)),
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
export function grantsOf(
  order: OrderFacts,
  { carried }: Collected,
  replaces: Replaces,
): OwedGrant[] {
  return carried.flatMap(({ grant, base, places }) => {
    if (grant === null) return [];
    const sums = new Map<string | null, Fraction[]>();
    for (const place of sortedValues(places)) {
      kept(sums, place.packetId, () => []).push(placeSum(order, place, replaces));
    }
    return [...sums]
      .map(([packetId, parts]) => ({
        grant,
        base,
        packetId,
        amountMinor: roundUp(sumOfFractions(parts)),
      }))
      .filter((owed) => owed.amountMinor > 0);
  });
}
