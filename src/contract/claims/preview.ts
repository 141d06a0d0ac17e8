import { Type } from "typebox";
import type { Static } from "typebox";
import { AmountMinor, CurrencyCode } from "../money.ts";
import { choice, InstantText, nullable, strict, OrderId, about } from "../schemas.ts";
import { FactValue } from "./words.ts";
import { Needed } from "./view.ts";

/** What goes back on a tender, or is given beside: a compensation, or a grant such as a voucher. */
const Returned = Type.Object(
  {
    orderId: OrderId,
    tenderId: about(
      "The means of payment that it goes back on; null for what is " + "given beside.",
      nullable(Type.String()),
    ),
    by: about(
      "Whether it goes back on what was paid, compensates beside it, " +
        "or is granted as a voucher or points.",
      choice("tender", "compensation", "grant"),
    ),
    unit: about(
      "What it is counted in: a currency code, `points`, or " + "`packet:<id>`.",
      Type.String(),
    ),
    units: about("How much, in that unit: minor units of a currency.", AmountMinor),
  },
  strict,
);

/** Something that the customer can choose otherwise, and what it brings. */
const Alternative = Type.Object(
  {
    text: about(
      "The option in the reader's language; null for a later end.",
      nullable(Type.String()),
    ),

    fact: about(
      "The wish that would be chosen otherwise; null for a later end.",
      nullable(Type.String()),
    ),
    value: about("The other option of that wish; null for a later end.", nullable(FactValue)),

    endsAt: about("The later end of the contract; null for a wish.", nullable(InstantText)),
    returns: about("What would come back under this choice.", Type.Array(Returned)),
  },
  strict,
);

/** What a claim would bring if it were filed, or attested, as it is asked: nothing is written. */
export const ClaimPreview = Type.Object(
  {
    outcome: about(
      "Whether it pays, waits for facts, or is refused.",
      choice("pays", "waits", "refuses"),
    ),

    sentence: about(
      "Why nothing comes back, in the reader's language; null unless " + "it is refused.",
      nullable(Type.String()),
    ),

    returns: about(
      "What comes back. Of a claim that waits: the most it can bring " +
        "if all is found as said; empty where that cannot be told yet.",
      Type.Array(Returned),
    ),
    currency: about("The currency of the claim's orders.", CurrencyCode),
    needed: about(
      "The facts that are missing for a decision; empty where none " + "is.",
      Type.Array(Needed),
    ),

    explanation: about(
      "How the sum comes about: sentences in the reader's language.",
      Type.Array(Type.String()),
    ),

    alternatives: about(
      "Other choices of the customer, as far as they bring something " + "else.",
      Type.Array(Alternative),
    ),
  },
  strict,
);
export type WireClaimPreview = Static<typeof ClaimPreview>;
