import { Type } from "typebox";
import type { Static } from "typebox";
import { AmountMinor, CurrencyCode } from "../money.ts";
import { Acceptance, AcceptedPolicy } from "./acceptance.ts";
import {
  CalendarCode,
  InstantText,
  ShortText,
  choice,
  nullable,
  strict,
  about,
} from "../schemas.ts";

/** What names a line or a tender within its order: short, and unique there. */
export const PartId = Type.String({ pattern: "^[\\w.:-]{1,64}$", examples: ["line-1"] });

export const lineKinds = [
  "goods",
  "service",
  "package",
  "shipping",
  "tax",
  "fee",
  "packet",
  "gift",
  "campaign_fee",
] as const;
export const LineKind = choice(...lineKinds);

export const tenderKinds = ["money", "wallet", "packet", "points", "gift_card"] as const;
export const TenderKind = choice(...tenderKinds);

const Off = Type.Union([
  Type.Object({ minor: about("A fixed amount in minor units.", AmountMinor) }, strict),
  Type.Object(
    {
      percent: about(
        "A share of what earlier discounts left, such as `10%` or " + "`12.5%`.",
        Type.String({ pattern: "^\\d{1,3}(\\.\\d{1,6})?%$", examples: ["10%"] }),
      ),
    },
    strict,
  ),
]);
const LineIds = Type.Optional(nullable(Type.Array(PartId, { minItems: 1 })));

/** `quantity` units at `unitPriceMinor`, before discounts. The id is the position if left out. */
export const OrderLine = Type.Object(
  {
    lineId: about(
      "What names the line within its order. Left out: its position, " + "from 1.",
      Type.Optional(PartId),
    ),
    kind: about(
      "What is sold. `tax`, `gift` and `packet` lines say more in " +
        "`taxOf`, `giftOf` and `packetId`.",
      LineKind,
    ),
    productCode: about("The shop's own code of the product.", Type.Optional(ShortText)),
    productName: about("The name that customers know the product by.", Type.Optional(ShortText)),
    quantity: about(
      "How many units; each can be claimed by itself.",
      Type.Integer({ minimum: 1, maximum: 1_000_000_000 }),
    ),
    unitPriceMinor: about("The price of one unit before discounts, in minor units.", AmountMinor),
    taxOf: about(
      "The line that this is the tax of; null or left out: of no " + "line.",
      Type.Optional(nullable(PartId)),
    ),
    giftOf: about(
      "The line that this gift came with; null or left out: with no " + "line.",
      Type.Optional(nullable(PartId)),
    ),
    giftPriceMinor: about(
      "The stated price of the gift, in minor units, for a gift that " + "is kept.",
      Type.Optional(nullable(AmountMinor)),
    ),
    packetId: about(
      "The red packet that this line sold; null or left out: none.",
      Type.Optional(nullable(PartId)),
    ),
  },
  strict,
);

/** Applied in their order, each to what the earlier ones left. */
export const Adjustment = Type.Union([
  Type.Object(
    {
      kind: about("A discount on one line.", Type.Literal("item_discount")),
      lineId: about("The line that it takes from.", PartId),
      off: about("How much it takes off.", Off),
    },
    strict,
  ),
  Type.Object(
    {
      kind: about("A discount on several lines.", Type.Literal("order_discount")),
      off: about("How much it takes off.", Off),
      lineIds: about("The lines that it is bound to; null or left out: all of them.", LineIds),
    },
    strict,
  ),
  Type.Object(
    {
      kind: about("A discount from a sum upwards.", Type.Literal("threshold")),
      tiers: about(
        "The steps; the highest one that is reached counts.",
        Type.Array(
          Type.Object(
            {
              fromMinor: about("The sum from which this step counts, in minor units.", AmountMinor),
              off: about("How much it takes off.", Off),
            },
            strict,
          ),
          { minItems: 1 },
        ),
      ),
      lineIds: about("The lines that it is bound to; null or left out: all of them.", LineIds),
    },
    strict,
  ),
  Type.Object(
    {
      kind: about("A coupon that was redeemed.", Type.Literal("coupon")),
      couponId: about(
        "The coupon, by the shop's own id: it is set free again where " + "the promise says so.",
        PartId,
      ),
      off: about("How much it takes off.", Off),
      lineIds: about("The lines that it is bound to; null or left out: all of them.", LineIds),
    },
    strict,
  ),
  Type.Object(
    {
      kind: about(
        "What was charged in the end, where the shop rounded or " + "bargained.",
        Type.Literal("charged"),
      ),
      totalMinor: about(
        "The sum charged, in minor units; the difference is spread " + "over the lines.",
        AmountMinor,
      ),
    },
    strict,
  ),
]);

/** A packet, points or a gift that came with the order. */
export const Grant = Type.Object(
  {
    kind: about("What came with the order.", choice("packet", "points", "gift")),
    id: about("What names it within the order.", PartId),
    amount: about("Minor units of a packet, points, or pieces of a gift.", AmountMinor),
    lineIds: about("The lines that it is bound to; null or left out: all of them.", LineIds),
  },
  strict,
);

/**
 * One means of payment. `units` are in `unit` (a currency, "points", "packet:<id>"); `value` is
 * what they were worth, and left out where the unit is the order's currency.
 */
export const Tender = Type.Object(
  {
    tenderId: about(
      "What names the payment within its order. Left out: its " + "position, from 1.",
      Type.Optional(PartId),
    ),
    kind: about("The kind of the means of payment.", TenderKind),
    unit: about(
      "What it is counted in: a currency code, `points`, or " + "`packet:<id>`.",
      Type.String({ minLength: 1, maxLength: 100 }),
    ),
    units: about("How much was paid, in that unit: minor units of a currency.", AmountMinor),
    value: about(
      "What it was worth in the order's currency. Left out where the " + "unit is that currency.",
      Type.Optional(
        Type.Union([
          Type.Object(
            { minor: about("The worth of all of it, in minor units.", AmountMinor) },
            strict,
          ),
          Type.Object(
            {
              perUnit: about(
                "The worth of one unit in minor units, as a whole number or a " +
                  "fraction such as `1/100`.",
                Type.String({ maxLength: 40 }),
              ),
            },
            strict,
          ),
        ]),
      ),
    ),
    lineIds: about("The lines that it is bound to; null or left out: all of them.", LineIds),

    gatewayAccount: about(
      "Of money: the gateway account that it came through, by the " + "merchant's name for it.",
      Type.Optional(ShortText),
    ),
    gatewayTransaction: about(
      "Of money: the gateway's own number of the payment, which " + "refunds name.",
      Type.Optional(ShortText),
    ),
  },
  strict,
);
export type WireTender = Static<typeof Tender>;

/** Told apart from a mistake: less paid without a word is refused. */
export const BalanceDue = Type.Optional(
  Type.Integer({
    minimum: 0,
    maximum: Number.MAX_SAFE_INTEGER,
    description:
      "Where the tenders pay only a part, a deposit say: what is still to be paid, in minor " +
      "units. The tenders and it come to the price of the lines, or to what is left of it. What " +
      "is owed back is reckoned on what was paid. Left out: nothing.",
  }),
);

/**
 * The metered services of a package: units included, their share of the price, and the price of
 * one unit outside the package. `fullUnitMinor · units ≥ shareMinor`.
 */
export const OrderTerms = Type.Object(
  {
    meters: about(
      "The metered services.",
      Type.Array(
        Type.Object(
          {
            meter: about("What names the service within its order.", PartId),

            lineId: about(
              "The package line that it belongs to. Left out: all packages " +
                "of the order share it.",
              Type.Optional(PartId),
            ),
            units: about("How many units the package includes.", Type.Integer({ minimum: 1 })),
            shareMinor: about(
              "Its part of the package's price, in minor units; the parts " +
                "add up to the price.",
              AmountMinor,
            ),
            fullUnitMinor: about(
              "The price of one unit outside the package, in minor units.",
              AmountMinor,
            ),
          },
          strict,
        ),
        { minItems: 1, maxItems: 100 },
      ),
    ),
  },
  strict,
);
export type WireOrderTerms = Static<typeof OrderTerms>;

/** Personal: kept sealed, never in a log, an event or a list. */
export const CustomerInput = Type.Object(
  {
    reference: about(
      "The shop's own number of the customer; a pseudonym, nothing " + "personal.",
      Type.Optional(ShortText),
    ),
    kind: about(
      "Whether a consumer bought or a business. Left out: a consumer.",
      Type.Optional(choice("consumer", "business")),
    ),
    name: about("The customer's name; kept sealed.", Type.Optional(ShortText)),
    phone: about(
      "The customer's telephone number; kept sealed. It proves the " + "order in the portal.",
      Type.Optional(Type.String({ minLength: 4, maxLength: 40 })),
    ),
    email: about(
      "The customer's e-mail address; kept sealed. It proves the " +
        "order in the portal, and notices go there.",
      Type.Optional(Type.String({ format: "email", maxLength: 254 })),
    ),
  },
  strict,
);

export const CreateOrder = Type.Object(
  {
    orderNumber: about(
      "The shop's own number of the order, unique among its orders.",
      Type.String({ minLength: 1, maxLength: 64, pattern: "^\\S(.*\\S)?$" }),
    ),

    status: about(
      "`draft` waits for its confirmation; `effective` if left out. " +
        "With `tenders` it is paid at once.",
      Type.Optional(choice("draft", "effective")),
    ),
    currency: about("The currency of all amounts, as an ISO 4217 code.", CurrencyCode),

    zone: about(
      "The time zone in which days begin and end, an IANA name such " +
        "as `Asia/Shanghai`. Left out: the merchant's.",
      Type.Optional(Type.String({ maxLength: 64 })),
    ),

    calendar: about(
      "The country whose days off count. Left out: the merchant's " +
        "calendar, else that of the zone's country.",
      Type.Optional(CalendarCode),
    ),

    language: about(
      "The language of notices and letters. Left out: that of the " +
        "acceptance, else the merchant's.",
      Type.Optional(choice("zh-CN", "zh-TW", "en")),
    ),
    orderedAt: about(
      "When it was ordered. Left out: at the earliest instant that " + "is told, else now.",
      Type.Optional(InstantText),
    ),
    signedAt: about(
      "When the contract was signed; left out where there is none.",
      Type.Optional(InstantText),
    ),
    paidAt: about("When it was paid. Left out with `tenders`: now.", Type.Optional(InstantText)),
    channel: about("Where it was sold, in the shop's own words.", Type.Optional(ShortText)),
    customer: about("Who bought.", Type.Optional(CustomerInput)),
    lines: about("What was sold.", Type.Array(OrderLine, { minItems: 1, maxItems: 2000 })),
    adjustments: about(
      "Discounts, in their order: each is reckoned on what the " + "earlier ones left.",
      Type.Optional(Type.Array(Adjustment, { maxItems: 200 })),
    ),
    granted: about(
      "What came with the order: red packets, points, gifts.",
      Type.Optional(Type.Array(Grant, { maxItems: 200 })),
    ),

    tenders: about(
      "What paid it; the values add up to what the lines come to. " +
        "Left out: not paid yet. Empty: it costs nothing.",
      Type.Optional(Type.Array(Tender, { maxItems: 50 })),
    ),
    balanceDueMinor: BalanceDue,
    thresholdRule: about(
      "On a partial return `keep` leaves the discounts of the sale, " +
        "`reprice` reckons them anew for what is kept.",
      Type.Optional(choice("keep", "reprice")),
    ),
    terms: about("The metered services of the order's packages.", Type.Optional(OrderTerms)),

    policies: about(
      "What the customer accepted. Left out: the merchant's default " + "policies bind.",
      Type.Optional(Type.Array(AcceptedPolicy, { minItems: 1, maxItems: 20 })),
    ),

    acceptance: about(
      "How these policies were accepted; kept with the order.",
      Type.Optional(Acceptance),
    ),
  },
  strict,
);
export type WireCreateOrder = Static<typeof CreateOrder>;
