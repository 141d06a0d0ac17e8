import { Type } from "typebox";
import { route } from "./route.ts";
import type { RouteSpec } from "./route.ts";
import { InstantText, Sha256, choice, nullable, page, pageQuery, strict } from "./schemas.ts";

const versionFields = {
  policyId: Type.String(),
  version: Type.Integer({ minimum: 1 }),
  kind: choice("policy", "floor"),
  title: Type.String(),
  status: choice("draft", "verified", "approved", "published", "superseded"),
  /** `unproven`: it came with the product and was not put through the proof here. */
  proof: choice("unproven", "proven"),
  hash: Sha256,
  publishedAt: nullable(InstantText),
  supersededAt: nullable(InstantText),
};

const PolicyVersion = Type.Object(versionFields, strict);
const PolicyText = Type.Object(
  {
    ...versionFields,
    text: Type.String(),
    catalogue: Type.Object({ hash: Sha256, text: Type.String() }, strict),
  },
  strict,
);

const policyPlace = Type.Object(
  {
    policyId: Type.String({ minLength: 1, maxLength: 60 }),
    version: Type.Integer({ minimum: 1, maximum: 999_999_999 }),
  },
  strict,
);

/** Reading only: a version is published by the proof and a second person, not by a call. */
export const promisesRoutes = {
  listPolicies: route({
    operationId: "listPolicies",
    method: "GET",
    path: "/v1/policies",
    summary: "Versions of policies and floors, by id, the newest version first",
    right: "read",
    query: Type.Object(pageQuery, strict),
    success: { status: 200, schema: page(PolicyVersion) },
    stateful: false,
    errors: ["cursor_invalid"],
  }),
  getPolicy: route({
    operationId: "getPolicy",
    method: "GET",
    path: "/v1/policies/{policyId}/versions/{version}",
    summary: "One version with its text and the catalogue it is written in",
    right: "read",
    params: policyPlace,
    success: { status: 200, schema: PolicyText },
    stateful: false,
    errors: ["not_found"],
  }),
} satisfies Record<string, RouteSpec>;
