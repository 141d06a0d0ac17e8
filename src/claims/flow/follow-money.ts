import { owed, planStops } from "../../core/index.ts";
import { loadFactsForClaims } from "../../orders/index.ts";
import type { Tx } from "../../platform/index.ts";
import { lockTenders, queuedObligations, stopPayouts } from "../../treasury/index.ts";
import type { Stopped } from "../../treasury/index.ts";
import { selectAccepted } from "../store/read.ts";
import { acceptedDecision } from "./load.ts";

/**
 * Money of the order went back past its payouts, or may have: what is queued above what is still to
 * be paid is not sent. In the commit that learned of it, whose caller has locked the money.
 */
export async function followMoney(tx: Tx, orderId: string): Promise<Stopped[]> {
  const [order] = await loadFactsForClaims(tx, [orderId]);
  if (order === undefined || order.facts === null) return [];
  const accepted = (await selectAccepted(tx, [orderId])).map(acceptedDecision);
  const [locked] = await lockTenders(tx, [orderId]);
  const tenders = locked?.tenders ?? [];
  const taken = tenders.map(({ tenderId, obliged }) => ({ tenderId, units: obliged }));
  const queued = await queuedObligations(tx, orderId);
  const plan = planStops(order.facts, owed(order.facts, accepted), taken, queued);
  return stopPayouts(tx, orderId, plan);
}
