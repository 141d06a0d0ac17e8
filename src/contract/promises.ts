import { Type } from "typebox";
import { bindingRoutes } from "./promises/binding.ts";
import { compareRoutes } from "./promises/compare.ts";
import { lifeRoutes } from "./promises/life.ts";
import { questionsRoutes } from "./promises/questions.ts";
import { showRoutes } from "./promises/show.ts";
import { PolicyText, PolicyVersion, policyPlace } from "./promises/views.ts";
import { route } from "./route.ts";
import type { RouteSpec } from "./route.ts";
import { pageQuery, page, strict, about } from "./schemas.ts";

export type { WireComparedPolicy, WireCompareQuestion } from "./promises/compare.ts";
export type {
  WireCaseFact,
  WireComparedRegion,
  WirePolicyComparison,
  WireReplayedCase,
} from "./promises/comparison.ts";
export type { WirePolicyText, WirePolicyVersion, WireProof } from "./promises/views.ts";

export { showFiles } from "./promises/show.ts";
export type { ShowFile } from "./promises/show.ts";

export const promisesRoutes = {
  listPolicies: route({
    operationId: "listPolicies",
    method: "GET",
    path: "/v1/policies",
    summary: "Versions of policies and floors, by id, the newest version first",
    right: "read",
    query: Type.Object(
      {
        ...pageQuery,
        policyId: about(
          "Only versions of this policy.",
          Type.Optional(policyPlace.properties.policyId),
        ),
      },
      strict,
    ),
    success: { status: 200, schema: page(PolicyVersion) },
    stateful: false,
    errors: ["cursor_invalid"],
  }),
  getPolicy: route({
    operationId: "getPolicy",
    method: "GET",
    path: "/v1/policies/{policyId}/versions/{version}",
    summary: "One version with its text, its proof and who approved it",
    right: "read",
    params: policyPlace,
    success: { status: 200, schema: PolicyText },
    stateful: false,
    errors: ["not_found"],
  }),
  ...lifeRoutes,
  ...compareRoutes,
  ...bindingRoutes,
  ...showRoutes,
  ...questionsRoutes,
} satisfies Record<string, RouteSpec>;
