import { Type } from "typebox";
import type { Static } from "typebox";
import { AmountMinor, CurrencyCode } from "../money.ts";
import {
  CalendarCode,
  Id,
  InstantText,
  PolicyPin,
  choice,
  nullable,
  strict,
  about,
  OrderId,
} from "../schemas.ts";
import { AcceptanceView } from "./acceptance.ts";
import { LineKind, TenderKind } from "./draft.ts";
import { MoneyProblemKind } from "./problem.ts";

export const orderStatuses = [
  "draft",
  "effective",
  "paid",
  "serving",
  "shipped",
  "completed",
  "cancelled",
] as const;
export const OrderStatus = choice(...orderStatuses);

const LineView = Type.Object(
  {
    lineId: about("The line, by its name within the order.", Type.String()),
    kind: about("What is sold.", LineKind),
    productCode: about(
      "The shop's own code of the product; null where none was told.",
      nullable(Type.String()),
    ),
    productName: about(
      "The name of the product; null where none was told.",
      nullable(Type.String()),
    ),
    quantity: about("How many units.", Type.Integer()),
    listMinor: about("The price of all units before discounts, in minor units.", AmountMinor),

    paidMinor: about(
      "What was paid for the line, in minor units; null until the " + "order is paid.",
      nullable(AmountMinor),
    ),
    receivedAt: about(
      "When the customer received it; null while that was not told.",
      nullable(InstantText),
    ),
  },
  strict,
);

const TenderView = Type.Object(
  {
    tenderId: about("The means of payment, by its name within the order.", Type.String()),
    kind: about("The kind of the means of payment.", TenderKind),
    unit: about(
      "What it is counted in: a currency code, `points`, or " + "`packet:<id>`.",
      Type.String(),
    ),
    units: about("How much, in that unit: minor units of a currency.", AmountMinor),
    valueMinor: about("What it was worth, in minor units of the order's currency.", AmountMinor),
    gatewayAccount: about(
      "The gateway account that it came through; null where none was " + "told.",
      nullable(Type.String()),
    ),
    gatewayTransaction: about(
      "The gateway's own number of the payment; null where none was " + "told.",
      nullable(Type.String()),
    ),
  },
  strict,
);

const EventView = Type.Object(
  {
    eventId: about("The event, by the id that the server gave it.", Id),
    kind: about("What happened, as it was told.", Type.String()),
    occurredAt: about("When it happened.", InstantText),
    recordedAt: about("When it was recorded.", InstantText),
    data: about(
      "What else was told of it, under the keys of the event.",
      Type.Record(Type.String(), Type.Unknown()),
    ),
  },
  strict,
);

const summary = {
  orderId: OrderId,
  orderNumber: about("The shop's own number of the order.", Type.String()),
  status: about("Where the order stands.", OrderStatus),
  currency: about("The currency of the order's amounts, as an ISO 4217 code.", CurrencyCode),

  paidMinor: about(
    "What was paid, in minor units; null until the order is paid.",
    nullable(AmountMinor),
  ),
  orderedAt: about("When it was ordered.", InstantText),
  paidAt: about("When it was paid; null until then.", nullable(InstantText)),
};
export const OrderSummary = Type.Object(summary, strict);
export type WireOrderSummary = Static<typeof OrderSummary>;

/** What became of an event: the order, and what it did to money that was to be paid. */
export const RecordedOrderEvent = Type.Object(
  {
    ...summary,

    stoppedPayouts: about(
      "Amounts due that are not sent, since their money went back " + "another way.",
      Type.Array(
        Type.Object(
          {
            obligationId: about("The amount due.", Id),
            claimId: about(
              "The claim that it was due for; null where it is due for none.",
              nullable(Id),
            ),
            tenderId: about("The means of payment, by its name within the order.", Type.String()),
            unit: about(
              "What it is counted in: a currency code, `points`, or " + "`packet:<id>`.",
              Type.String(),
            ),
            units: about("How much, in that unit: minor units of a currency.", AmountMinor),
          },
          strict,
        ),
      ),
    ),

    problems: about(
      "What a person must look at now; `GET /v1/money-problems` has " + "it until it is closed.",
      Type.Array(
        Type.Object(
          {
            kind: about("What is the matter.", MoneyProblemKind),
            reference: about(
              "The dispute, refund or payment that it is about, by the id " + "that was told.",
              Type.String(),
            ),
            unit: about(
              "What it is counted in: a currency code, `points`, or " + "`packet:<id>`.",
              Type.String(),
            ),
            units: about("How much, in that unit: minor units of a currency.", AmountMinor),
            otherUnits: about(
              "The amount that it differs from, in the same unit; null where " + "there is none.",
              nullable(AmountMinor),
            ),
          },
          strict,
        ),
      ),
    ),
  },
  strict,
);
export type WireRecordedOrderEvent = Static<typeof RecordedOrderEvent>;

export const OrderView = Type.Object(
  {
    ...summary,
    zone: about("The time zone in which its days begin and end, an IANA name.", Type.String()),

    calendar: about(
      "The country whose days off count: as told with the order, " +
        "else by the merchant, else by the zone.",
      CalendarCode,
    ),

    language: about(
      "The language of notices and letters; null: nobody has said, " + "and the merchant's counts.",
      nullable(choice("zh-CN", "zh-TW", "en")),
    ),
    signedAt: about(
      "When the contract was signed; null where there is none.",
      nullable(InstantText),
    ),
    channel: about("Where it was sold; null where that was not told.", nullable(Type.String())),
    customer: about(
      "Who bought; null where that was not told.",
      nullable(
        Type.Object(
          {
            customerId: about("The customer, by the id that the server gave.", Id),
            kind: about("Whether a consumer bought or a business.", choice("consumer", "business")),
            reference: about(
              "The shop's own number of the customer; null where none was " + "told.",
              nullable(Type.String()),
            ),

            name: about(
              "The customer's name; null where it was not told or is erased.",
              nullable(Type.String()),
            ),
            phone: about(
              "The customer's telephone number; null where it was not told " + "or is erased.",
              nullable(Type.String()),
            ),
            email: about(
              "The customer's e-mail address; null where it was not told or " + "is erased.",
              nullable(Type.String()),
            ),
          },
          strict,
        ),
      ),
    ),
    policies: about(
      "The policies and floors that bind the order, as they were " + "when it was made.",
      Type.Array(PolicyPin),
    ),

    policiesFrom: about(
      "Whether the customer accepted these policies, or the " + "merchant's defaults bind.",
      choice("accepted", "default"),
    ),

    acceptances: about(
      "How and when policies were accepted, where that was told.",
      Type.Array(AcceptanceView),
    ),
    lines: about("What was sold.", Type.Array(LineView)),
    tenders: about("What paid it.", Type.Array(TenderView)),
    events: about("What happened to it, oldest first.", Type.Array(EventView)),
  },
  strict,
);
export type WireOrder = Static<typeof OrderView>;

/** What a customer sees of an order: nothing personal, and which units can still be claimed. */
export const MyOrder = Type.Object(
  {
    ...summary,
    zone: about("The time zone in which its days begin and end, an IANA name.", Type.String()),
    signedAt: about(
      "When the contract was signed; null where there is none.",
      nullable(InstantText),
    ),
    lines: about(
      "What was sold.",
      Type.Array(
        Type.Object(
          {
            ...LineView.properties,

            freeUnits: about(
              "Units that no claim names, but for claims that were refused " + "or withdrawn.",
              Type.Integer({ minimum: 0 }),
            ),

            packetId: about(
              "The red packet that this line sold; null where it sold none.",
              nullable(Type.String()),
            ),
          },
          strict,
        ),
      ),
    ),

    packets: about(
      "Red packets that were bought in this order or came with it.",
      Type.Array(
        Type.Object(
          {
            packetId: about("What names the red packet within the order.", Type.String()),
            amountMinor: about("What it is worth, in minor units.", AmountMinor),
          },
          strict,
        ),
      ),
    ),

    promises: about(
      "What the shop promised with the order; its terms are at " +
        "`/terms/{slug}/{id}/{version}`.",
      Type.Array(
        Type.Object(
          {
            id: about("The policy's id.", Type.String()),
            version: about("The policy's version.", Type.Integer({ minimum: 1 })),

            title: about(
              "Its title in the reader's language; null where it has none.",
              nullable(Type.String()),
            ),
          },
          strict,
        ),
      ),
    ),
    tenders: about(
      "What paid it.",
      Type.Array(
        Type.Object(
          {
            tenderId: about("The means of payment, by its name within the order.", Type.String()),
            kind: about("The kind of the means of payment.", TenderKind),
            unit: about(
              "What it is counted in: a currency code, `points`, or " + "`packet:<id>`.",
              Type.String(),
            ),
            units: about("How much, in that unit: minor units of a currency.", AmountMinor),
          },
          strict,
        ),
      ),
    ),
  },
  strict,
);
export type WireMyOrder = Static<typeof MyOrder>;
