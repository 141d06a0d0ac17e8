import { Type } from "typebox";
import type { Static } from "typebox";
import { AmountMinor, CurrencyCode } from "./money.ts";
import { route } from "./route.ts";
import {
  Id,
  InstantText,
  ShortText,
  choice,
  nullable,
  page,
  pageQuery,
  strict,
} from "./schemas.ts";

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
    /** Reserved by obligations that are not released: met or not. */
    obliged: AmountMinor,
  },
  strict,
);

export const OrderMoney = Type.Object(
  {
    orderId: Id,
    tenders: Type.Array(TenderView),
    obligations: Type.Array(ObligationView),
    payouts: Type.Array(PayoutView),
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

const transferParams = Type.Object({ transferId: Id }, strict);

const filters = {
  ...pageQuery,
  orderId: Type.Optional(Id),
  claimId: Type.Optional(Id),
};
const obligationParams = Type.Object({ obligationId: Id }, strict);

export const treasuryRoutes = {
  listObligations: route({
    operationId: "listObligations",
    method: "GET",
    path: "/v1/obligations",
    summary: "What is due, newest first",
    right: "read",
    query: Type.Object(
      {
        ...filters,
        status: Type.Optional(ObligationStatus),
        route: Type.Optional(PayoutRoute),
      },
      strict,
    ),
    success: { status: 200, schema: page(ObligationView) },
    stateful: false,
    errors: ["cursor_invalid"],
  }),
  listPayouts: route({
    operationId: "listPayouts",
    method: "GET",
    path: "/v1/payouts",
    summary: "Payouts, newest first",
    right: "read",
    query: Type.Object(
      { ...filters, status: Type.Optional(PayoutStatus), account: Type.Optional(AccountName) },
      strict,
    ),
    success: { status: 200, schema: page(PayoutView) },
    stateful: false,
    errors: ["cursor_invalid"],
  }),
  getOrderMoney: route({
    operationId: "getOrderMoney",
    method: "GET",
    path: "/v1/orders/{orderId}/money",
    summary: "What an order's tenders hold, what is due of them, and what was paid",
    right: "read",
    params: Type.Object({ orderId: Id }, strict),
    success: { status: 200, schema: OrderMoney },
    stateful: false,
    errors: ["not_found"],
  }),
  releaseObligation: route({
    operationId: "releaseObligation",
    method: "POST",
    path: "/v1/obligations/{obligationId}/release",
    summary: "Give up an amount due that no payout has paid or may have paid",
    right: "pay",
    params: obligationParams,
    body: Type.Object({ reason: ReleaseReason }, strict),
    success: { status: 200, schema: ObligationView },
    stateful: true,
    errors: ["not_found", "obligation_state", "payout_state"],
  }),
  stateTransfer: route({
    operationId: "stateTransfer",
    method: "POST",
    path: "/v1/obligations/{obligationId}/transfer",
    summary: "State, with evidence, that an amount due was paid by a bank transfer",
    right: "attest",
    params: obligationParams,
    body: Type.Object(
      {
        /** The bank's reference of the transfer; one transfer meets one obligation. */
        reference: Type.String({ minLength: 1, maxLength: 60 }),
        evidence: Type.Array(TransferEvidence, { minItems: 1, maxItems: 10 }),
      },
      strict,
    ),
    success: { status: 201, schema: TransferView },
    stateful: true,
    errors: [
      "person_needed",
      "not_found",
      "obligation_state",
      "payout_state",
      "payout_in_doubt",
      "transfer_stated",
      "transfer_reference_used",
    ],
  }),
  listTransfers: route({
    operationId: "listTransfers",
    method: "GET",
    path: "/v1/transfers",
    summary: "Stated transfers and what became of them, newest first",
    right: "read",
    query: Type.Object({ ...pageQuery, status: Type.Optional(TransferStatus) }, strict),
    success: { status: 200, schema: page(TransferView) },
    stateful: false,
    errors: ["cursor_invalid"],
  }),
  approveTransfer: route({
    operationId: "approveTransfer",
    method: "POST",
    path: "/v1/transfers/{transferId}/approval",
    summary: "A second person approves a stated transfer; the amount due is met by it",
    right: "approve",
    params: transferParams,
    success: { status: 200, schema: TransferView },
    stateful: true,
    errors: [
      "person_needed",
      "not_found",
      "four_eyes",
      "transfer_state",
      "obligation_state",
      "payout_state",
      "payout_in_doubt",
    ],
  }),
  rejectTransfer: route({
    operationId: "rejectTransfer",
    method: "POST",
    path: "/v1/transfers/{transferId}/rejection",
    summary: "Reject a stated transfer: nothing was booked for it",
    right: "approve",
    params: transferParams,
    success: { status: 200, schema: TransferView },
    stateful: true,
    errors: ["not_found", "transfer_state"],
  }),
  retryPayout: route({
    operationId: "retryPayout",
    method: "POST",
    path: "/v1/payouts/{payoutId}/retry",
    summary: "Try a failed or reversed payout again, under the number that the gateway wants",
    right: "pay",
    params: Type.Object({ payoutId: Id }, strict),
    success: { status: 200, schema: PayoutView },
    stateful: true,
    errors: ["not_found", "payout_state"],
  }),
  listGatewayAccounts: route({
    operationId: "listGatewayAccounts",
    method: "GET",
    path: "/v1/gateway-accounts",
    summary: "Accounts at gateways, without their keys",
    right: "read",
    success: {
      status: 200,
      schema: Type.Object({ items: Type.Array(GatewayAccountView) }, strict),
    },
    stateful: false,
    errors: [],
  }),
  createGatewayAccount: route({
    operationId: "createGatewayAccount",
    method: "POST",
    path: "/v1/gateway-accounts",
    summary: "Add an account at a gateway; its keys are sealed and never shown",
    right: "administer",
    body: NewGatewayAccount,
    success: { status: 201, schema: GatewayAccountView },
    stateful: true,
    errors: ["gateway_account_taken", "gateway_keys_invalid", "currency_unknown"],
  }),
  receiveWechatPayCallback: route({
    operationId: "receiveWechatPayCallback",
    method: "POST",
    path: "/callbacks/wechatpay/{callbackId}",
    summary: "WeChat Pay's notices of refunds: verified, kept once, then asked about",
    right: "public",
    params: Type.Object({ callbackId: Id }, strict),
    success: { status: 204 },
    stateful: false,
    errors: ["callback_unverified"],
  }),
};
