import { gatewayError } from "./errors.ts";
import type { GatewayError } from "./errors.ts";
import type { RefundRequest } from "./decide.ts";

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function isAmount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

const loopback = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]/;

/** Public callbacks must be https without a query; the loopback host may be plain http. */
function badNotifyUrl(url: string): boolean {
  if (url.length > 256 || url.includes("?")) return true;
  return !url.startsWith("https://") && !loopback.test(url);
}

function wrong(message: string): { error: GatewayError } {
  return { error: gatewayError("PARAM_ERROR", message) };
}

/** Reads the body of POST /v3/refund/domestic/refunds, or answers what is wrong with it. */
export function readRefundRequest(body: string): RefundRequest | { error: GatewayError } {
  const given = parse(body);
  if (!isRecord(given)) return wrong("请求体不是JSON对象");
  const amount = given["amount"];
  if (!isRecord(amount)) return wrong("amount 必填");
  const transactionId = text(given["transaction_id"]);
  const outTradeNo = text(given["out_trade_no"]);
  if ((transactionId === null) === (outTradeNo === null)) {
    return wrong("transaction_id 与 out_trade_no 二选一");
  }
  const number = text(given["out_refund_no"]);
  if (number === null || !/^[0-9A-Za-z_\-|*@]{1,64}$/.test(number)) {
    return wrong("out_refund_no 格式错误");
  }
  const { refund, total, currency } = amount;
  if (!isAmount(refund) || !isAmount(total)) return wrong("amount 必须为正整数，单位为分");
  if (refund > total) return wrong("退款金额不能大于原订单金额");
  const reason = given["reason"];
  if (reason !== undefined && (text(reason) ?? "").length > 80) return wrong("reason 超长");
  const notifyUrl = text(given["notify_url"]);
  if (notifyUrl !== null && badNotifyUrl(notifyUrl)) return wrong("notify_url 格式错误");
  if (text(currency) === null) return wrong("currency 必填");
  return {
    transactionId,
    outTradeNo,
    number,
    refundMinor: refund,
    totalMinor: total,
    currency: String(currency),
    notifyUrl,
  };
}
