import { Type } from "typebox";
import type { Static, TProperties } from "typebox";
import { AmountMinor } from "../money.ts";
import { InstantText, ShortText, choice, strict, about } from "../schemas.ts";
import { BalanceDue, OrderTerms, PartId, Tender } from "./draft.ts";

/** `reference` is the caller's own number: one that was recorded before is not recorded again. */
const common = {
  occurredAt: about("When it happened; never ahead. Left out: now.", Type.Optional(InstantText)),
  reference: about(
    "The caller's own number: an event that was recorded under it " + "is not recorded again.",
    Type.Optional(ShortText),
  ),
};

/** True where a sum that was told before under this id was wrong: else it is kept and asked of. */
const corrects = {
  corrects: about(
    "True where what was told before under this id was wrong. Left " +
      "out: another sum is kept and asked about.",
    Type.Optional(Type.Boolean()),
  ),
};

const event = <const K extends string, P extends TProperties>(kind: K, properties: P) =>
  Type.Object(
    { kind: about("What happened.", Type.Literal(kind)), ...common, ...properties },
    strict,
  );

const FactValue = Type.Union([Type.Number(), Type.Boolean(), Type.String({ maxLength: 100 })]);

/** What happens to an order after it was made. Without `occurredAt` it happened now. */
export const OrderEvent = Type.Union([
  event("confirmed", {}),
  event("signed", {}),
  event("paid", {
    tenders: about(
      "What paid the order; the values add up to what its lines come " + "to.",
      Type.Array(Tender, { maxItems: 50 }),
    ),
    balanceDueMinor: BalanceDue,
  }),
  event("shipped", {
    trackingNumber: about("The carrier's number of the parcel.", Type.Optional(ShortText)),
  }),
  /** Without `lineId` every line was received. */
  event("received", {
    lineId: about("The line that was received. Left out: every line.", Type.Optional(PartId)),
  }),
  /** The goods are back with the merchant; without `lineId` all that was received. */
  event("returned", {
    lineId: about(
      "The line that is back with the merchant. Left out: all that " + "was received.",
      Type.Optional(PartId),
    ),
  }),
  event("used", {
    meter: about("The metered service that was used.", PartId),
    units: about("How many units of it were used.", Type.Integer({ minimum: 1 })),
  }),
  event("completed", {}),
  event("cancelled", {}),
  event("terms_agreed", { terms: about("The metered services as they were agreed.", OrderTerms) }),
  /**
   * When what was sold begins and ends: a departure, a check-in, the term of a plan. Documents
   * count from and to these moments; a claim goes by what was recorded when it came.
   */
  event("scheduled", {
    startsAt: about(
      "When what was sold begins: a departure, a check-in, the term " + "of a plan.",
      Type.Optional(InstantText),
    ),
    endsAt: about("When what was sold ends.", Type.Optional(InstantText)),
  }),
  /** A fact of the catalogue that an event establishes, such as whether goods are excluded. */
  event("fact_established", {
    fact: about(
      "A fact of the catalogue that events establish, such as " + "whether goods are excluded.",
      ShortText,
    ),
    value: about("What the fact is, in the form that the catalogue gives it.", FactValue),
    lineId: about(
      "The line that it is a fact of; left out for a fact of the " + "order or a packet.",
      Type.Optional(PartId),
    ),
    packetId: about(
      "The red packet that it is a fact of; left out for a fact of " + "the order or a line.",
      Type.Optional(PartId),
    ),
  }),
  event("packet_changed", {
    packetId: about("The red packet that changed.", PartId),
    state: about(
      "What it is now. Left out: as it was.",
      Type.Optional(
        choice("granted", "activated", "spent", "returned", "expired", "void", "reclaimed"),
      ),
    ),
    creditedAt: about("When the packet was credited to the customer.", Type.Optional(InstantText)),
    planStartAt: about("When the plan of the packet begins.", Type.Optional(InstantText)),
    planEndAt: about("When the plan of the packet ends.", Type.Optional(InstantText)),
    spentMinor: about(
      "How much of it has been spent by now, in minor units.",
      Type.Optional(AmountMinor),
    ),
    returnedMinor: about(
      "How much of it has come back by now, in minor units.",
      Type.Optional(AmountMinor),
    ),
  }),
  event("dispute_changed", {
    disputeId: about("The dispute, by the shop's or the gateway's id.", PartId),
    ...corrects,
    tenderId: about("The payment that the customer disputes at the bank.", PartId),
    state: about(
      "How the dispute stands: `lost` means that the money went back.",
      choice("open", "lost", "won"),
    ),

    units: about(
      "The whole amount in the tender's unit. Left out with " + "`allocations`: all of the tender.",
      Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
    ),

    allocations: about(
      "What of it falls on lines, where that is known; the rest is " +
        "spread as the tender paid them.",
      Type.Optional(
        Type.Array(
          Type.Object(
            {
              lineId: about("The line, by its name within the order.", PartId),
              amountMinor: about("The line's part, in minor units.", AmountMinor),
            },
            strict,
          ),
        ),
      ),
    ),
  }),
  event("debited_outside", {
    debitId: about("The refund made outside, by the shop's or the gateway's id.", PartId),
    ...corrects,
    tenderId: about("The payment on which it went back.", PartId),
    units: about(
      "How much went back, in the tender's unit.",
      Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
    ),
  }),
]);
export type WireOrderEvent = Static<typeof OrderEvent>;
