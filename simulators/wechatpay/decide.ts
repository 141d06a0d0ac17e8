import { holdDurationMs } from "./account.ts";
import type { Account, Entry, Payment, PlannedStep, Refund } from "./book.ts";
import { draw, strikes } from "./chance.ts";
import { gatewayError } from "./errors.ts";
import type { GatewayError } from "./errors.ts";

export type RefundRequest = {
  readonly transactionId: string | null;
  readonly outTradeNo: string | null;
  readonly number: string;
  readonly refundMinor: number;
  readonly totalMinor: number;
  readonly currency: string;
  readonly notifyUrl: string | null;
};

export type Decided = { readonly entries: Entry[] } | { readonly error: GatewayError };

function refuse(code: Parameters<typeof gatewayError>[0], message?: string): Decided {
  return { error: gatewayError(code, message) };
}

function findPayment(account: Account, request: RefundRequest): Payment | undefined {
  const transactionId =
    request.transactionId ?? account.transactionOf.get(request.outTradeNo ?? "") ?? "";
  return account.payments.get(transactionId);
}

/** The first refund of an unknown transaction tells what was paid (imported history). */
function adopt(account: Account, request: RefundRequest, now: number): Entry | null {
  if (!account.settings.adoptUnknownPayments) return null;
  const transactionId = request.transactionId ?? `adopted-${request.outTradeNo}`;
  return {
    type: "payment",
    merchantId: account.merchantId,
    transactionId,
    outTradeNo: request.outTradeNo ?? `adopted-${request.transactionId}`,
    totalMinor: request.totalMinor,
    currency: request.currency,
    paidAt: now,
  };
}

type PaymentFacts = Extract<Entry, { type: "payment" }> | Payment;

function againstLimits(account: Account, payment: PaymentFacts, now: number): Decided | null {
  const { refundAgeMaxMs, refundCountMax, refundSpacingMs } = account.settings;
  if (refundAgeMaxMs !== null && now - payment.paidAt > refundAgeMaxMs) {
    return refuse("INVALID_REQUEST", "订单已超过可退款的最大期限");
  }
  if (!("refundCount" in payment)) return null;
  if (refundCountMax !== null && payment.refundCount >= refundCountMax) {
    return refuse("INVALID_REQUEST", "订单部分退款次数超过限制");
  }
  const last = payment.lastRefundAt;
  if (refundSpacingMs !== null && last !== null && now - last < refundSpacingMs) {
    return refuse("FREQUENCY_LIMITED");
  }
  return null;
}

function againstAmounts(payment: PaymentFacts, request: RefundRequest): Decided | null {
  if (payment.totalMinor !== request.totalMinor) {
    return refuse("INVALID_REQUEST", "订单金额或退款金额与之前请求不一致，请核实后再试");
  }
  if (payment.currency !== request.currency) return refuse("PARAM_ERROR", "币种不一致");
  const refunded = "refundedMinor" in payment ? payment.refundedMinor : 0;
  if (refunded + request.refundMinor > payment.totalMinor) {
    return refuse("INVALID_REQUEST", "申请退款金额大于订单可退金额");
  }
  return null;
}

/** When and how a refund ends is drawn at booking and journalled, so that a restart keeps to it. */
function planSteps(account: Account, number: string, now: number): PlannedStep[] {
  const { settleAfterMs, faults } = account.settings;
  const at = now + settleAfterMs;
  const ending = draw(faults.seed, "ending", account.merchantId, number) * 100;
  if (ending < faults.abnormalPercent) return [{ at, status: "ABNORMAL" }];
  if (ending < faults.abnormalPercent + faults.closedPercent) return [{ at, status: "CLOSED" }];
  const success: PlannedStep = { at, status: "SUCCESS" };
  if (!strikes(faults.reversePercent, faults.seed, "reverse", account.merchantId, number)) {
    return [success];
  }
  return [success, { at: at + faults.reverseAfterMs, status: "ABNORMAL" }];
}

function sameRequest(refund: Refund, request: RefundRequest): boolean {
  const samePayment =
    request.transactionId === null
      ? refund.outTradeNo === request.outTradeNo
      : refund.transactionId === request.transactionId;
  return (
    samePayment &&
    refund.refundMinor === request.refundMinor &&
    refund.totalMinor === request.totalMinor &&
    refund.currency === request.currency
  );
}

/** 28 digits, as WeChat Pay's own; unique within the account. */
function refundIdOf({ refunds }: Account, now: number): string {
  return `503${String(now).padStart(14, "0")}${String(refunds.size).padStart(11, "0")}`;
}

function book(
  account: Account,
  payment: PaymentFacts,
  request: RefundRequest,
  now: number,
): Decided {
  const { merchantId, balanceMinor, settings } = account;
  const short = balanceMinor !== null && balanceMinor < request.refundMinor;
  if (short && settings.whenShort === "refuse") return refuse("NOT_ENOUGH");
  const steps: PlannedStep[] = short
    ? [{ at: now + holdDurationMs, status: "CLOSED" }]
    : planSteps(account, request.number, now);
  const booked: Entry = {
    type: "refund",
    merchantId,
    number: request.number,
    refundId: refundIdOf(account, now),
    transactionId: payment.transactionId,
    outTradeNo: payment.outTradeNo,
    refundMinor: request.refundMinor,
    totalMinor: request.totalMinor,
    currency: request.currency,
    notifyUrl: request.notifyUrl,
    createdAt: now,
    held: short,
    steps,
  };
  const first = steps[0];
  if (first === undefined || first.at > now) return { entries: [booked] };
  const { status, at } = first;
  return { entries: [booked, { type: "step", merchantId, number: request.number, status, at }] };
}

/**
 * One refund request against the book: the same number many times refunds once, the same number
 * with other parameters is an error, and refunds never exceed what was paid.
 */
export function decideRefund(account: Account, request: RefundRequest, now: number): Decided {
  const known = account.refunds.get(request.number);
  if (known !== undefined) {
    return sameRequest(known, request)
      ? { entries: [] }
      : refuse("INVALID_REQUEST", "商户退款单号已存在，请求参数与首次不一致");
  }
  if (request.currency !== account.settings.currency) return refuse("PARAM_ERROR", "币种不支持");
  const adopted = findPayment(account, request) === undefined ? adopt(account, request, now) : null;
  const payment = findPayment(account, request) ?? adopted;
  if (payment === null || ("type" in payment && payment.type !== "payment")) {
    return refuse("RESOURCE_NOT_EXISTS");
  }
  const refusal = againstAmounts(payment, request) ?? againstLimits(account, payment, now);
  if (refusal !== null) return refusal;
  const decided = book(account, payment, request, now);
  if ("error" in decided || adopted === null) return decided;
  return { entries: [adopted, ...decided.entries] };
}

/** A top-up lets held refunds go on, oldest first, as far as the money reaches. */
export function decideTopUp(account: Account, amountMinor: number, now: number): Entry[] {
  const { merchantId } = account;
  const entries: Entry[] = [{ type: "top-up", merchantId, amountMinor }];
  let left = (account.balanceMinor ?? 0) + amountMinor;
  for (const refund of account.refunds.values()) {
    if (!refund.held || refund.status !== "PROCESSING" || refund.refundMinor > left) continue;
    left -= refund.refundMinor;
    const steps = planSteps(account, refund.number, now);
    entries.push({ type: "released", merchantId, number: refund.number, steps });
  }
  return entries;
}
