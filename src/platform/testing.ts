import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { isRefusal, rights } from "../contract/index.ts";
import { systemActor } from "./actor.ts";
import type { Actor } from "./actor.ts";
import { issueCredential } from "./auth/credentials.ts";
import { fixedClock } from "./clock.ts";
import type { Clock } from "./clock.ts";
import type { Database } from "./database/database.ts";
import { openPools } from "./database/open.ts";
import { timestamp } from "./database/pools.ts";
import { transact } from "./database/transact.ts";
import { newId } from "./ids.ts";
import { createLog } from "./log.ts";
import { openPlatform } from "./platform.ts";
import type { Faults, Platform } from "./platform.ts";
import { readSettings } from "./settings.ts";

/** What the global set-up puts in the environment: the server and the templates on it. */
export interface TestServer {
  readonly adminUrl: string;
  readonly urls: { readonly app: string; readonly owner: string; readonly keys: string };
  readonly templates: { readonly main: string; readonly keys: string };
}

export const testServerVariable = "MAKEGOOD_TEST_SERVER";

/** For tests that make databases and roles of their own. */
export function testServer(): TestServer {
  const text = process.env[testServerVariable];
  if (text === undefined) throw new Error("no test server: run through vitest's global set-up");
  return JSON.parse(text) as TestServer;
}

export interface TestDatabase {
  readonly urls: TestServer["urls"];
  open(connectionsMax?: number): Promise<Database>;
  /** Runs one statement as the owner, as a migration would. */
  asOwner<Row>(text: string, values?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

/** A fresh pair of migrated databases, cloned from the templates in a few tens of milliseconds. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = testServer();
  const second = Math.floor(Date.now() / 1000);
  const name = `test_${second}_${randomUUID().replaceAll("-", "").slice(0, 12)}`;
  const names = { main: name, keys: `${name}_keys` };
  const admin = (text: string): Promise<unknown> => runOnce(server.adminUrl, text);
  for (const which of ["main", "keys"] as const) {
    const owner = new URL(which === "main" ? server.urls.owner : server.urls.keys).username;
    const template = server.templates[which];
    await admin(`create database ${names[which]} template ${template} owner ${owner}`);
  }
  const on = (url: string, database: string): string =>
    Object.assign(new URL(url), { pathname: `/${database}` }).toString();
  const urls = {
    app: on(server.urls.app, names.main),
    owner: on(server.urls.owner, names.main),
    keys: on(server.urls.keys, names.keys),
  };
  return {
    urls,
    open: (connectionsMax = 10) =>
      openPools({ urls, place: name, release: () => Promise.resolve() }, connectionsMax),
    asOwner: <Row>(text: string, values: unknown[] = []) => runOnce<Row>(urls.owner, text, values),
    async drop() {
      await admin(`drop database if exists ${names.main} with (force)`);
      await admin(`drop database if exists ${names.keys} with (force)`);
    },
  };
}

async function runOnce<Row>(url: string, text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    // Without values the text goes as it is, so that it may hold what no prepared statement can.
    const result = await (values.length === 0 ? client.query(text) : client.query(text, values));
    return result.rows as Row[];
  } finally {
    await client.end();
  }
}

export interface TestPlatform {
  readonly platform: Platform;
  readonly database: TestDatabase;
  readonly merchantId: string;
  /** A member of that merchant's staff with every right. */
  readonly actor: Actor;
  /** Another process on the same databases: pools, caches and workers of its own. */
  another(options?: TestOptions): Promise<Platform>;
  close(): Promise<void>;
}

export interface TestOptions {
  /** Stands still at 2026-01-05T02:00:00Z when not given. */
  readonly clock?: Clock;
  readonly faults?: Faults;
  readonly connectionsMax?: number;
  readonly masterKey?: string;
}

export const testStart = Date.UTC(2026, 0, 5, 2);

/** A platform on a database of its own. Close it in `afterAll`. */
export async function testPlatform(options: TestOptions = {}): Promise<TestPlatform> {
  const database = await testDatabase();
  const dataFolder = mkdtempSync(join(tmpdir(), "makegood-test-"));
  const opened: Platform[] = [];
  const another = async (more: TestOptions = {}): Promise<Platform> => {
    const platform = await openTestPlatform(database, dataFolder, { ...options, ...more });
    opened.push(platform);
    return platform;
  };
  const platform = await another();
  const merchantId = newId();
  await insertMerchant(platform, merchantId);
  return {
    platform,
    database,
    merchantId,
    actor: testActor(merchantId),
    another,
    async close() {
      await Promise.all(opened.map((each) => each.close()));
      await database.drop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** A second merchant, for tests of what one must not see of another. */
export async function insertMerchant(platform: Platform, merchantId: string): Promise<void> {
  const unit = { merchantId, actor: systemActor(merchantId, "test"), route: "test" };
  await transact(platform, unit, async (tx) => {
    await tx.query(
      `insert into merchants (merchant_id, slug, name, created_at) values ($1, $2, $3, $4)`,
      [merchantId, `shop-${merchantId}`, "Shop", timestamp(tx.now)],
    );
    await tx.query("insert into merchant_routes (slug, merchant_id) values ($1, $2)", [
      `shop-${merchantId}`,
      merchantId,
    ]);
    return null;
  });
}

async function openTestPlatform(
  database: TestDatabase,
  dataFolder: string,
  options: TestOptions,
): Promise<Platform> {
  const settings = readSettings({
    MAKEGOOD_DATA: dataFolder,
    MAKEGOOD_PORT: "0",
    MAKEGOOD_MASTER_KEY: options.masterKey,
  });
  return openPlatform(settings, {
    clock: options.clock ?? fixedClock(testStart),
    log: createLog(process.env["MAKEGOOD_TEST_LOG"] ?? "silent"),
    database: await database.open(options.connectionsMax),
    ...(options.faults === undefined ? {} : { faults: options.faults }),
  });
}

export function testActor(merchantId: string, actor: Partial<Actor> = {}): Actor {
  return {
    kind: "staff",
    id: newId(),
    merchantId,
    rights: new Set(rights),
    name: "Reviewer",
    orderIds: null,
    ...actor,
  };
}

/** A credential of the actor, as the value of an Authorization header. */
export async function bearerOf(platform: Platform, actor: Actor): Promise<string> {
  const unit = { merchantId: actor.merchantId, actor, route: "test" };
  const token = await transact(platform, unit, (tx) =>
    issueCredential(tx, {
      kind: actor.kind === "system" ? "key" : actor.kind,
      subjectId: actor.id,
      name: actor.name,
      rights: [...actor.rights],
      orderIds: actor.orderIds,
      expiresAt: null,
    }),
  );
  if (isRefusal(token)) throw new Error("a credential is never refused");
  return `Bearer ${token}`;
}
