import { Type } from "typebox";
import type { Static } from "typebox";
import { CurrencyCode } from "../money.ts";
import { choice, Id, InstantText, literal, ShortText, strict } from "../schemas.ts";
import { ClaimKind, Unmatched, FactValue } from "./words.ts";

/** Units by number, or the first so many that no accepted claim has named yet. */
const FiledItem = Type.Object(
  {
    orderId: Id,
    /** All that is left of all lines that can be given back, without naming them. */
    everything: Type.Optional(literal(true)),
    lineId: Type.Optional(Type.String({ maxLength: 100 })),
    packetId: Type.Optional(Type.String({ maxLength: 100 })),
    quantity: Type.Optional(Type.Integer({ minimum: 1 })),
    units: Type.Optional(
      Type.Object({ from: Type.Integer({ minimum: 0 }), to: Type.Integer({ minimum: 1 }) }, strict),
    ),
  },
  strict,
);

/**
 * `fact` is a fact of the catalogue, or `base.<name>` for a sum that is no part of what was paid (a
 * freight receipt): its value is in minor units, and it counts once a reviewer attests it.
 */
export const GivenFact = Type.Object(
  {
    fact: ShortText,
    value: FactValue,
    orderId: Type.Optional(Id),
    lineId: Type.Optional(Type.String({ maxLength: 100 })),
    packetId: Type.Optional(Type.String({ maxLength: 100 })),
    /** `attested` needs the right `attest`; a customer's word is `claimed`. */
    state: Type.Optional(choice("claimed", "attested")),
    /** Of a sum, to be held against the order's own: another one is refused. */
    currency: Type.Optional(CurrencyCode),
  },
  strict,
);
export type WireGivenFact = Static<typeof GivenFact>;

const { state: _state, currency: _currency, ...saidByCustomer } = GivenFact.properties;
export const SaidByCustomer = Type.Object(saidByCustomer, strict);

/** What a reviewer finds not proven, where the customer has to prove it. */
const { fact, orderId, lineId, packetId } = GivenFact.properties;
const UnprovenFact = Type.Object({ fact, orderId, lineId, packetId }, strict);
export type WireUnprovenFact = Static<typeof UnprovenFact>;

/** What a reviewer establishes; the policy then decides. */
export const Attestation = Type.Object(
  {
    facts: Type.Optional(Type.Array(GivenFact, { minItems: 1, maxItems: 200 })),
    /** Needs `customerNote` where somebody can read it. */
    unproven: Type.Optional(Type.Array(UnprovenFact, { minItems: 1, maxItems: 200 })),
    /** For staff alone. */
    note: Type.Optional(Type.String({ maxLength: 4000 })),
    /** For the customer, who reads it with the decision and in the notice. */
    customerNote: Type.Optional(Type.String({ minLength: 1, maxLength: 2000 })),
  },
  strict,
);

export const FileClaim = Type.Object(
  {
    kind: ClaimKind,
    items: Type.Array(FiledItem, { maxItems: 2000 }),
    facts: Type.Optional(Type.Array(GivenFact, { maxItems: 2000 })),
    channel: Type.Optional(choice("portal", "staff", "api", "import")),
    language: Type.Optional(choice("zh-CN", "zh-TW", "en")),
    /** The caller's own number: the same one never files a second claim. */
    reference: Type.Optional(ShortText),
    /** When the request really came, where that was before now. Needs the right `attest`. */
    receivedAt: Type.Optional(InstantText),
    /** When a contract shall end, where notice is given; at once when it is left out. */
    endsAt: Type.Optional(InstantText),
    unmatched: Type.Optional(Unmatched),
  },
  strict,
);
export type WireFileClaim = Static<typeof FileClaim>;

/** What a customer may say: neither another's number, nor when it came, nor by which channel. */
export const FileMyClaim = Type.Object(
  {
    kind: ClaimKind,
    items: Type.Array(FiledItem, { minItems: 1, maxItems: 2000 }),
    facts: Type.Optional(Type.Array(SaidByCustomer, { maxItems: 200 })),
    language: Type.Optional(choice("zh-CN", "zh-TW", "en")),
    endsAt: Type.Optional(InstantText),
  },
  strict,
);
