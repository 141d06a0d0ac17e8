import { Type } from "typebox";
import type { Static } from "typebox";
import { CurrencyCode } from "../money.ts";
import { route } from "../route.ts";
import type { RouteSpec } from "../route.ts";
import { strict, about } from "../schemas.ts";
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
    policyId: about(
      "The id of a stored policy, with `version`, in place of " + "`document`.",
      Type.Optional(policyPlace.properties.policyId),
    ),
    version: about(
      "The version of the stored policy.",
      Type.Optional(policyPlace.properties.version),
    ),

    document: about(
      "A text that is stored nowhere, such as a competitor's terms " + "written as a policy.",
      Type.Optional(DocumentText),
    ),

    catalogue: about(
      "The catalogue of `document`. Left out: the product's own.",
      Type.Optional(DocumentText),
    ),
    parameters: about(
      "The values of parameters, by name. Those left out are gone " + "through whole.",
      parameters,
    ),
  },
  strict,
);
export type WireComparedPolicy = Static<typeof ComparedPolicy>;

const CompareQuestion = Type.Object(
  {
    before: about("The document as it is.", ComparedPolicy),
    after: about("The document as it would be.", ComparedPolicy),

    beside: about(
      "Policies and floors that bind the same claims.",
      Type.Optional(
        Type.Array(
          Type.Object(
            {
              policyId: about(
                "The id of a stored policy or floor.",
                policyPlace.properties.policyId,
              ),
              version: about(
                "Its version. Left out: what is published.",
                Type.Optional(policyPlace.properties.version),
              ),
            },
            strict,
          ),
          { maxItems: 10 },
        ),
      ),
    ),

    example: about(
      "The base of the examples. Left out: 100.00 CNY.",
      Type.Optional(
        Type.Object(
          {
            amountMinor: about(
              "The base in minor units.",
              Type.Integer({ minimum: 1, maximum: 1_000_000_000_000 }),
            ),
            currency: about("The currency of the base, as an ISO 4217 code.", CurrencyCode),
          },
          strict,
        ),
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
