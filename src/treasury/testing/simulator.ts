import { generateKeyPairSync } from "node:crypto";
import { rmSync } from "node:fs";
import { startSimulator } from "../../../simulators/wechatpay/index.ts";
import type { Simulator } from "../../../simulators/wechatpay/index.ts";
import { simulatorFolder } from "../../../simulators/wechatpay/testing.ts";
import type { AccountKeys, AccountSettings } from "../account.ts";

// One pair for all tests of a file: making it costs more than the tests.
const merchant = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});
const merchantSerial = "3775B6A45ACD588826D15E583A95F5DD00000001";
const apiV3Key = "0123456789abcdef0123456789abcdef";

export const keys: AccountKeys = { privateKey: merchant.privateKey, apiV3Key };
export const unlimited: AccountSettings["limits"] = {
  refundAgeMaxMs: null,
  refundCountMax: null,
  refundSpacingMs: null,
  ratePerSecond: null,
};

type Json = Record<string, unknown>;
type Totals = {
  readonly refunds: number;
  readonly refundedMinor: number;
  readonly byStatus: Readonly<
    Record<string, { readonly count: number; readonly sumMinor: number }>
  >;
  readonly calls: { readonly refunds: number; readonly queries: number };
  readonly callbacks: { readonly sent: number; readonly acknowledged: number };
};

/** The gateway as the outside world: started, set up and looked into over HTTP alone. */
export type TestGateway = {
  readonly url: string;
  /** Opens the account or changes its settings and faults. */
  set(settings: Json): Promise<void>;
  settings(callbackBaseUrl?: string | null): AccountSettings;
  capture(transactionId: string, totalMinor: number): Promise<void>;
  topUp(amountMinor: number): Promise<void>;
  advance(ms: number): Promise<void>;
  /** Somebody at the gateway has held money paid to another card. */
  resolve(number: string): Promise<void>;
  totals(): Promise<Totals>;
  refunds(): Promise<readonly { number: string; status: string; refundMinor: number }[]>;
  restart(): Promise<void>;
  close(): Promise<void>;
};

export async function testGateway(mchid = "1900000001"): Promise<TestGateway> {
  const folder = simulatorFolder();
  let simulator: Simulator = await startSimulator({ port: 0, folder });
  const { url } = simulator;
  let platformKeys: Record<string, string> = {};

  const admin = async (method: string, path: string, body?: unknown): Promise<Json> => {
    // A connection of its own each time: a restarted gateway has closed the old ones.
    const common = { method, headers: { connection: "close" } };
    const init = body === undefined ? common : { ...common, body: JSON.stringify(body) };
    const answer = (await (await fetch(`${url}/admin/${path}`, init)).json()) as Json;
    if (answer["message"] !== undefined) throw new Error(JSON.stringify(answer["message"]));
    return answer;
  };
  const account = `accounts/${mchid}`;
  const set = async (settings: Json): Promise<void> => {
    const key = { merchantSerial, merchantPublicKey: merchant.publicKey, apiV3Key };
    const { platform } = await admin("PUT", account, { ...key, ...settings });
    const { serial, publicKey } = platform as { serial: string; publicKey: string };
    platformKeys = { [serial]: publicKey };
  };
  const limits = { refundAgeMaxMs: null, refundCountMax: null, refundSpacingMs: null };
  await set({ ...limits, ratePerSecond: null, callbackRetriesMs: [50, 50, 200, 1000] });

  return {
    url,
    set,
    settings: (callbackBaseUrl = null) => ({
      mchid,
      serial: merchantSerial,
      platformKeys,
      baseUrl: url,
      callbackBaseUrl,
      limits: unlimited,
      callTimeoutMs: 2000,
      callsAtOnce: 16,
    }),
    async capture(transactionId, totalMinor) {
      const payment = { transactionId, outTradeNo: `of-${transactionId}`, totalMinor };
      await admin("POST", `${account}/payments`, [{ ...payment, currency: "CNY" }]);
    },
    topUp: (amountMinor) =>
      admin("POST", `${account}/top-up`, { amountMinor }).then(() => undefined),
    advance: (ms) => admin("POST", "advance", { ms }).then(() => undefined),
    resolve: (number) => admin("POST", `${account}/resolve`, { number }).then(() => undefined),
    totals: () => admin("GET", account) as unknown as Promise<Totals>,
    refunds: async () => {
      const { refunds } = await admin("GET", `${account}/refunds?limit=100000`);
      return refunds as { number: string; status: string; refundMinor: number }[];
    },
    async restart() {
      const { port } = new URL(url);
      await simulator.close();
      simulator = await startSimulator({ port: Number(port), folder });
    },
    async close() {
      await simulator.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
