import {
  decodeCursor,
  encodeCursor,
  isRefusal,
  refuse,
  treasuryRoutes,
} from "../contract/index.ts";
import type { Refusal } from "../contract/index.ts";
import { recordDeed } from "../merchants/index.ts";
import { implement, isId, readTransaction, transact } from "../platform/index.ts";
import type { Implementation, Platform, ReadTx, Tx } from "../platform/index.ts";
import type { Callbacks } from "./callbacks.ts";
import { createGatewayAccount } from "./flow/accounts.ts";
import { releaseObligation, retryPayout } from "./flow/persons.ts";
import { approveTransfer, rejectTransfer, stateTransfer } from "./flow/transfers.ts";
import { selectAccounts } from "./store/accounts.ts";
import { selectObligations } from "./store/obligations.ts";
import { selectPayouts } from "./store/payouts.ts";
import { selectTransfers } from "./store/transfers.ts";
import type { TransferRow } from "./store/transfers.ts";
import { accountView, obligationView, orderMoney, payoutView, transferView } from "./views.ts";

type PageQuery = { readonly cursor?: string; readonly limit?: number };

/** One page, newest first; one row more than asked tells that there is another. */
async function pageOf<Row, View>(
  platform: Platform,
  merchantId: string,
  query: PageQuery,
  select: (tx: ReadTx, before: string | null, limit: number) => Promise<Row[]>,
  view: (row: Row) => View,
  idOf: (view: View) => string,
): Promise<{ items: View[]; next: string | null } | Refusal> {
  const place = decodeCursor(query.cursor, 1);
  if (isRefusal(place)) return place;
  const before = place?.[0] ?? null;
  if (before !== null && !isId(before)) {
    return refuse("cursor_invalid", { cursor: query.cursor ?? "" }, "cursor");
  }
  const limit = query.limit ?? 50;
  const rows = await readTransaction(platform, merchantId, (tx) => select(tx, before, limit + 1));
  const items = rows.slice(0, limit).map(view);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? encodeCursor([idOf(last)]) : null };
}

function lists(platform: Platform): Implementation[] {
  return [
    implement(treasuryRoutes.listObligations, ({ merchantId, query }) =>
      pageOf(
        platform,
        merchantId,
        query,
        (tx, before, limit) => selectObligations(tx, { ...query, before, limit }),
        obligationView,
        ({ obligationId }) => obligationId,
      ),
    ),
    implement(treasuryRoutes.listPayouts, ({ merchantId, query }) =>
      pageOf(
        platform,
        merchantId,
        query,
        (tx, before, limit) => selectPayouts(tx, { ...query, before, limit }),
        payoutView,
        ({ payoutId }) => payoutId,
      ),
    ),
    implement(treasuryRoutes.getOrderMoney, async ({ merchantId, params }) => {
      const found = await readTransaction(platform, merchantId, (tx) =>
        orderMoney(tx, params.orderId),
      );
      return found ?? refuse("not_found", { what: params.orderId });
    }),
  ];
}

function deeds(platform: Platform): Implementation[] {
  return [
    implement(treasuryRoutes.releaseObligation, (request) =>
      transact(platform, request, async (tx) => {
        const { obligationId: subject } = request.params;
        const { reason } = request.body;
        const row = await releaseObligation(tx, subject, reason);
        if (isRefusal(row)) return row;
        await recordDeed(tx, { action: "obligation.released", subject, detail: { reason } });
        return obligationView(row);
      }),
    ),
    implement(treasuryRoutes.retryPayout, (request) =>
      transact(platform, request, async (tx) => {
        const { payoutId: subject } = request.params;
        const row = await retryPayout(tx, subject);
        if (isRefusal(row)) return row;
        await recordDeed(tx, { action: "payout.retried", subject });
        return payoutView(row);
      }),
    ),
  ];
}

function transfers(platform: Platform): Implementation[] {
  const decided = async (
    tx: Tx,
    action: "transfer.stated" | "transfer.approved" | "transfer.rejected",
    row: TransferRow | Refusal,
  ) => {
    if (isRefusal(row)) return row;
    const { transfer_id: subject, obligation_id: obligationId } = row;
    await recordDeed(tx, { action, subject, detail: { obligationId } });
    return transferView(row);
  };
  return [
    implement(treasuryRoutes.stateTransfer, (request) =>
      transact(platform, request, async (tx) => {
        const statement = { ...request.params, ...request.body };
        return decided(tx, "transfer.stated", await stateTransfer(tx, statement));
      }),
    ),
    implement(treasuryRoutes.approveTransfer, (request) =>
      transact(platform, request, async (tx) =>
        decided(tx, "transfer.approved", await approveTransfer(tx, request.params.transferId)),
      ),
    ),
    implement(treasuryRoutes.rejectTransfer, (request) =>
      transact(platform, request, async (tx) =>
        decided(tx, "transfer.rejected", await rejectTransfer(tx, request.params.transferId)),
      ),
    ),
    implement(treasuryRoutes.listTransfers, ({ merchantId, query }) =>
      pageOf(
        platform,
        merchantId,
        query,
        (tx, before, limit) => selectTransfers(tx, { ...query, before, limit }),
        transferView,
        ({ transferId }) => transferId,
      ),
    ),
  ];
}

function gatewayAccounts(platform: Platform): Implementation[] {
  return [
    implement(treasuryRoutes.listGatewayAccounts, ({ merchantId }) =>
      readTransaction(platform, merchantId, async (tx) => ({
        items: (await selectAccounts(tx)).map(accountView),
      })),
    ),
    implement(treasuryRoutes.createGatewayAccount, (request) =>
      transact(platform, request, async (tx) => {
        const row = await createGatewayAccount(platform, tx, request.body);
        return isRefusal(row) ? row : accountView(row);
      }),
    ),
  ];
}

export function routesOf(platform: Platform, callbacks: Callbacks): Implementation[] {
  return [
    ...lists(platform),
    ...deeds(platform),
    ...transfers(platform),
    ...gatewayAccounts(platform),
    implement(treasuryRoutes.receiveWechatPayCallback, async ({ params, raw }) => {
      const { headers, rawBody } = raw.request;
      const refused = await callbacks.receive(
        params.callbackId,
        headers,
        rawBody?.toString("utf8") ?? "",
      );
      return refused ?? undefined;
    }),
  ];
}
