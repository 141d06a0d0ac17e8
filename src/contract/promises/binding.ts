import { Type } from "typebox";
import { route } from "../route.ts";
import type { RouteSpec } from "../route.ts";
import { choice, nullable, strict } from "../schemas.ts";
import { PolicySettings } from "./views.ts";

const PolicyId = Type.String({ minLength: 1, maxLength: 60 });
const Market = Type.String({ pattern: "^[A-Z]{2}$", examples: ["CN"] });
const Params = Type.Record(Type.String(), Type.String({ maxLength: 100 }));

const PolicySet = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          policyId: PolicyId,
          /** What is published now; null where it was withdrawn. */
          version: nullable(Type.Integer({ minimum: 1 })),
          title: Type.String(),
          params: Params,
        },
        strict,
      ),
    ),
  },
  strict,
);

const FloorView = Type.Object(
  {
    market: Market,
    policyId: PolicyId,
    version: nullable(Type.Integer({ minimum: 1 })),
    title: Type.String(),
    source: nullable(Type.String()),
    inForce: nullable(Type.String()),
    /** Whom it binds: every merchant, or those under financial supervision. */
    merchants: choice("all", "financial"),
    /** Whether the law's own text was at hand; a floor that is not verified binds nobody. */
    verified: Type.Boolean(),
    /** Whether it binds this merchant's new orders today, and why not. */
    binds: Type.Boolean(),
    why: choice("chosen", "not_chosen", "not_verified", "not_financial", "not_published"),
    /** Published policies, as `id@version`, that were not proven against it as it stands. */
    notProven: Type.Array(Type.String()),
  },
  strict,
);

const MarketFloors = Type.Object(
  {
    /** What this is and what it is not, in the reader's language. */
    notice: Type.String(),
    items: Type.Array(FloorView),
  },
  strict,
);

/** What binds a merchant's orders beside what their customers accept. */
export const bindingRoutes = {
  getPolicySet: route({
    operationId: "getPolicySet",
    method: "GET",
    path: "/v1/policy-set",
    summary: "The policies that bind an order which accepted none",
    right: "read",
    success: { status: 200, schema: PolicySet },
    stateful: false,
    errors: [],
  }),
  setPolicySet: route({
    operationId: "setPolicySet",
    method: "PUT",
    path: "/v1/policy-set",
    summary: "Another default set, for orders from now on; published policies only",
    right: "publish",
    body: Type.Object(
      {
        items: Type.Array(
          Type.Object({ policyId: PolicyId, params: Type.Optional(Params) }, strict),
          { maxItems: 50 },
        ),
      },
      strict,
    ),
    success: { status: 200, schema: PolicySet },
    stateful: true,
    errors: ["policy_unknown", "policy_parameter_invalid", "policy_set_twice"],
  }),
  setPolicySettings: route({
    operationId: "setPolicySettings",
    method: "PUT",
    path: "/v1/policies/{policyId}/settings",
    summary: "What is asked of those who accept this policy",
    right: "publish",
    params: Type.Object({ policyId: PolicyId }, strict),
    body: PolicySettings,
    success: { status: 200, schema: PolicySettings },
    stateful: true,
    errors: ["not_found"],
  }),
  listMarketFloors: route({
    operationId: "listMarketFloors",
    method: "GET",
    path: "/v1/market-floors",
    summary: "Statutory minimums by market: which are known, and which bind",
    right: "read",
    success: { status: 200, schema: MarketFloors },
    stateful: false,
    errors: [],
  }),
  addMarketFloor: route({
    operationId: "addMarketFloor",
    method: "POST",
    path: "/v1/market-floors",
    summary: "New orders are bound by this floor as well; older ones keep what they pinned",
    right: "administer",
    body: Type.Object({ market: Market, policyId: PolicyId }, strict),
    success: { status: 200, schema: MarketFloors },
    stateful: true,
    errors: ["floor_unknown"],
  }),
  removeMarketFloor: route({
    operationId: "removeMarketFloor",
    method: "POST",
    path: "/v1/market-floors/remove",
    summary: "New orders are no longer bound by this floor; older ones keep what they pinned",
    right: "administer",
    body: Type.Object({ market: Market, policyId: PolicyId }, strict),
    success: { status: 200, schema: MarketFloors },
    stateful: true,
    errors: ["floor_unknown"],
  }),
} satisfies Record<string, RouteSpec>;
