import { generateKeyPairSync, randomBytes } from "node:crypto";
import type { Refusal } from "../../contract/index.ts";
import { readTransaction, systemActor, transact } from "../../platform/index.ts";
import type { Platform, Tx } from "../../platform/index.ts";
import { changeGatewayAccount, createGatewayAccount, selectAccount } from "../../treasury/index.ts";
import type { AccountKeys, AccountSettings } from "../../treasury/index.ts";
import { answered } from "../cli/answered.ts";

/** An account at the simulator, and what the merchant calls it. */
export interface SimulatedAccount {
  readonly account: string;
  readonly mchid: string;
  readonly serial: string;
  readonly currency: string;
  readonly limits: AccountSettings["limits"];
  readonly callsAtOnce: number;
  /** What the simulator is told beside keys and currency: its limits and faults. */
  readonly simulator: Readonly<Record<string, unknown>>;
}

export interface Addresses {
  /** Of our own API, where callbacks go. */
  readonly address: string;
  readonly gatewayUrl: string;
}

/**
 * The merchant's account, at the simulator and here. Whichever of the two lost its folder or moved
 * to another port since the last time is put right.
 */
export async function connectAccount(
  platform: Platform,
  merchantId: string,
  wanted: SimulatedAccount,
  { address, gatewayUrl }: Addresses,
): Promise<void> {
  const row = await readTransaction(platform, merchantId, (tx) =>
    selectAccount(tx, wanted.account),
  );
  const known = row?.settings ?? null;
  const callbackBaseUrl = address.replace("localhost", "127.0.0.1");
  const isKnownThere = known !== null && (await isOpenAtSimulator(gatewayUrl, wanted.mchid));
  const moved = known?.baseUrl !== gatewayUrl || known.callbackBaseUrl !== callbackBaseUrl;
  if (isKnownThere && !moved) return;
  const change = isKnownThere
    ? { settings: { ...known, baseUrl: gatewayUrl, callbackBaseUrl } }
    : await openedAnew(wanted, gatewayUrl, callbackBaseUrl);
  const actor = systemActor(merchantId, "gateway");
  const unit = { merchantId, actor, route: "connectAccount" };
  answered(await transact(platform, unit, (tx) => saveAccount(platform, tx, wanted, change)));
}

const isOpenAtSimulator = async (gatewayUrl: string, mchid: string): Promise<boolean> =>
  (await fetch(`${gatewayUrl}/admin/accounts/${mchid}`)).ok;

interface Change {
  readonly settings: AccountSettings;
  readonly keys?: AccountKeys;
}

async function openedAnew(
  wanted: SimulatedAccount,
  gatewayUrl: string,
  callbackBaseUrl: string,
): Promise<Change> {
  const { keys, publicKey } = newKeys();
  const platformKeys = await openAtSimulator(wanted, gatewayUrl, publicKey, keys.apiV3Key);
  const { mchid, serial, limits, callsAtOnce } = wanted;
  const settings = {
    mchid,
    serial,
    platformKeys,
    baseUrl: gatewayUrl,
    callbackBaseUrl,
    limits,
    callTimeoutMs: 5_000,
    callsAtOnce,
  };
  return { settings, keys };
}

async function saveAccount(
  platform: Platform,
  tx: Tx,
  { account, currency }: SimulatedAccount,
  { settings, keys }: Change,
): Promise<null | Refusal> {
  const change = keys === undefined ? { settings } : { settings, keys };
  const changed = await changeGatewayAccount(platform, tx, account, change);
  if (changed?.code !== "gateway_account_unknown" || keys === undefined) return changed;
  const given = { account, gateway: "wechatpay", currency, settings, keys } as const;
  const created = await createGatewayAccount(platform, tx, given);
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

/** Payments that the simulator never saw are adopted at their first refund. */
async function openAtSimulator(
  { mchid, serial, currency, simulator }: SimulatedAccount,
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
      currency,
      adoptUnknownPayments: true,
      ...simulator,
    }),
  });
  if (!response.ok) throw new Error(`the gateway simulator refused: ${await response.text()}`);
  const { platform } = (await response.json()) as OpenedAccount;
  return { [platform.serial]: platform.publicKey };
}
