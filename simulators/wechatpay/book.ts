import type { AccountSettings } from "./account.ts";

/** WeChat Pay's own states of a refund; SUCCESS may still turn ABNORMAL when a bank returns it. */
export type RefundStatus = "PROCESSING" | "SUCCESS" | "CLOSED" | "ABNORMAL";

export type Payment = {
  readonly transactionId: string;
  readonly outTradeNo: string;
  readonly totalMinor: number;
  readonly currency: string;
  readonly paidAt: number;
  refundedMinor: number;
  refundCount: number;
  lastRefundAt: number | null;
};

export type PlannedStep = { readonly at: number; readonly status: RefundStatus };

export type Refund = {
  readonly number: string;
  readonly refundId: string;
  readonly transactionId: string;
  readonly outTradeNo: string;
  readonly refundMinor: number;
  readonly totalMinor: number;
  readonly currency: string;
  readonly notifyUrl: string | null;
  readonly createdAt: number;
  status: RefundStatus;
  /** Held for want of balance: it finishes by a top-up, or closes after seven days. */
  held: boolean;
  finishedAt: number | null;
  /** What is still to become of it by itself, earliest first. */
  steps: readonly PlannedStep[];
};

export type Account = {
  readonly merchantId: string;
  settings: AccountSettings;
  balanceMinor: number | null;
  readonly payments: Map<string, Payment>;
  readonly transactionOf: Map<string, string>;
  readonly refunds: Map<string, Refund>;
};

/** What the journal holds; the book is nothing but these entries applied in order. */
export type Entry =
  | { type: "account"; merchantId: string; settings: AccountSettings }
  | ({ type: "payment"; merchantId: string } & PaymentFacts)
  | ({ type: "refund"; merchantId: string; held: boolean; steps: PlannedStep[] } & RefundFacts)
  | { type: "step"; merchantId: string; number: string; status: RefundStatus; at: number }
  /** Held money that somebody had paid out in the gateway's console. */
  | { type: "resolved"; merchantId: string; number: string; at: number }
  | { type: "released"; merchantId: string; number: string; steps: PlannedStep[] }
  | { type: "top-up"; merchantId: string; amountMinor: number }
  | { type: "notified"; merchantId: string; number: string; status: RefundStatus }
  | { type: "advance"; ms: number }
  | Kept;

/** The state itself, where a compacted journal begins. */
type Kept =
  | { type: "kept-account"; merchantId: string; settings: AccountSettings; balance: number | null }
  | { type: "kept-payment"; merchantId: string; payment: Payment }
  | { type: "kept-refund"; merchantId: string; refund: Refund };

type PaymentFacts = Pick<
  Payment,
  "transactionId" | "outTradeNo" | "totalMinor" | "currency" | "paidAt"
>;
type RefundFacts = Omit<Refund, "status" | "held" | "finishedAt" | "steps">;

export type Book = { readonly accounts: Map<string, Account>; offsetMs: number };

export function emptyBook(): Book {
  return { accounts: new Map(), offsetMs: 0 };
}

function openAccount(
  book: Book,
  merchantId: string,
  settings: AccountSettings,
  balanceMinor: number | null,
): void {
  const known = book.accounts.get(merchantId);
  if (known !== undefined) {
    known.settings = settings;
    return;
  }
  book.accounts.set(merchantId, {
    merchantId,
    settings,
    balanceMinor,
    payments: new Map(),
    transactionOf: new Map(),
    refunds: new Map(),
  });
}

/** A closed refund gives the amount back to the payment and, if it was taken, to the balance. */
function release(account: Account, refund: Refund): void {
  const payment = account.payments.get(refund.transactionId);
  if (payment !== undefined) payment.refundedMinor -= refund.refundMinor;
  if (account.balanceMinor !== null && !refund.held) account.balanceMinor += refund.refundMinor;
}

function applyRefund(account: Account, entry: Extract<Entry, { type: "refund" }>): void {
  const { type: _type, merchantId: _merchantId, ...facts } = entry;
  account.refunds.set(entry.number, { ...facts, status: "PROCESSING", finishedAt: null });
  const payment = account.payments.get(entry.transactionId);
  if (payment !== undefined) {
    payment.refundedMinor += entry.refundMinor;
    payment.refundCount += 1;
    payment.lastRefundAt = entry.createdAt;
  }
  if (account.balanceMinor !== null && !entry.held) account.balanceMinor -= entry.refundMinor;
}

function applyStep(account: Account, entry: Extract<Entry, { type: "step" }>): void {
  const refund = account.refunds.get(entry.number);
  if (refund === undefined) return;
  if (entry.status === "CLOSED") release(account, refund);
  refund.status = entry.status;
  refund.finishedAt = entry.at;
  const taken = refund.steps.findIndex(({ status }) => status === entry.status);
  refund.steps = refund.steps.slice(taken + 1);
}

function resolve(account: Account, entry: Extract<Entry, { type: "resolved" }>): void {
  const refund = account.refunds.get(entry.number);
  if (refund === undefined) return;
  refund.status = "SUCCESS";
  refund.finishedAt = entry.at;
  refund.steps = [];
}

function applyToAccount(account: Account, entry: Entry): void {
  switch (entry.type) {
    case "payment": {
      const { type: _type, merchantId: _merchantId, ...facts } = entry;
      const payment = { ...facts, refundedMinor: 0, refundCount: 0, lastRefundAt: null };
      account.payments.set(entry.transactionId, payment);
      account.transactionOf.set(entry.outTradeNo, entry.transactionId);
      return;
    }
    case "refund":
      return applyRefund(account, entry);
    case "step":
      return applyStep(account, entry);
    case "released": {
      const refund = account.refunds.get(entry.number);
      if (refund === undefined) return;
      refund.held = false;
      refund.steps = entry.steps;
      if (account.balanceMinor !== null) account.balanceMinor -= refund.refundMinor;
      return;
    }
    case "resolved":
      return resolve(account, entry);
    case "kept-payment":
      account.payments.set(entry.payment.transactionId, { ...entry.payment });
      account.transactionOf.set(entry.payment.outTradeNo, entry.payment.transactionId);
      return;
    case "kept-refund":
      account.refunds.set(entry.refund.number, { ...entry.refund });
      return;
    case "top-up":
      if (account.balanceMinor !== null) account.balanceMinor += entry.amountMinor;
      return;
    case "account":
    case "kept-account":
    case "notified":
    case "advance":
      return;
  }
}

export function apply(book: Book, entry: Entry): void {
  if (entry.type === "advance") {
    book.offsetMs += entry.ms;
    return;
  }
  if (entry.type === "account") {
    openAccount(book, entry.merchantId, entry.settings, entry.settings.balanceMinor);
  }
  if (entry.type === "kept-account") {
    openAccount(book, entry.merchantId, entry.settings, entry.balance);
  }
  const account = book.accounts.get(entry.merchantId);
  if (account === undefined) throw new Error(`the journal names no account ${entry.merchantId}`);
  applyToAccount(account, entry);
}
