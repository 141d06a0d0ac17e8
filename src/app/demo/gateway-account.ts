import { generateKeyPairSync, randomBytes } from "node:crypto";
import type { Client, Refusal } from "../../contract/index.ts";
import { systemActor, transact } from "../../platform/index.ts";
import type { Platform, Tx } from "../../platform/index.ts";
import {
  changeGatewayAccount,
  createGatewayAccount,
  wechatPayLimits,
} from "../../treasury/index.ts";
import type { AccountKeys, AccountSettings, NewAccount } from "../../treasury/index.ts";
import { answered } from "../cli/failure.ts";

/** What orders of the demo call the account. */
export const demoAccount = "demo-wechat";
const mchid = "1900000001";
const serial = "DEMO0000000000000000000000000000000001";

interface Addresses {
  readonly address: string;
  readonly gatewayUrl: string;
}

/**
 * The demo merchant's account, at the simulator and here. Whichever of the two lost its folder or
 * moved to another port since the last time is put right.
 */
export async function connectGateway(
  platform: Platform,
  client: Client,
  merchantId: string,
  { address, gatewayUrl }: Addresses,
): Promise<void> {
  const known = await currentSettings(client);
  const callbackBaseUrl = address.replace("localhost", "127.0.0.1");
  const isKnownThere = known !== null && (await isOpenAtSimulator(gatewayUrl));
  const moved = known?.baseUrl !== gatewayUrl || known.callbackBaseUrl !== callbackBaseUrl;
  if (isKnownThere && !moved) return;
  const change = isKnownThere
    ? { settings: { ...known, baseUrl: gatewayUrl, callbackBaseUrl } }
    : await openedAnew(gatewayUrl, callbackBaseUrl);
  const actor = systemActor(merchantId, "demo");
  const unit = { merchantId, actor, route: "demo.gateway" };
  answered(await transact(platform, unit, (tx) => saveAccount(platform, tx, change)));
}

async function currentSettings(client: Client): Promise<AccountSettings | null> {
  const listed = await client.listGatewayAccounts({});
  if (!listed.ok) throw new Error(`the demo's key was refused: ${listed.problem.detail}`);
  return listed.data.items.find(({ account }) => account === demoAccount)?.settings ?? null;
}

async function isOpenAtSimulator(gatewayUrl: string): Promise<boolean> {
  return (await fetch(`${gatewayUrl}/admin/accounts/${mchid}`)).ok;
}

interface Change {
  readonly settings: AccountSettings;
  readonly keys?: AccountKeys;
}

async function openedAnew(gatewayUrl: string, callbackBaseUrl: string): Promise<Change> {
  const { keys, publicKey } = newKeys();
  const platformKeys = await openAtSimulator(gatewayUrl, publicKey, keys.apiV3Key);
  const settings = {
    mchid,
    serial,
    platformKeys,
    baseUrl: gatewayUrl,
    callbackBaseUrl,
    limits: wechatPayLimits,
    callTimeoutMs: 5_000,
    callsAtOnce: 10,
  };
  return { settings, keys };
}

async function saveAccount(
  platform: Platform,
  tx: Tx,
  { settings, keys }: Change,
): Promise<null | Refusal> {
  const change = keys === undefined ? { settings } : { settings, keys };
  const changed = await changeGatewayAccount(platform, tx, demoAccount, change);
  if (changed?.code !== "gateway_account_unknown" || keys === undefined) return changed;
  const account: NewAccount = {
    account: demoAccount,
    gateway: "wechatpay",
    currency: "CNY",
    settings,
    keys,
  };
  const created = await createGatewayAccount(platform, tx, account);
  return "refusal" in created ? created : null;
}

function newKeys(): { keys: AccountKeys; publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return {
    keys: {
      privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
      apiV3Key: randomBytes(16).toString("hex"),
    },
    publicKey: publicKey.export({ type: "spki", format: "pem" }).toString(),
  };
}

interface OpenedAccount {
  readonly platform: { readonly serial: string; readonly publicKey: string };
}

/** Payments of the demo's orders are adopted at their first refund. */
async function openAtSimulator(
  gatewayUrl: string,
  merchantPublicKey: string,
  apiV3Key: string,
): Promise<Record<string, string>> {
  const response = await fetch(`${gatewayUrl}/admin/accounts/${mchid}`, {
    method: "PUT",
    body: JSON.stringify({
      merchantSerial: serial,
      merchantPublicKey,
      apiV3Key,
      currency: "CNY",
      adoptUnknownPayments: true,
    }),
  });
  if (!response.ok) throw new Error(`the gateway simulator refused: ${await response.text()}`);
  const { platform } = (await response.json()) as OpenedAccount;
  return { [platform.serial]: platform.publicKey };
}
