import { Type } from "typebox";
import type { Static } from "typebox";
import { Id, InstantText, choice, nullable, strict } from "../schemas.ts";

const Count = Type.Integer({ minimum: 0 });
/** A share of 1; ends of intervals may pass 0 or 1 by a rounding. */
const Share = Type.Number();

/** A share with the interval in which the true one lies at 95 %. */
const Proportion = Type.Object(
  { successes: Count, trials: Count, share: Share, lowest: Share, highest: Share },
  strict,
);

const Group = Type.Object(
  {
    /** null: not recorded. */
    key: nullable(Type.String()),
    decisions: Count,
    approved: Proportion,
    /** Decisions that pay less than half of all decisions do. */
    paidLess: Proportion,
    /** Mean of the shares paid of what was claimed. */
    paidShare: nullable(Share),
    /** Decisions that took longer than half of all decisions did. */
    slower: Proportion,
    medianMinutes: nullable(Count),
  },
  strict,
);

/** Groups that lie apart from all others of their trait, after correction for many comparisons. */
const Compared = Type.Object(
  {
    comparisons: Count,
    level: Share,
    apart: Type.Array(
      Type.Object(
        {
          trait: Type.String(),
          outcome: Type.String(),
          key: Type.String(),
          share: Share,
          otherShare: Share,
          trials: Count,
          otherTrials: Count,
          /** The interval of the difference, which does not hold 0. */
          difference: Share,
          lowest: Share,
          highest: Share,
        },
        strict,
      ),
    ),
  },
  strict,
);

const Found = Type.Array(Type.Object({ value: Type.String(), count: Count }, strict));

export const FairnessData = Type.Object(
  {
    from: nullable(InstantText),
    to: nullable(InstantText),
    decisions: Count,
    traits: Type.Array(Type.Object({ trait: Type.String(), groups: Type.Array(Group) }, strict)),
    compared: Compared,
    engine: Type.Object(
      {
        decisions: Count,
        /** Answers whose case had come before. */
        likeAnswers: Count,
        /** There must be none. */
        faults: Count,
        shown: Type.Array(
          Type.Object(
            { claimId: Id, number: Type.String(), fault: choice("not_replayed", "unlike") },
            strict,
          ),
        ),
      },
      strict,
    ),
    attestations: Type.Object(
      {
        /** Like cases that reviewers found differently, the most pairs first. */
        unlike: Type.Array(
          Type.Object(
            {
              kind: Type.String(),
              fact: Type.String(),
              /** As JSON; null where the customer had claimed nothing. */
              claimed: nullable(Type.String()),
              cases: Count,
              found: Found,
              pairs: Count,
              /** Reviewers under a pseudonym. */
              reviewers: Type.Array(Type.Object({ reviewer: Type.String(), found: Found }, strict)),
            },
            strict,
          ),
        ),
        alike: Count,
        measured: Count,
        compared: Compared,
      },
      strict,
    ),
  },
  strict,
);
export type WireFairnessData = Static<typeof FairnessData>;
