import { Type } from "typebox";
import type { Static, TProperties } from "typebox";
import { AmountMinor } from "../money.ts";
import { InstantText, ShortText, choice, strict } from "../schemas.ts";
import { BalanceDue, OrderTerms, PartId, Tender } from "./draft.ts";

/** `reference` is the caller's own number: one that was recorded before is not recorded again. */
const common = {
  occurredAt: Type.Optional(InstantText),
  reference: Type.Optional(ShortText),
};

/** True where a sum that was told before under this id was wrong: else it is kept and asked of. */
const corrects = { corrects: Type.Optional(Type.Boolean()) };

const event = <const K extends string, P extends TProperties>(kind: K, properties: P) =>
  Type.Object({ kind: Type.Literal(kind), ...common, ...properties }, strict);

const FactValue = Type.Union([Type.Number(), Type.Boolean(), Type.String({ maxLength: 100 })]);

/** What happens to an order after it was made. Without `occurredAt` it happened now. */
export const OrderEvent = Type.Union([
  event("confirmed", {}),
  event("signed", {}),
  event("paid", { tenders: Type.Array(Tender, { maxItems: 50 }), balanceDueMinor: BalanceDue }),
  event("shipped", { trackingNumber: Type.Optional(ShortText) }),
  /** Without `lineId` every line was received. */
  event("received", { lineId: Type.Optional(PartId) }),
  /** The goods are back with the merchant; without `lineId` all that was received. */
  event("returned", { lineId: Type.Optional(PartId) }),
  event("used", { meter: PartId, units: Type.Integer({ minimum: 1 }) }),
  event("completed", {}),
  event("cancelled", {}),
  event("terms_agreed", { terms: OrderTerms }),
  /**
   * When what was sold begins and ends: a departure, a check-in, the term of a plan. Documents
   * count from and to these moments; a claim goes by what was recorded when it came.
   */
  event("scheduled", {
    startsAt: Type.Optional(InstantText),
    endsAt: Type.Optional(InstantText),
  }),
  /** A fact of the catalogue that an event establishes, such as whether goods are excluded. */
  event("fact_established", {
    fact: ShortText,
    value: FactValue,
    lineId: Type.Optional(PartId),
    packetId: Type.Optional(PartId),
  }),
  event("packet_changed", {
    packetId: PartId,
    state: Type.Optional(
      choice("granted", "activated", "spent", "returned", "expired", "void", "reclaimed"),
    ),
    creditedAt: Type.Optional(InstantText),
    planStartAt: Type.Optional(InstantText),
    planEndAt: Type.Optional(InstantText),
    spentMinor: Type.Optional(AmountMinor),
    returnedMinor: Type.Optional(AmountMinor),
  }),
  event("dispute_changed", {
    disputeId: PartId,
    ...corrects,
    tenderId: PartId,
    state: choice("open", "lost", "won"),
    /** The whole amount in the tender's unit; without it and without lines, all of the tender. */
    units: Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
    /** Of it, what lines are known for; the rest is spread as the tender paid them. */
    allocations: Type.Optional(
      Type.Array(Type.Object({ lineId: PartId, amountMinor: AmountMinor }, strict)),
    ),
  }),
  event("debited_outside", {
    debitId: PartId,
    ...corrects,
    tenderId: PartId,
    units: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
  }),
]);
export type WireOrderEvent = Static<typeof OrderEvent>;
