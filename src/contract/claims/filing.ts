import { Type } from "typebox";
import type { Static } from "typebox";
import { CurrencyCode } from "../money.ts";
import { OrderId, about, choice, Id, InstantText, literal, ShortText, strict } from "../schemas.ts";
import { ClaimKind, Unmatched, FactValue } from "./words.ts";

/** Units by number, or the first so many that no accepted claim has named yet. */
const FiledItem = Type.Object(
  {
    orderId: OrderId,
    everything: about(
      "All that is left of all lines that can be given back, in place of naming them.",
      Type.Optional(literal(true)),
    ),
    lineId: about(
      "The line whose units are claimed. Left out with `packetId`: " + "the order as a whole.",
      Type.Optional(Type.String({ maxLength: 100 })),
    ),
    packetId: about(
      "The red packet that is claimed, in place of a line.",
      Type.Optional(Type.String({ maxLength: 100 })),
    ),
    quantity: about(
      "How many units: the first so many that no accepted claim has " +
        "named. Not beside `units`.",
      Type.Optional(Type.Integer({ minimum: 1 })),
    ),
    units: about(
      'The very units, counted from 0, such as {"from": 0, "to": 2} ' + "for the first two.",
      Type.Optional(
        Type.Object(
          {
            from: about("The first unit.", Type.Integer({ minimum: 0 })),
            to: about("The unit after the last.", Type.Integer({ minimum: 1 })),
          },
          strict,
        ),
      ),
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
    fact: about(
      "A fact of the catalogue such as `defect`, or `base.<name>` " +
        "for a sum that the order does not hold, such as " +
        "`base.return.freight`.",
      ShortText,
    ),
    value: about(
      "What the fact is; of a sum, minor units of the order's " + "currency.",
      FactValue,
    ),
    orderId: about(
      "The order that it is a fact of. Left out: every order of the " + "claim.",
      Type.Optional(Id),
    ),
    lineId: about(
      "The line that it is a fact of. Left out: every claimed line " +
        "that the fact can be one of.",
      Type.Optional(Type.String({ maxLength: 100 })),
    ),
    packetId: about(
      "The red packet that it is a fact of. Left out: every claimed " + "packet.",
      Type.Optional(Type.String({ maxLength: 100 })),
    ),

    state: about(
      "`claimed`, if left out, is the customer's word; `attested` is " +
        "established and needs the right `attest`.",
      Type.Optional(choice("claimed", "attested")),
    ),

    currency: about(
      "Of a sum, the currency it is in: another one than the order's " + "is refused.",
      Type.Optional(CurrencyCode),
    ),
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
    facts: about(
      "What is established, each with its value.",
      Type.Optional(Type.Array(GivenFact, { minItems: 1, maxItems: 200 })),
    ),

    unproven: about(
      "Facts that the customer had to prove and did not; needs a " +
        "`customerNote` wherever a customer can read it.",
      Type.Optional(Type.Array(UnprovenFact, { minItems: 1, maxItems: 200 })),
    ),

    note: about(
      "For staff alone; the customer never reads it.",
      Type.Optional(Type.String({ maxLength: 4000 })),
    ),

    customerNote: about(
      "For the customer, who reads it with the decision and in the " + "notice.",
      Type.Optional(Type.String({ minLength: 1, maxLength: 2000 })),
    ),
  },
  strict,
);

export const FileClaim = Type.Object(
  {
    kind: about(
      "What is asked for: to cancel, a refund, a service without " +
        "effect, a red packet taken back, a campaign left.",
      ClaimKind,
    ),
    items: about(
      "What is claimed, of one or several orders. Empty only with " + "`unmatched`.",
      Type.Array(FiledItem, { maxItems: 2000 }),
    ),
    facts: about(
      "What is known of the case. What is left out and needed is " + "asked for.",
      Type.Optional(Type.Array(GivenFact, { maxItems: 2000 })),
    ),
    channel: about(
      "By which way the request came. Left out: `api` for a key, " + "`staff` for a person.",
      Type.Optional(choice("portal", "staff", "api", "import")),
    ),
    language: about(
      "The language of notices and letters to the customer. Left " + "out: the order's.",
      Type.Optional(choice("zh-CN", "zh-TW", "en")),
    ),

    reference: about(
      "The caller's own number: the same one never files a second " + "claim.",
      Type.Optional(ShortText),
    ),

    receivedAt: about(
      "When the request came, where that was before now; every " +
        "deadline counts from it. Needs the right `attest`.",
      Type.Optional(InstantText),
    ),

    endsAt: about(
      "When the contract shall end, where the promise lets the " +
        "customer name a day. Left out: at once.",
      Type.Optional(InstantText),
    ),
    unmatched: about(
      "Why no order can be named: the claim is refused at once, with " + "this as its reason.",
      Type.Optional(Unmatched),
    ),
  },
  strict,
);
export type WireFileClaim = Static<typeof FileClaim>;

/** What a customer may say: neither another's number, nor when it came, nor by which channel. */
export const FileMyClaim = Type.Object(
  {
    kind: about(
      "What is asked for: to cancel, a refund, a service without " +
        "effect, a red packet taken back, a campaign left.",
      ClaimKind,
    ),
    items: about(
      "What is claimed, of the orders of this session.",
      Type.Array(FiledItem, { minItems: 1, maxItems: 2000 }),
    ),
    facts: about(
      "What the customer says of the case. What is left out and " + "needed is asked for.",
      Type.Optional(Type.Array(SaidByCustomer, { maxItems: 200 })),
    ),
    language: about(
      "The language of notices and letters to the customer. Left " + "out: the order's.",
      Type.Optional(choice("zh-CN", "zh-TW", "en")),
    ),
    endsAt: about(
      "When the contract shall end, where the promise lets the " +
        "customer name a day. Left out: at once.",
      Type.Optional(InstantText),
    ),
  },
  strict,
);
