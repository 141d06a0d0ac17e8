import type { AcceptedDecision, OrderFacts } from "../../core/index.ts";
import { loadFactsForClaims } from "../../orders/index.ts";
import type { ReadTx } from "../../platform/index.ts";
import { takenOnForClaims } from "../../treasury/index.ts";
import { standings } from "../rules/shares.ts";
import type { Standing } from "../rules/shares.ts";
import { selectAccepted, selectDecidedOrders } from "../store/read.ts";
import { acceptedDecision } from "./load.ts";

export interface DecidedMoney {
  readonly orderId: string;
  readonly facts: OrderFacts;
  readonly accepted: readonly AcceptedDecision[];
  readonly standings: readonly Standing[];
}

/** Without a chargeback claims leave nothing to stand, unless the order was paid in part. */
export const isUndisputed = ({ facts }: { readonly facts: OrderFacts }): boolean =>
  facts.disputes.length + facts.outsideDebits.length === 0;

/** How each claim on these orders stands, as far as the orders are wanted. */
export async function decidedMoney(
  tx: ReadTx,
  orderIds: readonly string[],
  isWanted: (order: { readonly facts: OrderFacts }) => boolean = () => true,
): Promise<DecidedMoney[]> {
  const [orders, rows, takenOn] = await Promise.all([
    loadFactsForClaims(tx, orderIds),
    selectAccepted(tx, orderIds),
    takenOnForClaims(tx, orderIds),
  ]);
  return orders.flatMap(({ orderId, facts }) => {
    if (facts === null || !isWanted({ facts })) return [];
    const accepted = rows.filter((row) => row.order_id === orderId).map(acceptedDecision);
    const ofOrder = takenOn.filter((one) => one.orderId === orderId);
    return [{ orderId, facts, accepted, standings: standings(facts, accepted, ofOrder) }];
  });
}

export interface ClaimStanding extends Standing {
  readonly orderId: string;
  /** The chargebacks on the tender that are not won, for what people are told. */
  readonly disputeIds: readonly string[];
}

/** What chargebacks hold of a claim or have brought back in its place, per order and tender. */
export async function chargebacksOf(tx: ReadTx, claimId: string): Promise<ClaimStanding[]> {
  const rows = await selectDecidedOrders(tx, [claimId]);
  const orderIds = [...new Set(rows.map(({ order_id }) => order_id))];
  const orders = await decidedMoney(tx, orderIds, (order) => !isUndisputed(order));
  return orders.flatMap(({ orderId, facts, standings: all }) =>
    all
      .filter((one) => one.claimId === claimId && one.heldUnits + one.chargedBackUnits > 0)
      .map((one) => {
        const disputes = facts.disputes.filter(
          ({ tenderId, state }) => tenderId === one.tenderId && state !== "won",
        );
        return { ...one, orderId, disputeIds: disputes.map(({ disputeId }) => disputeId) };
      }),
  );
}

/** Whether an open chargeback holds anything of the claim. */
export const isHeld = async (tx: ReadTx, claimId: string): Promise<boolean> =>
  (await chargebacksOf(tx, claimId)).some(({ heldUnits }) => heldUnits > 0);
