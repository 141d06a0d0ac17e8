import { Type } from "typebox";
import type { Static } from "typebox";
import { route } from "../route.ts";
import type { RouteSpec } from "../route.ts";
import { choice, Id, literal, strict, about, ClaimId } from "../schemas.ts";

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
    makegood: about("The form of this file and its version.", literal("letter/1")),
    language: about(
      "The language of the page that this file was shown as; no part " + "of what is signed.",
      LetterLanguage,
    ),

    addressee: about(
      "The lines that name the customer on the page; empty where the " +
        "reader is not the customer.",
      Type.Array(Type.String({ maxLength: 200, pattern: "^[^\\n\\r]*$" }), {
        maxItems: 4,
      }),
    ),
    payload: about(
      "What is signed: JSON text, to be hashed byte for byte as it " + "stands.",
      Type.String({ maxLength: textCharactersMax }),
    ),
    signature: about(
      "The merchant's signature of the payload.",
      Type.Object(
        {
          algorithm: about("The algorithm of the signature.", literal("Ed25519")),
          keyId: about("The key that signed.", Id),

          publicKey: about(
            "The public key in PEM; compare it with the published one.",
            Type.String({ maxLength: 1000 }),
          ),

          value: about(
            "The signature: 64 bytes in Base64.",
            Type.String({ pattern: "^[A-Za-z0-9+/]{86}==$" }),
          ),
        },
        strict,
      ),
    ),

    texts: about(
      "Policies, floors and catalogues that the payload names by the " + "SHA-256 of their text.",
      Type.Array(Type.String({ maxLength: textCharactersMax }), { maxItems: 200 }),
    ),
  },
  strict,
);
export type LetterEnvelope = Static<typeof LetterEnvelope>;

const letterParams = Type.Object({ claimId: ClaimId }, strict);
const letterQuery = Type.Object(
  {
    form: about(
      "`json` if left out; `html` and `pdf` are whole files that " + "carry the JSON inside.",
      Type.Optional(choice("json", "html", "pdf")),
    ),

    language: about(
      "The language of the letter. Left out: that of " + "`Accept-Language`.",
      Type.Optional(LetterLanguage),
    ),
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
