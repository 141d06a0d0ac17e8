import { Type } from "typebox";
import type { Static } from "typebox";
import { AmountMinor, CurrencyCode, SignedAmountMinor } from "./money.ts";
import { route } from "./route.ts";
import type { RouteSpec } from "./route.ts";
import {
  choice,
  Id,
  InstantText,
  nullable,
  page,
  pageQuery,
  PolicyPin,
  ShortText,
  strict,
} from "./schemas.ts";

export const claimKinds = ["cancel", "refund", "ineffective", "packet_return", "campaign_off"];
export const ClaimKind = choice("cancel", "refund", "ineffective", "packet_return", "campaign_off");
export type WireClaimKind = Static<typeof ClaimKind>;

export const ClaimStatus = choice(
  "filed",
  "gathering",
  "reviewing",
  "approved",
  "refused",
  "settling",
  "settled",
  "withdrawn",
);

/** Why no order can be named: the claim is then refused at once, with this as its reason. */
export const Unmatched = choice(
  "no_customer",
  "special_code",
  "no_earlier_purchase",
  "more_than_bought",
);

/** Seconds, whole numbers, `n/d` or percent texts, options and flags, as the catalogue says. */
const FactValue = Type.Union([Type.Number(), Type.Boolean(), Type.String({ maxLength: 100 })]);

/** Units by number, or the first so many that no accepted claim has named yet. */
const FiledItem = Type.Object(
  {
    orderId: Id,
    lineId: Type.Optional(Type.String({ maxLength: 100 })),
    packetId: Type.Optional(Type.String({ maxLength: 100 })),
    quantity: Type.Optional(Type.Integer({ minimum: 1 })),
    units: Type.Optional(
      Type.Object({ from: Type.Integer({ minimum: 0 }), to: Type.Integer({ minimum: 1 }) }, strict),
    ),
  },
  strict,
);

/**
 * `fact` is a fact of the catalogue, or `base.<name>` for a sum that is no part of what was paid (a
 * freight receipt): its value is in minor units, and it counts once a reviewer attests it.
 */
export const GivenFact = Type.Object(
  {
    fact: ShortText,
    value: FactValue,
    orderId: Type.Optional(Id),
    lineId: Type.Optional(Type.String({ maxLength: 100 })),
    packetId: Type.Optional(Type.String({ maxLength: 100 })),
    /** `attested` needs the right `attest`; a customer's word is `claimed`. */
    state: Type.Optional(choice("claimed", "attested")),
    /** Of a sum, to be held against the order's own: another one is refused. */
    currency: Type.Optional(CurrencyCode),
  },
  strict,
);
export type WireGivenFact = Static<typeof GivenFact>;

const { state: _state, currency: _currency, ...saidByCustomer } = GivenFact.properties;
const SaidByCustomer = Type.Object(saidByCustomer, strict);

export const FileClaim = Type.Object(
  {
    kind: ClaimKind,
    items: Type.Array(FiledItem, { maxItems: 1000 }),
    facts: Type.Optional(Type.Array(GivenFact, { maxItems: 2000 })),
    channel: Type.Optional(choice("portal", "staff", "api", "import")),
    language: Type.Optional(choice("zh-CN", "zh-TW", "en")),
    /** The caller's own number: the same one never files a second claim. */
    reference: Type.Optional(ShortText),
    /** When the request really came, where that was before now. Needs the right `attest`. */
    receivedAt: Type.Optional(InstantText),
    /** When a contract shall end, where notice is given; at once when it is left out. */
    endsAt: Type.Optional(InstantText),
    unmatched: Type.Optional(Unmatched),
  },
  strict,
);
export type WireFileClaim = Static<typeof FileClaim>;

/** What a customer may say: neither another's number, nor when it came, nor by which channel. */
export const FileMyClaim = Type.Object(
  {
    kind: ClaimKind,
    items: Type.Array(FiledItem, { minItems: 1, maxItems: 1000 }),
    facts: Type.Optional(Type.Array(SaidByCustomer, { maxItems: 200 })),
    language: Type.Optional(choice("zh-CN", "zh-TW", "en")),
    endsAt: Type.Optional(InstantText),
  },
  strict,
);

const Needed = Type.Object(
  {
    orderId: Id,
    fact: Type.String(),
    name: Type.String(),
    lineId: nullable(Type.String()),
    packetId: nullable(Type.String()),
    by: choice("event", "customer", "reviewer"),
    proof: Type.Array(Type.String()),
    options: Type.Array(Type.Object({ value: Type.String(), text: Type.String() }, strict)),
    type: choice("duration", "days", "ratio", "count", "choice", "flag"),
  },
  strict,
);

/** `fact` is attested with a value in minor units of the order's currency, `mostMinor` at most. */
const StatableSum = Type.Object(
  {
    orderId: Id,
    fact: Type.String(),
    name: Type.String(),
    currency: CurrencyCode,
    mostMinor: AmountMinor,
  },
  strict,
);

/** What a customer may say of a case when applying; nothing of it needs to be said. */
const SayableFact = Type.Object(
  {
    fact: Type.String(),
    name: Type.String(),
    type: choice("duration", "days", "ratio", "count", "choice", "flag"),
    options: Type.Array(Type.Object({ value: Type.String(), text: Type.String() }, strict)),
    scope: choice("order", "line", "packet"),
    /** A choice of the customer, such as voucher or money, rather than something that happened. */
    wish: Type.Boolean(),
    /** The option that holds while nothing is said. */
    unsaid: nullable(Type.String()),
  },
  strict,
);

const KindOnOffer = Type.Object(
  {
    orderId: Id,
    kind: ClaimKind,
    promises: Type.Array(Type.String()),
    /** Whether there is money in the order that such a claim can be about. */
    likely: Type.Boolean(),
    /** What the items of such a claim name: units of lines, packets, or the order as a whole. */
    of: choice("lines", "packets", "order"),
    facts: Type.Array(SayableFact),
  },
  strict,
);
export type WireKindOnOffer = Static<typeof KindOnOffer>;

const ClaimSummary = Type.Object(
  {
    claimId: Id,
    number: Type.String(),
    kind: ClaimKind,
    status: ClaimStatus,
    refusalCode: nullable(Type.String()),
    channel: Type.String(),
    receivedAt: InstantText,
    decidedAt: nullable(InstantText),
    settledAt: nullable(InstantText),
    orders: Type.Array(Type.Object({ orderId: Id, orderNumber: Type.String() }, strict)),
  },
  strict,
);
export type WireClaimSummary = Static<typeof ClaimSummary>;

const ItemView = Type.Object(
  {
    orderId: Id,
    lineId: nullable(Type.String()),
    packetId: nullable(Type.String()),
    from: Type.Integer(),
    to: Type.Integer(),
  },
  strict,
);

const FactView = Type.Object(
  {
    orderId: Id,
    lineId: nullable(Type.String()),
    packetId: nullable(Type.String()),
    fact: Type.String(),
    /** The catalogue's words for the fact and for an option, in the reader's language. */
    name: Type.String(),
    value: FactValue,
    valueText: Type.String(),
    state: choice("claimed", "attested"),
    byKind: Type.String(),
    /** What the reviewer wrote; shown to GET alone, and to those who may attest or approve. */
    note: nullable(Type.String()),
    recordedAt: InstantText,
  },
  strict,
);

/** One step of the way from what was paid to what is owed, for a waterfall. */
const EntitlementStep = Type.Object(
  { step: Type.String(), label: Type.String(), amountMinor: SignedAmountMinor },
  strict,
);

const DecisionView = Type.Object(
  {
    decisionId: Id,
    orderId: Id,
    orderNumber: Type.String(),
    accepted: Type.Boolean(),
    decidedAt: InstantText,
    policies: Type.Array(PolicyPin),
    /** Sentences in the reader's language: clause, conditions seen and needed, arithmetic. */
    explanation: Type.Array(Type.String()),
    /** The stored decision itself, canonical JSON. */
    decision: Type.String(),
    currency: CurrencyCode,
    owedMinor: AmountMinor,
    steps: Type.Array(EntitlementStep),
    tenders: Type.Array(
      Type.Object(
        {
          tenderId: Type.String(),
          unit: Type.String(),
          capturedUnits: AmountMinor,
          owedUnits: AmountMinor,
          obligedUnits: AmountMinor,
        },
        strict,
      ),
    ),
  },
  strict,
);

const PayoutView = Type.Object(
  {
    payoutId: Id,
    obligationId: Id,
    orderId: Id,
    tenderId: nullable(Type.String()),
    settlementNumber: Type.String(),
    status: Type.String(),
    unit: Type.String(),
    units: AmountMinor,
    updatedAt: InstantText,
  },
  strict,
);

const ChargebackView = Type.Object(
  {
    orderId: Id,
    tenderId: Type.String(),
    unit: Type.String(),
    disputeIds: Type.Array(Type.String()),
    /** Owed by this claim and held until the chargeback ends. */
    heldUnits: AmountMinor,
    /** Owed by this claim and brought back by the chargeback: never paid a second time. */
    chargedBackUnits: AmountMinor,
  },
  strict,
);

const ClockView = Type.Object(
  {
    kind: Type.String(),
    /** The policy or floor that states it, such as `order-refund@2`. */
    source: Type.String(),
    /** A law sets it, rather than the merchant's own word. */
    statutory: Type.Boolean(),
    dueAt: InstantText,
    /** When it would be due had it never stood still; null where it never has. */
    unpausedDueAt: nullable(InstantText),
    /** The customer owes an answer, and what was promised freely stands still for so long. */
    paused: Type.Boolean(),
    provisional: Type.Boolean(),
    status: choice("running", "kept", "broken", "lapsed", "cancelled"),
    stoppedAt: nullable(InstantText),
  },
  strict,
);

export const ClaimView = Type.Object(
  {
    ...ClaimSummary.properties,
    final: Type.Boolean(),
    /** Why it was refused, or what is waited for, in the reader's language. */
    sentence: nullable(Type.String()),
    needed: Type.Array(Needed),
    /** Sums that a reviewer can attest along with what is needed, such as a freight receipt. */
    sums: Type.Array(StatableSum),
    items: Type.Array(ItemView),
    facts: Type.Array(FactView),
    decisions: Type.Array(DecisionView),
    payouts: Type.Array(PayoutView),
    /** What chargebacks hold of the claim, or have brought back in its place. */
    chargebacks: Type.Array(ChargebackView),
    clocks: Type.Array(ClockView),
  },
  strict,
);
export type WireClaimView = Static<typeof ClaimView>;

const claimParams = Type.Object({ claimId: Id }, strict);
const claimAnswer = { status: 200, schema: ClaimView } as const;

const factErrors = ["fact_unknown", "fact_impossible", "fact_derived"] as const;
const sumErrors = ["sum_known", "sum_too_large"] as const;

const filingErrors = [
  "not_found",
  "claim_needs_items",
  "claim_units_invalid",
  "claim_units_twice",
  "claim_units_left",
  "claim_order_unpaid",
  "claim_not_promised",
  ...factErrors,
  ...sumErrors,
  "fact_not_yours",
  "right_missing",
  "claim_reference_taken",
  "claim_orders_differ",
] as const;

export const claimsRoutes = {
  fileClaim: route({
    operationId: "fileClaim",
    method: "POST",
    path: "/v1/claims",
    summary:
      "File a claim for units of one or several orders; it is decided at once where it can be",
    right: "file",
    body: FileClaim,
    success: { status: 201, schema: ClaimView },
    stateful: true,
    errors: filingErrors,
  }),
  listClaims: route({
    operationId: "listClaims",
    method: "GET",
    path: "/v1/claims",
    summary: "Claims, newest first",
    right: "read",
    query: Type.Object(
      {
        ...pageQuery,
        status: Type.Optional(ClaimStatus),
        orderId: Type.Optional(Id),
        number: Type.Optional(Type.String({ maxLength: 40, pattern: "^[^\\u0000]*$" })),
      },
      strict,
    ),
    success: { status: 200, schema: page(ClaimSummary) },
    stateful: false,
    errors: ["cursor_invalid"],
  }),
  getClaim: route({
    operationId: "getClaim",
    method: "GET",
    path: "/v1/claims/{claimId}",
    summary: "One claim with facts, decisions and their trace, payouts and clocks",
    right: "read",
    params: claimParams,
    success: claimAnswer,
    stateful: false,
    errors: ["not_found"],
  }),
  supplyFacts: route({
    operationId: "supplyFacts",
    method: "POST",
    path: "/v1/claims/{claimId}/facts",
    summary: "What the customer says to an open claim; it is decided again",
    right: "file",
    params: claimParams,
    body: Type.Object({ facts: Type.Array(GivenFact, { minItems: 1, maxItems: 200 }) }, strict),
    success: claimAnswer,
    stateful: true,
    errors: ["not_found", "claim_state", ...factErrors],
  }),
  attestFacts: route({
    operationId: "attestFacts",
    method: "POST",
    path: "/v1/claims/{claimId}/attestations",
    summary: "What a reviewer establishes from the evidence; the policy then decides",
    right: "attest",
    params: claimParams,
    body: Type.Object(
      {
        facts: Type.Array(GivenFact, { minItems: 1, maxItems: 200 }),
        note: Type.Optional(Type.String({ maxLength: 4000 })),
      },
      strict,
    ),
    success: claimAnswer,
    stateful: true,
    errors: ["not_found", "claim_state", ...factErrors, ...sumErrors, "note_without_person"],
  }),
  withdrawClaim: route({
    operationId: "withdrawClaim",
    method: "POST",
    path: "/v1/claims/{claimId}/withdrawal",
    summary: "The customer takes the claim back before it is decided",
    right: "file",
    params: claimParams,
    success: claimAnswer,
    stateful: true,
    errors: ["not_found", "claim_state"],
  }),
  closeEvidence: route({
    operationId: "closeEvidence",
    method: "POST",
    path: "/v1/claims/{claimId}/evidence-close",
    summary: "The time to supplement has lapsed: decide by the burden of proof",
    right: "attest",
    params: claimParams,
    success: claimAnswer,
    stateful: true,
    errors: ["not_found", "claim_state", "evidence_open", "fact_impossible"],
  }),
  fileMyClaim: route({
    operationId: "fileMyClaim",
    method: "POST",
    path: "/v1/my/claims",
    summary: "A customer applies for units of the order that the session was opened for",
    right: "customer",
    body: FileMyClaim,
    success: { status: 201, schema: ClaimView },
    stateful: true,
    errors: filingErrors,
  }),
  listMyClaims: route({
    operationId: "listMyClaims",
    method: "GET",
    path: "/v1/my/claims",
    summary: "The claims of the customer's order",
    right: "customer",
    success: { status: 200, schema: Type.Object({ items: Type.Array(ClaimSummary) }, strict) },
    stateful: false,
    errors: [],
  }),
  getMyClaim: route({
    operationId: "getMyClaim",
    method: "GET",
    path: "/v1/my/claims/{claimId}",
    summary: "Where the customer's claim stands, what is needed, by when",
    right: "customer",
    params: claimParams,
    success: claimAnswer,
    stateful: false,
    errors: ["not_found"],
  }),
  supplyMyFacts: route({
    operationId: "supplyMyFacts",
    method: "POST",
    path: "/v1/my/claims/{claimId}/facts",
    summary: "What the customer adds to an open claim",
    right: "customer",
    params: claimParams,
    body: Type.Object(
      { facts: Type.Array(SaidByCustomer, { minItems: 1, maxItems: 200 }) },
      strict,
    ),
    success: claimAnswer,
    stateful: true,
    errors: ["not_found", "claim_state", ...factErrors, "fact_not_yours"],
  }),
  withdrawMyClaim: route({
    operationId: "withdrawMyClaim",
    method: "POST",
    path: "/v1/my/claims/{claimId}/withdrawal",
    summary: "The customer takes the claim back",
    right: "customer",
    params: claimParams,
    success: claimAnswer,
    stateful: true,
    errors: ["not_found", "claim_state"],
  }),
  listClaimKinds: route({
    operationId: "listClaimKinds",
    method: "GET",
    path: "/v1/my/claim-kinds",
    summary: "What the customer can apply for: the kinds that a pinned promise answers",
    right: "customer",
    success: {
      status: 200,
      schema: Type.Object({ items: Type.Array(KindOnOffer) }, strict),
    },
    stateful: false,
    errors: [],
  }),
} satisfies Record<string, RouteSpec>;
