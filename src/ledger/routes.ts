import { decodeCursor, encodeCursor, isRefusal, ledgerRoutes, refuse } from "../contract/index.ts";
import type { WireLedgerTransfer } from "../contract/index.ts";
import { implement, isId, readTransaction } from "../platform/index.ts";
import type { Implementation, Platform } from "../platform/index.ts";
import { sumsOf, trialBalance } from "./flow.ts";
import { selectOrderTransfers } from "./store.ts";
import type { TransferRow } from "./store.ts";

export function ledgerApi(platform: Platform): Implementation[] {
  return [
    implement(ledgerRoutes.getTrialBalance, ({ merchantId }) =>
      readTransaction(platform, merchantId, async (tx) => {
        const accounts = await trialBalance(tx);
        return { accounts, sums: sumsOf(accounts) };
      }),
    ),
    implement(ledgerRoutes.getOrderStatement, async ({ merchantId, params, query }) => {
      const place = decodeCursor(query.cursor, 1);
      if (isRefusal(place)) return place;
      const after = place?.[0] ?? null;
      if (after !== null && !isId(after)) {
        return refuse("cursor_invalid", { cursor: query.cursor ?? "" }, "cursor");
      }
      const limit = query.limit ?? 50;
      const rows = await readTransaction(platform, merchantId, (tx) =>
        selectOrderTransfers(tx, params.orderId, after, limit + 1),
      );
      const items = rows.slice(0, limit).map(wireTransfer);
      const last = items.at(-1);
      const next = rows.length > limit && last ? encodeCursor([last.transferId]) : null;
      return { items, next };
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
