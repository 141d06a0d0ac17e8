import type { ReadTx, Tx } from "../../platform/index.ts";
import type { AccountSettings } from "../account.ts";
import type { PermitState } from "../rules/permits.ts";

export type AccountRow = {
  readonly account: string;
  readonly gateway: "wechatpay";
  readonly currency: string;
  readonly settings: AccountSettings;
  readonly key_record_id: string;
  readonly callback_id: string;
  readonly version: number;
  readonly created_at: number;
};

const columns =
  "account, gateway, currency, settings, key_record_id, callback_id, version, created_at";

/** False when the name is taken. */
export async function insertAccount(
  tx: Tx,
  row: Omit<AccountRow, "version" | "created_at">,
): Promise<boolean> {
  const text = `insert into gateway_accounts (merchant_id, account, gateway, currency, settings,
      key_record_id, callback_id, version, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, 1, $8) on conflict do nothing returning account`;
  const inserted = await tx.query(text, [
    tx.merchantId,
    row.account,
    row.gateway,
    row.currency,
    JSON.stringify(row.settings),
    row.key_record_id,
    row.callback_id,
    new Date(tx.now),
  ]);
  if (inserted.length === 0) return false;
  const route =
    "insert into gateway_routes (callback_id, merchant_id, account) values ($1, $2, $3)";
  await tx.query(route, [row.callback_id, tx.merchantId, row.account]);
  return true;
}

export async function updateAccount(
  tx: Tx,
  account: string,
  settings: AccountSettings,
  keyRecordId: string,
): Promise<void> {
  const text = `update gateway_accounts set settings = $3, key_record_id = $4,
      version = version + 1 where merchant_id = $1 and account = $2`;
  await tx.query(text, [tx.merchantId, account, JSON.stringify(settings), keyRecordId]);
}

export async function selectAccounts(tx: ReadTx): Promise<AccountRow[]> {
  const text = `select ${columns} from gateway_accounts where merchant_id = $1 order by account`;
  return tx.query<AccountRow>({ name: "treasury_select_accounts", text }, [tx.merchantId]);
}

export async function selectAccount(tx: ReadTx, account: string): Promise<AccountRow | null> {
  const text = `select ${columns} from gateway_accounts where merchant_id = $1 and account = $2`;
  const statement = { name: "treasury_select_account", text };
  const rows = await tx.query<AccountRow>(statement, [tx.merchantId, account]);
  return rows[0] ?? null;
}

/** Of these names the ones that no account has. */
export async function selectUnknownAccounts(tx: ReadTx, names: readonly string[]) {
  const text = `select name from unnest($2::text[]) as given (name) where not exists (
      select from gateway_accounts where merchant_id = $1 and account = name)`;
  const statement = { name: "treasury_select_unknown_accounts", text };
  return tx.query<{ name: string }>(statement, [tx.merchantId, names]);
}

export type GatewayRoute = { readonly merchant_id: string; readonly account: string };

/** Read before any merchant is known: a callback's address. */
export async function selectRoute(tx: ReadTx, callbackId: string): Promise<GatewayRoute | null> {
  const text = "select merchant_id, account from gateway_routes where callback_id = $1";
  const statement = { name: "treasury_select_route", text };
  const rows = await tx.query<GatewayRoute>(statement, [callbackId]);
  return rows[0] ?? null;
}

export async function selectRoutes(tx: ReadTx): Promise<GatewayRoute[]> {
  return tx.query<GatewayRoute>("select merchant_id, account from gateway_routes");
}

export async function lockPermits(tx: Tx, account: string): Promise<PermitState | null> {
  const make = `insert into gateway_permits (merchant_id, account, second, taken)
    values ($1, $2, 0, 0) on conflict do nothing`;
  await tx.query({ name: "treasury_make_permits", text: make }, [tx.merchantId, account]);
  const text = `select second, taken from gateway_permits
    where merchant_id = $1 and account = $2 for update`;
  const statement = { name: "treasury_lock_permits", text };
  const rows = await tx.query<PermitState>(statement, [tx.merchantId, account]);
  return rows[0] ?? null;
}

export async function updatePermits(tx: Tx, account: string, state: PermitState): Promise<void> {
  const text = `update gateway_permits set second = $3, taken = $4
    where merchant_id = $1 and account = $2`;
  const values = [tx.merchantId, account, state.second, state.taken];
  await tx.query({ name: "treasury_update_permits", text }, values);
}
