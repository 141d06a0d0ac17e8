import { isRefusal, merchantsRoutes, refuse, sessionRoutes } from "../contract/index.ts";
import type { RouteSpec } from "../contract/index.ts";
import {
  clearSession,
  implement,
  pageById,
  readTransaction,
  sessionToken,
  setSession,
  transact,
  viewPage,
} from "../platform/index.ts";
import type { Actor, Implementation, Platform, Request } from "../platform/index.ts";
import { listAudit } from "./audit.ts";
import { createApiKey, createStaff, revokeApiKey } from "./flow.ts";
import { marksImplementations } from "./marks-routes.ts";
import { profileImplementations } from "./profile-routes.ts";
import { regionView, setRegion } from "./region.ts";
import { signingImplementations } from "./signing-routes.ts";
import { signIn, signOut, staffSessionSeconds } from "./sessions.ts";
import { listApiKeys, listStaff } from "./store.ts";
import { apiKeyView, describe, staffView } from "./views.ts";

export const merchantsImplementations = (platform: Platform): Implementation[] => [
  ...sessionImplementations(platform),
  ...staffImplementations(platform),
  ...keyImplementations(platform),
  ...marksImplementations(platform),
  ...profileImplementations(platform),
  ...signingImplementations(platform),
  implement(merchantsRoutes.getMerchantRegion, ({ merchantId }) =>
    readTransaction(platform, merchantId, regionView),
  ),
  implement(merchantsRoutes.setMerchantRegion, (request) =>
    transact(platform, request, (tx) => setRegion(tx, request.body)),
  ),
  implement(merchantsRoutes.listAudit, ({ merchantId, query }) =>
    pageById(
      query,
      (before, limit) => listAudit(platform, merchantId, before, query.subject ?? null, limit),
      (entry) => entry.entryId,
    ),
  ),
];

const sessionImplementations = (platform: Platform): Implementation[] => [
  implement(sessionRoutes.signIn, async ({ body, raw }) => {
    const session = await signIn(platform, { ...body, address: raw.request.ip });
    if (isRefusal(session)) return session;
    setSession(raw.reply, "staff", session.token, staffSessionSeconds);
    return describe(platform, session.actor);
  }),
  implement(sessionRoutes.getMe, ({ actor }) => describe(platform, actor)),
  implement(sessionRoutes.signOut, async ({ actor, raw }) =>
    // One browser can hold both: whoever leaves the console leaves the portal alone.
    actor.kind === "customer" ? refuse("unauthenticated") : leave(platform, actor, raw, "staff"),
  ),
  implement(sessionRoutes.closeCustomerSession, ({ actor, raw }) =>
    leave(platform, actor, raw, "customer"),
  ),
];

async function leave(
  platform: Platform,
  actor: Actor,
  { request, reply }: Request<RouteSpec>["raw"],
  kind: "staff" | "customer",
): Promise<undefined> {
  const token = sessionToken(request, kind);
  // A key is not a session: revoking it is an administrator's act.
  if (token !== null && actor.kind === kind) await signOut(platform, actor, token);
  clearSession(reply, kind);
  return undefined;
}

const staffImplementations = (platform: Platform): Implementation[] => [
  implement(merchantsRoutes.listStaff, async ({ merchantId, query }) => {
    const found = await pageById(
      query,
      (before, limit) =>
        readTransaction(platform, merchantId, (tx) => listStaff(tx, before, limit)),
      (row) => row.staffId,
    );
    return viewPage(found, staffView);
  }),
  implement(merchantsRoutes.createStaff, async (request) => {
    const made = await createStaff(platform, request, request.body);
    return isRefusal(made) ? made : staffView(made);
  }),
];

const keyImplementations = (platform: Platform): Implementation[] => [
  implement(merchantsRoutes.listApiKeys, async ({ merchantId, query }) => {
    const found = await pageById(
      query,
      (before, limit) =>
        readTransaction(platform, merchantId, (tx) => listApiKeys(tx, before, limit)),
      (row) => row.keyId,
    );
    return viewPage(found, apiKeyView);
  }),
  implement(merchantsRoutes.createApiKey, async (request) => {
    const made = await createApiKey(platform, request, request.body);
    return isRefusal(made) ? made : { ...apiKeyView(made), key: made.key };
  }),
  implement(merchantsRoutes.revokeApiKey, ({ merchantId, actor, route, params }) =>
    revokeApiKey(platform, { merchantId, actor, route }, params.keyId),
  ),
];
