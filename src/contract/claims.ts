import { Type } from "typebox";
import { Attestation, FileClaim, FileMyClaim, GivenFact, SaidByCustomer } from "./claims/filing.ts";
import { ClaimPreview } from "./claims/preview.ts";
import { ClaimView, ClaimSummary, KindOnOffer } from "./claims/view.ts";
import { ClaimStatus } from "./claims/words.ts";
import { route } from "./route.ts";
import type { RouteSpec } from "./route.ts";
import { pageQuery, Id, page, strict, ClaimId, about } from "./schemas.ts";

export * from "./claims/filing.ts";
export * from "./claims/preview.ts";
export * from "./claims/view.ts";
export * from "./claims/words.ts";

const claimParams = Type.Object({ claimId: ClaimId }, strict);
const claimAnswer = { status: 200, schema: ClaimView } as const;

const factErrors = ["fact_unknown", "fact_impossible", "fact_derived", "fact_value_wrong"] as const;
const sumErrors = ["sum_known", "sum_not_attested", "sum_too_large"] as const;

const attestErrors = [
  "not_found",
  "claim_state",
  "claim_choice_made",
  ...factErrors,
  ...sumErrors,
  "note_without_person",
  "reason_needed",
  "not_for_customer_to_prove",
] as const;

const filingErrors = [
  "not_found",
  "claim_needs_items",
  "claim_units_invalid",
  "claim_units_twice",
  "claim_units_left",
  "claim_units_reversed",
  "claim_units_or_quantity",
  "claim_units_gone",
  "claim_order_unpaid",
  "claim_not_promised",
  ...factErrors,
  ...sumErrors,
  "fact_not_yours",
  "right_missing",
  "claim_reference_taken",
  "claim_orders_differ",
  "claim_before_order",
  "claim_end_unasked",
  "claim_end_range",
  "claim_choice_made",
] as const;

export const claimsRoutes = {
  fileClaim: route({
    operationId: "fileClaim",
    method: "POST",
    path: "/v1/claims",
    summary:
      "File a claim for units of one or several orders; it is decided at once where it can be",
    right: "file",
    body: FileClaim,
    success: { status: 201, schema: ClaimView },
    stateful: true,
    errors: filingErrors,
  }),
  previewClaim: route({
    operationId: "previewClaim",
    method: "POST",
    path: "/v1/claims/preview",
    summary: "What a claim would bring if it were filed; nothing is written",
    right: "file",
    body: FileClaim,
    success: { status: 200, schema: ClaimPreview },
    stateful: false,
    errors: filingErrors,
  }),
  listClaims: route({
    operationId: "listClaims",
    method: "GET",
    path: "/v1/claims",
    summary: "Claims, newest first",
    right: "read",
    query: Type.Object(
      {
        ...pageQuery,
        status: about("Only claims that stand so.", Type.Optional(ClaimStatus)),
        orderId: about("Only claims that name this order.", Type.Optional(Id)),
        number: about(
          "Only the claim of this number.",
          Type.Optional(Type.String({ maxLength: 40, pattern: "^[^\\u0000]*$" })),
        ),
      },
      strict,
    ),
    success: { status: 200, schema: page(ClaimSummary) },
    stateful: false,
    errors: ["cursor_invalid"],
  }),
  getClaim: route({
    operationId: "getClaim",
    method: "GET",
    path: "/v1/claims/{claimId}",
    summary: "One claim with facts, decisions and their trace, payouts and clocks",
    right: "read",
    params: claimParams,
    success: claimAnswer,
    stateful: false,
    errors: ["not_found"],
  }),
  supplyFacts: route({
    operationId: "supplyFacts",
    method: "POST",
    path: "/v1/claims/{claimId}/facts",
    summary: "What the customer says to an open claim; it is decided again",
    right: "file",
    params: claimParams,
    body: Type.Object(
      {
        facts: about(
          "What the customer says.",
          Type.Array(GivenFact, { minItems: 1, maxItems: 200 }),
        ),
      },
      strict,
    ),
    success: claimAnswer,
    stateful: true,
    errors: ["not_found", "claim_state", "claim_choice_made", ...factErrors],
  }),
  attestFacts: route({
    operationId: "attestFacts",
    method: "POST",
    path: "/v1/claims/{claimId}/attestations",
    summary: "What a reviewer establishes from the evidence; the policy then decides",
    right: "attest",
    params: claimParams,
    body: Attestation,
    success: claimAnswer,
    stateful: true,
    errors: attestErrors,
  }),
  previewAttestation: route({
    operationId: "previewAttestation",
    method: "POST",
    path: "/v1/claims/{claimId}/attestations/preview",
    summary: "What an attestation would bring; nothing is written",
    right: "attest",
    params: claimParams,
    body: Attestation,
    success: { status: 200, schema: ClaimPreview },
    stateful: false,
    errors: attestErrors,
  }),
  withdrawClaim: route({
    operationId: "withdrawClaim",
    method: "POST",
    path: "/v1/claims/{claimId}/withdrawal",
    summary: "The customer takes the claim back before it is decided",
    right: "file",
    params: claimParams,
    success: claimAnswer,
    stateful: true,
    errors: ["not_found", "claim_state"],
  }),
  closeEvidence: route({
    operationId: "closeEvidence",
    method: "POST",
    path: "/v1/claims/{claimId}/evidence-close",
    summary: "The time to supplement has lapsed: decide by the burden of proof",
    right: "attest",
    params: claimParams,
    success: claimAnswer,
    stateful: true,
    errors: ["not_found", "claim_state", "evidence_open", "fact_impossible"],
  }),
  fileMyClaim: route({
    operationId: "fileMyClaim",
    method: "POST",
    path: "/v1/my/claims",
    summary: "A customer applies for units of the order that the session was opened for",
    right: "customer",
    body: FileMyClaim,
    success: { status: 201, schema: ClaimView },
    stateful: true,
    errors: filingErrors,
  }),
  previewMyClaim: route({
    operationId: "previewMyClaim",
    method: "POST",
    path: "/v1/my/claims/preview",
    summary: "What an application would bring if it were filed, and what another choice would",
    right: "customer",
    body: FileMyClaim,
    success: { status: 200, schema: ClaimPreview },
    stateful: false,
    errors: filingErrors,
  }),
  listMyClaims: route({
    operationId: "listMyClaims",
    method: "GET",
    path: "/v1/my/claims",
    summary: "The claims of the customer's order",
    right: "customer",
    success: {
      status: 200,
      schema: Type.Object(
        { items: about("The claims, newest first.", Type.Array(ClaimSummary)) },
        strict,
      ),
    },
    stateful: false,
    errors: [],
  }),
  getMyClaim: route({
    operationId: "getMyClaim",
    method: "GET",
    path: "/v1/my/claims/{claimId}",
    summary: "Where the customer's claim stands, what is needed, by when",
    right: "customer",
    params: claimParams,
    success: claimAnswer,
    stateful: false,
    errors: ["not_found"],
  }),
  supplyMyFacts: route({
    operationId: "supplyMyFacts",
    method: "POST",
    path: "/v1/my/claims/{claimId}/facts",
    summary: "What the customer adds to an open claim",
    right: "customer",
    params: claimParams,
    body: Type.Object(
      {
        facts: about(
          "What the customer adds.",
          Type.Array(SaidByCustomer, { minItems: 1, maxItems: 200 }),
        ),
      },
      strict,
    ),
    success: claimAnswer,
    stateful: true,
    errors: ["not_found", "claim_state", "claim_choice_made", ...factErrors, "fact_not_yours"],
  }),
  withdrawMyClaim: route({
    operationId: "withdrawMyClaim",
    method: "POST",
    path: "/v1/my/claims/{claimId}/withdrawal",
    summary: "The customer takes the claim back",
    right: "customer",
    params: claimParams,
    success: claimAnswer,
    stateful: true,
    errors: ["not_found", "claim_state"],
  }),
  listClaimKinds: route({
    operationId: "listClaimKinds",
    method: "GET",
    path: "/v1/my/claim-kinds",
    summary: "What the customer can apply for: the kinds that a pinned promise answers",
    right: "customer",
    success: {
      status: 200,
      schema: Type.Object(
        {
          items: about(
            "One entry for each order and kind that a promise answers.",
            Type.Array(KindOnOffer),
          ),
        },
        strict,
      ),
    },
    stateful: false,
    errors: [],
  }),
} satisfies Record<string, RouteSpec>;
