import { Type } from "typebox";
import type { Static } from "typebox";
import { route } from "./route.ts";
import type { RouteSpec } from "./route.ts";
import { Id, InstantText, literal, nullable, Sha256, strict, about } from "./schemas.ts";

/** The public half of a key that letters are signed with. */
export const SigningKeyView = Type.Object(
  {
    keyId: about("The key, by the id that letters name it by.", Id),
    algorithm: about("The algorithm that it signs by.", literal("Ed25519")),

    publicKey: about(
      "The public key in PEM, as openssl reads it.",
      Type.String({ maxLength: 1000 }),
    ),

    fingerprint: about("SHA-256 of the public key as SubjectPublicKeyInfo in DER.", Sha256),
    createdAt: about("When the key was made.", InstantText),

    retiredAt: about(
      "From when it signs nothing more; null while it signs. What it " +
        "signed before stays valid.",
      nullable(InstantText),
    ),
  },
  strict,
);
export type SigningKeyView = Static<typeof SigningKeyView>;

/** Every key that a merchant has ever signed with, the newest first. */
export const PublishedKeys = Type.Object(
  {
    merchantId: about("The merchant, by the id that the server gave.", Id),
    slug: about("The merchant's word in addresses, such as `demo`.", Type.String()),
    name: about("The name of the shop.", Type.String()),
    keys: about(
      "Every key that it has ever signed with, the newest first.",
      Type.Array(SigningKeyView),
    ),
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
    success: {
      status: 200,
      schema: Type.Object(
        { items: about("The keys, the newest first.", Type.Array(SigningKeyView)) },
        strict,
      ),
    },
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
      {
        merchantSlug: about(
          "The merchant's word in addresses, such as `demo`.",
          Type.String({ pattern: "^[a-z0-9][a-z0-9-]{1,62}$" }),
        ),
      },
      strict,
    ),
    success: { status: 200, schema: PublishedKeys },
    stateful: false,
    errors: ["not_found"],
  }),
} satisfies Record<string, RouteSpec>;
