import { createClient, rights } from "../../contract/index.ts";
import type { Client } from "../../contract/index.ts";
import { installDefaultPromises } from "../../clocks/index.ts";
import {
  allMerchantIds,
  createApiKey,
  createMerchant,
  createStaff,
} from "../../merchants/index.ts";
import { newId, systemActor, transact } from "../../platform/index.ts";
import type { Platform, Unit } from "../../platform/index.ts";
import { installShipped } from "../../promises/index.ts";
import { answered } from "../cli/failure.ts";
import type { Terminal } from "../cli/terminal.ts";
import { newPassword, readDemoFile, writeDemoFile } from "./demo-file.ts";
import type { DemoAccess, DemoFile } from "./demo-file.ts";
import { connectAccount } from "../gateway/account.ts";
import { demoAccount } from "./gateway-account.ts";
import { fillDemo } from "./fill.ts";

export interface DemoPlace {
  /** Of our own API. */
  readonly address: string;
  readonly gatewayUrl: string;
  readonly terminal: Terminal;
}

/**
 * A demo merchant when the database is new, and nothing otherwise. One that was cut short is
 * carried on: every call has its own idempotency key, and every date counts from its beginning.
 */
export async function ensureDemo(platform: Platform, place: DemoPlace): Promise<DemoAccess | null> {
  const { dataFolder } = platform.settings;
  const merchantIds = await allMerchantIds(platform);
  const found = readDemoFile(dataFolder);
  const isOurs = found !== null && merchantIds.includes(found.merchantId);
  if (!isOurs && merchantIds.length > 0) return null;
  const file = isOurs ? found : await createDemo(platform);
  const client = demoClient(place.address, file.apiKey);
  await connectAccount(platform, file.merchantId, demoAccount, place);
  if (!file.complete) {
    await fillDemo(client, file.seededAt, place.terminal.progress("making the demo"));
    writeDemoFile(dataFolder, { ...file, complete: true });
  }
  const { merchantSlug, signInName, password, apiKey, orderNumber, contact } = file;
  return { merchantSlug, signInName, password, apiKey, orderNumber, contact };
}

/** The merchant with its promises, one member of staff and one API key. */
async function createDemo(platform: Platform): Promise<DemoFile> {
  const merchantSlug = "demo";
  const merchantId = answered(
    await createMerchant(platform, { slug: merchantSlug, name: "守诺示范商城" }),
  );
  const unit: Unit = { merchantId, actor: systemActor(merchantId, "demo"), route: "demo" };
  answered(
    await transact(platform, unit, async (tx) => {
      await installShipped(tx);
      await installDefaultPromises(tx);
      return null;
    }),
  );
  const password = newPassword();
  const signInName = "demo";
  answered(
    await createStaff(platform, unit, {
      signInName,
      displayName: "演示账号",
      password,
      rights: [...rights],
    }),
  );
  const keyRights = rights.filter((right) => right !== "administer");
  const { key: apiKey } = answered(
    await createApiKey(platform, unit, { label: "demo", rights: keyRights }),
  );
  const file: DemoFile = {
    merchantSlug,
    merchantId,
    signInName,
    password,
    apiKey,
    orderNumber: "DEMO-2003",
    contact: "customer-2003@example.com",
    seededAt: platform.clock.now(),
    complete: false,
  };
  writeDemoFile(platform.settings.dataFolder, file);
  return file;
}

/** The demo goes through the API like any shop. */
const demoClient = (address: string, apiKey: string): Client =>
  createClient({
    baseUrl: address,
    headers: () => ({ Authorization: `Bearer ${apiKey}` }),
    newKey: newId,
  });
