import { consequencesSince } from "../../core/index.ts";
import type { Consequence } from "../../core/index.ts";
import { accounts, post } from "../../ledger/index.ts";
import type { Transfer } from "../../ledger/index.ts";
import type { Tx } from "../../platform/index.ts";
import { insertConsequences, selectConsequences } from "../store/consequences.ts";
import type { NewConsequence } from "../store/consequences.ts";

export type OrderConsequences = {
  readonly orderId: string;
  /** All that stands by now, whoever brought it. */
  readonly stands: readonly Consequence[];
};

/**
 * Keeps, posts and announces what is new beside what is paid: whoever keeps the packets, points and
 * coupons acts on it once. The caller holds the lock of the orders' money, so that nobody else
 * compares with the same record; told again, the same changes nothing.
 */
export async function tellConsequences(
  tx: Tx,
  claimId: string | null,
  orders: readonly OrderConsequences[],
): Promise<void> {
  if (orders.length === 0) return;
  const told = await selectConsequences(
    tx,
    orders.map(({ orderId }) => orderId),
  );
  const changes = orders.flatMap(({ orderId, stands }): NewConsequence[] => {
    const before = told.filter((row) => row.order_id === orderId);
    const since = consequencesSince(before, stands);
    return since.map(({ kind, subject, reference, unit, amount }) => {
      const change = { kind, subject, reference, unit, amount };
      return { ...change, changeId: tx.newId(), orderId, claimId };
    });
  });
  if (changes.length === 0) return;
  await Promise.all([insertConsequences(tx, changes), post(tx, changes.flatMap(noted))]);
  for (const { orderId } of orders) {
    const own = changes.filter((change) => change.orderId === orderId);
    if (own.length > 0) announceChanges(tx, orderId, claimId, own);
  }
}

function announceChanges(
  tx: Tx,
  orderId: string,
  claimId: string | null,
  own: readonly NewConsequence[],
) {
  const changes = own.map(({ changeId, kind, subject, reference, unit, amount }) => {
    return { changeId, kind, subject, reference, unit, amount };
  });
  tx.emit({
    type: "ConsequencesChanged",
    subject: orderId,
    payload: { claimId, orderId, changes },
  });
}

/**
 * Noted on accounts of their own: what came with an order was never posted as outstanding, and a
 * shortfall is owed by nobody. Gifts and coupons are no sums.
 */
function noted(change: NewConsequence): Transfer[] {
  const { changeId: reference, orderId, kind, subject, unit, amount } = change;
  if (subject === "gift" || subject === "coupon") return [];
  const [account, counter] = [accounts.consequence(kind), accounts.consequenceNoted(kind)];
  const [debit, credit] = amount > 0 ? [account, counter] : [counter, account];
  return [{ kind, reference, orderId, debit, credit, unit, amount: Math.abs(amount) }];
}
