import { refuse } from "../../contract/index.ts";
import type { Refusal } from "../../contract/index.ts";
import type { Tx } from "../../platform/index.ts";
import { selectUnknownAccounts } from "../store/accounts.ts";
import { insertSettlements, insertTenders } from "../store/tenders.ts";
import type { NewTender, TenderKind } from "../store/tenders.ts";

export type CapturedTender = {
  readonly tenderId: string;
  readonly kind: TenderKind;
  readonly unit: string;
  /** Paid, in the tender's own unit. */
  readonly units: number;
  /** Money only: the name of the account it came through, and the gateway's number of it. */
  readonly gatewayAccount?: string | null;
  readonly gatewayTransaction?: string | null;
};

export type CapturedOrder = {
  readonly orderId: string;
  /** Whose balance tenders in kind go back to; the order itself where no customer is known. */
  readonly holder?: string | null;
  readonly paidAt: number;
  readonly tenders: readonly CapturedTender[];
};

function newTender(order: CapturedOrder, tender: CapturedTender): NewTender {
  const { orderId } = order;
  const account = tender.gatewayAccount ?? null;
  // History that names no payment still needs a number that is this payment's alone.
  const transaction = tender.gatewayTransaction ?? `${orderId}:${tender.tenderId}`;
  return {
    orderId,
    tenderId: tender.tenderId,
    kind: tender.kind,
    unit: tender.unit,
    account,
    gatewayTransaction: account === null ? null : transaction,
    captured: tender.units,
    capturedAt: new Date(order.paidAt),
  };
}

/**
 * Takes note of what was paid for orders, in one statement per table; repeated, it changes nothing.
 * The capture's posting is made where the payment is recorded.
 */
export async function registerCaptures(
  tx: Tx,
  orders: readonly CapturedOrder[],
): Promise<null | Refusal> {
  const tenders = orders.flatMap((order) =>
    order.tenders.map((tender) => newTender(order, tender)),
  );
  const names = [...new Set(tenders.flatMap(({ account }) => account ?? []))];
  const [unknown] = names.length === 0 ? [] : await selectUnknownAccounts(tx, names);
  if (unknown !== undefined) return refuse("gateway_account_unknown", { account: unknown.name });
  const settlements = orders.map(({ orderId, holder }) => ({ orderId, holder: holder ?? orderId }));
  await insertSettlements(tx, settlements);
  await insertTenders(tx, tenders);
  return null;
}

export function registerCapture(tx: Tx, order: CapturedOrder): Promise<null | Refusal> {
  return registerCaptures(tx, [order]);
}
