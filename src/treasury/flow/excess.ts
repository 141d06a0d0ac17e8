import { refuse } from "../../contract/index.ts";
import type { Refusal } from "../../contract/index.ts";
import type { Tx } from "../../platform/index.ts";
import { selectUnknownAccounts } from "../store/accounts.ts";
import { addExcess, insertSettlements, selectPayments } from "../store/tenders.ts";
import type { TenderKind } from "../store/tenders.ts";
import { obligeExcess } from "./oblige.ts";

/** Money taken in that the order did not ask for. */
export type ExcessPayment = {
  readonly tenderId: string;
  /** The order's own tender that brought more than it was to bring, or one beside the order. */
  readonly ofOrder: boolean;
  readonly kind: TenderKind;
  readonly unit: string;
  /** Above 0: what is to be returned. */
  readonly units: number;
  readonly gatewayAccount: string | null;
  readonly gatewayTransaction: string | null;
};

export type ExcessOrder = {
  readonly orderId: string;
  readonly holder: string | null;
  readonly paidAt: number;
  readonly payments: readonly ExcessPayment[];
};

/**
 * Takes in what an order did not ask for, and takes on its return by the way it came, in the same
 * commit. The caller sees to it that one payment is told here once.
 */
export async function returnExcess(tx: Tx, order: ExcessOrder): Promise<null | Refusal> {
  const { orderId, holder, paidAt, payments } = order;
  const names = [...new Set(payments.flatMap(({ gatewayAccount }) => gatewayAccount ?? []))];
  const [unknown] = names.length === 0 ? [] : await selectUnknownAccounts(tx, names);
  if (unknown !== undefined) return refuse("gateway_account_unknown", { account: unknown.name });
  await insertSettlements(tx, [{ orderId, holder: holder ?? orderId }]);
  const known = await selectPayments(tx, orderId);
  const used = new Set(known.map(({ tender_id }) => tender_id));
  const named = payments.map((payment) => {
    const tenderId = payment.ofOrder ? payment.tenderId : freeName(payment.tenderId, used);
    used.add(tenderId);
    return { ...payment, tenderId };
  });
  await addExcess(
    tx,
    named.map((payment) => excessTender(orderId, paidAt, payment)),
  );
  await obligeExcess(
    tx,
    named.map((payment) => ({ ...payment, orderId, account: payment.gatewayAccount })),
  );
  const payload = { orderId, payments: named.map(({ unit, units }) => ({ unit, units })) };
  tx.emit({ type: "ExcessReceived", subject: orderId, payload });
  return null;
}

function freeName(tenderId: string, used: ReadonlySet<string>): string {
  if (!used.has(tenderId)) return tenderId;
  let count = 2;
  while (used.has(`${tenderId}.${count}`)) count += 1;
  return `${tenderId}.${count}`;
}

function excessTender(orderId: string, paidAt: number, payment: ExcessPayment) {
  const { tenderId, kind, unit, units, gatewayAccount: account, gatewayTransaction } = payment;
  const transaction = gatewayTransaction ?? `${orderId}:${tenderId}`;
  return {
    orderId,
    tenderId,
    kind,
    unit,
    account,
    gatewayTransaction: account === null ? null : transaction,
    captured: units,
    capturedAt: new Date(paidAt),
  };
}

/** Payments of an order that are known by their gateway's number, with what they brought. */
export async function knownPayments(tx: Tx, orderId: string) {
  const rows = await selectPayments(tx, orderId);
  return rows.map(({ gateway_transaction: transaction, unit, captured: units }) => {
    return { transaction, unit, units };
  });
}
