import { Type } from "typebox";
import type { Static } from "typebox";
import { route } from "../route.ts";
import type { RouteSpec } from "../route.ts";
import { choice, Id, literal, strict } from "../schemas.ts";

const LetterLanguage = choice("zh-CN", "zh-TW", "en");

/** The widest letter holds some 200 kB of texts; a claim has at most a thousand items. */
const textCharactersMax = 4_000_000;

/**
 * A decision letter as a file carries it. `payload` is the signed text, byte for byte; everything
 * else is either bound to it by hashes (`texts`), needed to check it (`signature`), or no part of
 * what is signed (`language`, `addressee`).
 */
export const LetterEnvelope = Type.Object(
  {
    makegood: literal("letter/1"),
    language: LetterLanguage,
    /** Whom the shown page names; empty where the reader is not the customer. */
    addressee: Type.Array(Type.String({ maxLength: 200, pattern: "^[^\\n\\r]*$" }), {
      maxItems: 4,
    }),
    payload: Type.String({ maxLength: textCharactersMax }),
    signature: Type.Object(
      {
        algorithm: literal("Ed25519"),
        keyId: Id,
        /** PEM. */
        publicKey: Type.String({ maxLength: 1000 }),
        /** Base64 of 64 bytes. */
        value: Type.String({ pattern: "^[A-Za-z0-9+/]{86}==$" }),
      },
      strict,
    ),
    /** Policies, floors and catalogues, found by the SHA-256 that the payload names. */
    texts: Type.Array(Type.String({ maxLength: textCharactersMax }), { maxItems: 200 }),
  },
  strict,
);
export type LetterEnvelope = Static<typeof LetterEnvelope>;

const letterParams = Type.Object({ claimId: Id }, strict);
const letterQuery = Type.Object(
  {
    /** `html` and `pdf` are whole files that carry the JSON inside. */
    form: Type.Optional(choice("json", "html", "pdf")),
    /** The language of the request when left out. */
    language: Type.Optional(LetterLanguage),
  },
  strict,
);

export const lettersRoutes = {
  getClaimLetter: route({
    operationId: "getClaimLetter",
    method: "GET",
    path: "/v1/claims/{claimId}/letter",
    summary: "The signed decision letter of a claim, as JSON or as a page that carries it",
    right: "read",
    params: letterParams,
    query: letterQuery,
    success: { status: 200, schema: LetterEnvelope },
    stateful: false,
    errors: ["not_found", "claim_undecided"],
  }),
  getMyClaimLetter: route({
    operationId: "getMyClaimLetter",
    method: "GET",
    path: "/v1/my/claims/{claimId}/letter",
    summary: "The signed decision letter of the customer's own claim",
    right: "customer",
    params: letterParams,
    query: letterQuery,
    success: { status: 200, schema: LetterEnvelope },
    stateful: false,
    errors: ["not_found", "claim_undecided"],
  }),
} satisfies Record<string, RouteSpec>;
