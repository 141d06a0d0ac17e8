import { consequencesOf, owed, planStops } from "../../core/index.ts";
import type { Entitlement } from "../../core/index.ts";
import { loadFactsForClaims } from "../../orders/index.ts";
import type { Tx } from "../../platform/index.ts";
import {
  lockTenders,
  queuedObligations,
  stopPayouts,
  tellConsequences,
} from "../../treasury/index.ts";
import type { Stopped } from "../../treasury/index.ts";
import { selectAccepted } from "../store/read.ts";
import { acceptedDecision } from "./load.ts";

/**
 * Money of the order went back past its payouts, or may have: what is queued above what is still to
 * be paid is not sent. In the commit that learned of it, whose caller has locked the money.
 */
export async function followMoney(tx: Tx, orderId: string): Promise<Stopped[]> {
  const money = await owedBy(tx, orderId);
  if (money === null) return [];
  const { facts, entitlement } = money;
  await tell(tx, orderId, entitlement);
  const [locked] = await lockTenders(tx, [orderId]);
  const tenders = locked?.tenders ?? [];
  const taken = tenders.map(({ tenderId, obliged }) => ({ tenderId, units: obliged }));
  const queued = await queuedObligations(tx, orderId);
  const plan = planStops(facts, entitlement, taken, queued);
  return stopPayouts(tx, orderId, plan);
}

/** What came with the order has changed hands: tells what can be taken back of it, and whence. */
export async function followPackets(tx: Tx, orderId: string): Promise<void> {
  const money = await owedBy(tx, orderId);
  if (money !== null) await tell(tx, orderId, money.entitlement);
}

async function owedBy(tx: Tx, orderId: string) {
  const [order] = await loadFactsForClaims(tx, [orderId]);
  if (order === undefined || order.facts === null) return null;
  const { facts } = order;
  const accepted = (await selectAccepted(tx, [orderId])).map(acceptedDecision);
  return { facts, entitlement: owed(facts, accepted) };
}

const tell = (tx: Tx, orderId: string, entitlement: Entitlement): Promise<void> =>
  tellConsequences(tx, null, [{ orderId, stands: consequencesOf(entitlement) }]);
