import { Type } from "typebox";
import type { Static } from "typebox";
import { GivenFact } from "../claims/filing.ts";
import { AmountMinor, CurrencyCode, SignedAmountMinor } from "../money.ts";
import { PartId } from "../orders/draft.ts";
import { policyPlace } from "../promises/views.ts";
import { InstantText, choice, nullable, strict, about, OrderId } from "../schemas.ts";

/** Use that is planned beside what the order's record has. */
const PlannedUse = Type.Object(
  {
    meter: about("The metered service, by its name within the order.", PartId),
    units: about("How many units are used.", Type.Integer({ minimum: 1 })),
    at: about("When they are used.", InstantText),
  },
  strict,
);

/** What a unit costs the merchant: a sum, or a share (`60%`) of its price in the package. */
const UnitCost = Type.Union([
  Type.Object(
    {
      unitMinor: about(
        "What a unit costs the merchant, in minor units.",
        Type.Integer({ minimum: 0 }),
      ),
    },
    strict,
  ),
  Type.Object(
    {
      share: about(
        "What a unit costs the merchant, as a share of its price in " +
          "the package, such as `60%`.",
        Type.String({ pattern: "^\\d{1,4}(\\.\\d{1,6})?%$" }),
      ),
    },
    strict,
  ),
]);

/** A version, published or on its way, with the order's own parameters where none are given. */
const FeePolicy = Type.Object(
  {
    ...policyPlace.properties,
    parameters: about(
      "The values of the policy's parameters, by name. Left out: the " + "order's.",
      Type.Optional(Type.Record(Type.String(), Type.String({ maxLength: 100 }))),
    ),
  },
  strict,
);
export type WireFeePolicy = Static<typeof FeePolicy>;

export const FeeQuestion = Type.Object(
  {
    orderId: OrderId,

    policies: about(
      "What decides in place of what the order has pinned, floors " +
        "included. Left out: what is pinned.",
      Type.Optional(Type.Array(FeePolicy, { minItems: 1, maxItems: 20 })),
    ),

    to: about("The last instant. Left out: 180 days after payment.", Type.Optional(InstantText)),
    use: about(
      "Use that is planned beside what the order's record has.",
      Type.Optional(Type.Array(PlannedUse, { maxItems: 2000 })),
    ),
    costs: about(
      "What a unit costs the merchant, by metered service. Left out: " + "costs are not compared.",
      Type.Optional(Type.Record(Type.String(), UnitCost)),
    ),
    facts: about(
      "What is taken as known of the cancellation.",
      Type.Optional(Type.Array(GivenFact, { maxItems: 50 })),
    ),
    noticeDays: about(
      "How many days of notice the customer gives. Left out: none.",
      Type.Optional(Type.Integer({ minimum: 0, maximum: 999 })),
    ),
  },
  strict,
);
export type WireFeeQuestion = Static<typeof FeeQuestion>;

export const FeeData = Type.Object(
  {
    orderNumber: about("The shop's own number of the order.", Type.String()),
    currency: about("The currency of all sums, as an ISO 4217 code.", CurrencyCode),

    zone: about("The order's time zone, such as `Asia/Shanghai`.", Type.String()),

    policies: about("What decided, as `id@version`.", Type.Array(Type.String())),
    paidMinor: about("What was paid, in minor units.", AmountMinor),
    from: about("The first instant.", InstantText),
    to: about("The last instant.", InstantText),

    timeline: about(
      "What holds from an instant until the next entry.",
      Type.Array(
        Type.Object(
          {
            at: about("The instant from which it holds.", InstantText),
            refundMinor: about("What goes back, in minor units.", SignedAmountMinor),
            keptMinor: about("What the merchant keeps, in minor units.", SignedAmountMinor),

            grantMinor: about(
              "What is given besides: vouchers and points by their value, in " + "minor units.",
              AmountMinor,
            ),

            atPackagePriceMinor: about(
              "The service rendered by then at the package's price, in minor " + "units.",
              AmountMinor,
            ),
            atFullPriceMinor: about(
              "The service rendered by then at the price outside the " + "package, in minor units.",
              AmountMinor,
            ),

            costMinor: about(
              "What that service cost the merchant, in minor units; null " +
                "where no cost was given.",
              nullable(AmountMinor),
            ),
            clauses: about("The clauses that decide.", Type.Array(Type.String())),
          },
          strict,
        ),
      ),
    ),
    divergences: about(
      "Where what is kept departs from the service rendered.",
      Type.Array(
        Type.Object(
          {
            kind: about(
              "What is kept is above the full price, above or below the " +
                "package's price, or below the cost.",
              choice("above_full", "above_package", "below_package", "below_cost"),
            ),
            from: about("The first instant at which it is so.", InstantText),

            until: about(
              "The first instant at which it has ended; null where it lasts " + "to the end.",
              nullable(InstantText),
            ),
            largestMinor: about("The largest difference, in minor units.", AmountMinor),
            largestAt: about("When the difference is largest.", InstantText),
          },
          strict,
        ),
      ),
    ),
  },
  strict,
);
export type WireFeeData = Static<typeof FeeData>;
