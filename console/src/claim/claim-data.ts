import type {
  noticesRoutes,
  SuccessOf,
  WireClaimView,
  WireOrder,
} from "../../../src/contract/index.ts";
import { fill } from "../../../web/src/index.ts";
import type { Ask, Result, SaidAt } from "../../../web/src/index.ts";
import type { Texts } from "../texts/index.ts";

type Notice = SuccessOf<typeof noticesRoutes.listNotices>["items"][number];

/** A claim with what was told about it and the orders that it is about. */
export interface ClaimData {
  readonly claim: WireClaimView;
  readonly notices: readonly Notice[];
  readonly orders: readonly WireOrder[];
}

export async function claimData(ask: Ask, claimId: string): Promise<Result<ClaimData>> {
  const query = { subjectId: claimId, limit: 20 };
  const [claim, notices] = await Promise.all([
    ask((client) => client.getClaim({ params: { claimId } })),
    ask((client) => client.listNotices({ query })),
  ]);
  if (!claim.ok) return claim;
  if (!notices.ok) return notices;
  const orders = await Promise.all(
    claim.data.orders.map(({ orderId }) =>
      ask((client) => client.getOrder({ params: { orderId } })),
    ),
  );
  const found = orders.flatMap((order) => (order.ok ? [order.data] : []));
  return { ok: true, data: { claim: claim.data, notices: notices.data.items, orders: found } };
}

/** The product, the packet or the whole order, in words. */
export function placeName(place: SaidAt, orders: readonly WireOrder[], texts: Texts): string {
  if (place.packetId !== null) return fill(texts.packet, { id: place.packetId });
  if (place.lineId === null) return texts.wholeOrder;
  const order = orders.find(({ orderId }) => orderId === place.orderId);
  const line = order?.lines.find(({ lineId }) => lineId === place.lineId);
  return line?.productName ?? line?.productCode ?? place.lineId;
}
