import { Type } from "typebox";
import type { Static } from "typebox";
import { MoneyProblemKind } from "../orders/problem.ts";
import { AmountMinor, CurrencyCode, SignedAmountMinor } from "../money.ts";
import {
  choice,
  Id,
  InstantText,
  nullable,
  ShortText,
  strict,
  about,
  OrderId,
} from "../schemas.ts";

export const PayoutStatus = choice(
  "planned",
  "sending",
  "settled",
  "failed",
  "uncertain",
  "parked",
  "cancelled",
  "reversed",
);
export const ObligationStatus = choice("planned", "in_progress", "met", "released");
export const PayoutRoute = choice("gateway", "internal", "transfer");

/** What the merchant calls an account at a gateway; orders name it so. */
export const AccountName = Type.String({ pattern: "^[a-z0-9][a-z0-9_-]{0,39}$" });

const limit = nullable(Type.Integer({ minimum: 1 }));

/** What the gateway allows; null is no bound. WeChat Pay: 365 days, 50, one a minute, 150. */
export const GatewayLimits = Type.Object(
  {
    refundAgeMaxMs: about(
      "The time after a payment in which it can be refunded, in " + "milliseconds; null: no bound.",
      limit,
    ),
    refundCountMax: about("How often one payment can be refunded; null: no bound.", limit),
    refundSpacingMs: about(
      "The least time between two refunds of one payment, in " + "milliseconds; null: none.",
      limit,
    ),
    ratePerSecond: about("How many calls a second the gateway takes; null: no bound.", limit),
  },
  strict,
);

/** How to reach a WeChat Pay v3 account. Nothing in it is secret. */
export const WechatPaySettings = Type.Object(
  {
    mchid: about(
      "The merchant's number at WeChat Pay.",
      Type.String({ minLength: 1, maxLength: 32 }),
    ),

    serial: about(
      "The serial number of the merchant's certificate.",
      Type.String({ minLength: 1, maxLength: 64 }),
    ),

    platformKeys: about(
      "The platform's public keys in PEM, by serial number; two " + "while one replaces the other.",
      Type.Record(Type.String(), Type.String({ maxLength: 4000 })),
    ),
    baseUrl: about(
      "The address of the gateway's API.",
      Type.String({ format: "uri", maxLength: 200 }),
    ),

    callbackBaseUrl: about(
      "Where the gateway reaches this server, without a path; null: " + "it is polled alone.",
      nullable(Type.String({ format: "uri", maxLength: 150 })),
    ),
    limits: about("What the gateway allows.", GatewayLimits),
    callTimeoutMs: about(
      "How long a call is waited for, in milliseconds.",
      Type.Integer({ minimum: 100, maximum: 60_000 }),
    ),

    callsAtOnce: about(
      "How many calls one process has open at the same time.",
      Type.Integer({ minimum: 1, maximum: 200 }),
    ),
  },
  strict,
);
export type WireWechatPaySettings = Static<typeof WechatPaySettings>;

/** The merchant's own keys; taken in, never given out. */
export const WechatPayKeys = Type.Object(
  {
    privateKey: about(
      "The merchant's private key in PEM (PKCS#8); sealed and never " + "shown.",
      Type.String({ minLength: 1, maxLength: 8000 }),
    ),
    apiV3Key: about(
      "The APIv3 key of 32 characters; sealed and never shown.",
      Type.String({ minLength: 32, maxLength: 32 }),
    ),
  },
  strict,
);

export const NewGatewayAccount = Type.Object(
  {
    account: about("What the merchant calls the account; tenders name it so.", AccountName),
    gateway: about("Which gateway it is at.", choice("wechatpay")),
    currency: about("The currency that it settles in, as an ISO 4217 code.", CurrencyCode),
    settings: about("How to reach it; nothing secret.", WechatPaySettings),
    keys: about("The merchant's own keys; taken in, never given out.", WechatPayKeys),
  },
  strict,
);

export const GatewayAccountView = Type.Object(
  {
    account: about("What the merchant calls the account.", AccountName),
    gateway: about("Which gateway it is at.", choice("wechatpay")),
    currency: about("The currency that it settles in, as an ISO 4217 code.", CurrencyCode),
    settings: about("How it is reached.", WechatPaySettings),

    callbackUrl: about(
      "The address that the gateway's callbacks come to; null where " + "it is polled alone.",
      nullable(Type.String()),
    ),
    createdAt: about("When it was added.", InstantText),
  },
  strict,
);
export type WireGatewayAccount = Static<typeof GatewayAccountView>;

/** `units` are minor units of money, or points or packet units. */
export const ObligationView = Type.Object(
  {
    obligationId: about("The amount due, by the id that the server gave it.", Id),
    orderId: OrderId,
    claimId: about("The claim that it is due for; null where it is due for none.", nullable(Id)),
    tenderId: about(
      "The means of payment that it goes back on; null for what is " + "paid beside.",
      nullable(ShortText),
    ),
    purpose: about("What it is due for, as a code.", ShortText),
    route: about(
      "How it is paid: by the gateway, within the system, or by a " + "bank transfer.",
      PayoutRoute,
    ),
    unit: about(
      "What it is counted in: a currency code, `points`, or " + "`packet:<id>`.",
      ShortText,
    ),
    units: about("How much, in that unit: minor units of a currency.", AmountMinor),
    status: about("Whether it waits, is being paid, was paid, or was given up.", ObligationStatus),
    createdAt: about("When it became due.", InstantText),
    metAt: about("When it was paid; null until then.", nullable(InstantText)),
    releaseReason: about("Why it was given up; null unless it was.", nullable(ShortText)),
  },
  strict,
);
export type WireObligation = Static<typeof ObligationView>;

export const PayoutView = Type.Object(
  {
    payoutId: about("The payout, by the id that the server gave it.", Id),
    obligationId: about("The amount due that it pays.", Id),
    orderId: OrderId,
    claimId: about("The claim that it is due for; null where it is due for none.", nullable(Id)),
    tenderId: about(
      "The means of payment that it goes back on; null for what is " + "paid beside.",
      nullable(ShortText),
    ),
    route: about(
      "How it is paid: by the gateway, within the system, or by a " + "bank transfer.",
      PayoutRoute,
    ),
    account: about(
      "The gateway account that it goes by; null where no gateway is " + "asked.",
      nullable(ShortText),
    ),

    settlementNumber: about("The number under which the gateway knows it.", ShortText),
    unit: about(
      "What it is counted in: a currency code, `points`, or " + "`packet:<id>`.",
      ShortText,
    ),
    units: about("How much, in that unit: minor units of a currency.", AmountMinor),
    status: about(
      "How far it is. `uncertain`: the gateway has not said; " + "`parked`: a person must look.",
      PayoutStatus,
    ),
    attempts: about("How often it was sent.", Type.Integer({ minimum: 0 })),

    code: about(
      "Why it is not settled, in the gateway's own code or ours; " + "null where nothing is wrong.",
      nullable(ShortText),
    ),
    gatewayReference: about(
      "The gateway's own number of the refund; null until it gave " + "one.",
      nullable(ShortText),
    ),
    nextCallAt: about(
      "When the gateway is called next; null: not again by itself.",
      nullable(InstantText),
    ),
    createdAt: about("When it was planned.", InstantText),
    updatedAt: about("When its status last changed.", InstantText),
    settledAt: about(
      "When the gateway said that it is paid; null until then.",
      nullable(InstantText),
    ),
  },
  strict,
);
export type WirePayout = Static<typeof PayoutView>;

export const TenderView = Type.Object(
  {
    tenderId: about("The means of payment, by its name within the order.", ShortText),
    kind: about(
      "The kind of the means of payment.",
      choice("money", "wallet", "packet", "points", "gift_card"),
    ),
    unit: about(
      "What it is counted in: a currency code, `points`, or " + "`packet:<id>`.",
      ShortText,
    ),
    account: about(
      "The gateway account that it came through; null where none was " + "told.",
      nullable(ShortText),
    ),
    captured: about("What it paid, in its unit.", AmountMinor),

    excess: about(
      "Of it, what the order never asked for: it is owed back beside " + "all claims.",
      AmountMinor,
    ),

    obliged: about(
      "Of it, what amounts due reserve, whether paid or not; those " + "given up do not count.",
      AmountMinor,
    ),
  },
  strict,
);

/**
 * What decisions bring beside what is paid. `voided`: taken back of what was given with the order
 * and is unspent, for whoever keeps it to take out. `offset`: spent, so that the refund is less by
 * it. `cleared`: taken from what came back to the packet since. `restored`: the coupon may be used
 * again. `shortfall`: could be taken from nowhere, and is not collected.
 */
export const ConsequenceView = Type.Object(
  {
    orderId: OrderId,
    kind: about(
      "`voided`: taken back unspent; `offset`: spent, so the refund is less by it; `cleared`: " +
        "taken from what came back since; `restored`: the coupon may be used again; `shortfall`: " +
        "could be taken from nowhere, and is not collected.",
      choice("voided", "offset", "cleared", "restored", "shortfall"),
    ),
    subject: about(
      "What it is about.",
      choice("packet", "points", "gift", "coupon", "take", "chargeback", "outside"),
    ),
    reference: about(
      "The packet, gift or coupon, a base, a chargeback, or a unit of the tenders.",
      Type.String(),
    ),
    unit: about("A currency, `points`, `packet:<id>`, `gift:<id>` or `coupon`.", Type.String()),
    amount: about(
      "How much in that unit; below 0 where a later change left less.",
      SignedAmountMinor,
    ),
  },
  strict,
);
export type WireConsequence = Static<typeof ConsequenceView>;

export const OrderMoney = Type.Object(
  {
    orderId: OrderId,
    tenders: about("The order's means of payment and what they hold.", Type.Array(TenderView)),
    obligations: about("What is due of the order.", Type.Array(ObligationView)),
    payouts: about("What was or is being paid.", Type.Array(PayoutView)),
    consequences: about(
      "What stands beside the money, by all claims and events of the order; above 0 each.",
      Type.Array(ConsequenceView),
    ),
  },
  strict,
);
export type WireOrderMoney = Static<typeof OrderMoney>;

export const ReleaseReason = choice(
  "paid_elsewhere",
  "entered_in_error",
  "customer_waived",
  "unreachable",
);

export const MoneyProblemOutcome = choice(
  "corrected",
  "collected",
  "written_off",
  "as_it_should_be",
);

export const MoneyProblemView = Type.Object(
  {
    problemId: about("The problem, by the id that the server gave it.", Id),
    orderId: OrderId,
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

    sentence: about("What happened and what can be done, in the reader's language.", Type.String()),
    toldAt: about("When it was noticed.", InstantText),
    closedAt: about("When a person closed it; null while it is open.", nullable(InstantText)),
    closedBy: about("Who closed it; null while it is open.", nullable(Type.String())),
    outcome: about("How it ended; null while it is open.", nullable(MoneyProblemOutcome)),
  },
  strict,
);
export type WireMoneyProblem = Static<typeof MoneyProblemView>;

export const TransferStatus = choice("stated", "approved", "rejected");

/** Names of documents, never what they say of people; the digest binds the very file. */
export const TransferEvidence = Type.Object(
  {
    kind: about(
      "What kind of document it is.",
      choice("bank_receipt", "bank_statement", "gateway_statement", "customer_confirmation"),
    ),
    reference: about(
      "The document's number; never what it says of people.",
      Type.String({ pattern: "^[0-9A-Za-z._:/-]{1,80}$" }),
    ),
    sha256: about(
      "SHA-256 of the file, which binds that very file.",
      Type.Optional(Type.String({ pattern: "^[0-9a-f]{64}$" })),
    ),
  },
  strict,
);

export const TransferView = Type.Object(
  {
    transferId: about("The transfer, by the id that the server gave it.", Id),
    obligationId: about("The amount due that it pays.", Id),
    reference: about("The bank's reference of the transfer.", ShortText),
    evidence: about("The documents that show it.", Type.Array(TransferEvidence)),
    status: about(
      "Whether it waits for a second person, or was approved or " + "rejected.",
      TransferStatus,
    ),
    statedBy: about("Who stated it.", Type.String()),
    statedAt: about("When it was stated.", InstantText),
    decidedBy: about("Who approved or rejected it; null until then.", nullable(Type.String())),
    decidedAt: about("When it was approved or rejected; null until then.", nullable(InstantText)),
  },
  strict,
);
export type WireTransfer = Static<typeof TransferView>;
