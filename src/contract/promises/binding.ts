import { Type } from "typebox";
import { route } from "../route.ts";
import type { RouteSpec } from "../route.ts";
import { choice, nullable, strict, about } from "../schemas.ts";
import { PolicySettings } from "./views.ts";

const PolicyId = Type.String({ minLength: 1, maxLength: 60 });
const Market = Type.String({ pattern: "^[A-Z]{2}$", examples: ["CN"] });
const Params = Type.Record(Type.String(), Type.String({ maxLength: 100 }));

const PolicySet = Type.Object(
  {
    items: about(
      "The policies that bind an order which accepted none.",
      Type.Array(
        Type.Object(
          {
            policyId: about("The policy's id, such as `order-refund`.", PolicyId),

            version: about(
              "The version that is published now; null where it was " + "withdrawn.",
              nullable(Type.Integer({ minimum: 1 })),
            ),
            title: about("Its title in the reader's language.", Type.String()),
            params: about(
              "The values of its parameters, by name; those left out are the " + "policy's own.",
              Params,
            ),
          },
          strict,
        ),
      ),
    ),
  },
  strict,
);

const FloorView = Type.Object(
  {
    market: about("The market, an ISO 3166 code such as `CN`.", Market),
    policyId: about("The floor's id.", PolicyId),
    version: about(
      "The version that is published now; null where it was " + "withdrawn.",
      nullable(Type.Integer({ minimum: 1 })),
    ),
    title: about("Its title in the reader's language.", Type.String()),
    source: about(
      "The law that it states; null where the text names none.",
      nullable(Type.String()),
    ),
    inForce: about(
      "Since when the law is in force; null where the text does not " + "say.",
      nullable(Type.String()),
    ),

    merchants: about(
      "Whom it binds: every merchant, or those under financial " + "supervision.",
      choice("all", "financial"),
    ),

    verified: about(
      "Whether the law's own text was at hand; a floor that is not " + "verified binds nobody.",
      Type.Boolean(),
    ),

    binds: about("Whether it binds this merchant's new orders today.", Type.Boolean()),
    why: about(
      "Why it binds, or why not.",
      choice("chosen", "not_chosen", "not_verified", "not_financial", "not_published"),
    ),

    notProven: about(
      "Published policies, as `id@version`, that were not proven " + "against it as it stands.",
      Type.Array(Type.String()),
    ),
  },
  strict,
);

const MarketFloors = Type.Object(
  {
    notice: about(
      "What this list is and what it is not, in the reader's " + "language.",
      Type.String(),
    ),
    items: about("The floors, by market.", Type.Array(FloorView)),
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
        items: about(
          "The policies of the new default set.",
          Type.Array(
            Type.Object(
              {
                policyId: about("The policy's id, such as `order-refund`.", PolicyId),
                params: about(
                  "The values of its parameters, by name. Left out: the policy's " + "own.",
                  Type.Optional(Params),
                ),
              },
              strict,
            ),
            { maxItems: 50 },
          ),
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
    params: Type.Object(
      { policyId: about("The policy's id, such as `order-refund`.", PolicyId) },
      strict,
    ),
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
    body: Type.Object(
      {
        market: about("The market, an ISO 3166 code such as `CN`.", Market),
        policyId: about("The floor's id.", PolicyId),
      },
      strict,
    ),
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
    body: Type.Object(
      {
        market: about("The market, an ISO 3166 code such as `CN`.", Market),
        policyId: about("The floor's id.", PolicyId),
      },
      strict,
    ),
    success: { status: 200, schema: MarketFloors },
    stateful: true,
    errors: ["floor_unknown"],
  }),
} satisfies Record<string, RouteSpec>;
