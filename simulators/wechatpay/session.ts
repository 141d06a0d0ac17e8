import type { Account } from "./book.ts";
import { draw, strikes } from "./chance.ts";
import type { Engine } from "./engine.ts";
import { gatewayError } from "./errors.ts";
import type { GatewayError, GatewayErrorCode } from "./errors.ts";
import { openRate } from "./rate.ts";
import type { Rate } from "./rate.ts";
import { isSigned, readAuthorization } from "./signature.ts";

export type GatewayRequest = {
  readonly method: string;
  /** Path with query, exactly as it stands in the request line: it is part of what was signed. */
  readonly url: string;
  readonly body: string;
  readonly authorization: string | undefined;
  readonly userAgent: string | undefined;
};

export type CallCounts = { refunds: number; queries: number; errors: number; timeouts: number };

/** What this process remembers of an account beside its book. */
export type Session = {
  readonly account: Account;
  readonly rate: Rate;
  readonly counts: CallCounts;
  /** How often each number was sent since this process started: a fault is drawn per attempt. */
  readonly attempts: Map<string, number>;
};

export type Sessions = {
  of(merchantId: string): Session | null;
  /** The session of a request that the account's merchant has signed. */
  authenticate(request: GatewayRequest, nowSeconds: number): Session | GatewayError;
};

export function openSessions(engine: Engine): Sessions {
  const sessions = new Map<string, Session>();

  const of = (merchantId: string): Session | null => {
    const known = sessions.get(merchantId);
    if (known !== undefined) return known;
    const account = engine.book.accounts.get(merchantId);
    if (account === undefined) return null;
    const counts = { refunds: 0, queries: 0, errors: 0, timeouts: 0 };
    const session = { account, rate: openRate(), counts, attempts: new Map<string, number>() };
    sessions.set(merchantId, session);
    return session;
  };

  return {
    of,
    authenticate(request, nowSeconds) {
      if (!request.userAgent) return gatewayError("PARAM_ERROR", "缺少 User-Agent");
      const authorization = readAuthorization(request.authorization);
      if (authorization === null) return gatewayError("SIGN_ERROR");
      const session = of(authorization.merchantId);
      if (session === null) return gatewayError("MCH_NOT_EXISTS");
      const { merchantSerial, merchantPublicKey } = session.account.settings;
      const signed =
        authorization.serial === merchantSerial &&
        isSigned(request, authorization, merchantPublicKey, nowSeconds);
      return signed ? session : gatewayError("SIGN_ERROR");
    },
  };
}

export type CallFault = {
  readonly timeoutBefore: boolean;
  readonly timeoutAfter: boolean;
  readonly delayMs: number;
  readonly refuse: GatewayErrorCode | null;
  readonly refuseAfter: GatewayErrorCode | null;
  readonly holdMs: number;
};

/** How a call about a number fails, if it does: drawn by seed, number and attempt. */
export function faultOf({ account, attempts }: Session, number: string): CallFault {
  const { faults } = account.settings;
  const attempt = (attempts.get(number) ?? 0) + 1;
  attempts.set(number, attempt);
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
