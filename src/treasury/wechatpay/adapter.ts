import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { Wechatpay } from "wechatpay-axios-plugin";
import type { Gateway, RefundCall } from "../gateway.ts";
import type { Outcome } from "../rules/outcome.ts";
import { readAnswer, readQueryError, readRefundError } from "./answers.ts";
import { readCallback } from "./callback.ts";
import type { CallbackKeys } from "./callback.ts";

export type WechatPayAccount = CallbackKeys & {
  readonly serial: string;
  /** PEM, PKCS#8. */
  readonly privateKey: string;
  readonly baseUrl: string;
  /** https, or the loopback host; null where callbacks cannot reach us and polling must do. */
  readonly notifyUrl: string | null;
  readonly callTimeoutMs: number;
  readonly connectionsMax: number;
};

const path = "/v3/refund/domestic/refunds";

/** The part of the SDK's axios client that is used here. */
type Client = {
  post(url: string, body: unknown): Promise<{ readonly data: unknown }>;
  get(url: string): Promise<{ readonly data: unknown }>;
};

type CallError = {
  readonly code?: string;
  readonly response?: { readonly status: number; readonly data: unknown };
};

function openClient(account: WechatPayAccount, agents: readonly [HttpAgent, HttpsAgent]): Client {
  const settings = {
    mchid: account.mchid,
    serial: account.serial,
    privateKey: account.privateKey,
    certs: { ...account.platformKeys },
    baseURL: account.baseUrl,
    timeout: account.callTimeoutMs,
    httpAgent: agents[0],
    httpsAgent: agents[1],
    proxy: false as const,
    maxRedirects: 0,
  };
  const { client } = new Wechatpay(settings) as unknown as { client: { v3: Client } };
  return client.v3;
}

function requestBody(account: WechatPayAccount, call: RefundCall): Record<string, unknown> {
  return {
    transaction_id: call.transaction,
    out_refund_no: call.number,
    ...(account.notifyUrl === null ? {} : { notify_url: account.notifyUrl }),
    amount: { refund: call.amountMinor, total: call.totalMinor, currency: call.currency },
  };
}

/** A broken connection, a time-out, or a 200 that the platform did not sign: it may have acted. */
function lost(error: CallError): Outcome {
  return { kind: "unknown", code: error.code ?? "CONNECTION" };
}

/** The SDK refuses an unsigned 2xx with an error that carries the response: still unknown. */
function answered(error: CallError): { status: number; data: unknown } | null {
  const { response } = error;
  return response !== undefined && response.status >= 300 ? response : null;
}

/** WeChat Pay v3 over its maintained SDK, which signs requests and verifies answers. */
export function openWechatPay(account: WechatPayAccount): Gateway {
  const options = { keepAlive: true, maxSockets: account.connectionsMax, timeout: 30_000 };
  const agents = [new HttpAgent(options), new HttpsAgent(options)] as const;
  const client = openClient(account, agents);

  const query = async (call: RefundCall): Promise<Outcome> => {
    try {
      const { data } = await client.get(`${path}/${encodeURIComponent(call.number)}`);
      return readAnswer(data, call);
    } catch (error) {
      const response = answered(error as CallError);
      return response === null
        ? lost(error as CallError)
        : readQueryError(response.status, response.data);
    }
  };

  /** "Query first": a refusal counts when the gateway does not know the number (4014959631). */
  const confirm = async (call: RefundCall, refusal: Outcome): Promise<Outcome> => {
    const found = await query(call);
    return found.kind === "absent" ? refusal : found;
  };

  return {
    query,
    async refund(call) {
      try {
        const { data } = await client.post(path, requestBody(account, call));
        return readAnswer(data, call);
      } catch (error) {
        const response = answered(error as CallError);
        if (response === null) return lost(error as CallError);
        const outcome = readRefundError(response.status, response.data);
        return outcome.kind === "refused" ? confirm(call, outcome) : outcome;
      }
    },
    // The wire carries the machine's time, whatever clock the business runs on.
    readCallback: (headers, rawBody) =>
      readCallback(headers, rawBody, account, Math.floor(Date.now() / 1000)),
    close() {
      for (const agent of agents) agent.destroy();
    },
  };
}
