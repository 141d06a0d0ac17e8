import { Type } from "typebox";
import type { Static } from "typebox";
import { MoneyProblemKind } from "../orders/problem.ts";
import { AmountMinor, CurrencyCode, SignedAmountMinor } from "../money.ts";
import { choice, Id, InstantText, nullable, ShortText, strict } from "../schemas.ts";

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
  { refundAgeMaxMs: limit, refundCountMax: limit, refundSpacingMs: limit, ratePerSecond: limit },
  strict,
);

/** How to reach a WeChat Pay v3 account. Nothing in it is secret. */
export const WechatPaySettings = Type.Object(
  {
    mchid: Type.String({ minLength: 1, maxLength: 32 }),
    /** Serial number of the merchant's certificate. */
    serial: Type.String({ minLength: 1, maxLength: 64 }),
    /** The platform's public keys (PEM) by serial; two while one replaces the other. */
    platformKeys: Type.Record(Type.String(), Type.String({ maxLength: 4000 })),
    baseUrl: Type.String({ format: "uri", maxLength: 200 }),
    /** Where callbacks reach us, without the path; null: the gateway is polled alone. */
    callbackBaseUrl: nullable(Type.String({ format: "uri", maxLength: 150 })),
    limits: GatewayLimits,
    callTimeoutMs: Type.Integer({ minimum: 100, maximum: 60_000 }),
    /** Calls of one process at the same time. */
    callsAtOnce: Type.Integer({ minimum: 1, maximum: 200 }),
  },
  strict,
);
export type WireWechatPaySettings = Static<typeof WechatPaySettings>;

/** The merchant's own keys; taken in, never given out. */
export const WechatPayKeys = Type.Object(
  {
    /** PEM, PKCS#8. */
    privateKey: Type.String({ minLength: 1, maxLength: 8000 }),
    apiV3Key: Type.String({ minLength: 32, maxLength: 32 }),
  },
  strict,
);

export const NewGatewayAccount = Type.Object(
  {
    account: AccountName,
    gateway: choice("wechatpay"),
    currency: CurrencyCode,
    settings: WechatPaySettings,
    keys: WechatPayKeys,
  },
  strict,
);

export const GatewayAccountView = Type.Object(
  {
    account: AccountName,
    gateway: choice("wechatpay"),
    currency: CurrencyCode,
    settings: WechatPaySettings,
    /** The address that the gateway's callbacks come to; null where it is polled alone. */
    callbackUrl: nullable(Type.String()),
    createdAt: InstantText,
  },
  strict,
);
export type WireGatewayAccount = Static<typeof GatewayAccountView>;

/** `units` are minor units of money, or points or packet units. */
export const ObligationView = Type.Object(
  {
    obligationId: Id,
    orderId: Id,
    claimId: nullable(Id),
    tenderId: nullable(ShortText),
    purpose: ShortText,
    route: PayoutRoute,
    unit: ShortText,
    units: AmountMinor,
    status: ObligationStatus,
    createdAt: InstantText,
    metAt: nullable(InstantText),
    releaseReason: nullable(ShortText),
  },
  strict,
);
export type WireObligation = Static<typeof ObligationView>;

export const PayoutView = Type.Object(
  {
    payoutId: Id,
    obligationId: Id,
    orderId: Id,
    claimId: nullable(Id),
    tenderId: nullable(ShortText),
    route: PayoutRoute,
    account: nullable(ShortText),
    /** The number under which the gateway knows it. */
    settlementNumber: ShortText,
    unit: ShortText,
    units: AmountMinor,
    status: PayoutStatus,
    attempts: Type.Integer({ minimum: 0 }),
    /** Why it is not settled, in the gateway's own code or ours. */
    code: nullable(ShortText),
    gatewayReference: nullable(ShortText),
    nextCallAt: nullable(InstantText),
    createdAt: InstantText,
    updatedAt: InstantText,
    settledAt: nullable(InstantText),
  },
  strict,
);
export type WirePayout = Static<typeof PayoutView>;

export const TenderView = Type.Object(
  {
    tenderId: ShortText,
    kind: choice("money", "wallet", "packet", "points", "gift_card"),
    unit: ShortText,
    account: nullable(ShortText),
    captured: AmountMinor,
    /** Of it, what the order never asked for: it is owed back beside all claims. */
    excess: AmountMinor,
    /** Reserved by obligations that are not released: met or not. */
    obliged: AmountMinor,
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
    orderId: Id,
    kind: choice("voided", "offset", "cleared", "restored", "shortfall"),
    subject: choice("packet", "points", "gift", "coupon", "take", "chargeback", "outside"),
    /** The packet, gift or coupon, a base, a chargeback, or a unit of the tenders. */
    reference: Type.String(),
    /** A currency, `points`, `packet:<id>`, `gift:<id>` or `coupon`. */
    unit: Type.String(),
    amount: SignedAmountMinor,
  },
  strict,
);
export type WireConsequence = Static<typeof ConsequenceView>;

export const OrderMoney = Type.Object(
  {
    orderId: Id,
    tenders: Type.Array(TenderView),
    obligations: Type.Array(ObligationView),
    payouts: Type.Array(PayoutView),
    /** What stands beside the money, by all claims and events of the order; above 0 each. */
    consequences: Type.Array(ConsequenceView),
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
    problemId: Id,
    orderId: Id,
    kind: MoneyProblemKind,
    reference: Type.String(),
    unit: Type.String(),
    units: AmountMinor,
    otherUnits: nullable(AmountMinor),
    /** What happened and what can be done, in the reader's language. */
    sentence: Type.String(),
    toldAt: InstantText,
    closedAt: nullable(InstantText),
    closedBy: nullable(Type.String()),
    outcome: nullable(MoneyProblemOutcome),
  },
  strict,
);
export type WireMoneyProblem = Static<typeof MoneyProblemView>;

export const TransferStatus = choice("stated", "approved", "rejected");

/** Names of documents, never what they say of people; the digest binds the very file. */
export const TransferEvidence = Type.Object(
  {
    kind: choice("bank_receipt", "bank_statement", "gateway_statement", "customer_confirmation"),
    reference: Type.String({ pattern: "^[0-9A-Za-z._:/-]{1,80}$" }),
    sha256: Type.Optional(Type.String({ pattern: "^[0-9a-f]{64}$" })),
  },
  strict,
);

export const TransferView = Type.Object(
  {
    transferId: Id,
    obligationId: Id,
    reference: ShortText,
    evidence: Type.Array(TransferEvidence),
    status: TransferStatus,
    statedBy: Type.String(),
    statedAt: InstantText,
    decidedBy: nullable(Type.String()),
    decidedAt: nullable(InstantText),
  },
  strict,
);
export type WireTransfer = Static<typeof TransferView>;
