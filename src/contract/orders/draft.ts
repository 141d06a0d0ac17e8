import { Type } from "typebox";
import type { Static } from "typebox";
import { AmountMinor, CurrencyCode } from "../money.ts";
import { Acceptance, AcceptedPolicy } from "./acceptance.ts";
import { CalendarCode, InstantText, ShortText, choice, nullable, strict } from "../schemas.ts";

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
  Type.Object({ minor: AmountMinor }, strict),
  Type.Object(
    { percent: Type.String({ pattern: "^\\d{1,3}(\\.\\d{1,6})?%$", examples: ["10%"] }) },
    strict,
  ),
]);
const LineIds = Type.Optional(nullable(Type.Array(PartId, { minItems: 1 })));

/** `quantity` units at `unitPriceMinor`, before discounts. The id is the position if left out. */
export const OrderLine = Type.Object(
  {
    lineId: Type.Optional(PartId),
    kind: LineKind,
    productCode: Type.Optional(ShortText),
    productName: Type.Optional(ShortText),
    quantity: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }),
    unitPriceMinor: AmountMinor,
    taxOf: Type.Optional(nullable(PartId)),
    giftOf: Type.Optional(nullable(PartId)),
    giftPriceMinor: Type.Optional(nullable(AmountMinor)),
    packetId: Type.Optional(nullable(PartId)),
  },
  strict,
);

/** Applied in their order, each to what the earlier ones left. */
export const Adjustment = Type.Union([
  Type.Object({ kind: Type.Literal("item_discount"), lineId: PartId, off: Off }, strict),
  Type.Object({ kind: Type.Literal("order_discount"), off: Off, lineIds: LineIds }, strict),
  Type.Object(
    {
      kind: Type.Literal("threshold"),
      tiers: Type.Array(Type.Object({ fromMinor: AmountMinor, off: Off }, strict), { minItems: 1 }),
      lineIds: LineIds,
    },
    strict,
  ),
  Type.Object(
    { kind: Type.Literal("coupon"), couponId: PartId, off: Off, lineIds: LineIds },
    strict,
  ),
  Type.Object({ kind: Type.Literal("charged"), totalMinor: AmountMinor }, strict),
]);

/** A packet, points or a gift that came with the order. */
export const Grant = Type.Object(
  {
    kind: choice("packet", "points", "gift"),
    id: PartId,
    amount: AmountMinor,
    lineIds: LineIds,
  },
  strict,
);

/**
 * One means of payment. `units` are in `unit` (a currency, "points", "packet:<id>"); `value` is
 * what they were worth, and left out where the unit is the order's currency.
 */
export const Tender = Type.Object(
  {
    tenderId: Type.Optional(PartId),
    kind: TenderKind,
    unit: Type.String({ minLength: 1, maxLength: 100 }),
    units: AmountMinor,
    value: Type.Optional(
      Type.Union([
        Type.Object({ minor: AmountMinor }, strict),
        Type.Object({ perUnit: Type.String({ maxLength: 40 }) }, strict),
      ]),
    ),
    lineIds: LineIds,
    /** Money only: the account it came through, and that gateway's own number of the payment. */
    gatewayAccount: Type.Optional(ShortText),
    gatewayTransaction: Type.Optional(ShortText),
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
    meters: Type.Array(
      Type.Object(
        {
          meter: PartId,
          /** The package it belongs to; left out, all packages of the order share it. */
          lineId: Type.Optional(PartId),
          units: Type.Integer({ minimum: 1 }),
          shareMinor: AmountMinor,
          fullUnitMinor: AmountMinor,
        },
        strict,
      ),
      { minItems: 1, maxItems: 100 },
    ),
  },
  strict,
);
export type WireOrderTerms = Static<typeof OrderTerms>;

/** Personal: kept sealed, never in a log, an event or a list. */
export const CustomerInput = Type.Object(
  {
    /** The shop's own, pseudonymous number of the customer. */
    reference: Type.Optional(ShortText),
    kind: Type.Optional(choice("consumer", "business")),
    name: Type.Optional(ShortText),
    phone: Type.Optional(Type.String({ minLength: 4, maxLength: 40 })),
    email: Type.Optional(Type.String({ format: "email", maxLength: 254 })),
  },
  strict,
);

export const CreateOrder = Type.Object(
  {
    orderNumber: Type.String({ minLength: 1, maxLength: 64, pattern: "^\\S(.*\\S)?$" }),
    /** `draft` waits for its confirmation; an order with tenders is paid at once. */
    status: Type.Optional(choice("draft", "effective")),
    currency: CurrencyCode,
    /** IANA zone in which days begin and end. Left out: the merchant's. */
    zone: Type.Optional(Type.String({ maxLength: 64 })),
    /** Whose days off count. Left out: the merchant's calendar, else that of the zone's country. */
    calendar: Type.Optional(CalendarCode),
    /** Of notices and letters. Left out: that of the acceptance, else the merchant's. */
    language: Type.Optional(choice("zh-CN", "zh-TW", "en")),
    orderedAt: Type.Optional(InstantText),
    signedAt: Type.Optional(InstantText),
    paidAt: Type.Optional(InstantText),
    channel: Type.Optional(ShortText),
    customer: Type.Optional(CustomerInput),
    lines: Type.Array(OrderLine, { minItems: 1, maxItems: 2000 }),
    adjustments: Type.Optional(Type.Array(Adjustment, { maxItems: 200 })),
    granted: Type.Optional(Type.Array(Grant, { maxItems: 200 })),
    /** Left out: not paid yet. Empty: it costs nothing. */
    tenders: Type.Optional(Type.Array(Tender, { maxItems: 50 })),
    balanceDueMinor: BalanceDue,
    thresholdRule: Type.Optional(choice("keep", "reprice")),
    terms: Type.Optional(OrderTerms),
    /** Left out: the merchant's default policies bind the order, and it says so. */
    policies: Type.Optional(Type.Array(AcceptedPolicy, { minItems: 1, maxItems: 20 })),
    /** How these policies were accepted; kept with the order. */
    acceptance: Type.Optional(Acceptance),
  },
  strict,
);
export type WireCreateOrder = Static<typeof CreateOrder>;
