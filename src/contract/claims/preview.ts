import { Type } from "typebox";
import type { Static } from "typebox";
import { AmountMinor, CurrencyCode } from "../money.ts";
import { choice, Id, InstantText, nullable, strict } from "../schemas.ts";
import { FactValue } from "./words.ts";
import { Needed } from "./view.ts";

/** What goes back on a tender, or is given beside: a compensation, or a grant such as a voucher. */
const Returned = Type.Object(
  {
    orderId: Id,
    tenderId: nullable(Type.String()),
    by: choice("tender", "compensation", "grant"),
    unit: Type.String(),
    units: AmountMinor,
  },
  strict,
);

/** Something that the customer can choose otherwise, and what it brings. */
const Alternative = Type.Object(
  {
    /** In the reader's language: the option, or null for a later end. */
    text: nullable(Type.String()),
    /** The wish that is another one; null for a later end. */
    fact: nullable(Type.String()),
    value: nullable(FactValue),
    /** The later end; null for a wish. */
    endsAt: nullable(InstantText),
    returns: Type.Array(Returned),
  },
  strict,
);

/** What a claim would bring if it were filed, or attested, as it is asked: nothing is written. */
export const ClaimPreview = Type.Object(
  {
    outcome: choice("pays", "waits", "refuses"),
    /** Why nothing comes back, in the reader's language; null unless it is refused. */
    sentence: nullable(Type.String()),
    /**
     * What comes back. Of a claim that waits: the most that it can bring once all is found as it
     * was said, empty where that cannot be told yet.
     */
    returns: Type.Array(Returned),
    currency: CurrencyCode,
    needed: Type.Array(Needed),
    /** How the sum comes about, in the reader's language. */
    explanation: Type.Array(Type.String()),
    /** Other choices, as far as they bring something else. */
    alternatives: Type.Array(Alternative),
  },
  strict,
);
export type WireClaimPreview = Static<typeof ClaimPreview>;
