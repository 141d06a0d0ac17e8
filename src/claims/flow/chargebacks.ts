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
import { decidedMoney, isHeld, isUndisputed } from "./standing.ts";
import type { DecidedMoney } from "./standing.ts";

/**
 * A chargeback on the order has changed: what it no longer holds is taken on for the claims that it
 * was held from, under the locks under which a claim is filed, and claims that wait for nothing any
 * more are closed. Repeated, it changes nothing. Returns the claims that were closed.
 */
export async function followChargeback(tx: Tx, orderId: string): Promise<ClaimRow[]> {
  const locked = await lockDecided(tx, orderId);
  if (locked === null) return [];
  const { order, claims } = locked;
  if (isUndisputed(order)) return [];
  await markDisputed(
    tx,
    claims.map(({ claim_id }) => claim_id),
  );
  const closed: ClaimRow[] = [];
  for (const claim of claims) {
    const ended = await follow(tx, { ...claim, disputed: true }, order, locked.freed);
    if (ended !== null) closed.push(ended);
  }
  return closed;
}

/**
 * More of an order was paid: what earlier decisions give of it, which are shares of what is paid,
 * is taken on for their claims. Repeated, it changes nothing.
 */
export async function followBalance(tx: Tx, orderId: string): Promise<void> {
  const locked = await lockDecided(tx, orderId);
  if (locked === null) return;
  const { order, claims, freed } = locked;
  const grown = claims.filter(({ claim_id }) => freed.some(({ claimId }) => claimId === claim_id));
  for (const claim of grown) await follow(tx, claim, order, freed);
}

/** The claims that were decided on an order and its money, locked, and what is due to them. */
async function lockDecided(tx: Tx, orderId: string) {
  const decisions = await selectAccepted(tx, [orderId]);
  const claimIds = [...new Set(decisions.map(({ claim_id }) => claim_id))];
  if (claimIds.length === 0) return null;
  // Claims first, then money: as a claim that is decided again does.
  const claims = await lockClaims(tx, claimIds);
  const money = await lockTenders(tx, [orderId]);
  const [order] = await decidedMoney(tx, [orderId]);
  return order === undefined ? null : { order, claims, freed: freedOf(order, money) };
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
