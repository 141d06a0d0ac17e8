import type { Account, Book, Entry, Payment, Refund } from "./book.ts";

const graceMs = 30 * 24 * 3_600_000;

export function callbackKey(
  merchantId: string,
  { number, status }: Pick<Refund, "number" | "status">,
) {
  return `${merchantId}/${number}/${status}`;
}

function isFinished({ status, steps }: Refund): boolean {
  return status !== "PROCESSING" && steps.length === 0;
}

/** Payments that no refund can be asked for any more, and of which nothing is under way. */
function forgotten({ settings, payments, refunds }: Account, now: number): Set<string> {
  const { refundAgeMaxMs } = settings;
  if (refundAgeMaxMs === null) return new Set();
  const isOld = ({ paidAt, lastRefundAt }: Payment): boolean =>
    now - Math.max(paidAt, lastRefundAt ?? 0) > refundAgeMaxMs + graceMs;
  const old = [...payments.values()].filter(isOld).map(({ transactionId }) => transactionId);
  const gone = new Set(old);
  for (const refund of refunds.values()) {
    if (!isFinished(refund)) gone.delete(refund.transactionId);
  }
  return gone;
}

/**
 * The entries that bring a fresh book to the state of this one: what has happened since is folded
 * into it, and what is too old to be asked about is left out.
 */
export function entriesOf(book: Book, notified: ReadonlySet<string>, now: number): Entry[] {
  const entries: Entry[] = [{ type: "advance", ms: book.offsetMs }];
  for (const account of book.accounts.values()) {
    const { merchantId, settings, balanceMinor: balance } = account;
    const gone = forgotten(account, now);
    entries.push({ type: "kept-account", merchantId, settings, balance });
    for (const payment of account.payments.values()) {
      if (gone.has(payment.transactionId)) continue;
      entries.push({ type: "kept-payment", merchantId, payment });
    }
    for (const refund of account.refunds.values()) {
      if (gone.has(refund.transactionId)) continue;
      entries.push({ type: "kept-refund", merchantId, refund });
      if (!notified.has(callbackKey(merchantId, refund))) continue;
      const { number, status } = refund;
      entries.push({ type: "notified", merchantId, number, status });
    }
  }
  return entries;
}

/** How many entries the state needs at most. */
export function sizeOf({ accounts }: Book): number {
  let size = 1;
  for (const { payments, refunds } of accounts.values()) {
    size += 1 + payments.size + 2 * refunds.size;
  }
  return size;
}
