import { generateKeyPairSync } from "node:crypto";
import { Client, Pool } from "pg";
import type { QueryConfig } from "pg";
import { createClient, isRefusal } from "../src/contract/index.ts";
import type { Client as Api } from "../src/contract/index.ts";
import { claimSubscriptions, claimsApi } from "../src/claims/index.ts";
import { createOrder, recordEvent } from "../src/orders/index.ts";
import { httpServer, newId, prepare, transact } from "../src/platform/index.ts";
import type { Tx } from "../src/platform/index.ts";
import { bearerOf, testPlatform } from "../src/platform/testing.ts";
import type { TestPlatform } from "../src/platform/testing.ts";
import { installShipped } from "../src/promises/index.ts";
import {
  createGatewayAccount,
  openTreasury,
  registerCaptures,
  wechatPayLimits,
} from "../src/treasury/index.ts";
import { setup as startServer } from "../test/postgres.ts";

export const name = "a claim filed, decided, settled and its payout planned over HTTP, 16 clients";
export const unit = "claims";
export const runs = 7;
export const ratioMin = 0.5;

const clients = 16;
const perRun = 320;

/** Statements of one transaction as they were sent, to be sent again elsewhere. */
type Transaction = QueryConfig[];

interface World {
  readonly kit: TestPlatform;
  readonly api: Api;
  readonly bare: Pool;
  readonly orderIds: string[];
  readonly recorded: Transaction[][];
  close(): Promise<void>;
}

let world: World | null = null;

/** What is recorded while clients are served; the list of the claims' transactions is complete. */
let recording: Map<Client, Transaction> | null = null;
let transactions: Transaction[] = [];

type SendQuery = (this: Client, ...given: unknown[]) => unknown;
const prototype = Client.prototype as unknown as { query: SendQuery };
const sendQuery = prototype.query;
prototype.query = function record(this: Client, ...given: unknown[]) {
  if (recording !== null) note(this, recording, given);
  return sendQuery.apply(this, given);
};

function note(client: Client, open: Map<Client, Transaction>, [first, values]: unknown[]): void {
  const config = (typeof first === "string" ? { text: first } : first) as QueryConfig;
  if (config.text.startsWith("begin")) open.set(client, []);
  open.get(client)?.push({ ...config, values: config.values ?? (values as unknown[]) ?? [] });
  if (config.text !== "commit") return;
  transactions.push(open.get(client) ?? []);
  open.delete(client);
}

async function ready(): Promise<World> {
  world ??= await open();
  return world;
}

async function open(): Promise<World> {
  const stopServer = await startServer();
  const kit = await testPlatform({ connectionsMax: clients });
  const { platform } = kit;
  const treasury = openTreasury(platform);
  await prepare(platform, { queues: treasury.queues, subscriptions: claimSubscriptions(platform) });
  const orderIds = await paidOrders(kit, (runs + 2) * perRun);
  const server = await httpServer(platform, { implementations: claimsApi(platform) });
  const baseUrl = await server.listen();
  const authorization = await bearerOf(platform, kit.actor);
  const headers = () => ({ Authorization: authorization });
  const api = createClient({ baseUrl, headers, newKey: newId });
  const bare = await clone(kit);
  const made = { kit, api, bare, orderIds, recorded: [] };
  await fileSome(made);
  return {
    ...made,
    async close() {
      await bare.end();
      await server.close();
      treasury.close();
      await kit.close();
      await stopServer();
    },
  };
}

/** A copy of the database as it is before the first claim. */
async function clone({ database }: TestPlatform): Promise<Pool> {
  const url = new URL(database.urls.app);
  const copy = `${url.pathname.slice(1)}_copy`;
  const client = new Client({ connectionString: adminUrl() });
  await client.connect();
  const source = url.pathname.slice(1);
  await client.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [
    source,
  ]);
  await client.query(`create database ${copy} template ${source}`);
  await client.end();
  url.pathname = `/${copy}`;
  return new Pool({ connectionString: url.toString(), max: clients });
}

const adminUrl = (): string =>
  (JSON.parse(process.env["MAKEGOOD_TEST_SERVER"] ?? "{}") as { adminUrl: string }).adminUrl;

async function paidOrders(kit: TestPlatform, count: number): Promise<string[]> {
  const { platform, merchantId, actor } = kit;
  const unitOfWork = { merchantId, actor, route: "bench" };
  const write = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    const answer = await transact(platform, unitOfWork, work);
    if (isRefusal(answer)) throw new Error(`refused: ${answer.code}`);
    return answer;
  };
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  await write(async (tx) => {
    await installShipped(tx);
    return createGatewayAccount(platform, tx, {
      account: "bench",
      gateway: "wechatpay",
      currency: "CNY",
      keys: {
        privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
        apiV3Key: "0".repeat(32),
      },
      settings: {
        mchid: "1900000009",
        serial: "BENCH",
        platformKeys: { BENCH: publicKey.export({ type: "spki", format: "pem" }).toString() },
        baseUrl: "http://127.0.0.1:9",
        callbackBaseUrl: null,
        limits: wechatPayLimits,
        callTimeoutMs: 1000,
        callsAtOnce: 1,
      },
    });
  });
  const ports = {
    vault: platform.vault,
    onPaid: registerCaptures,
    lockMoney: () => Promise.resolve(),
    knownPayments: () => Promise.resolve([]),
    returnExcess: () => Promise.resolve(null),
    followMoney: () => Promise.resolve([]),
    followPackets: () => Promise.resolve(),
    noteProblems: () => Promise.resolve(),
    openProblems: () => Promise.resolve([]),
    unknownAccounts: () => Promise.resolve([]),
  };
  const orderIds: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const orderId = await write(async (tx) => {
      const order = await createOrder(tx, ports, {
        orderNumber: `B-${at}`,
        currency: "CNY",
        lines: [{ kind: "goods", quantity: 2, unitPriceMinor: 9900 }],
        tenders: [{ kind: "money", unit: "CNY", units: 19_800, gatewayAccount: "bench" }],
      });
      if (isRefusal(order)) return order as never;
      await recordEvent(tx, ports, order.orderId, { kind: "received" });
      return order.orderId;
    });
    orderIds.push(orderId);
  }
  return orderIds;
}

/** Files the next claims over HTTP and keeps what the server sent to its database. */
async function fileSome({ api, orderIds, recorded }: Omit<World, "close">): Promise<number> {
  const facts = [
    { fact: "intact", value: "yes", state: "attested" as const },
    { fact: "excluded", value: "no", state: "attested" as const },
  ];
  const mine = orderIds.splice(0, perRun);
  recording = new Map();
  transactions = [];
  await eachOf(mine, async (orderId) => {
    const items = [{ orderId, lineId: "1", quantity: 1 }];
    const filed = await api.fileClaim({ body: { kind: "refund", items, facts } });
    if (!filed.ok || filed.data.status !== "settling") throw new Error(JSON.stringify(filed));
  });
  recording = null;
  recorded.push(transactions.filter((one) => one.length > 4));
  return perRun;
}

async function eachOf<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  let next = 0;
  const client = async (): Promise<void> => {
    for (let at = next++; at < all.length; at = next++) await work(all[at]!);
  };
  await Promise.all(Array.from({ length: clients }, client));
}

/** The same statements with the same values, one transaction per claim, on the copy. */
export async function baseline(): Promise<number> {
  const { bare, recorded } = await ready();
  const mine = recorded.shift() ?? [];
  if (mine.length < perRun) throw new Error(`${mine.length} transactions for ${perRun} claims`);
  await eachOf(mine, async (statements) => {
    const client = await bare.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      client.release();
    }
  });
  return perRun;
}

export async function subject(): Promise<number> {
  return fileSome(await ready());
}

export async function close(): Promise<void> {
  await world?.close();
}
