import type { RefundCall } from "../gateway.ts";
import type { Outcome } from "../rules/outcome.ts";

/** A signed 200 of the gateway, as far as we read it (GATEWAYS 1.1). */
type RefundAnswer = {
  readonly refund_id?: unknown;
  readonly out_refund_no?: unknown;
  readonly status?: unknown;
  readonly amount?: {
    readonly refund?: unknown;
    readonly total?: unknown;
    readonly currency?: unknown;
  };
};

/** The number is known, but for another amount: a person must look, and nothing is booked. */
const mismatch: Outcome = { kind: "unknown", code: "MISMATCH" };

function isOurs(answer: RefundAnswer, call: RefundCall): boolean {
  const { refund, total, currency } = answer.amount ?? {};
  return (
    answer.out_refund_no === call.number &&
    refund === call.amountMinor &&
    total === call.totalMinor &&
    currency === call.currency
  );
}

/** 200 means accepted; the state says what became of it. */
export function readAnswer(body: unknown, call: RefundCall): Outcome {
  const answer = (typeof body === "object" && body !== null ? body : {}) as RefundAnswer;
  if (!isOurs(answer, call)) return mismatch;
  const reference = typeof answer.refund_id === "string" ? answer.refund_id : null;
  switch (answer.status) {
    case "SUCCESS":
      return { kind: "settled", reference };
    case "PROCESSING":
      return { kind: "accepted", reference };
    case "ABNORMAL":
      return { kind: "parked", reference, code: "ABNORMAL" };
    case "CLOSED":
      return { kind: "closed", code: "CLOSED" };
    default:
      return { kind: "unknown", code: "STATUS_UNKNOWN" };
  }
}

/** Errors that say that nothing was booked; each is confirmed by a query all the same. */
const refusals: Readonly<Record<string, "later" | "by a person">> = {
  NOT_ENOUGH: "later",
  INVALID_REQUEST: "by a person",
  PARAM_ERROR: "by a person",
  SIGN_ERROR: "by a person",
  NO_AUTH: "by a person",
  MCH_NOT_EXISTS: "by a person",
  RESOURCE_NOT_EXISTS: "by a person",
  USER_ACCOUNT_ABNORMAL: "by a person",
};

function codeOf(body: unknown): string | null {
  const code = (body as { code?: unknown } | null | undefined)?.code;
  return typeof code === "string" ? code : null;
}

/**
 * An answer other than 200 to a refund. Never by its message; 429 FREQUENCY_LIMITED, 5xx and every
 * code that we do not know are unknown, not "no".
 */
export function readRefundError(status: number, body: unknown): Outcome {
  const code = codeOf(body);
  const retry = code === null ? undefined : refusals[code];
  if (code !== null && retry !== undefined && status < 429) return { kind: "refused", code, retry };
  return { kind: "unknown", code: code ?? `HTTP_${status}` };
}

/** An answer other than 200 to a query: only the documented 404 says "no such number". */
export function readQueryError(status: number, body: unknown): Outcome {
  const code = codeOf(body);
  if (status === 404 && code === "RESOURCE_NOT_EXISTS") return { kind: "absent" };
  return { kind: "unknown", code: code ?? `HTTP_${status}` };
}
