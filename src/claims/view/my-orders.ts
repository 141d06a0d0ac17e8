import type { WireMyOrder } from "../../contract/index.ts";
import { customerOrder } from "../../orders/index.ts";
import type { CustomerOrder } from "../../orders/index.ts";
import type { ReadTx } from "../../platform/index.ts";
import { placeOf } from "../flow/claim.ts";
import { gaps } from "../rules/units.ts";
import type { Place } from "../rules/units.ts";
import { selectNamedUnits } from "../store/read.ts";

/** The orders of a customer's session; what of a line is still free only claims know. */
export async function myOrders(tx: ReadTx, orderIds: readonly string[]): Promise<WireMyOrder[]> {
  const named = (await selectNamedUnits(tx, orderIds)).map(placeOf);
  const orders = await Promise.all(orderIds.map((orderId) => customerOrder(tx, orderId)));
  return orders
    .filter((order) => order !== null)
    .map((order) => ({
      ...order,
      lines: order.lines.map((line) => ({ ...line, freeUnits: freeUnits(order, line, named) })),
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
