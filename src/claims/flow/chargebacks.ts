import { owed, planDue } from "../../core/index.ts";
import type { Tx } from "../../platform/index.ts";
import { lockTenders, oblige, openObligations } from "../../treasury/index.ts";
import type { LockedOrder } from "../../treasury/index.ts";
import { freedDues } from "../rules/shares.ts";
import type { ClaimDue } from "../rules/shares.ts";
import { lockClaims, selectAccepted } from "../store/read.ts";
import type { ClaimRow } from "../store/read.ts";
import { markDisputed } from "../store/write.ts";
import { complete, reopen } from "./settle.ts";
import { decidedMoney, isHeld } from "./standing.ts";
import type { DecidedMoney } from "./standing.ts";

/**
 * A chargeback on the order has changed: what it no longer holds is taken on for the claims that it
 * was held from, under the locks under which a claim is filed, and claims that wait for nothing any
 * more are closed. Repeated, it changes nothing. Returns the claims that were closed.
 */
export async function followChargeback(tx: Tx, orderId: string): Promise<ClaimRow[]> {
  const decisions = await selectAccepted(tx, [orderId]);
  const claimIds = [...new Set(decisions.map(({ claim_id }) => claim_id))];
  if (claimIds.length === 0) return [];
  // Claims first, then money: as a claim that is decided again does.
  const claims = await lockClaims(tx, claimIds);
  const locked = await lockTenders(tx, [orderId]);
  const [order] = await decidedMoney(tx, [orderId]);
  if (order === undefined) return [];
  await markDisputed(tx, claimIds);
  const freed = freedOf(order, locked);
  const closed: ClaimRow[] = [];
  for (const claim of claims) {
    const ended = await follow(tx, { ...claim, disputed: true }, order, freed);
    if (ended !== null) closed.push(ended);
  }
  return closed;
}

function freedOf(order: DecidedMoney, locked: readonly LockedOrder[]): ClaimDue[] {
  const { facts, accepted, orderId, standings: all } = order;
  const tenders = locked.find((one) => one.orderId === orderId)?.tenders ?? [];
  const taken = tenders.map(({ tenderId, obliged }) => ({ tenderId, units: obliged }));
  return freedDues(all, planDue(owed(facts, accepted), taken).dues);
}

async function follow(
  tx: Tx,
  claim: ClaimRow,
  { orderId, standings: all }: DecidedMoney,
  freed: readonly ClaimDue[],
): Promise<ClaimRow | null> {
  const { claim_id: claimId, status } = claim;
  const dues = freed.filter((due) => due.claimId === claimId);
  const held = all.some((one) => one.claimId === claimId && one.heldUnits > 0);
  // A chargeback that was lost and is open or won after all holds, or owes, the money again.
  if (status === "settled" && (held || dues.length > 0)) await reopen(tx, claim);
  if (dues.length > 0) {
    const due = dues.map(({ tenderId, units }) => ({ tenderId, units }));
    await oblige(tx, { claimId, orders: [{ orderId, dues: due, beside: [] }] });
    return null;
  }
  const waits = held || status !== "settling" || (await openObligations(tx, claimId)) > 0;
  return waits || (await isHeld(tx, claimId)) ? null : complete(tx, claim);
}
