import { createPrivateKey, createPublicKey } from "node:crypto";
import { refuse } from "../../contract/index.ts";
import type { Refusal } from "../../contract/index.ts";
import { isCurrency } from "../../core/index.ts";
import { recordDeed } from "../../merchants/index.ts";
import type { Platform, Tx } from "../../platform/index.ts";
import type { AccountKeys, AccountSettings } from "../account.ts";
import { insertAccount, selectAccount, updateAccount } from "../store/accounts.ts";
import type { AccountRow } from "../store/accounts.ts";

export type NewAccount = {
  readonly account: string;
  readonly gateway: "wechatpay";
  readonly currency: string;
  readonly settings: AccountSettings;
  readonly keys: AccountKeys;
};

/** The name of the first key that OpenSSL cannot read, or null. */
function unreadableKey({ settings, keys }: Pick<NewAccount, "settings" | "keys">): string | null {
  const reads = (read: () => unknown): boolean => {
    try {
      read();
      return true;
    } catch {
      return false;
    }
  };
  if (!reads(() => createPrivateKey(keys.privateKey))) return "privateKey";
  if (Buffer.byteLength(keys.apiV3Key) !== 32) return "apiV3Key";
  const platform = Object.entries(settings.platformKeys);
  const wrong = platform.find(([, pem]) => !reads(() => createPublicKey(pem)));
  if (wrong !== undefined) return wrong[0];
  return platform.length === 0 ? "platformKeys" : null;
}

/** Sealed under a key of its own: the account stands in the vault as a person would. */
async function sealKeys(platform: Platform, tx: Tx, keys: AccountKeys): Promise<string> {
  const [personId = ""] = await platform.vault.newPersons(tx, [{ indexes: [] }]);
  const text = JSON.stringify(keys);
  return platform.vault.put(tx, { personId, kind: "gateway.keys", text });
}

export async function createGatewayAccount(
  platform: Platform,
  tx: Tx,
  given: NewAccount,
): Promise<AccountRow | Refusal> {
  const { account, gateway, currency, settings, keys } = given;
  if (!isCurrency(currency)) return refuse("currency_unknown", { currency });
  const unreadable = unreadableKey(given);
  if (unreadable !== null) return refuse("gateway_keys_invalid", { key: unreadable });
  const row = {
    account,
    gateway,
    currency,
    settings,
    key_record_id: await sealKeys(platform, tx, keys),
    callback_id: tx.newId(),
  };
  if (!(await insertAccount(tx, row))) return refuse("gateway_account_taken", { account });
  await recordDeed(tx, {
    action: "gateway_account.created",
    subject: account,
    detail: { gateway },
  });
  return { ...row, version: 1, created_at: tx.now };
}

/** Changes an account's settings, and its keys where new ones are given. */
export async function changeGatewayAccount(
  platform: Platform,
  tx: Tx,
  account: string,
  change: { readonly settings: AccountSettings; readonly keys?: AccountKeys },
): Promise<null | Refusal> {
  const row = await selectAccount(tx, account);
  if (row === null) return refuse("gateway_account_unknown", { account });
  const { settings, keys } = change;
  const unreadable = keys === undefined ? null : unreadableKey({ settings, keys });
  if (unreadable !== null) return refuse("gateway_keys_invalid", { key: unreadable });
  const keyRecordId = keys === undefined ? row.key_record_id : await sealKeys(platform, tx, keys);
  await updateAccount(tx, account, settings, keyRecordId);
  await recordDeed(tx, { action: "gateway_account.changed", subject: account });
  return null;
}
