import type { Language, WireMyOrder } from "../../contract/index.ts";
import { customerOrder, loadFactsForClaims } from "../../orders/index.ts";
import type { CustomerOrder, OrderForClaim } from "../../orders/index.ts";
import type { ReadTx } from "../../platform/index.ts";
import { loadAll } from "../../promises/index.ts";
import { placeOf } from "../flow/claim.ts";
import { gaps } from "../rules/units.ts";
import type { Place } from "../rules/units.ts";
import { selectNamedUnits } from "../store/read.ts";

/** The orders of a customer's session; what of a line is still free only claims know. */
export async function myOrders(
  tx: ReadTx,
  orderIds: readonly string[],
  language: Language,
): Promise<WireMyOrder[]> {
  const named = (await selectNamedUnits(tx, orderIds)).map(placeOf);
  const orders = await Promise.all(orderIds.map((orderId) => customerOrder(tx, orderId)));
  const bound = await loadFactsForClaims(tx, orderIds);
  return Promise.all(
    orders
      .filter((order) => order !== null)
      .map(async (order) => ({
        ...order,
        promises: await promisesOf(tx, order, bound, language),
        lines: order.lines.map((line) => ({ ...line, freeUnits: freeUnits(order, line, named) })),
      })),
  );
}

/** What the shop itself promised: floors hold whatever a shop says, and are no offer of its. */
async function promisesOf(
  tx: ReadTx,
  { orderId }: CustomerOrder,
  bound: readonly OrderForClaim[],
  language: Language,
): Promise<WireMyOrder["promises"]> {
  const pins = bound.find((order) => order.orderId === orderId)?.pins ?? [];
  const policies = await loadAll(tx, pins);
  return policies
    .filter(({ policy }) => policy.document.kind === "policy")
    .map(({ pin, policy }) => ({
      id: pin.policyId,
      version: pin.version,
      title: policy.document.title?.[language] ?? null,
    }));
}

function freeUnits(
  { orderId }: CustomerOrder,
  { lineId, quantity }: CustomerOrder["lines"][number],
  named: readonly Place[],
): number {
  const ofLine = named.filter((place) => place.orderId === orderId && place.lineId === lineId);
  return gaps(ofLine, quantity).reduce((sum, { from, to }) => sum + to - from, 0);
}
