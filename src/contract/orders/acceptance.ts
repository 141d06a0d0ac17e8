import { Type } from "typebox";
import type { Static } from "typebox";
import { Id, InstantText, Sha256, ShortText, choice, nullable, strict, about } from "../schemas.ts";

const language = choice("zh-CN", "zh-TW", "en");
/** A word, so that nothing personal can stand in it. */
const Channel = Type.String({
  pattern: "^[a-z0-9][a-z0-9._-]{0,39}$",
  examples: ["web-checkout", "shop-12", "app.ios"],
});
const Means = choice("button", "checkbox", "signature", "message", "spoken");

/** A policy that the customer accepted; the hash, if given, must be the published one. */
export const AcceptedPolicy = Type.Object(
  {
    id: about("The policy's id, such as `order-refund`.", ShortText),
    version: about("The version that was accepted.", Type.Integer({ minimum: 1 })),
    hash: about(
      "SHA-256 of the version, to be held against the published one. " + "Left out: not compared.",
      Type.Optional(Sha256),
    ),
    params: about(
      "The values that were agreed for its parameters, by name. Left " + "out: its own.",
      Type.Optional(Type.Record(Type.String(), Type.String({ maxLength: 100 }))),
    ),
  },
  strict,
);

/** How the customer accepted: when, where, by what act and in which language it was shown. */
export const Acceptance = Type.Object(
  {
    acceptedAt: about("When it was accepted. Left out: now.", Type.Optional(InstantText)),
    channel: about(
      "Where it was accepted: one word of the shop's own, nothing " + "personal.",
      Channel,
    ),
    means: about(
      "By which act: a button, a ticked box, a signature, a message, " + "or spoken.",
      Means,
    ),
    language: about("The language in which the terms were shown.", language),

    termsHashes: about(
      "By policy id, the SHA-256 of the terms as they were shown in " + "that language.",
      Type.Optional(Type.Record(Type.String({ maxLength: 60 }), Sha256)),
    ),

    receipts: about(
      "Receipts of rightly answered questions, for policies that ask " + "them.",
      Type.Optional(Type.Array(Id, { maxItems: 20, uniqueItems: true })),
    ),
  },
  strict,
);
export type WireAcceptance = Static<typeof Acceptance>;

/** Policies that are accepted for an order which accepted none when it was made. */
export const LaterAcceptance = Type.Object(
  {
    policies: about("What is accepted.", Type.Array(AcceptedPolicy, { minItems: 1, maxItems: 20 })),
    acceptance: about("How it was accepted.", Acceptance),
  },
  strict,
);
export type WireLaterAcceptance = Static<typeof LaterAcceptance>;

export const AcceptanceView = Type.Object(
  {
    acceptanceId: about("The acceptance, by the id that the server gave it.", Id),
    acceptedAt: about("When it was accepted.", InstantText),
    channel: about("Where it was accepted.", Channel),
    means: about("By which act it was accepted.", Means),
    language: about("The language in which the terms were shown.", language),

    later: about("Whether it came after the order.", Type.Boolean()),
    policies: about(
      "What was accepted.",
      Type.Array(
        Type.Object(
          {
            id: about("The policy's id.", Type.String()),
            version: about("The version that was accepted.", Type.Integer({ minimum: 1 })),
            hash: about("SHA-256 of the version.", Sha256),
            termsHash: about(
              "SHA-256 of the terms as they were shown; null where that was " + "not told.",
              nullable(Sha256),
            ),
            receiptId: about(
              "The receipt of rightly answered questions; null where none " + "was needed.",
              nullable(Id),
            ),
          },
          strict,
        ),
      ),
    ),
  },
  strict,
);
export type WireAcceptanceView = Static<typeof AcceptanceView>;
