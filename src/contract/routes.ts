import { lettersRoutes } from "./claims/letters.ts";
import { claimsRoutes } from "./claims.ts";
import type { ErrorCode } from "./errors.ts";
import { insightRoutes } from "./insight.ts";
import { ledgerRoutes } from "./ledger.ts";
import { profileRoutes } from "./merchant-profile.ts";
import { merchantsRoutes } from "./merchants.ts";
import { noticesRoutes } from "./notices.ts";
import { ordersRoutes } from "./orders.ts";
import { promisesRoutes } from "./promises.ts";
import type { RouteSpec } from "./route.ts";
import { sessionRoutes } from "./session.ts";
import { signingRoutes } from "./signing.ts";
import { systemRoutes } from "./system.ts";
import { treasuryRoutes } from "./treasury.ts";

/** Every route of the API by operationId. */
export const routes = {
  ...systemRoutes,
  ...sessionRoutes,
  ...merchantsRoutes,
  ...profileRoutes,
  ...signingRoutes,
  ...promisesRoutes,
  ...ledgerRoutes,
  ...ordersRoutes,
  ...treasuryRoutes,
  ...noticesRoutes,
  ...claimsRoutes,
  ...insightRoutes,
  ...lettersRoutes,
} satisfies Record<string, RouteSpec>;
export type Routes = typeof routes;

/** The codes that a caller must expect: the route's own and those that follow from its shape. */
export function errorsOf(route: RouteSpec): ErrorCode[] {
  const codes = new Set<ErrorCode>(route.errors);
  if (route.params ?? route.query ?? route.body) codes.add("invalid_request");
  if (route.body) for (const code of bodyErrors) codes.add(code);
  if (route.right !== "public") for (const code of accessErrors) codes.add(code);
  if (route.stateful) for (const code of keyErrors) codes.add(code);
  return [...codes, "too_many_requests", "internal"];
}

const bodyErrors = ["invalid_json", "payload_too_large", "unsupported_media_type"] as const;
const accessErrors = ["unauthenticated", "right_missing"] as const;
const keyErrors = [
  "idempotency_key_required",
  "idempotency_key_reused",
  "request_in_progress",
] as const;
