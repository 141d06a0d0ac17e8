import { Type } from "typebox";
import type { Static } from "typebox";
import { Id, InstantText, Sha256, ShortText, choice, nullable, strict } from "../schemas.ts";

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
    id: ShortText,
    version: Type.Integer({ minimum: 1 }),
    hash: Type.Optional(Sha256),
    params: Type.Optional(Type.Record(Type.String(), Type.String({ maxLength: 100 }))),
  },
  strict,
);

/** How the customer accepted: when, where, by what act and in which language it was shown. */
export const Acceptance = Type.Object(
  {
    /** Left out: now. */
    acceptedAt: Type.Optional(InstantText),
    channel: Channel,
    means: Means,
    language,
    /** By policy, the SHA-256 of the terms as they were shown in that language. */
    termsHashes: Type.Optional(Type.Record(Type.String({ maxLength: 60 }), Sha256)),
    /** Receipts of rightly answered questions, for policies that ask them. */
    receipts: Type.Optional(Type.Array(Id, { maxItems: 20, uniqueItems: true })),
  },
  strict,
);
export type WireAcceptance = Static<typeof Acceptance>;

/** Policies that are accepted for an order which accepted none when it was made. */
export const LaterAcceptance = Type.Object(
  { policies: Type.Array(AcceptedPolicy, { minItems: 1, maxItems: 20 }), acceptance: Acceptance },
  strict,
);
export type WireLaterAcceptance = Static<typeof LaterAcceptance>;

export const AcceptanceView = Type.Object(
  {
    acceptanceId: Id,
    acceptedAt: InstantText,
    channel: Channel,
    means: Means,
    language,
    /** Whether it came after the order. */
    later: Type.Boolean(),
    policies: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          version: Type.Integer({ minimum: 1 }),
          hash: Sha256,
          termsHash: nullable(Sha256),
          receiptId: nullable(Id),
        },
        strict,
      ),
    ),
  },
  strict,
);
export type WireAcceptanceView = Static<typeof AcceptanceView>;
