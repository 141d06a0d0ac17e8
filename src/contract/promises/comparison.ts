import { Type } from "typebox";
import type { Static } from "typebox";
import { Money } from "../money.ts";
import { Sha256, choice, nullable, strict, about } from "../schemas.ts";

const Reference = Type.String({ examples: ["order-refund@2"] });
/** An exact share of a base, `n/d`. */
const Share = Type.String({ examples: ["9/10"] });
const Params = Type.Record(Type.String(), Type.String());
const Minor = nullable(Type.Integer());
const Row = Type.Object(
  {
    label: about("What the row says, in the reader's language.", Type.String()),
    text: about("What is said, in the reader's language.", Type.String()),
  },
  strict,
);

/** A head across documents: by what it is about, never by its name. */
const head = {
  direction: about("Whether it pays, takes back, or grants.", choice("pay", "take", "grant")),
  base: about(
    "What the share is of, such as `line.paid`.",
    Type.String({ examples: ["line.paid"] }),
  ),
  grant: about(
    "What is granted: a voucher or points; null where money is " + "meant.",
    nullable(choice("voucher", "points")),
  ),
};

const Condition = Type.Union([
  Type.Object(
    {
      kind: about("The fact is one of several options.", choice("options")),
      fact: about("The catalogue's name of the fact.", Type.String()),
      options: about("The options.", Type.Array(Type.String())),

      unproven: about(
        "Whether cases belong to it in which the fact could not be " + "proven.",
        Type.Boolean(),
      ),
    },
    strict,
  ),
  Type.Object(
    {
      kind: about(
        "Whether the fact could be proven, or whether its time has " + "begun.",
        choice("unproven", "proven", "before_start", "begun"),
      ),
      fact: about("The catalogue's name of the fact.", Type.String()),
    },
    strict,
  ),
  Type.Object(
    {
      kind: about("The fact is a number within bounds.", choice("interval")),
      fact: about("The catalogue's name of the fact.", Type.String()),
      bounds: about(
        "The bounds; all hold.",
        Type.Array(
          Type.Object(
            {
              operator: about(
                "On which side of the bound, and whether the bound belongs to " + "it.",
                choice("at_most", "more_than", "less_than", "at_least"),
              ),

              constant: about(
                "The bound, such as `72h`, `1/3` or `12mo+14d`, or the name of " + "a parameter.",
                Type.String(),
              ),
              isParameter: about("Whether the bound is the name of a parameter.", Type.Boolean()),
            },
            strict,
          ),
        ),
      ),
    },
    strict,
  ),
  Type.Object(
    {
      kind: about("A parameter is one of several options.", choice("choice")),
      parameter: about("The name of the parameter.", Type.String()),
      options: about("The options.", Type.Array(Type.String())),
    },
    strict,
  ),
]);

/** What one document says in a region: its clauses there, and the amounts that it sums. */
const voice = {
  document: about("The document, as `id@version`.", Reference),
  clauses: about("The clauses that answer.", Type.Array(Type.String())),
  amounts: about(
    "The amounts that the document sums.",
    Type.Array(
      Type.Object(
        {
          form: about(
            "How the fact enters: not at all, one less it, what is unused, " + "or a part.",
            choice("plain", "less", "unused", "part"),
          ),
          rate: about("The rate, as an exact share.", Share),
          fact: about(
            "The fact that the amount follows; null where it follows none.",
            nullable(Type.String()),
          ),
        },
        strict,
      ),
    ),
  ),
};

const Said = Type.Object(
  {
    kind: about(
      "Whether there is an answer, and why not.",
      choice("answer", "silent", "no_head", "gap", "overlap", "refused"),
    ),
    voices: about("What each document says.", Type.Array(Type.Object(voice, strict))),

    names: about(
      "Clauses that clash, or the assumption by which such a case " + "never happens.",
      Type.Array(Type.String()),
    ),
  },
  strict,
);

const CaseFact = Type.Object(
  {
    state: about(
      "How far the fact is known.",
      choice("claimed", "attested", "event", "unknown", "unproven", "before_start"),
    ),

    value: about(
      "The value; null where nothing is known.",
      nullable(Type.Union([Type.String(), Type.Integer()])),
    ),

    marks: about(
      "How many days each period of months lasts in this case, by " + "the period.",
      Type.Optional(Type.Record(Type.String(), Type.Integer())),
    ),
  },
  strict,
);
const Facts = Type.Record(Type.String(), CaseFact);
export type WireCaseFact = Static<typeof CaseFact>;

const sides = <S extends ReturnType<typeof nullable>>(schema: S) =>
  Type.Object(
    {
      before: about("By the document before.", schema),
      after: about("By the document after.", schema),
    },
    strict,
  );

/** One case, decided by the evaluator on both sides. */
const ReplayedCase = Type.Object(
  {
    facts: about("The facts of the case, by name.", Facts),
    params: about(
      "The values of the parameters.",
      Type.Object(
        {
          before: about("Of the document before, by name.", Params),
          after: about("Of the document after, by name.", Params),
        },
        strict,
      ),
    ),

    shares: about(
      "What is owed, as a share of the base; null where a side has " + "no answer.",
      sides(nullable(Share)),
    ),

    minor: about(
      "What is owed of the example, in minor units, rounded in the " +
        "customer's favour; null where a side has no answer.",
      sides(Minor),
    ),
  },
  strict,
);
export type WireReplayedCase = Static<typeof ReplayedCase>;

const told = {
  title: about("A heading in the reader's language.", Type.String()),
  rows: about("What it says, row by row.", Type.Array(Row)),
};

const ComparedRegion = Type.Object(
  {
    effect: about(
      "What becomes of customers; `unanswered`: one of the two has " + "no answer.",
      choice("gain", "lose", "unanswered"),
    ),
    ...head,
    ...told,

    conditions: about(
      "The conditions of these cases: all hold; none means every " + "case.",
      Type.Array(Condition),
    ),

    only: about(
      "Only cases in which the formula after comes to more, or to " + "less; null: all.",
      nullable(choice("more", "less")),
    ),
    before: about("What the document before says.", Said),
    after: about("What the document after says.", Said),

    example: about("The base of the examples.", Money),

    smallestMinor: about(
      "After less before at the least, of the example, in minor " +
        "units; null where there is no answer.",
      Minor,
    ),
    largestMinor: about(
      "After less before at the most, of the example, in minor " +
        "units; null where there is no answer.",
      Minor,
    ),

    smallestBound: about(
      "The difference of shares that cases come as close to as one " +
        "likes; null where a case has it.",
      nullable(Share),
    ),
    largestBound: about(
      "The difference of shares that cases come as close to as one " +
        "likes; null where a case has it.",
      nullable(Share),
    ),
    smallest: about("The case of the smallest difference.", ReplayedCase),
    largest: about("The case of the largest difference.", ReplayedCase),
  },
  strict,
);
export type WireComparedRegion = Static<typeof ComparedRegion>;

const CombinedCase = Type.Object(
  {
    ...told,
    conditions: about(
      "The conditions of these cases: all hold; none means every " + "case.",
      Type.Array(Condition),
    ),
    facts: about("The facts of the case, by name.", Facts),
    heads: about(
      "What the documents give, head by head.",
      Type.Array(
        Type.Object(
          {
            ...head,
            baseMinor: about("The base of this head, in minor units.", Type.Integer()),
            answers: about(
              "What each document gives.",
              Type.Array(
                Type.Object(
                  { ...voice, share: about("What is owed, as a share of the base.", Share) },
                  strict,
                ),
              ),
            ),

            together: about("The best share for the customer.", Share),
          },
          strict,
        ),
      ),
    ),
    total: about("What the customer gets from all of them together.", Money),
    each: about(
      "What the customer gets from each alone.",
      Type.Array(
        Type.Object(
          {
            document: about("The document, as `id@version`.", Reference),
            total: about("What the customer gets from it alone.", Money),
          },
          strict,
        ),
      ),
    ),
  },
  strict,
);

const ComparedSide = Type.Object(
  {
    reference: about("The document, as `id@version`.", Reference),
    hash: about("SHA-256 of the document.", Sha256),
  },
  strict,
);

/** What two documents answer otherwise, over all cases and all values of the parameters. */
export const PolicyComparison = Type.Object(
  {
    before: about("The document as it is.", ComparedSide),
    after: about("The document as it would be.", ComparedSide),

    loses: about(
      "Whether somebody gets less, no answer where there was one, or " + "is no longer bound.",
      Type.Boolean(),
    ),
    cells: about("How many kinds of cases were gone through.", Type.Integer({ minimum: 0 })),
    headline: about("What came out, in one sentence in the reader's language.", Type.String()),

    regions: about(
      "The regions in which customers gain or lose: losses first, " +
        "then what has no answer, then gains.",
      Type.Array(ComparedRegion),
    ),

    net: about(
      "The same where the documents beside bind as well; null where " + "none was named.",
      nullable(
        Type.Object(
          {
            beside: about("The documents beside, as `id@version`.", Type.Array(Reference)),
            headline: about(
              "What came out, in one sentence in the reader's language.",
              Type.String(),
            ),
            regions: about(
              "The regions in which customers gain or lose.",
              Type.Array(ComparedRegion),
            ),
          },
          strict,
        ),
      ),
    ),

    words: about(
      "What changed in words alone: the money is the same.",
      Type.Array(
        Type.Object(
          {
            kind: about(
              "What changed, as a code.",
              Type.String({ examples: ["deadline_changed"] }),
            ),
            names: about("The clauses or parameters that it concerns.", Type.Array(Type.String())),
            sentence: about("What changed, in the reader's language.", Type.String()),
          },
          strict,
        ),
      ),
    ),

    reworded: about(
      "Regions with the same money and another reason.",
      Type.Array(
        Type.Object(
          {
            ...head,
            ...told,
            conditions: about(
              "The conditions of these cases: all hold; none means every " + "case.",
              Type.Array(Condition),
            ),
            before: about("What the document before says.", Said),
            after: about("What the document after says.", Said),
          },
          strict,
        ),
      ),
    ),

    combinations: about(
      "What customers get from several policies together and from " +
        "none alone; null where it was not asked.",
      nullable(
        Type.Object(
          {
            headline: about(
              "What came out, in one sentence in the reader's language.",
              Type.String(),
            ),
            cases: about("The cases.", Type.Array(CombinedCase)),
          },
          strict,
        ),
      ),
    ),

    html: about("The same for people: a page of HTML that stands by itself.", Type.String()),
  },
  strict,
);
export type WirePolicyComparison = Static<typeof PolicyComparison>;
