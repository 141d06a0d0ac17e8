import { Type } from "typebox";
import type { Static } from "typebox";
import { CurrencyCode, SignedAmountMinor } from "../money.ts";
import { Id, InstantText, Sha256, nullable, strict } from "../schemas.ts";

const Count = Type.Integer({ minimum: 0 });
const Texts = Type.Array(Type.String());

/** As it was, and as it would be under the draft; both ends are the same where it is determined. */
const sums = {
  beforeMinor: SignedAmountMinor,
  lowestMinor: SignedAmountMinor,
  highestMinor: SignedAmountMinor,
};
const Sums = Type.Object(sums, strict);

const Rows = Type.Array(
  Type.Object(
    {
      /** A month `2026-01`, a product code, a channel, a kind of claim; null: not recorded. */
      key: nullable(Type.String()),
      name: nullable(Type.String()),
      decisions: Count,
      changed: Count,
      ...sums,
    },
    strict,
  ),
);

const Percentiles = Type.Object(
  { p50: SignedAmountMinor, p95: SignedAmountMinor, p99: SignedAmountMinor },
  strict,
);
const Costs = Type.Object(
  { before: Percentiles, lowest: Percentiles, highest: Percentiles },
  strict,
);

const CurrencyReport = Type.Object(
  {
    currency: CurrencyCode,
    decisions: Count,
    /** What goes back or is paid beside it. */
    money: Sums,
    /** Vouchers and points, by their value. */
    grants: Sums,
    /** Of what changes; then the decisions that bring more, less, or are not determined. */
    affected: Type.Object(
      { claims: Count, orders: Count, customers: Count, more: Count, less: Count, open: Count },
      strict,
    ),
    byMonth: Rows,
    /** The products that change most; `*` is all others together. */
    byProduct: Rows,
    byChannel: Rows,
    byKind: Rows,
    perDecision: Costs,
    perMonth: Costs,
    perYear: Costs,
    largest: Type.Array(
      Type.Object(
        {
          claimId: Id,
          number: Type.String(),
          orderNumber: Type.String(),
          clausesBefore: Texts,
          clausesAfter: Texts,
          ...sums,
        },
        strict,
      ),
    ),
  },
  strict,
);

const Counted = Type.Array(Type.Object({ name: Type.String(), decisions: Count }, strict));

export const BacktestData = Type.Object(
  {
    policy: Type.Object(
      { id: Type.String(), version: Type.Integer({ minimum: 1 }), hash: Sha256 },
      strict,
    ),
    replaces: Texts,
    from: nullable(InstantText),
    to: nullable(InstantText),
    claims: Count,
    decisions: Count,
    orders: Count,
    customers: Count,
    undetermined: Count,
    /** Under the draft nothing answers their kind of claim any more. */
    unanswered: Count,
    /** Could not be compared, and are on both sides as they were. */
    leftOut: Type.Object({ tooOpen: Count, impossible: Count, faulty: Count }, strict),
    /** Never decided, and so in no sum. */
    undecided: Type.Object({ open: Count, withdrawn: Count, unmatched: Count }, strict),
    /** Orders whose parameters do not fit the draft. */
    parametersUnfit: Count,
    /** Facts that the draft reads and nobody has established. */
    missing: Counted,
    /** Gaps and overlaps of the draft, and cases that it assumes away. */
    problems: Counted,
    currencies: Type.Array(CurrencyReport),
  },
  strict,
);
export type WireBacktestData = Static<typeof BacktestData>;
