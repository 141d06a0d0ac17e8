import { Type } from "typebox";
import type { Static } from "typebox";
import { route } from "./route.ts";
import type { RouteSpec } from "./route.ts";
import { Id, InstantText, literal, nullable, Sha256, strict } from "./schemas.ts";

/** The public half of a key that letters are signed with. */
export const SigningKeyView = Type.Object(
  {
    keyId: Id,
    algorithm: literal("Ed25519"),
    /** PEM, as openssl reads it. */
    publicKey: Type.String({ maxLength: 1000 }),
    /** SHA-256 of the public key as SubjectPublicKeyInfo in DER. */
    fingerprint: Sha256,
    createdAt: InstantText,
    /** From then on it signs nothing more; what it signed before stays as it is. */
    retiredAt: nullable(InstantText),
  },
  strict,
);
export type SigningKeyView = Static<typeof SigningKeyView>;

/** Every key that a merchant has ever signed with, the newest first. */
export const PublishedKeys = Type.Object(
  {
    merchantId: Id,
    slug: Type.String(),
    name: Type.String(),
    keys: Type.Array(SigningKeyView),
  },
  strict,
);
export type PublishedKeys = Static<typeof PublishedKeys>;

export const signingRoutes = {
  listSigningKeys: route({
    operationId: "listSigningKeys",
    method: "GET",
    path: "/v1/signing-keys",
    summary: "The keys that decision letters are signed with, newest first",
    right: "read",
    success: { status: 200, schema: Type.Object({ items: Type.Array(SigningKeyView) }, strict) },
    stateful: false,
    errors: [],
  }),
  rotateSigningKey: route({
    operationId: "rotateSigningKey",
    method: "POST",
    path: "/v1/signing-keys",
    summary: "A new signing key; the one before signs nothing more and still verifies old letters",
    right: "administer",
    success: { status: 201, schema: SigningKeyView },
    stateful: true,
    errors: [],
  }),
  getPublishedKeys: route({
    operationId: "getPublishedKeys",
    method: "GET",
    path: "/.well-known/makegood-keys/{merchantSlug}",
    summary: "The public keys of a merchant, with which anybody can check its letters",
    right: "public",
    params: Type.Object(
      { merchantSlug: Type.String({ pattern: "^[a-z0-9][a-z0-9-]{1,62}$" }) },
      strict,
    ),
    success: { status: 200, schema: PublishedKeys },
    stateful: false,
    errors: ["not_found"],
  }),
} satisfies Record<string, RouteSpec>;
