import type { ReadTx, Tx } from "../platform/index.ts";
import {
  deleteOldCheckpoints,
  insertCheckpoint,
  insertTransfers,
  selectBalance,
  selectBalances,
} from "./store.ts";
import type { Balance, Transfer, UnitSum } from "./transfer.ts";

/** Writes transfers in one statement, however many. Posting the same fact again throws. */
export async function post(tx: Tx, transfers: readonly Transfer[]): Promise<void> {
  if (transfers.length === 0) return;
  const legs = new Map<string, number>();
  const numbered = transfers.map((transfer) => {
    const fact = `${transfer.kind} ${transfer.reference}`;
    const leg = legs.get(fact) ?? 0;
    legs.set(fact, leg + 1);
    return { ...transfer, transferId: tx.newId(), leg };
  });
  await insertTransfers(tx, numbered);
}

/** Debits less credits of one account, all transfers counted; 0 for an account never used. */
export async function balance(tx: ReadTx, account: string, unit: string): Promise<bigint> {
  return BigInt(await selectBalance(tx, account, unit));
}

export async function trialBalance(tx: ReadTx): Promise<Balance[]> {
  const rows = await selectBalances(tx);
  return rows.map((row) => ({ ...row, balance: BigInt(row.balance) }));
}

/** The sum over all accounts per unit: 0 for each, or rows were changed outside the program. */
export async function ledgerSum(tx: ReadTx): Promise<UnitSum[]> {
  return sumsOf(await trialBalance(tx));
}

export function sumsOf(balances: readonly Balance[]): UnitSum[] {
  const sums = new Map<string, bigint>();
  for (const { unit, balance: amount } of balances) {
    sums.set(unit, (sums.get(unit) ?? 0n) + amount);
  }
  return [...sums].map(([unit, sum]) => ({ unit, sum }));
}

/** Sums up what has been posted so far, so that balances need not read it again. */
export async function writeCheckpoint(tx: Tx): Promise<void> {
  await insertCheckpoint(tx);
  await deleteOldCheckpoints(tx);
}
