import type { Platform, ReadTx } from "../platform/index.ts";
import { readTransaction } from "../platform/index.ts";
import { openGateway } from "./account.ts";
import type { AccountKeys } from "./account.ts";
import type { Gateway } from "./gateway.ts";
import { turns } from "./grouped.ts";
import type { Turns } from "./grouped.ts";
import { selectAccount } from "./store/accounts.ts";
import type { AccountRow } from "./store/accounts.ts";

export type OpenAccount = {
  readonly row: AccountRow;
  readonly gateway: Gateway;
  /** Calls of this process at the same time. */
  readonly turns: Turns;
  readonly openedAt: number;
};

/** Opens an account anew; the tests bring gateways of their own. */
export type Opener = (row: AccountRow, keys: AccountKeys) => Gateway;

const wechatPay: Opener = (row, keys) => openGateway(row.settings, keys, row.callback_id);

/** The gateways of this process: opened once, and again when the account has changed. */
export type Registry = {
  /** The gateway of a row that was just read. */
  of(merchantId: string, row: AccountRow): Promise<OpenAccount>;
  /** For callbacks: what is open, or read now; `fresh` reads it unless it was just read. */
  named(merchantId: string, account: string, fresh: boolean): Promise<OpenAccount | null>;
  close(): void;
};

const freshForMs = 5_000;

async function readKeys(platform: Platform, tx: ReadTx, row: AccountRow): Promise<AccountKeys> {
  const text = await platform.vault.get(tx, row.key_record_id);
  if (text === null) throw new Error(`the keys of gateway account ${row.account} are gone`);
  return JSON.parse(text) as AccountKeys;
}

export function openRegistry(platform: Platform, opener: Opener = wechatPay): Registry {
  const opened = new Map<string, OpenAccount>();

  const open = async (merchantId: string, row: AccountRow): Promise<OpenAccount> => {
    const place = `${merchantId}/${row.account}`;
    const keys = await readTransaction(platform, merchantId, (tx) => readKeys(platform, tx, row));
    const gateway = opener(row, keys);
    const before = opened.get(place);
    // Calls under way keep their own connection; closing only drops the idle ones.
    before?.gateway.close();
    const turn =
      before?.row.settings.callsAtOnce === row.settings.callsAtOnce ? before.turns : null;
    const account = {
      row,
      gateway,
      turns: turn ?? turns(row.settings.callsAtOnce),
      openedAt: performance.now(),
    };
    opened.set(place, account);
    return account;
  };

  const of = async (merchantId: string, row: AccountRow): Promise<OpenAccount> => {
    const known = opened.get(`${merchantId}/${row.account}`);
    return known?.row.version === row.version ? known : open(merchantId, row);
  };

  return {
    of,
    async named(merchantId, account, fresh) {
      const known = opened.get(`${merchantId}/${account}`);
      const age = known === undefined ? Infinity : performance.now() - known.openedAt;
      if (known !== undefined && (!fresh || age < freshForMs)) return known;
      const row = await readTransaction(platform, merchantId, (tx) => selectAccount(tx, account));
      return row === null ? null : of(merchantId, row);
    },
    close() {
      for (const { gateway } of opened.values()) gateway.close();
      opened.clear();
    },
  };
}
