import { Type } from "typebox";
import type { ErrorCode } from "../errors.ts";
import { route } from "../route.ts";
import type { RouteSpec } from "../route.ts";
import { Id, InstantText, Sha256, choice, nullable, strict, about } from "../schemas.ts";
import { DocumentText, PolicyFaultView, PolicyText, policyPlace } from "./views.ts";

/** Another catalogue than the product's own; its faults refuse the call. */
const Catalogue = Type.Optional(DocumentText);

const version = "/v1/policies/{policyId}/versions/{version}";

/** A step in the life of a version: no body, the version as it then stands. */
const step = <const Name extends string, const Errors extends readonly ErrorCode[]>(
  operationId: Name,
  path: `/${string}`,
  summary: string,
  right: "publish" | "approve",
  errors: Errors,
) =>
  route({
    operationId,
    method: "POST",
    path: `${version}${path}`,
    summary,
    right,
    params: policyPlace,
    success: { status: 200, schema: PolicyText },
    stateful: true,
    errors: ["not_found", "policy_state", ...errors],
  });

/** From a draft to what binds: nothing is published that was not proven and signed twice. */
export const lifeRoutes = {
  checkPolicy: route({
    operationId: "checkPolicy",
    method: "POST",
    path: "/v1/policies/check",
    summary: "The faults of a text with their places; nothing is stored",
    right: "read",
    body: Type.Object(
      {
        text: about("The policy document in YAML.", DocumentText),
        catalogue: about(
          "The catalogue of facts that the text uses. Left out: the " + "product's own.",
          Catalogue,
        ),
      },
      strict,
    ),
    success: {
      status: 200,
      schema: Type.Object(
        {
          document: about(
            "Which document it is, `id@version`; null where the text does " + "not say.",
            nullable(Type.String()),
          ),
          hash: about("SHA-256 of the document; null where the text has faults.", nullable(Sha256)),
          faults: about(
            "The faults of the text with their places; empty where it has " + "none.",
            Type.Array(PolicyFaultView),
          ),
        },
        strict,
      ),
    },
    stateful: false,
    errors: ["policy_invalid"],
  }),
  createPolicyDraft: route({
    operationId: "createPolicyDraft",
    method: "POST",
    path: "/v1/policies",
    summary: "A new draft; a text with faults is kept and lists them, if it says which it is",
    right: "publish",
    body: Type.Object(
      {
        text: about("The policy document in YAML.", DocumentText),
        catalogue: about(
          "The catalogue of facts that the text uses. Left out: the " + "product's own.",
          Catalogue,
        ),
      },
      strict,
    ),
    success: { status: 201, schema: PolicyText },
    stateful: true,
    errors: ["policy_invalid", "policy_version_taken", "policy_version_old"],
  }),
  changePolicyDraft: route({
    operationId: "changePolicyDraft",
    method: "PUT",
    path: `${version}/text`,
    summary: "Another text for a version that is not published: it is a draft again",
    right: "publish",
    params: policyPlace,
    body: Type.Object(
      {
        text: about("The policy document in YAML.", DocumentText),
        catalogue: about(
          "The catalogue of facts that the text uses. Left out: the " + "product's own.",
          Catalogue,
        ),

        replaces: about(
          "The `textHash` of the text that is replaced: a text that " +
            "somebody else changed is not lost.",
          Sha256,
        ),
      },
      strict,
    ),
    success: { status: 200, schema: PolicyText },
    stateful: true,
    errors: [
      "not_found",
      "policy_invalid",
      "policy_place_differs",
      "policy_text_changed",
      "policy_state",
    ],
  }),
  discardPolicyDraft: route({
    operationId: "discardPolicyDraft",
    method: "DELETE",
    path: version,
    summary: "Removes a version that is not published",
    right: "publish",
    params: policyPlace,
    success: { status: 204 },
    stateful: false,
    errors: ["not_found", "policy_state"],
  }),
  verifyPolicy: step(
    "verifyPolicy",
    "/verify",
    "Proves the draft against every floor that binds it; what fails is told case by case",
    "publish",
    ["policy_invalid", "policy_text_changed", "policy_too_wide"],
  ),
  requestPolicyApproval: step(
    "requestPolicyApproval",
    "/approval-request",
    "Asks for the second person; for a merchant of one person the wait of 24 hours begins",
    "publish",
    [],
  ),
  approvePolicy: step(
    "approvePolicy",
    "/approve",
    "A second person signs; or, for a merchant of one person, the wait is over",
    "approve",
    ["person_needed", "policy_second_person", "policy_wait_missing", "policy_wait_running"],
  ),
  returnPolicy: step(
    "returnPolicy",
    "/return",
    "Back to a draft, to be proven again",
    "publish",
    [],
  ),
  publishPolicy: step(
    "publishPolicy",
    "/publish",
    "Publishes what was proven and approved; the version before it is superseded",
    "publish",
    [
      "policy_floors_changed",
      "policy_version_old",
      "policy_version_taken",
      "merchant_contact_missing",
    ],
  ),
  withdrawPolicy: step(
    "withdrawPolicy",
    "/withdraw",
    "Ends a published version without a successor; orders that pinned it keep it",
    "publish",
    ["policy_in_use"],
  ),
  listPolicyTasks: route({
    operationId: "listPolicyTasks",
    method: "GET",
    path: "/v1/policy-tasks",
    summary: "Versions that wait for a person, or for the end of a wait",
    right: "read",
    success: {
      status: 200,
      schema: Type.Object(
        {
          items: about(
            "The versions that wait.",
            Type.Array(
              Type.Object(
                {
                  policyId: about("The policy's id, such as `order-refund`.", Type.String()),
                  version: about("The version of the policy.", Type.Integer({ minimum: 1 })),
                  title: about("Its title in the reader's language.", Type.String()),

                  task: about(
                    "What is due: a signature, the end of a wait, or the " + "publication.",
                    choice("approve", "wait", "publish"),
                  ),
                  since: about("Since when it waits.", InstantText),
                  until: about(
                    "When the wait ends; null where a person is waited for.",
                    nullable(InstantText),
                  ),
                  persons: about(
                    "Those who had a part in the text and so cannot sign it.",
                    Type.Array(Id),
                  ),
                },
                strict,
              ),
            ),
          ),
        },
        strict,
      ),
    },
    stateful: false,
    errors: [],
  }),
} satisfies Record<string, RouteSpec>;
