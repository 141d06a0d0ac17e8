import { claimsRoutes, isRefusal, noticesRoutes, ordersRoutes, refuse } from "../contract/index.ts";
import type { Refusal } from "../contract/index.ts";
import { noticesOf } from "../notices/index.ts";
import { implement, readTransaction } from "../platform/index.ts";
import type { Actor, Implementation, Platform, ReadTx } from "../platform/index.ts";
import { supplyFacts, withdrawClaim } from "./flow/again.ts";
import { fileClaim } from "./flow/file.ts";
import { previewClaim } from "./flow/preview.ts";
import { changed, readerOf, written } from "./routes.ts";
import { selectSummaries } from "./store/list.ts";
import { selectItems } from "./store/read.ts";
import { claimView, summaryView } from "./view/claim-view.ts";
import { kindsOnOffer } from "./view/kinds.ts";
import { myOrders } from "./view/my-orders.ts";
import { previewView } from "./view/preview-view.ts";

/** A customer sees the orders that the session was opened for; others do not exist. */
export function myClaimsApi(platform: Platform): Implementation[] {
  return [
    implement(claimsRoutes.fileMyClaim, (request) =>
      written(platform, request, async (tx) => {
        const foreign = request.body.items.find(({ orderId }) => !isMine(request.actor, orderId));
        if (foreign !== undefined) return refuse("not_found", { what: foreign.orderId }, "/items");
        const filed = await fileClaim(tx, { ...request.body, channel: "portal" });
        return isRefusal(filed) ? filed : filed.claimId;
      }),
    ),
    implement(claimsRoutes.previewMyClaim, ({ merchantId, actor, body, language }) =>
      readTransaction(platform, merchantId, async (tx) => {
        const foreign = body.items.find(({ orderId }) => !isMine(actor, orderId));
        if (foreign !== undefined) return refuse("not_found", { what: foreign.orderId }, "/items");
        const previewed = await previewClaim(tx, actor, { ...body, channel: "portal" });
        return isRefusal(previewed)
          ? previewed
          : previewView(tx, previewed, readerOf({ actor, language }));
      }),
    ),
    implement(claimsRoutes.supplyMyFacts, (request) =>
      changed(platform, request, async (tx) => {
        const { claimId } = request.params;
        const foreign = await notMine(tx, request.actor, claimId);
        const { facts } = request.body;
        return foreign ?? supplyFacts(tx, platform.vault, { claimId, facts, state: "claimed" });
      }),
    ),
    implement(claimsRoutes.withdrawMyClaim, (request) =>
      changed(platform, request, async (tx) => {
        const { claimId } = request.params;
        return (await notMine(tx, request.actor, claimId)) ?? withdrawClaim(tx, claimId);
      }),
    ),
    ...readingApi(platform),
  ];
}

function readingApi(platform: Platform): Implementation[] {
  return [
    implement(claimsRoutes.getMyClaim, ({ actor, merchantId, params, language }) =>
      readTransaction(platform, merchantId, async (tx) => {
        const foreign = await notMine(tx, actor, params.claimId);
        const view = await claimView(tx, params.claimId, {
          language,
          voice: "asked",
          notes: (of, recordIds) => platform.vault.getAll(of, recordIds),
        });
        return foreign ?? view ?? refuse("not_found", { what: params.claimId });
      }),
    ),
    implement(claimsRoutes.listMyClaims, ({ actor, merchantId }) =>
      readTransaction(platform, merchantId, async (tx) => {
        const orderIds = actor.orderIds ?? [];
        const all = { status: null, number: null, orderIds, before: null, limit: 200 };
        const rows = await selectSummaries(tx, all);
        const mine = rows.filter(({ orders }) => orders.every((one) => isMine(actor, one.orderId)));
        return { items: mine.map(summaryView) };
      }),
    ),
    implement(claimsRoutes.listClaimKinds, ({ actor, merchantId, language }) =>
      readTransaction(platform, merchantId, async (tx) => ({
        items: await kindsOnOffer(tx, actor.orderIds ?? [], language),
      })),
    ),
    implement(ordersRoutes.listMyOrders, ({ actor, merchantId, language }) =>
      readTransaction(platform, merchantId, async (tx) => ({
        items: await myOrders(tx, actor.orderIds ?? [], language),
      })),
    ),
    implement(noticesRoutes.listMyNotices, ({ actor, merchantId, params }) =>
      readTransaction(platform, merchantId, async (tx) => {
        const foreign = await notMine(tx, actor, params.claimId);
        return foreign ?? { items: await noticesOf(platform, tx, params.claimId) };
      }),
    ),
  ];
}

const isMine = (actor: Actor, orderId: string): boolean =>
  actor.orderIds?.includes(orderId) === true;

/** Refused unless every order of the claim is the customer's own. */
export async function notMine(tx: ReadTx, actor: Actor, claimId: string): Promise<Refusal | null> {
  const items = await selectItems(tx, claimId);
  const mine = items.length > 0 && items.every(({ order_id }) => isMine(actor, order_id));
  return mine ? null : refuse("not_found", { what: claimId });
}
