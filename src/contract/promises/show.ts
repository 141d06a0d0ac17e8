import { Type } from "typebox";
import { route } from "../route.ts";
import type { RouteSpec } from "../route.ts";
import { choice, strict, about } from "../schemas.ts";
import { policyPlace } from "./views.ts";

/** The forms in which a version is shown; each is a file under the version's address. */
export const showFiles = [
  "terms.html",
  "terms.md",
  "terms.pdf",
  "terms.json",
  "poster.pdf",
  "poster-a3.pdf",
  "poster.png",
  "code.svg",
  "code.png",
  "loop.html",
  "animation.gif",
] as const;
export type ShowFile = (typeof showFiles)[number];

const file = about("In which form it is shown.", choice(...showFiles));
const merchantSlug = about(
  "The merchant's word in addresses, such as `demo`.",
  Type.String({ minLength: 1, maxLength: 63 }),
);
const query = Type.Object(
  {
    language: about(
      "The language. Left out: that of `Accept-Language`.",
      Type.Optional(choice("zh-CN", "zh-TW", "en")),
    ),
  },
  strict,
);

/** What is answered is the file itself, in its own media type. */
const Bytes = Type.Unsafe<Uint8Array>(Type.Unknown({ description: "the file itself" }));
const shown = {
  method: "GET",
  query,
  success: { status: 200, schema: Bytes },
  stateful: false,
} as const;

export const showRoutes = {
  showTerms: route({
    ...shown,
    operationId: "showTerms",
    path: "/terms/{merchantSlug}/{policyId}/{version}",
    summary: "The terms of a published version, in the form and language that are asked for",
    right: "public",
    params: Type.Object({ merchantSlug, ...policyPlace.properties }, strict),
    errors: ["not_found", "not_acceptable"],
  }),
  showFile: route({
    ...shown,
    operationId: "showFile",
    path: "/terms/{merchantSlug}/{policyId}/{version}/{file}",
    summary: "A published version as terms, poster, code, screen or animation",
    right: "public",
    params: Type.Object({ merchantSlug, ...policyPlace.properties, file }, strict),
    errors: ["not_found"],
  }),
  previewFile: route({
    ...shown,
    operationId: "previewFile",
    path: "/v1/policies/{policyId}/versions/{version}/shown/{file}",
    summary: "Any version as it is or would be shown; what is not published is marked a draft",
    right: "read",
    params: Type.Object({ ...policyPlace.properties, file }, strict),
    errors: ["not_found", "policy_invalid"],
  }),
} satisfies Record<string, RouteSpec>;
