import { Type } from "typebox";
import type { Static } from "typebox";
import { InstantText, choice, nullable, strict, about, ClaimId } from "../schemas.ts";

const Count = Type.Integer({ minimum: 0 });
/** A share of 1; ends of intervals may pass 0 or 1 by a rounding. */
const Share = Type.Number();

/** A share with the interval in which the true one lies at 95 %. */
const Proportion = Type.Object(
  {
    successes: about("In how many it was so.", Count),
    trials: about("Of how many.", Count),
    share: about("The share, between 0 and 1.", Share),
    lowest: about(
      "The lower end of the interval in which the true share lies at " + "95 %.",
      Share,
    ),
    highest: about("The upper end of that interval.", Share),
  },
  strict,
);

const Group = Type.Object(
  {
    key: about("Which group; null: not recorded.", nullable(Type.String())),
    decisions: about("How many decisions.", Count),
    approved: about("Decisions that granted the claim.", Proportion),

    paidLess: about("Decisions that pay less than half of all decisions do.", Proportion),

    paidShare: about(
      "The mean of the shares paid of what was claimed; null without " + "decisions.",
      nullable(Share),
    ),

    slower: about("Decisions that took longer than half of all decisions did.", Proportion),
    medianMinutes: about(
      "Half of the decisions took at most so many minutes; null " + "without decisions.",
      nullable(Count),
    ),
  },
  strict,
);

/** Groups that lie apart from all others of their trait, after correction for many comparisons. */
const Compared = Type.Object(
  {
    comparisons: about("How many comparisons were made.", Count),
    level: about("The chance, over all of them, of one difference that is none.", Share),
    apart: about(
      "Groups that lie apart from all others, after correction for " + "the number of comparisons.",
      Type.Array(
        Type.Object(
          {
            trait: about("By what the groups are told apart.", Type.String()),
            outcome: about("What is compared.", Type.String()),
            key: about("Which group.", Type.String()),
            share: about("The group's share.", Share),
            otherShare: about("The share of all others.", Share),
            trials: about("How many decisions the group has.", Count),
            otherTrials: about("How many decisions all others have.", Count),

            difference: about("The group's share less that of all others.", Share),
            lowest: about(
              "The lower end of the interval of the difference, which does " + "not hold 0.",
              Share,
            ),
            highest: about("The upper end of that interval.", Share),
          },
          strict,
        ),
      ),
    ),
  },
  strict,
);

const Found = Type.Array(
  Type.Object(
    { value: about("What was found.", Type.String()), count: about("How often.", Count) },
    strict,
  ),
);

export const FairnessData = Type.Object(
  {
    from: about("Only claims received from then on; null: from the first.", nullable(InstantText)),
    to: about("Only claims received before then; null: to the last.", nullable(InstantText)),
    decisions: about("How many decisions were gone through.", Count),
    traits: about(
      "The decisions by group, for each way of telling groups apart.",
      Type.Array(
        Type.Object(
          {
            trait: about("By what the groups are told apart.", Type.String()),
            groups: about("The groups.", Type.Array(Group)),
          },
          strict,
        ),
      ),
    ),
    compared: about("The groups that lie apart.", Compared),
    engine: about(
      "Whether the engine decided like cases alike.",
      Type.Object(
        {
          decisions: about("How many decisions were gone through.", Count),

          likeAnswers: about("Answers whose very case had come before.", Count),

          faults: about("Answers that were not the same again; there must be none.", Count),
          shown: about(
            "Some of these faults.",
            Type.Array(
              Type.Object(
                {
                  claimId: ClaimId,
                  number: about("The number that people use for the claim.", Type.String()),
                  fault: about(
                    "`not_replayed`: another outcome today; `unlike`: another one " +
                      "than in a like case.",
                    choice("not_replayed", "unlike"),
                  ),
                },
                strict,
              ),
            ),
          ),
        },
        strict,
      ),
    ),
    attestations: about(
      "Whether reviewers found like cases alike.",
      Type.Object(
        {
          unlike: about(
            "Like cases that reviewers found differently, the most pairs " + "first.",
            Type.Array(
              Type.Object(
                {
                  kind: about("The kind of claim.", Type.String()),
                  fact: about("The fact that was established.", Type.String()),

                  claimed: about(
                    "What the customer had claimed, as JSON; null where nothing " + "was.",
                    nullable(Type.String()),
                  ),
                  cases: about("How many such cases.", Count),
                  found: about("What was found, and how often.", Found),
                  pairs: about("How many pairs of them differ.", Count),

                  reviewers: about(
                    "What each reviewer found.",
                    Type.Array(
                      Type.Object(
                        {
                          reviewer: about("The reviewer under a pseudonym.", Type.String()),
                          found: about("What this reviewer found, and how often.", Found),
                        },
                        strict,
                      ),
                    ),
                  ),
                },
                strict,
              ),
            ),
          ),
          alike: about("Groups of like cases that were all found the same.", Count),
          measured: about("Attestations of measured values, which are not compared.", Count),
          compared: about("The reviewers that lie apart from all others.", Compared),
        },
        strict,
      ),
    ),
  },
  strict,
);
export type WireFairnessData = Static<typeof FairnessData>;
