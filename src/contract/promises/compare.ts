import { Type } from "typebox";
import type { Static } from "typebox";
import { CurrencyCode } from "../money.ts";
import { route } from "../route.ts";
import type { RouteSpec } from "../route.ts";
import { strict } from "../schemas.ts";
import { PolicyComparison } from "./comparison.ts";
import { DocumentText, policyPlace } from "./views.ts";

/** Values of parameters, as an order pins them; the others are gone through whole. */
const parameters = Type.Optional(Type.Record(Type.String(), Type.String({ maxLength: 100 })));

/**
 * Either a stored version, by `policyId` and `version`, or a `document`. One object and no union:
 * a union could not say which of the two has the fault.
 */
const ComparedPolicy = Type.Object(
  {
    policyId: Type.Optional(policyPlace.properties.policyId),
    version: Type.Optional(policyPlace.properties.version),
    /** A text that is stored nowhere, such as a competitor's terms entered as a policy. */
    document: Type.Optional(DocumentText),
    /** Another catalogue for `document` than the product's own. */
    catalogue: Type.Optional(DocumentText),
    parameters,
  },
  strict,
);
export type WireComparedPolicy = Static<typeof ComparedPolicy>;

const CompareQuestion = Type.Object(
  {
    before: ComparedPolicy,
    after: ComparedPolicy,
    /** Policies and floors that bind the same claims; what is published, or a version. */
    beside: Type.Optional(
      Type.Array(
        Type.Object(
          {
            policyId: policyPlace.properties.policyId,
            version: Type.Optional(policyPlace.properties.version),
          },
          strict,
        ),
        { maxItems: 10 },
      ),
    ),
    /** The base of the examples; 100.00 CNY when left out. */
    example: Type.Optional(
      Type.Object(
        {
          amountMinor: Type.Integer({ minimum: 1, maximum: 1_000_000_000_000 }),
          currency: CurrencyCode,
        },
        strict,
      ),
    ),
  },
  strict,
);
export type WireCompareQuestion = Static<typeof CompareQuestion>;

export const compareRoutes = {
  comparePolicies: route({
    operationId: "comparePolicies",
    method: "POST",
    path: "/v1/policies/diff",
    summary: "Every region of cases in which customers gain or lose between two documents",
    right: "read",
    body: CompareQuestion,
    success: { status: 200, schema: PolicyComparison },
    stateful: false,
    errors: [
      "not_found",
      "policy_unknown",
      "policy_invalid",
      "policy_parameter_invalid",
      "policies_not_comparable",
      "policy_too_wide",
      "currency_unknown",
    ],
  }),
} satisfies Record<string, RouteSpec>;
