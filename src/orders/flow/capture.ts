import { isRefusal } from "../../contract/index.ts";
import type { Refusal } from "../../contract/index.ts";
import { accounts, post } from "../../ledger/index.ts";
import type { Transfer } from "../../ledger/index.ts";
import type { Tx } from "../../platform/index.ts";
import type { CapturedOrder, NewTender } from "../new-order.ts";
import type { OrderPorts } from "../ports.ts";

/** Posts what was paid, and tells treasury in the same commit. */
export async function capture(
  tx: Tx,
  ports: Pick<OrderPorts, "onPaid">,
  orders: readonly CapturedOrder[],
): Promise<Refusal | null> {
  const refused = await ports.onPaid(tx, orders);
  if (isRefusal(refused)) return refused;
  await post(tx, orders.flatMap(captureTransfers));
  return null;
}

/** Every tender in its own unit; what was paid with nothing is not posted. */
function captureTransfers({ orderId, tenders }: CapturedOrder): Transfer[] {
  return tenders
    .filter(({ units }) => units > 0)
    .map((tender) => ({
      kind: "capture",
      reference: `${orderId}:${tender.tenderId}`,
      orderId,
      debit: accountOf(tender),
      credit: accounts.salesCaptured,
      unit: tender.unit,
      amount: tender.units,
    }));
}

/** Where the value of a tender lies from now on. */
function accountOf({ kind, gatewayAccount }: NewTender): string {
  switch (kind) {
    case "wallet":
      return accounts.wallet;
    case "packet":
      return accounts.packets;
    case "points":
      return accounts.points;
    case "gift_card":
      return accounts.giftCards;
    default:
      return accounts.gatewayCash(gatewayAccount ?? "none");
  }
}
