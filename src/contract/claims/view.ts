import { Type } from "typebox";
import type { Static } from "typebox";
import { AmountMinor, CurrencyCode, SignedAmountMinor } from "../money.ts";
import { choice, Id, InstantText, nullable, PolicyPin, strict } from "../schemas.ts";
import { ConsequenceView } from "../treasury/view.ts";
import { ClaimKind, ClaimStatus, FactValue } from "./words.ts";

export const Needed = Type.Object(
  {
    orderId: Id,
    fact: Type.String(),
    name: Type.String(),
    lineId: nullable(Type.String()),
    packetId: nullable(Type.String()),
    by: choice("event", "customer", "reviewer"),
    proof: Type.Array(Type.String()),
    options: Type.Array(Type.Object({ value: Type.String(), text: Type.String() }, strict)),
    /** `sum`: of a base, stated through `sums`. */
    type: choice("duration", "days", "ratio", "count", "choice", "flag", "sum"),
    /** Whether a reviewer may answer that it is not proven: the customer has to prove it. */
    provable: Type.Boolean(),
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

export const KindOnOffer = Type.Object(
  {
    orderId: Id,
    kind: ClaimKind,
    promises: Type.Array(Type.String()),
    /** What the items of such a claim name: units of lines, packets, or the order as a whole. */
    of: choice("lines", "packets", "order"),
    /** The lines and packets of which such a claim can bring something. */
    lineIds: Type.Array(Type.String()),
    packetIds: Type.Array(Type.String()),
    facts: Type.Array(SayableFact),
  },
  strict,
);
export type WireKindOnOffer = Static<typeof KindOnOffer>;

export const ClaimSummary = Type.Object(
  {
    claimId: Id,
    number: Type.String(),
    kind: ClaimKind,
    status: ClaimStatus,
    refusalCode: nullable(Type.String()),
    channel: Type.String(),
    receivedAt: InstantText,
    /**
     * When the contract ends, where the claim asked for a day. While the state is `ending` it has
     * been accepted and is settled at that instant, with use up to it; until then it can be
     * withdrawn.
     */
    endsAt: nullable(InstantText),
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
    value: nullable(FactValue),
    valueText: Type.String(),
    /** `unproven`: a reviewer found that it is not proven; its value is null. */
    state: choice("claimed", "attested", "unproven"),
    byKind: Type.String(),
    /** What the reviewer wrote; shown to GET alone, and to those who may attest or approve. */
    note: nullable(Type.String()),
    /** What the reviewer wrote to the customer; shown to GET alone, to staff and the customer. */
    customerNote: nullable(Type.String()),
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
    /** Owed beside the tenders: compensations, and grants in vouchers or points. */
    besides: Type.Array(Type.Object({ unit: Type.String(), units: AmountMinor }, strict)),
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
    /**
     * What this claim's decisions changed beside what is paid, below 0 where they left less of it.
     * How it stands by now is in the order's money.
     */
    consequences: Type.Array(ConsequenceView),
    clocks: Type.Array(ClockView),
  },
  strict,
);
export type WireClaimView = Static<typeof ClaimView>;
