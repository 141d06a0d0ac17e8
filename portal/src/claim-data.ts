import type {
  noticesRoutes,
  SuccessOf,
  WireClaimView,
  WireMyOrder,
} from "../../src/contract/index.ts";
import type { Ask, Result } from "../../web/src/index.ts";

type Notice = SuccessOf<typeof noticesRoutes.listMyNotices>["items"][number];

/** A claim with what was told about it and the order that it is about. */
export interface ClaimData {
  readonly claim: WireClaimView;
  readonly notices: readonly Notice[];
  readonly order: WireMyOrder | undefined;
}

export async function claimData(ask: Ask, claimId: string): Promise<Result<ClaimData>> {
  const params = { claimId };
  const [claim, notices, orders] = await Promise.all([
    ask((client) => client.getMyClaim({ params })),
    ask((client) => client.listMyNotices({ params })),
    ask((client) => client.listMyOrders({})),
  ]);
  if (!claim.ok) return claim;
  if (!notices.ok) return notices;
  if (!orders.ok) return orders;
  const [first] = claim.data.orders;
  const order = orders.data.items.find(({ orderId }) => orderId === first?.orderId);
  return { ok: true, data: { claim: claim.data, notices: notices.data.items, order } };
}
