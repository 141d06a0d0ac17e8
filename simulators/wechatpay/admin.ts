import { readSettings } from "./account.ts";
import type { Account, Entry } from "./book.ts";
import { decideTopUp } from "./decide.ts";
import type { Engine } from "./engine.ts";
import type { GatewayApi } from "./gateway.ts";
import { json } from "./http.ts";
import type { Answer } from "./http.ts";
import type { PlatformKey } from "./signature.ts";

/**
 * What a merchant would see in the gateway's own console, for set-up, tests and audits. It answers
 * on the loopback address alone.
 *
 *   PUT  /admin/accounts/{mchid}            open an account or change its settings and faults
 *   GET  /admin/accounts/{mchid}            totals: refunds by status, sums, calls, callbacks
 *   POST /admin/accounts/{mchid}/payments   register captures: [{ transactionId, outTradeNo, … }]
 *   GET  /admin/accounts/{mchid}/refunds    refunds in order of booking, `?after=N&limit=N`
 *   POST /admin/accounts/{mchid}/top-up     { amountMinor }
 *   POST /admin/accounts/{mchid}/resolve    { number }: held money was paid to another card
 *   POST /admin/advance                     { ms }: business time moves on
 */
export type Admin = {
  handle(method: string, url: URL, body: string): Promise<Answer>;
};

type Counts = () => unknown;

function problem(status: number, message: string): Answer {
  return json(status, { message });
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body === "" ? "null" : body);
  } catch {
    return undefined;
  }
}

function totals(account: Account): Record<string, unknown> {
  const byStatus: Record<string, { count: number; sumMinor: number }> = {};
  let openMinor = 0;
  for (const { status, refundMinor } of account.refunds.values()) {
    const group = (byStatus[status] ??= { count: 0, sumMinor: 0 });
    group.count += 1;
    group.sumMinor += refundMinor;
    if (status !== "CLOSED") openMinor += refundMinor;
  }
  return {
    payments: account.payments.size,
    refunds: account.refunds.size,
    /** Every refund but the closed ones: what payments can no longer give back. */
    refundedMinor: openMinor,
    balanceMinor: account.balanceMinor,
    byStatus,
  };
}

type GivenPayment = {
  transactionId: string;
  outTradeNo: string;
  totalMinor: number;
  currency: string;
  paidAt?: number;
};

function isPayment(value: unknown): value is GivenPayment {
  if (typeof value !== "object" || value === null) return false;
  const { transactionId, outTradeNo, totalMinor, currency } = value as Record<string, unknown>;
  const texts = [transactionId, outTradeNo, currency];
  return texts.every((one) => typeof one === "string") && Number.isSafeInteger(totalMinor);
}

function readPayments(account: Account, given: unknown, now: number): Entry[] | null {
  if (!Array.isArray(given) || !given.every(isPayment)) return null;
  return given
    .filter(({ transactionId }) => !account.payments.has(transactionId))
    .map((payment) => ({
      type: "payment",
      merchantId: account.merchantId,
      transactionId: payment.transactionId,
      outTradeNo: payment.outTradeNo,
      totalMinor: payment.totalMinor,
      currency: payment.currency,
      paidAt: payment.paidAt ?? now,
    }));
}

/** Somebody at the gateway has held money paid to another card of the customer. */
async function resolve(engine: Engine, account: Account, number: unknown): Promise<Answer> {
  const refund = typeof number === "string" ? account.refunds.get(number) : undefined;
  if (refund === undefined) return problem(404, "no such refund");
  if (refund.status !== "ABNORMAL") return problem(409, `the refund is ${refund.status}`);
  const { merchantId } = account;
  const at = engine.now();
  await engine.record([{ type: "resolved", merchantId, number: refund.number, at }]);
  return json(200, { status: refund.status });
}

export function openAdmin(
  engine: Engine,
  platform: PlatformKey,
  gateway: GatewayApi,
  callbackCounts: Counts,
): Admin {
  const platformKey = { serial: platform.serial, publicKey: platform.publicKey };

  const put = async (merchantId: string, given: unknown): Promise<Answer> => {
    const settings = readSettings(given, engine.book.accounts.get(merchantId)?.settings);
    if (typeof settings === "string") return problem(400, settings);
    await engine.record([{ type: "account", merchantId, settings }]);
    return json(200, { merchantId, platform: platformKey });
  };

  const page = (account: Account, url: URL): Answer => {
    const after = Number(url.searchParams.get("after") ?? 0);
    const limit = Number(url.searchParams.get("limit") ?? 1000);
    const rows = [...account.refunds.values()].slice(after, after + limit);
    return json(200, {
      refunds: rows.map(({ notifyUrl: _url, steps: _steps, ...refund }) => refund),
    });
  };

  const post = async (account: Account, action: string, given: unknown): Promise<Answer> => {
    if (action === "payments") {
      const entries = readPayments(account, given, engine.now());
      if (entries === null) return problem(400, "payments must be a list of captures");
      await engine.record(entries);
      return json(200, { registered: entries.length });
    }
    if (action === "resolve") {
      return resolve(engine, account, (given as { number?: unknown } | null)?.number);
    }
    const amountMinor = (given as { amountMinor?: unknown } | null)?.amountMinor;
    if (action !== "top-up" || typeof amountMinor !== "number") return problem(400, "no amount");
    await engine.record(decideTopUp(account, amountMinor, engine.now()));
    return json(200, { balanceMinor: account.balanceMinor });
  };

  const advance = async (given: unknown): Promise<Answer> => {
    const ms = (given as { ms?: unknown } | null)?.ms;
    if (typeof ms !== "number" || ms < 0) return problem(400, "`ms` must not be negative");
    await engine.record([{ type: "advance", ms }]);
    return json(200, { now: engine.now() });
  };

  return {
    async handle(method, url, body) {
      const given = parse(body);
      if (given === undefined) return problem(400, "the body is not JSON");
      const [, , kind, merchantId, action] = url.pathname.split("/");
      if (kind === "advance" && method === "POST") return advance(given);
      if (kind !== "accounts" || !merchantId) return problem(404, "no such page");
      if (method === "PUT" && action === undefined) return put(merchantId, given);
      const account = engine.book.accounts.get(merchantId);
      if (account === undefined) return problem(404, `no account \`${merchantId}\``);
      if (method === "POST" && action !== undefined) return post(account, action, given);
      if (method === "GET" && action === "refunds") return page(account, url);
      const calls = gateway.counts(merchantId);
      return json(200, { ...totals(account), calls, callbacks: callbackCounts() });
    },
  };
}
