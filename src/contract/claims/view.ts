import { Type } from "typebox";
import type { Static } from "typebox";
import { AmountMinor, CurrencyCode, SignedAmountMinor } from "../money.ts";
import {
  choice,
  Id,
  InstantText,
  nullable,
  PolicyPin,
  strict,
  OrderId,
  about,
  ClaimId,
} from "../schemas.ts";
import { ConsequenceView } from "../treasury/view.ts";
import { ClaimKind, ClaimStatus, FactValue } from "./words.ts";

export const Needed = Type.Object(
  {
    orderId: OrderId,
    fact: about(
      "The catalogue's name of the fact, to be sent back with a " +
        "value; of a sum, `base.<name>`.",
      Type.String(),
    ),
    name: about("What is asked, in the reader's language.", Type.String()),
    lineId: about(
      "The line that it is asked of; null for the whole order or a " + "packet.",
      nullable(Type.String()),
    ),
    packetId: about(
      "The red packet that it is asked of; null for the whole order " + "or a line.",
      nullable(Type.String()),
    ),
    by: about(
      "Who can supply it: an event of the order, the customer, or a " + "reviewer.",
      choice("event", "customer", "reviewer"),
    ),
    proof: about(
      "What the customer can show for it, in the reader's language.",
      Type.Array(Type.String()),
    ),
    options: about(
      "The values to choose from; empty where the value is a number.",
      Type.Array(
        Type.Object(
          {
            value: about("What to send as the fact's value.", Type.String()),
            text: about("The option in the reader's language.", Type.String()),
          },
          strict,
        ),
      ),
    ),

    type: about(
      "How the value is given: seconds, days, a share (`3/4`), a " +
        "whole number, an option, true or false, or a sum in minor " +
        "units.",
      choice("duration", "days", "ratio", "count", "choice", "flag", "sum"),
    ),

    provable: about(
      "Whether a reviewer may answer that it is not proven, since " +
        "the customer has to prove it.",
      Type.Boolean(),
    ),
  },
  strict,
);

/** `fact` is attested with a value in minor units of the order's currency, `mostMinor` at most. */
const StatableSum = Type.Object(
  {
    orderId: OrderId,
    fact: about("What to send as `fact`, `base.<name>`.", Type.String()),
    name: about("What the sum is for, in the reader's language.", Type.String()),
    currency: about("The order's currency, in which the sum is stated.", CurrencyCode),
    mostMinor: about("The most that can be attested, in minor units.", AmountMinor),
  },
  strict,
);

/** What a customer may say of a case when applying; nothing of it needs to be said. */
const SayableFact = Type.Object(
  {
    fact: about("The catalogue's name of the fact, to be sent with a value.", Type.String()),
    name: about("What is asked, in the customer's language.", Type.String()),
    type: about(
      "How the value is given: seconds, days, a share (`3/4`), a " +
        "whole number, an option, or true or false.",
      choice("duration", "days", "ratio", "count", "choice", "flag"),
    ),
    options: about(
      "The values to choose from; empty where the value is a number.",
      Type.Array(
        Type.Object(
          {
            value: about("What to send as the fact's value.", Type.String()),
            text: about("The option in the customer's language.", Type.String()),
          },
          strict,
        ),
      ),
    ),
    scope: about(
      "Whether it is said of the order, of a line or of a red packet.",
      choice("order", "line", "packet"),
    ),

    wish: about(
      "Whether it is a choice, such as voucher or money, rather than " + "something that happened.",
      Type.Boolean(),
    ),

    unsaid: about(
      "The option that holds while nothing is said; null where none " + "does.",
      nullable(Type.String()),
    ),
  },
  strict,
);

export const KindOnOffer = Type.Object(
  {
    orderId: OrderId,
    kind: about("What can be asked for.", ClaimKind),
    promises: about(
      "The titles of the promises that answer it, in the customer's " + "language.",
      Type.Array(Type.String()),
    ),

    of: about(
      "What such a claim names: units of lines, red packets, or the " + "order as a whole.",
      choice("lines", "packets", "order"),
    ),

    lineIds: about(
      "The lines of which such a claim can bring something.",
      Type.Array(Type.String()),
    ),
    packetIds: about(
      "The red packets of which such a claim can bring something.",
      Type.Array(Type.String()),
    ),
    facts: about(
      "What the customer may say of the case when applying; nothing " + "of it must be said.",
      Type.Array(SayableFact),
    ),
  },
  strict,
);
export type WireKindOnOffer = Static<typeof KindOnOffer>;

export const ClaimSummary = Type.Object(
  {
    claimId: ClaimId,
    number: about("The number that people use for the claim.", Type.String()),
    kind: about("What is asked for.", ClaimKind),
    status: about(
      "Where the claim stands. `ending`: accepted, and settled when " + "the contract ends.",
      ClaimStatus,
    ),
    refusalCode: about(
      "Why it was refused, as a code; null unless it was.",
      nullable(Type.String()),
    ),
    channel: about("By which way the request came.", Type.String()),
    receivedAt: about("When the request came; deadlines count from it.", InstantText),

    endsAt: about(
      "When the contract ends, where a day was asked for; null if " +
        "none was. Until then an accepted claim can be withdrawn.",
      nullable(InstantText),
    ),
    decidedAt: about("When it was last decided; null while it is not.", nullable(InstantText)),
    settledAt: about("When all that is due was paid; null while it is not.", nullable(InstantText)),
    orders: about(
      "The orders whose units it names.",
      Type.Array(
        Type.Object(
          {
            orderId: OrderId,
            orderNumber: about("The shop's own number of the order.", Type.String()),
          },
          strict,
        ),
      ),
    ),
  },
  strict,
);
export type WireClaimSummary = Static<typeof ClaimSummary>;

const ItemView = Type.Object(
  {
    orderId: OrderId,
    lineId: about(
      "The claimed line; null for a red packet or the whole order.",
      nullable(Type.String()),
    ),
    packetId: about(
      "The claimed red packet; null for a line or the whole order.",
      nullable(Type.String()),
    ),
    from: about("The first claimed unit, counted from 0.", Type.Integer()),
    to: about("The unit after the last claimed one.", Type.Integer()),
  },
  strict,
);

const FactView = Type.Object(
  {
    orderId: OrderId,
    lineId: about(
      "The line that it is a fact of; null for the whole order or a " + "packet.",
      nullable(Type.String()),
    ),
    packetId: about(
      "The red packet that it is a fact of; null for the whole order " + "or a line.",
      nullable(Type.String()),
    ),
    fact: about("The catalogue's name of the fact.", Type.String()),

    name: about("The fact in the reader's language.", Type.String()),
    value: about("The value; null where it was found not proven.", nullable(FactValue)),
    valueText: about("The value in the reader's language.", Type.String()),

    state: about(
      "The customer's word, established by a reviewer, or found not " + "proven.",
      choice("claimed", "attested", "unproven"),
    ),
    byKind: about("Who said so: `customer`, `staff`, `key` or `system`.", Type.String()),

    note: about(
      "What the reviewer wrote for staff; null for others, and where " + "nothing was written.",
      nullable(Type.String()),
    ),

    customerNote: about(
      "What the reviewer wrote to the customer; null where nothing " + "was written.",
      nullable(Type.String()),
    ),
    recordedAt: about("When it was recorded.", InstantText),
  },
  strict,
);

/** One step of the way from what was paid to what is owed, for a waterfall. */
const EntitlementStep = Type.Object(
  {
    step: about("Which step of the reckoning, as a code.", Type.String()),
    label: about("The step in the reader's language.", Type.String()),
    amountMinor: about(
      "What the step adds, or takes off where it is below zero, in " + "minor units.",
      SignedAmountMinor,
    ),
  },
  strict,
);

const DecisionView = Type.Object(
  {
    decisionId: about("The decision, one of each order and time.", Id),
    orderId: OrderId,
    orderNumber: about("The shop's own number of the order.", Type.String()),
    accepted: about("Whether the claim was granted, wholly or in part.", Type.Boolean()),
    decidedAt: about("When it was decided.", InstantText),
    policies: about(
      "The policies and floors that decided, as the order has them " + "pinned.",
      Type.Array(PolicyPin),
    ),

    explanation: about(
      "Sentences in the reader's language: the clause, the " +
        "conditions seen and needed, the arithmetic.",
      Type.Array(Type.String()),
    ),

    decision: about("The decision as it was stored: canonical JSON in a text.", Type.String()),
    currency: about("The order's currency.", CurrencyCode),
    owedMinor: about(
      "What goes back on the order's tenders, by their value, in " + "minor units.",
      AmountMinor,
    ),
    steps: about(
      "The way from what was paid to what is owed, step by step.",
      Type.Array(EntitlementStep),
    ),

    besides: about(
      "What is owed beside the tenders: compensations, and grants in " + "vouchers or points.",
      Type.Array(
        Type.Object(
          {
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
    tenders: about(
      "What goes back, by means of payment.",
      Type.Array(
        Type.Object(
          {
            tenderId: about("The means of payment, by its name within the order.", Type.String()),
            unit: about(
              "What it is counted in: a currency code, `points`, or " + "`packet:<id>`.",
              Type.String(),
            ),
            capturedUnits: about("What the tender paid.", AmountMinor),
            owedUnits: about(
              "What is owed back on it, by this claim and those before.",
              AmountMinor,
            ),
            obligedUnits: about(
              "Of what is owed, what this claim has set out to pay.",
              AmountMinor,
            ),
          },
          strict,
        ),
      ),
    ),
  },
  strict,
);

const PayoutView = Type.Object(
  {
    payoutId: about("The payout.", Id),
    obligationId: about("The amount due that it pays.", Id),
    orderId: OrderId,
    tenderId: about(
      "The means of payment that it goes back on; null for what is " + "paid beside.",
      nullable(Type.String()),
    ),
    settlementNumber: about("The number under which the gateway knows it.", Type.String()),
    status: about(
      "Where the payout stands: `planned`, `sending`, `settled`, " +
        "`failed`, `uncertain`, `parked`, `cancelled`, `reversed`.",
      Type.String(),
    ),
    unit: about(
      "What it is counted in: a currency code, `points`, or " + "`packet:<id>`.",
      Type.String(),
    ),
    units: about("How much, in that unit: minor units of a currency.", AmountMinor),
    updatedAt: about("When its status last changed.", InstantText),
  },
  strict,
);

const ChargebackView = Type.Object(
  {
    orderId: OrderId,
    tenderId: about("The means of payment, by its name within the order.", Type.String()),
    unit: about(
      "What it is counted in: a currency code, `points`, or " + "`packet:<id>`.",
      Type.String(),
    ),
    disputeIds: about(
      "The disputes of the customer's bank, by the ids that the shop " + "gave them.",
      Type.Array(Type.String()),
    ),

    heldUnits: about("Owed by this claim and held until the chargeback ends.", AmountMinor),

    chargedBackUnits: about(
      "Owed by this claim and brought back by the chargeback: never " + "paid a second time.",
      AmountMinor,
    ),
  },
  strict,
);

const ClockView = Type.Object(
  {
    kind: about("What is promised by then, such as `decide` or `settle`.", Type.String()),

    source: about("The policy or floor that states it, such as `order-refund@2`.", Type.String()),

    statutory: about("Whether a law sets it, rather than the merchant's own word.", Type.Boolean()),
    dueAt: about("By when it must have happened.", InstantText),

    unpausedDueAt: about(
      "When it would be due had it never stood still; null where it " + "never has.",
      nullable(InstantText),
    ),

    paused: about("Whether it stands still, since the customer owes an answer.", Type.Boolean()),
    provisional: about(
      "Whether the instant can still move, since the days off of its " +
        "year are not announced yet.",
      Type.Boolean(),
    ),
    status: about(
      "Whether it runs, was kept or broken, lapsed, or was cancelled.",
      choice("running", "kept", "broken", "lapsed", "cancelled"),
    ),
    stoppedAt: about("When it ended; null while it runs.", nullable(InstantText)),
  },
  strict,
);

export const ClaimView = Type.Object(
  {
    ...ClaimSummary.properties,
    final: about(
      "Whether nothing can change the claim any more: no answer, no " + "event, no payout.",
      Type.Boolean(),
    ),

    sentence: about(
      "Why it was refused, or what is waited for, in the reader's " +
        "language; null where neither.",
      nullable(Type.String()),
    ),
    needed: about(
      "The facts that are missing for a decision; empty where none " + "is.",
      Type.Array(Needed),
    ),

    sums: about(
      "Sums that a reviewer can attest along with what is needed, " + "such as a freight receipt.",
      Type.Array(StatableSum),
    ),
    items: about("The units that it names.", Type.Array(ItemView)),
    facts: about("All that was said and established, oldest first.", Type.Array(FactView)),
    decisions: about(
      "The decisions, one for each order each time it was decided.",
      Type.Array(DecisionView),
    ),
    payouts: about("The payouts of what it brought.", Type.Array(PayoutView)),

    chargebacks: about(
      "What chargebacks hold of the claim, or have brought back in " + "its place.",
      Type.Array(ChargebackView),
    ),
    consequences: about(
      "What this claim's decisions changed beside what is paid, below 0 where they left less of " +
        "it. How it stands by now is in the order's money.",
      Type.Array(ConsequenceView),
    ),
    clocks: about("The deadlines that run for it.", Type.Array(ClockView)),
  },
  strict,
);
export type WireClaimView = Static<typeof ClaimView>;
