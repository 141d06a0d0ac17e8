import { Type } from "typebox";
import type { Static } from "typebox";
import { CurrencyCode, SignedAmountMinor } from "../money.ts";
import { InstantText, Sha256, nullable, strict, about, ClaimId } from "../schemas.ts";

const Count = Type.Integer({ minimum: 0 });
const Texts = Type.Array(Type.String());

/** As it was, and as it would be under the draft; both ends are the same where it is determined. */
const sums = {
  beforeMinor: about("As it was, in minor units.", SignedAmountMinor),
  lowestMinor: about(
    "As it would be at the least, in minor units; the same as the " + "highest where all is known.",
    SignedAmountMinor,
  ),
  highestMinor: about("As it would be at the most, in minor units.", SignedAmountMinor),
};
const Sums = Type.Object(sums, strict);

const Rows = Type.Array(
  Type.Object(
    {
      key: about(
        "What the row is of: a month `2026-01`, a product code, a " +
          "channel, a kind of claim; null: not recorded.",
        nullable(Type.String()),
      ),
      name: about("The product's name; null where the key says all.", nullable(Type.String())),
      decisions: about("How many decisions.", Count),
      changed: about("How many of them come out otherwise.", Count),
      ...sums,
    },
    strict,
  ),
);

const Percentiles = Type.Object(
  {
    p50: about("At most this in half of all, in minor units.", SignedAmountMinor),
    p95: about("At most this in 95 of 100, in minor units.", SignedAmountMinor),
    p99: about("At most this in 99 of 100, in minor units.", SignedAmountMinor),
  },
  strict,
);
const Costs = Type.Object(
  {
    before: about("As it was.", Percentiles),
    lowest: about("As it would be at the least.", Percentiles),
    highest: about("As it would be at the most.", Percentiles),
  },
  strict,
);

const CurrencyReport = Type.Object(
  {
    currency: about("The currency of these sums, as an ISO 4217 code.", CurrencyCode),
    decisions: about("How many decisions.", Count),

    money: about("What goes back on tenders or is paid beside.", Sums),

    grants: about("Vouchers and points, by their value.", Sums),

    affected: about(
      "Whom the change meets.",
      Type.Object(
        {
          claims: about("Claims that come out otherwise.", Count),
          orders: about("Orders of which a claim comes out otherwise.", Count),
          customers: about("Customers of whom a claim comes out otherwise.", Count),
          more: about("Decisions that bring more.", Count),
          less: about("Decisions that bring less.", Count),
          open: about(
            "Decisions of which it is not determined, since facts are " + "missing.",
            Count,
          ),
        },
        strict,
      ),
    ),
    byMonth: about("The same by month.", Rows),

    byProduct: about("The products that change most; `*` is all others together.", Rows),
    byChannel: about("The same by the channel of the claim.", Rows),
    byKind: about("The same by the kind of claim.", Rows),
    perDecision: about("What one decision costs.", Costs),
    perMonth: about("What a month costs.", Costs),
    perYear: about("What a year costs.", Costs),
    largest: about(
      "The decisions that change most.",
      Type.Array(
        Type.Object(
          {
            claimId: ClaimId,
            number: about("The number that people use for the claim.", Type.String()),
            orderNumber: about("The shop's own number of the order.", Type.String()),
            clausesBefore: about("The clauses that decided.", Texts),
            clausesAfter: about("The clauses that would decide.", Texts),
            ...sums,
          },
          strict,
        ),
      ),
    ),
  },
  strict,
);

const Counted = Type.Array(
  Type.Object(
    {
      name: about("What is counted.", Type.String()),
      decisions: about("In how many decisions.", Count),
    },
    strict,
  ),
);

export const BacktestData = Type.Object(
  {
    policy: about(
      "The version that was tested.",
      Type.Object(
        {
          id: about("The policy's id.", Type.String()),
          version: about("The policy's version.", Type.Integer({ minimum: 1 })),
          hash: about("SHA-256 of the version.", Sha256),
        },
        strict,
      ),
    ),
    replaces: about("Ids of the policies whose place it took.", Texts),
    from: about("Only claims received from then on; null: from the first.", nullable(InstantText)),
    to: about("Only claims received before then; null: to the last.", nullable(InstantText)),
    claims: about("How many claims were gone through.", Count),
    decisions: about("How many decisions were gone through.", Count),
    orders: about("How many orders they are of.", Count),
    customers: about("How many customers they are of.", Count),
    undetermined: about(
      "Decisions whose outcome under the draft cannot be told, since " + "facts are missing.",
      Count,
    ),

    unanswered: about(
      "Decisions whose kind of claim nothing answers any more under " + "the draft.",
      Count,
    ),

    leftOut: about(
      "Decisions that could not be compared, and are on both sides " + "as they were.",
      Type.Object(
        {
          tooOpen: about("So much is unknown that the cases cannot all be tried.", Count),
          impossible: about("What was established cannot be under the draft's facts.", Count),
          faulty: about("The draft has no answer, or two, in that case.", Count),
        },
        strict,
      ),
    ),

    undecided: about(
      "Claims that were never decided, and so are in no sum.",
      Type.Object(
        {
          open: about("Still open.", Count),
          withdrawn: about("Taken back by the customer.", Count),
          unmatched: about("Refused, since no order could be named.", Count),
        },
        strict,
      ),
    ),

    parametersUnfit: about("Orders whose parameters do not fit the draft.", Count),

    missing: about("Facts that the draft reads and nobody has established.", Counted),

    problems: about(
      "Gaps and overlaps of the draft, and cases that it assumes " + "away.",
      Counted,
    ),
    currencies: about("The sums, by currency.", Type.Array(CurrencyReport)),
  },
  strict,
);
export type WireBacktestData = Static<typeof BacktestData>;
