import type {
  noticesRoutes,
  SuccessOf,
  WireClaimView,
  WireObligation,
  WireOrder,
  WireTransfer,
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
  /** What is due for it, whether or not a payout is under way. */
  readonly obligations: readonly WireObligation[];
  /** Those that wait for a second person, of whatever claim. */
  readonly transfers: readonly WireTransfer[];
}

export async function claimData(ask: Ask, claimId: string): Promise<Result<ClaimData>> {
  const query = { subjectId: claimId, limit: 20 };
  const [claim, notices, obligations, transfers] = await Promise.all([
    ask((client) => client.getClaim({ params: { claimId } })),
    ask((client) => client.listNotices({ query })),
    ask((client) => client.listObligations({ query: { claimId, limit: 100 } })),
    ask((client) => client.listTransfers({ query: { status: "stated", limit: 200 } })),
  ]);
  if (!claim.ok) return claim;
  if (!notices.ok) return notices;
  if (!obligations.ok) return obligations;
  if (!transfers.ok) return transfers;
  const orders = await Promise.all(
    claim.data.orders.map(({ orderId }) =>
      ask((client) => client.getOrder({ params: { orderId } })),
    ),
  );
  const found = orders.flatMap((order) => (order.ok ? [order.data] : []));
  const data = {
    claim: claim.data,
    notices: notices.data.items,
    orders: found,
    obligations: obligations.data.items,
    transfers: transfers.data.items,
  };
  return { ok: true, data };
}

/** The order's currency; its packets and points are worth so much of it. */
export const currencyOf = (orderId: string, { orders }: Pick<ClaimData, "orders">): string =>
  orders.find((order) => order.orderId === orderId)?.currency ?? "CNY";

/** The product, the packet or the whole order, in words. */
export function placeName(place: SaidAt, orders: readonly WireOrder[], texts: Texts): string {
  if (place.packetId !== null) return fill(texts.packet, { id: place.packetId });
  if (place.lineId === null) return texts.wholeOrder;
  const order = orders.find(({ orderId }) => orderId === place.orderId);
  const line = order?.lines.find(({ lineId }) => lineId === place.lineId);
  return line?.productName ?? line?.productCode ?? place.lineId;
}
