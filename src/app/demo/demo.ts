import { createClient } from "../../contract/index.ts";
import type { Client } from "../../contract/index.ts";
import { allMerchantIds, merchantOfSlug } from "../../merchants/index.ts";
import { newId } from "../../platform/index.ts";
import type { Platform } from "../../platform/index.ts";
import type { Terminal } from "../cli/terminal.ts";
import { connectAccount } from "../gateway/account.ts";
import { newDemoFile, readDemoFile, writeDemoFile } from "./demo-file.ts";
import type { DemoAccess, DemoFile } from "./demo-file.ts";
import { fillDemo } from "./fill.ts";
import { demoAccount } from "./gateway-account.ts";
import { makeMerchant } from "./make-merchant.ts";

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
  const begun = await demoToMake(platform);
  if (begun === null) return null;
  const file = begun.merchantId === null ? await makeMerchant(platform, begun) : begun;
  const { merchantId, apiKey } = file;
  await connectAccount(platform, merchantId ?? "", demoAccount, place);
  if (!file.isComplete) {
    const client = demoClient(place.address, apiKey);
    await fillDemo(client, file.seededAt, place.terminal.progress("making the demo"));
    writeDemoFile(dataFolder, { ...file, isComplete: true });
  }
  return accessOf(file);
}

function accessOf(file: DemoFile): DemoAccess {
  const { merchantSlug, signInName, secondName, password, apiKey, orderNumber, contact } = file;
  return { merchantSlug, signInName, secondName, password, apiKey, orderNumber, contact };
}

/** The demo of this database as far as it got, a new one, or null: it belongs to others. */
async function demoToMake(platform: Platform): Promise<DemoFile | null> {
  const { dataFolder } = platform.settings;
  const found = readDemoFile(dataFolder);
  const merchantId = found === null ? null : await merchantOfSlug(platform, found.merchantSlug);
  const isOurs = found !== null && merchantId !== null;
  // Killed before it wrote down which merchant it had made: only the slug tells.
  if (isOurs && (found.merchantId ?? merchantId) === merchantId) return found;
  if ((await allMerchantIds(platform)).length > 0) return null;
  const file = newDemoFile(platform.clock.now());
  writeDemoFile(dataFolder, file);
  return file;
}

/** The demo goes through the API like any shop. */
const demoClient = (address: string, apiKey: string): Client =>
  createClient({
    baseUrl: address,
    headers: () => ({ Authorization: `Bearer ${apiKey}` }),
    newKey: newId,
  });
