import { ledgerRoutes } from "../contract/index.ts";
import type { WireLedgerTransfer } from "../contract/index.ts";
import { implement, pageById, readTransaction, viewPage } from "../platform/index.ts";
import type { Implementation, Platform } from "../platform/index.ts";
import { sumsOf, trialBalance } from "./flow.ts";
import { selectOrderTransfers } from "./store.ts";
import type { TransferRow } from "./store.ts";

export function ledgerApi(platform: Platform): Implementation[] {
  return [
    implement(ledgerRoutes.getTrialBalance, ({ merchantId }) =>
      readTransaction(platform, merchantId, async (tx) => {
        const accounts = await trialBalance(tx);
        return {
          accounts: accounts.map((row) => ({ ...row, balance: String(row.balance) })),
          sums: sumsOf(accounts).map(({ unit, sum }) => ({ unit, sum: String(sum) })),
        };
      }),
    ),
    implement(ledgerRoutes.getOrderStatement, async ({ merchantId, params, query }) => {
      const page = await pageById(
        query,
        (after, limit) =>
          readTransaction(platform, merchantId, (tx) =>
            selectOrderTransfers(tx, params.orderId, after, limit),
          ),
        (row) => row.transfer_id,
      );
      return viewPage(page, wireTransfer);
    }),
  ];
}

const wireTransfer = (row: TransferRow): WireLedgerTransfer => ({
  transferId: row.transfer_id,
  kind: row.kind,
  reference: row.reference,
  debitAccount: row.debit_account,
  creditAccount: row.credit_account,
  unit: row.unit,
  amount: row.amount,
  recordedAt: new Date(row.recorded_at).toISOString(),
});
