import { Type } from "typebox";
import type { Static } from "typebox";
import { GivenFact } from "../claims/filing.ts";
import { AmountMinor, CurrencyCode, SignedAmountMinor } from "../money.ts";
import { PartId } from "../orders/draft.ts";
import { policyPlace } from "../promises/views.ts";
import { Id, InstantText, choice, nullable, strict } from "../schemas.ts";

/** Use that is planned beside what the order's record has. */
const PlannedUse = Type.Object(
  { meter: PartId, units: Type.Integer({ minimum: 1 }), at: InstantText },
  strict,
);

/** What a unit costs the merchant: a sum, or a share (`60%`) of its price in the package. */
const UnitCost = Type.Union([
  Type.Object({ unitMinor: Type.Integer({ minimum: 0 }) }, strict),
  Type.Object({ share: Type.String({ pattern: "^\\d{1,4}(\\.\\d{1,6})?%$" }) }, strict),
]);

/** A version, published or on its way, with the order's own parameters where none are given. */
const FeePolicy = Type.Object(
  {
    ...policyPlace.properties,
    parameters: Type.Optional(Type.Record(Type.String(), Type.String({ maxLength: 100 }))),
  },
  strict,
);
export type WireFeePolicy = Static<typeof FeePolicy>;

export const FeeQuestion = Type.Object(
  {
    orderId: Id,
    /** What decides in place of what the order has pinned, floors included. */
    policies: Type.Optional(Type.Array(FeePolicy, { minItems: 1, maxItems: 20 })),
    /** The last instant; 180 days after payment when left out. */
    to: Type.Optional(InstantText),
    use: Type.Optional(Type.Array(PlannedUse, { maxItems: 2000 })),
    costs: Type.Optional(Type.Record(Type.String(), UnitCost)),
    facts: Type.Optional(Type.Array(GivenFact, { maxItems: 50 })),
    noticeDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 999 })),
  },
  strict,
);
export type WireFeeQuestion = Static<typeof FeeQuestion>;

export const FeeData = Type.Object(
  {
    orderNumber: Type.String(),
    currency: CurrencyCode,
    /** Of the order, such as Asia/Shanghai. */
    zone: Type.String(),
    /** `id@version` of what decided. */
    policies: Type.Array(Type.String()),
    paidMinor: AmountMinor,
    from: InstantText,
    to: InstantText,
    /** What holds from an instant until the next one. */
    timeline: Type.Array(
      Type.Object(
        {
          at: InstantText,
          refundMinor: SignedAmountMinor,
          keptMinor: SignedAmountMinor,
          /** Given besides: vouchers and points by their value. */
          grantMinor: AmountMinor,
          /** The service rendered by then: at the package's price, and outside the package. */
          atPackagePriceMinor: AmountMinor,
          atFullPriceMinor: AmountMinor,
          /** Null where no cost was given. */
          costMinor: nullable(AmountMinor),
          clauses: Type.Array(Type.String()),
        },
        strict,
      ),
    ),
    divergences: Type.Array(
      Type.Object(
        {
          kind: choice("above_full", "above_package", "below_package", "below_cost"),
          from: InstantText,
          /** The first instant at which it has ended; null where it lasts to the end. */
          until: nullable(InstantText),
          largestMinor: AmountMinor,
          largestAt: InstantText,
        },
        strict,
      ),
    ),
  },
  strict,
);
export type WireFeeData = Static<typeof FeeData>;
