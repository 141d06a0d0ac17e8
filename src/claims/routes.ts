import { claimsRoutes, isRefusal, refuse } from "../contract/index.ts";
import type { Language, Refusal, WireClaimView } from "../contract/index.ts";
import { implement, pageById, readTransaction, transact, viewPage } from "../platform/index.ts";
import type { Implementation, Platform, Tx } from "../platform/index.ts";
import { closeEvidence, supplyFacts, withdrawClaim } from "./flow/again.ts";
import { fileClaim } from "./flow/file.ts";
import { selectSummaries } from "./store/list.ts";
import { claimView, summaryView } from "./view/claim-view.ts";
import type { NoteReader } from "./view/claim-view.ts";

/** The routes of staff and of the shop's own system; customers have theirs in routes-customer. */
export function claimsApi(platform: Platform): Implementation[] {
  return [
    implement(claimsRoutes.fileClaim, (request) =>
      written(platform, request, async (tx) => {
        const filed = await fileClaim(tx, request.body);
        return isRefusal(filed) ? filed : filed.claimId;
      }),
    ),
    implement(claimsRoutes.supplyFacts, (request) =>
      changed(platform, request, (tx) => {
        const { facts } = request.body;
        return supplyFacts(tx, platform.vault, { ...request.params, facts, state: "claimed" });
      }),
    ),
    implement(claimsRoutes.attestFacts, (request) =>
      changed(platform, request, (tx) => {
        const supply = { ...request.params, ...request.body, state: "attested" } as const;
        return supplyFacts(tx, platform.vault, supply);
      }),
    ),
    implement(claimsRoutes.withdrawClaim, (request) =>
      changed(platform, request, (tx) => withdrawClaim(tx, request.params.claimId)),
    ),
    implement(claimsRoutes.closeEvidence, (request) =>
      changed(platform, request, (tx) => closeEvidence(tx, request.params.claimId)),
    ),
    implement(claimsRoutes.getClaim, ({ merchantId, params, language, actor }) =>
      readTransaction(platform, merchantId, async (tx) => {
        const reads = actor.rights.has("attest") || actor.rights.has("approve");
        const notes: NoteReader = (of, recordIds) => platform.vault.getAll(of, recordIds);
        const view = await claimView(tx, params.claimId, language, reads ? notes : undefined);
        return view ?? refuse("not_found", { what: params.claimId });
      }),
    ),
    implement(claimsRoutes.listClaims, ({ merchantId, query }) =>
      listClaims(platform, merchantId, query),
    ),
  ];
}

interface Stateful {
  readonly actor: Tx["actor"];
  readonly merchantId: string;
  readonly route: string;
  readonly key: string;
  readonly requestHash: string;
  readonly language: Language;
}

/** Writes, then reads the claim back within the same commit: the answer is what was stored. */
export function written(
  platform: Platform,
  request: Stateful,
  work: (tx: Tx) => Promise<string | Refusal>,
): Promise<WireClaimView | Refusal> {
  const { actor, merchantId, route, key, requestHash, language } = request;
  return transact(platform, { merchantId, actor, route, key, requestHash }, async (tx) => {
    const claimId = await work(tx);
    if (isRefusal(claimId)) return claimId;
    const view = await claimView(tx, claimId, language);
    return view ?? refuse("not_found", { what: claimId });
  });
}

export function changed(
  platform: Platform,
  request: Stateful & { readonly params: { readonly claimId: string } },
  work: (tx: Tx) => Promise<null | Refusal>,
): Promise<WireClaimView | Refusal> {
  const { claimId } = request.params;
  return written(platform, request, async (tx) => (await work(tx)) ?? claimId);
}

interface ListQuery {
  readonly cursor?: string;
  readonly limit?: number;
  readonly status?: string;
  readonly orderId?: string;
  readonly number?: string;
}

async function listClaims(platform: Platform, merchantId: string, query: ListQuery) {
  const { status = null, number = null, orderId } = query;
  const orderIds = orderId === undefined ? null : [orderId];
  const page = await pageById(
    query,
    (before, limit) =>
      readTransaction(platform, merchantId, (tx) =>
        selectSummaries(tx, { status, number, orderIds, before, limit }),
      ),
    (row) => row.claim_id,
  );
  return viewPage(page, summaryView);
}
