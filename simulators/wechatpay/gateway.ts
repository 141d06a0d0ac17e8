import type { Account } from "./book.ts";
import { draw, strikes } from "./chance.ts";
import { decideRefund } from "./decide.ts";
import type { Engine } from "./engine.ts";
import { gatewayError, gatewayErrors } from "./errors.ts";
import type { GatewayError, GatewayErrorCode } from "./errors.ts";
import { json } from "./http.ts";
import type { Answer, Outcome } from "./http.ts";
import { openRate } from "./rate.ts";
import type { Rate } from "./rate.ts";
import { renderRefund } from "./render.ts";
import { readRefundRequest } from "./requests.ts";
import { isSigned, readAuthorization, signatureHeaders } from "./signature.ts";
import type { PlatformKey } from "./signature.ts";

export type GatewayRequest = {
  readonly method: string;
  /** Path with query, exactly as it stands in the request line: it is part of what was signed. */
  readonly url: string;
  readonly body: string;
  readonly authorization: string | undefined;
  readonly userAgent: string | undefined;
};

export type CallCounts = { refunds: number; queries: number; errors: number; timeouts: number };

export type GatewayApi = {
  handle(request: GatewayRequest): Promise<Outcome>;
  counts(merchantId: string): CallCounts;
};

const refundsPath = "/v3/refund/domestic/refunds";

function errorAnswer({ code, message }: GatewayError): Answer {
  return json(gatewayErrors[code].status, { code, message });
}

/** Which of an account's calls fail, and how: drawn by seed, number and attempt. */
function faultOf(account: Account, number: string, attempt: number) {
  const { faults } = account.settings;
  const hits = (percent: number, kind: string): boolean =>
    strikes(percent, faults.seed, kind, account.merchantId, number, attempt);
  const pick = (codes: readonly GatewayErrorCode[]): GatewayErrorCode => {
    const index = Math.floor(draw(faults.seed, "code", number, attempt) * codes.length);
    return codes[index] ?? "SYSTEM_ERROR";
  };
  return {
    timeoutBefore: hits(faults.timeoutBeforePercent, "timeout-before"),
    timeoutAfter: hits(faults.timeoutAfterPercent, "timeout-after"),
    delayMs: hits(faults.delayPercent, "delay") ? faults.delayMs : 0,
    refuse: hits(faults.refusePercent, "refuse") ? pick(faults.refuseCodes) : null,
    refuseAfter: hits(faults.refuseAfterPercent, "after") ? pick(faults.refuseAfterCodes) : null,
    holdMs: faults.holdMs,
  };
}

type Session = {
  readonly account: Account;
  readonly rate: Rate;
  readonly counts: CallCounts;
  /** How often each number was sent since this process started: a fault is drawn per attempt. */
  readonly attempts: Map<string, number>;
};

export function openGateway(
  engine: Engine,
  platform: PlatformKey,
  wireClock: () => number,
): GatewayApi {
  const sessions = new Map<string, Session>();
  const wireSeconds = (): number => Math.floor(wireClock() / 1000);

  const sessionOf = (merchantId: string): Session | null => {
    const known = sessions.get(merchantId);
    if (known !== undefined) return known;
    const account = engine.book.accounts.get(merchantId);
    if (account === undefined) return null;
    const counts = { refunds: 0, queries: 0, errors: 0, timeouts: 0 };
    const session = { account, rate: openRate(), counts, attempts: new Map<string, number>() };
    sessions.set(merchantId, session);
    return session;
  };

  const authenticate = (request: GatewayRequest): Session | GatewayError => {
    if (!request.userAgent) return gatewayError("PARAM_ERROR", "缺少 User-Agent");
    const authorization = readAuthorization(request.authorization);
    if (authorization === null) return gatewayError("SIGN_ERROR");
    const session = sessionOf(authorization.merchantId);
    if (session === null) return gatewayError("MCH_NOT_EXISTS");
    const { merchantSerial, merchantPublicKey } = session.account.settings;
    const signed =
      authorization.serial === merchantSerial &&
      isSigned(request, authorization, merchantPublicKey, wireSeconds());
    return signed ? session : gatewayError("SIGN_ERROR");
  };

  const signed = async (status: number, value: unknown): Promise<Answer> => {
    const answer = json(status, value);
    const headers = await signatureHeaders(platform, answer.body, wireSeconds());
    return { ...answer, headers };
  };

  const failed = (session: Session, error: GatewayError): Answer => {
    session.counts.errors += 1;
    return errorAnswer(error);
  };

  const refund = async (session: Session, body: string): Promise<Outcome> => {
    const { account, counts } = session;
    counts.refunds += 1;
    const request = readRefundRequest(body);
    if ("error" in request) return failed(session, request.error);
    const attempt = (session.attempts.get(request.number) ?? 0) + 1;
    session.attempts.set(request.number, attempt);
    const fault = faultOf(account, request.number, attempt);
    if (fault.timeoutBefore) {
      counts.timeouts += 1;
      return { holdMs: fault.holdMs };
    }
    if (fault.refuse !== null) return failed(session, gatewayError(fault.refuse));
    const decided = decideRefund(account, request, engine.now());
    if ("error" in decided) return failed(session, decided.error);
    await engine.record(decided.entries);
    if (fault.timeoutAfter) {
      counts.timeouts += 1;
      return { holdMs: fault.holdMs };
    }
    if (fault.refuseAfter !== null) return failed(session, gatewayError(fault.refuseAfter));
    if (fault.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
    return signed(200, renderRefund(account.refunds.get(request.number)!));
  };

  const query = async (session: Session, number: string): Promise<Outcome> => {
    session.counts.queries += 1;
    const found = session.account.refunds.get(number);
    if (found === undefined) {
      return failed(session, gatewayError("RESOURCE_NOT_EXISTS", "退款单不存在"));
    }
    return signed(200, renderRefund(found));
  };

  return {
    counts: (merchantId) => {
      const none = { refunds: 0, queries: 0, errors: 0, timeouts: 0 };
      return sessionOf(merchantId)?.counts ?? none;
    },
    async handle(request) {
      const session = authenticate(request);
      if ("code" in session) return errorAnswer(session);
      if (!session.rate.take(wireClock(), session.account.settings.ratePerSecond)) {
        return failed(session, gatewayError("FREQUENCY_LIMITED"));
      }
      const path = request.url.split("?")[0] ?? "";
      if (request.method === "POST" && path === refundsPath) return refund(session, request.body);
      const number = path.startsWith(`${refundsPath}/`) ? path.slice(refundsPath.length + 1) : "";
      if (request.method === "GET" && number !== "") {
        return query(session, decodeURIComponent(number));
      }
      return failed(session, gatewayError("RESOURCE_NOT_EXISTS", "接口不存在"));
    },
  };
}
