import type { Refund } from "./book.ts";

/** RFC 3339 in China's zone, as WeChat Pay writes it: 2026-01-31T10:34:56+08:00. */
export function chinaTime(at: number): string {
  return `${new Date(at + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}

function successTime(refund: Refund): { success_time?: string } {
  if (refund.status !== "SUCCESS" || refund.finishedAt === null) return {};
  return { success_time: chinaTime(refund.finishedAt) };
}

/** The body of an accepted refund and of a query (GATEWAYS 1.1). */
export function renderRefund(refund: Refund): Record<string, unknown> {
  const { refundMinor, totalMinor, currency } = refund;
  return {
    refund_id: refund.refundId,
    out_refund_no: refund.number,
    transaction_id: refund.transactionId,
    out_trade_no: refund.outTradeNo,
    channel: "ORIGINAL",
    user_received_account: "支付用户零钱",
    ...successTime(refund),
    create_time: chinaTime(refund.createdAt),
    status: refund.status,
    funds_account: "AVAILABLE",
    amount: {
      total: totalMinor,
      refund: refundMinor,
      payer_total: totalMinor,
      payer_refund: refundMinor,
      settlement_refund: refundMinor,
      settlement_total: totalMinor,
      discount_refund: 0,
      currency,
    },
    promotion_detail: [],
  };
}

/** The plain text of a callback: no channel, no currency, no appid, so it is only a hint. */
export function renderCallback(merchantId: string, refund: Refund): Record<string, unknown> {
  const { refundMinor, totalMinor } = refund;
  return {
    mchid: merchantId,
    out_trade_no: refund.outTradeNo,
    transaction_id: refund.transactionId,
    out_refund_no: refund.number,
    refund_id: refund.refundId,
    refund_status: refund.status,
    ...successTime(refund),
    user_received_account: "支付用户零钱",
    amount: {
      total: totalMinor,
      refund: refundMinor,
      payer_total: totalMinor,
      payer_refund: refundMinor,
    },
  };
}
