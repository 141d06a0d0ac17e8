import type { ReadTx } from "../../platform/index.ts";
import type { EarlierClaim } from "../rules/chosen.ts";
import { selectClaims, selectFactsOf } from "../store/read.ts";
import type { ClaimRow, DecisionRow, ItemRow } from "../store/read.ts";
import { placeOf, saidOf } from "./claim.ts";

export interface LoadedEarlier extends EarlierClaim {
  /** The orders on which its choices hold. */
  readonly orderIds: ReadonlySet<string>;
}

/** Claims whose choices hold on these orders, in the order in which they were accepted. */
export async function loadEarlier(
  tx: ReadTx,
  accepted: readonly Pick<DecisionRow, "claim_id" | "order_id">[],
  named: readonly ItemRow[],
): Promise<LoadedEarlier[]> {
  const claimIds = [...new Set([...accepted, ...named].map(({ claim_id }) => claim_id))];
  if (claimIds.length === 0) return [];
  const ordersOf = (claim: ClaimRow): ReadonlySet<string> => {
    const all = claim.status === "ending" ? named : accepted;
    const own = all.filter(({ claim_id }) => claim_id === claim.claim_id);
    return new Set(own.map(({ order_id }) => order_id));
  };
  const claims = await selectClaims(tx, claimIds);
  const holding = claims
    .map((claim) => ({ claim, orderIds: ordersOf(claim) }))
    .filter(({ orderIds }) => orderIds.size > 0)
    .sort((left, right) => acceptedAt(left.claim) - acceptedAt(right.claim));
  if (holding.length === 0) return [];
  const facts = await selectFactsOf(tx, claimIds);
  return holding.map(({ claim, orderIds }) => ({
    claimId: claim.claim_id,
    number: claim.number,
    kind: claim.kind,
    receivedAt: claim.received_at,
    endsAt: claim.ends_at,
    final: claim.final,
    orderIds,
    places: named.filter(({ claim_id }) => claim_id === claim.claim_id).map(placeOf),
    said: facts.filter(({ claim_id }) => claim_id === claim.claim_id).map(saidOf),
  }));
}

/** One that waited for its end was accepted before it was decided. */
const acceptedAt = ({ pinned, decided_at }: ClaimRow): number =>
  pinned?.acceptedAt ?? decided_at ?? 0;
