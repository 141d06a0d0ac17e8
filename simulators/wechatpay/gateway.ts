import { decideRefund } from "./decide.ts";
import type { Engine } from "./engine.ts";
import { gatewayError, gatewayErrors } from "./errors.ts";
import type { GatewayError } from "./errors.ts";
import { json } from "./http.ts";
import type { Answer, Outcome } from "./http.ts";
import { renderRefund } from "./render.ts";
import { readRefundRequest } from "./requests.ts";
import { faultOf, openSessions } from "./session.ts";
import type { CallCounts, GatewayRequest, Session } from "./session.ts";
import { signatureHeaders } from "./signature.ts";
import type { PlatformKey } from "./signature.ts";

export type GatewayApi = {
  handle(request: GatewayRequest): Promise<Outcome>;
  counts(merchantId: string): CallCounts;
};

const refundsPath = "/v3/refund/domestic/refunds";

function errorAnswer({ code, message }: GatewayError): Answer {
  return json(gatewayErrors[code].status, { code, message });
}

function failed({ counts }: Session, error: GatewayError): Answer {
  counts.errors += 1;
  return errorAnswer(error);
}

function timedOut({ counts }: Session, holdMs: number): Outcome {
  counts.timeouts += 1;
  return { holdMs };
}

export function openGateway(
  engine: Engine,
  platform: PlatformKey,
  wireClock: () => number,
): GatewayApi {
  const sessions = openSessions(engine);
  const wireSeconds = (): number => Math.floor(wireClock() / 1000);

  const signed = (status: number, value: unknown): Answer => {
    const answer = json(status, value);
    const headers = signatureHeaders(platform, answer.body, wireSeconds());
    return { ...answer, headers };
  };

  const refund = async (session: Session, body: string): Promise<Outcome> => {
    const { account, counts } = session;
    counts.refunds += 1;
    const request = readRefundRequest(body);
    if ("error" in request) return failed(session, request.error);
    const fault = faultOf(session, request.number);
    if (fault.timeoutBefore) return timedOut(session, fault.holdMs);
    if (fault.refuse !== null) return failed(session, gatewayError(fault.refuse));
    const decided = decideRefund(account, request, engine.now());
    if ("error" in decided) return failed(session, decided.error);
    await engine.record(decided.entries);
    if (fault.timeoutAfter) return timedOut(session, fault.holdMs);
    if (fault.refuseAfter !== null) return failed(session, gatewayError(fault.refuseAfter));
    if (fault.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
    return signed(200, renderRefund(account.refunds.get(request.number)!));
  };

  const query = async (session: Session, number: string): Promise<Outcome> => {
    session.counts.queries += 1;
    const found = session.account.refunds.get(number);
    if (found !== undefined) return signed(200, renderRefund(found));
    return failed(session, gatewayError("RESOURCE_NOT_EXISTS", "退款单不存在"));
  };

  return {
    counts: (merchantId) => {
      const none = { refunds: 0, queries: 0, errors: 0, timeouts: 0 };
      return sessions.of(merchantId)?.counts ?? none;
    },
    async handle(request) {
      const session = sessions.authenticate(request, wireSeconds());
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
