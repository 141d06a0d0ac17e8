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
import type { Implementation, Platform, ReadTx } from "../platform/index.ts";
import type { Callbacks } from "./callbacks.ts";
import { createGatewayAccount } from "./flow/accounts.ts";
import { recordTransfer, releaseObligation, retryPayout } from "./flow/persons.ts";
import { selectAccounts } from "./store/accounts.ts";
import { selectObligations } from "./store/obligations.ts";
import { selectPayouts } from "./store/payouts.ts";
import { accountView, obligationView, orderMoney, payoutView } from "./views.ts";

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
    implement(treasuryRoutes.recordTransfer, (request) =>
      transact(platform, request, async (tx) => {
        const { obligationId: subject } = request.params;
        const row = await recordTransfer(tx, subject, request.body.reference);
        if (isRefusal(row)) return row;
        await recordDeed(tx, { action: "obligation.transferred", subject });
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
