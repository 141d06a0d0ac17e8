import { Type } from "typebox";
import type { Static } from "typebox";
import { Money } from "../money.ts";
import { Sha256, choice, nullable, strict } from "../schemas.ts";

const Reference = Type.String({ examples: ["order-refund@2"] });
/** An exact share of a base, `n/d`. */
const Share = Type.String({ examples: ["9/10"] });
const Params = Type.Record(Type.String(), Type.String());
const Minor = nullable(Type.Integer());
const Row = Type.Object({ label: Type.String(), text: Type.String() }, strict);

/** A head across documents: by what it is about, never by its name. */
const head = {
  direction: choice("pay", "take", "grant"),
  base: Type.String({ examples: ["line.paid"] }),
  grant: nullable(choice("voucher", "points")),
};

const Condition = Type.Union([
  Type.Object(
    {
      kind: choice("options"),
      fact: Type.String(),
      options: Type.Array(Type.String()),
      /** Whether cases belong to it in which the fact could not be proven. */
      unproven: Type.Boolean(),
    },
    strict,
  ),
  Type.Object(
    { kind: choice("unproven", "proven", "before_start", "begun"), fact: Type.String() },
    strict,
  ),
  Type.Object(
    {
      kind: choice("interval"),
      fact: Type.String(),
      bounds: Type.Array(
        Type.Object(
          {
            operator: choice("at_most", "more_than", "less_than", "at_least"),
            /** Such as `72h`, `1/3` or `12mo+14d`; or the name of a parameter. */
            constant: Type.String(),
            isParameter: Type.Boolean(),
          },
          strict,
        ),
      ),
    },
    strict,
  ),
  Type.Object(
    { kind: choice("choice"), parameter: Type.String(), options: Type.Array(Type.String()) },
    strict,
  ),
]);

/** What one document says in a region: its clauses there, and the amounts that it sums. */
const voice = {
  document: Reference,
  clauses: Type.Array(Type.String()),
  amounts: Type.Array(
    Type.Object(
      {
        form: choice("plain", "less", "unused", "part"),
        rate: Share,
        fact: nullable(Type.String()),
      },
      strict,
    ),
  ),
};

const Said = Type.Object(
  {
    kind: choice("answer", "silent", "no_head", "gap", "overlap", "refused"),
    voices: Type.Array(Type.Object(voice, strict)),
    /** Clauses that clash, or the assumption by which such a case never happens. */
    names: Type.Array(Type.String()),
  },
  strict,
);

const CaseFact = Type.Object(
  {
    state: choice("claimed", "attested", "event", "unknown", "unproven", "before_start"),
    /** Null where nothing is known. */
    value: nullable(Type.Union([Type.String(), Type.Integer()])),
    /** How many days a period of months lasts in this case, by the period. */
    marks: Type.Optional(Type.Record(Type.String(), Type.Integer())),
  },
  strict,
);
const Facts = Type.Record(Type.String(), CaseFact);
export type WireCaseFact = Static<typeof CaseFact>;

const sides = <S extends ReturnType<typeof nullable>>(schema: S) =>
  Type.Object({ before: schema, after: schema }, strict);

/** One case, decided by the evaluator on both sides. */
const ReplayedCase = Type.Object(
  {
    facts: Facts,
    params: Type.Object({ before: Params, after: Params }, strict),
    /** Null where a side has no answer. */
    shares: sides(nullable(Share)),
    /** Rounded in the customer's favour, at the base of the example. */
    minor: sides(Minor),
  },
  strict,
);
export type WireReplayedCase = Static<typeof ReplayedCase>;

const told = { title: Type.String(), rows: Type.Array(Row) };

const ComparedRegion = Type.Object(
  {
    /** What becomes of customers; `unanswered`: one of the two has no answer. */
    effect: choice("gain", "lose", "unanswered"),
    ...head,
    ...told,
    /** All hold; none: every case. */
    conditions: Type.Array(Condition),
    /** Only cases in which the formula after comes to more, or less, than the one before. */
    only: nullable(choice("more", "less")),
    before: Said,
    after: Said,
    /** The base in the examples. */
    example: Money,
    /** After less before, of the example; null where there is no answer. */
    smallestMinor: Minor,
    largestMinor: Minor,
    /** Differences of shares that cases come as close to as one likes; null where one has it. */
    smallestBound: nullable(Share),
    largestBound: nullable(Share),
    smallest: ReplayedCase,
    largest: ReplayedCase,
  },
  strict,
);
export type WireComparedRegion = Static<typeof ComparedRegion>;

const CombinedCase = Type.Object(
  {
    ...told,
    conditions: Type.Array(Condition),
    facts: Facts,
    heads: Type.Array(
      Type.Object(
        {
          ...head,
          baseMinor: Type.Integer(),
          answers: Type.Array(Type.Object({ ...voice, share: Share }, strict)),
          /** The best for the customer. */
          together: Share,
        },
        strict,
      ),
    ),
    total: Money,
    each: Type.Array(Type.Object({ document: Reference, total: Money }, strict)),
  },
  strict,
);

const ComparedSide = Type.Object({ reference: Reference, hash: Sha256 }, strict);

/** What two documents answer otherwise, over all cases and all values of the parameters. */
export const PolicyComparison = Type.Object(
  {
    before: ComparedSide,
    after: ComparedSide,
    /** Whether somebody gets less, no answer where there was one, or is no longer bound. */
    loses: Type.Boolean(),
    cells: Type.Integer({ minimum: 0 }),
    headline: Type.String(),
    /** Losses first, then what is left unanswered, then gains. */
    regions: Type.Array(ComparedRegion),
    /** Where the documents beside bind as well; null where none was named. */
    net: nullable(
      Type.Object(
        {
          beside: Type.Array(Reference),
          headline: Type.String(),
          regions: Type.Array(ComparedRegion),
        },
        strict,
      ),
    ),
    /** Same money, other words. */
    words: Type.Array(
      Type.Object(
        {
          kind: Type.String({ examples: ["deadline_changed"] }),
          names: Type.Array(Type.String()),
          sentence: Type.String(),
        },
        strict,
      ),
    ),
    /** Same money, another reason. */
    reworded: Type.Array(
      Type.Object(
        { ...head, ...told, conditions: Type.Array(Condition), before: Said, after: Said },
        strict,
      ),
    ),
    /** What customers get from several policies together and from none alone. */
    combinations: nullable(
      Type.Object({ headline: Type.String(), cases: Type.Array(CombinedCase) }, strict),
    ),
    /** The same for people: HTML that stands by itself. */
    html: Type.String(),
  },
  strict,
);
export type WirePolicyComparison = Static<typeof PolicyComparison>;
