import { claimsRoutes, isRefusal, refuse } from "../contract/index.ts";
import type { Language, Refusal, WireClaimView } from "../contract/index.ts";
import {
  implement,
  pageById,
  readTransaction,
  viewPage,
  writeThenRead,
} from "../platform/index.ts";
import type { Implementation, Platform, Tx, Unit } from "../platform/index.ts";
import { closeEvidence, supplyFacts, withdrawClaim } from "./flow/again.ts";
import { fileClaim } from "./flow/file.ts";
import { previewAttestation, previewClaim } from "./flow/preview.ts";
import { selectSummaries } from "./store/list.ts";
import { claimView, summaryView } from "./view/claim-view.ts";
import { previewView } from "./view/preview-view.ts";

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
    implement(claimsRoutes.previewClaim, ({ merchantId, actor, body, language }) =>
      readTransaction(platform, merchantId, async (tx) => {
        const previewed = await previewClaim(tx, actor, body);
        return isRefusal(previewed)
          ? previewed
          : previewView(tx, previewed, readerOf({ actor, language }));
      }),
    ),
    implement(claimsRoutes.previewAttestation, ({ merchantId, actor, params, body, language }) =>
      readTransaction(platform, merchantId, async (tx) => {
        const previewed = await previewAttestation(tx, actor, params.claimId, body);
        return isRefusal(previewed)
          ? previewed
          : previewView(tx, previewed, readerOf({ actor, language }));
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
        const seesNotes = actor.rights.has("attest") || actor.rights.has("approve");
        const view = await claimView(tx, params.claimId, {
          ...readerOf({ actor, language }),
          notes: (of, recordIds) => platform.vault.getAll(of, recordIds),
          seesNotes,
        });
        return view ?? refuse("not_found", { what: params.claimId });
      }),
    ),
    implement(claimsRoutes.listClaims, ({ merchantId, query }) =>
      listClaims(platform, merchantId, query),
    ),
  ];
}

type Asked = Unit & { readonly language: Language };

/** A customer reads what a customer says; everybody else what is established. */
export const readerOf = ({ actor, language }: Pick<Asked, "actor" | "language">) =>
  ({ language, voice: actor.kind === "customer" ? "asked" : "found" }) as const;

export function written(
  platform: Platform,
  request: Asked,
  work: (tx: Tx) => Promise<string | Refusal>,
): Promise<WireClaimView | Refusal> {
  return writeThenRead(platform, request, work, async (tx, claimId) => {
    const view = await claimView(tx, claimId, readerOf(request));
    return view ?? refuse("not_found", { what: claimId });
  });
}

export function changed(
  platform: Platform,
  request: Asked & { readonly params: { readonly claimId: string } },
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
