import { Type } from "typebox";
import type { Static } from "typebox";
import { AmountMinor, CurrencyCode } from "../money.ts";
import { CalendarCode, Id, InstantText, PolicyPin, choice, nullable, strict } from "../schemas.ts";
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
    lineId: Type.String(),
    kind: LineKind,
    productCode: nullable(Type.String()),
    productName: nullable(Type.String()),
    quantity: Type.Integer(),
    listMinor: AmountMinor,
    /** Null until the order is paid. */
    paidMinor: nullable(AmountMinor),
    receivedAt: nullable(InstantText),
  },
  strict,
);

const TenderView = Type.Object(
  {
    tenderId: Type.String(),
    kind: TenderKind,
    unit: Type.String(),
    units: AmountMinor,
    valueMinor: AmountMinor,
    gatewayAccount: nullable(Type.String()),
    gatewayTransaction: nullable(Type.String()),
  },
  strict,
);

const EventView = Type.Object(
  {
    eventId: Id,
    kind: Type.String(),
    occurredAt: InstantText,
    recordedAt: InstantText,
    data: Type.Record(Type.String(), Type.Unknown()),
  },
  strict,
);

const summary = {
  orderId: Id,
  orderNumber: Type.String(),
  status: OrderStatus,
  currency: CurrencyCode,
  /** Null until the order is paid. */
  paidMinor: nullable(AmountMinor),
  orderedAt: InstantText,
  paidAt: nullable(InstantText),
};
export const OrderSummary = Type.Object(summary, strict);
export type WireOrderSummary = Static<typeof OrderSummary>;

/** What became of an event: the order, and what it did to money that was to be paid. */
export const RecordedOrderEvent = Type.Object(
  {
    ...summary,
    /** Amounts due that are not sent, since their money went back another way. */
    stoppedPayouts: Type.Array(
      Type.Object(
        {
          obligationId: Id,
          claimId: nullable(Id),
          tenderId: Type.String(),
          unit: Type.String(),
          units: AmountMinor,
        },
        strict,
      ),
    ),
    /** What a person must look at now: `GET /v1/money-problems` has it until it is closed. */
    problems: Type.Array(
      Type.Object(
        {
          kind: MoneyProblemKind,
          reference: Type.String(),
          unit: Type.String(),
          units: AmountMinor,
          otherUnits: nullable(AmountMinor),
        },
        strict,
      ),
    ),
  },
  strict,
);
export type WireRecordedOrderEvent = Static<typeof RecordedOrderEvent>;

export const OrderView = Type.Object(
  {
    ...summary,
    zone: Type.String(),
    /** Whose days off count: as said with the order, by the merchant, or by the zone. */
    calendar: CalendarCode,
    /** Of notices and letters; null: nobody has said, and the merchant's counts. */
    language: nullable(choice("zh-CN", "zh-TW", "en")),
    signedAt: nullable(InstantText),
    channel: nullable(Type.String()),
    customer: nullable(
      Type.Object(
        {
          customerId: Id,
          kind: choice("consumer", "business"),
          reference: nullable(Type.String()),
          /** Null where nothing personal was given, or the person is erased. */
          name: nullable(Type.String()),
          phone: nullable(Type.String()),
          email: nullable(Type.String()),
        },
        strict,
      ),
    ),
    policies: Type.Array(PolicyPin),
    /** Whether the customer accepted these policies, or the merchant's defaults bind. */
    policiesFrom: choice("accepted", "default"),
    /** How and when they were accepted, where that was told. */
    acceptances: Type.Array(AcceptanceView),
    lines: Type.Array(LineView),
    tenders: Type.Array(TenderView),
    events: Type.Array(EventView),
  },
  strict,
);
export type WireOrder = Static<typeof OrderView>;

/** What a customer sees of an order: nothing personal, and which units can still be claimed. */
export const MyOrder = Type.Object(
  {
    ...summary,
    zone: Type.String(),
    signedAt: nullable(InstantText),
    lines: Type.Array(
      Type.Object(
        {
          ...LineView.properties,
          /** Units that no claim names, but for claims that were refused or withdrawn. */
          freeUnits: Type.Integer({ minimum: 0 }),
          /** The red packet that this line sold. */
          packetId: nullable(Type.String()),
        },
        strict,
      ),
    ),
    /** Red packets that were bought in this order or came with it. */
    packets: Type.Array(Type.Object({ packetId: Type.String(), amountMinor: AmountMinor }, strict)),
    /** What the shop promised with the order, to be read at `/terms/{slug}/{id}/{version}`. */
    promises: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          version: Type.Integer({ minimum: 1 }),
          /** In the reader's language; null where the promise has none. */
          title: nullable(Type.String()),
        },
        strict,
      ),
    ),
    tenders: Type.Array(
      Type.Object(
        {
          tenderId: Type.String(),
          kind: TenderKind,
          unit: Type.String(),
          units: AmountMinor,
        },
        strict,
      ),
    ),
  },
  strict,
);
export type WireMyOrder = Static<typeof MyOrder>;
