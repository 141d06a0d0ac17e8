import { Type } from "typebox";
import type { Static } from "typebox";
import { Id, InstantText, Sha256, choice, nullable, strict, about } from "../schemas.ts";

/** YAML, at most 1 MB: a larger one is refused with a place like any other fault. */
export const DocumentText = Type.String({ minLength: 1, maxLength: 4_000_000 });

/** Which policy and which version of it: what its own text says. */
export const policyPlace = Type.Object(
  {
    policyId: about(
      "The policy's id, as its text says, such as `order-refund`.",
      Type.String({ minLength: 1, maxLength: 60 }),
    ),
    version: about(
      "The version, as its text says.",
      Type.Integer({ minimum: 1, maximum: 999_999_999 }),
    ),
  },
  strict,
);

const versionFields = {
  policyId: about("The policy's id, as its text says, such as `order-refund`.", Type.String()),
  version: about("The version, as its text says.", Type.Integer({ minimum: 1 })),
  kind: about(
    "Whether it is a merchant's promise or a floor set by law.",
    choice("policy", "floor"),
  ),
  title: about("Its title in the reader's language.", Type.String()),
  status: about(
    "How far it is on the way from draft to what binds.",
    choice("draft", "verified", "approved", "published", "superseded"),
  ),
  proof: about(
    "Whether it was proven against the floors that bind it.",
    choice("unproven", "proven"),
  ),

  hash: about(
    "SHA-256 of the document in the words of its catalogue; null " +
      "for a draft whose text has faults.",
    nullable(Sha256),
  ),

  origin: about(
    "`shipped`: it came with the product, and was proven when it " + "was installed.",
    choice("shipped", "merchant"),
  ),
  publishedAt: about("When it was published; null until then.", nullable(InstantText)),
  supersededAt: about(
    "When a newer version took its place, or it was withdrawn; " + "null until then.",
    nullable(InstantText),
  ),
};

export const PolicyVersion = Type.Object(versionFields, strict);
export type WirePolicyVersion = Static<typeof PolicyVersion>;

/** A fault of the text at its place, in the reader's language. */
export const PolicyFaultView = Type.Object(
  {
    code: about("What kind of fault it is.", Type.String()),
    line: about("The line of the text, from 1.", Type.Integer({ minimum: 1 })),
    column: about("The column of the text, from 1.", Type.Integer({ minimum: 1 })),
    sentence: about("The fault and its remedy, in the reader's language.", Type.String()),
  },
  strict,
);

const CaseView = Type.Object(
  {
    params: about(
      "The values of the parameters, by name.",
      Type.Record(Type.String(), Type.String()),
    ),
    facts: about("The facts of the case, by name.", Type.Record(Type.String(), Type.Unknown())),
  },
  strict,
);

const FindingView = Type.Object(
  {
    kind: about("What the proof found.", Type.String({ examples: ["gap", "below_floor"] })),
    line: about("The line of the text, from 1.", Type.Integer({ minimum: 1 })),
    column: about("The column of the text, from 1.", Type.Integer({ minimum: 1 })),
    sentence: about("What is found and how to mend it, in the reader's language.", Type.String()),
    heads: about("What the finding is about: the heads of payment.", Type.Array(Type.String())),
    clauses: about(
      "The clauses that meet in the case; null where none answers.",
      Type.Array(nullable(Type.String())),
    ),
    floor: about(
      "The floor that the text falls below; null where none is " + "concerned.",
      nullable(
        Type.Object(
          {
            reference: about("The floor, as `id@version`.", Type.String()),
            clause: about("The floor's clause; null where none answers.", nullable(Type.String())),
          },
          strict,
        ),
      ),
    ),

    cases: about("One concrete case, or the two that are compared.", Type.Array(CaseView)),
  },
  strict,
);

/** What the proof said of this text. */
export const ProofView = Type.Object(
  {
    proven: about("Whether it was proven.", Type.Boolean()),
    evaluator: about("The version of the evaluator that proved it.", Type.String()),
    hash: about("SHA-256 of the document that was proven.", Sha256),
    verifiedAt: about("When it was proven; null where it never was.", nullable(InstantText)),

    cells: about("How many kinds of cases were gone through.", Type.Integer({ minimum: 0 })),
    floors: about(
      "The floors that it was proven against.",
      Type.Array(
        Type.Object(
          {
            policyId: about("The floor's id.", Type.String()),
            version: about("The floor's version.", Type.Integer({ minimum: 1 })),
            hash: about("SHA-256 of the floor.", Sha256),

            verified: about(
              "Whether the law's own text was at hand when the floor was " + "written.",
              Type.Boolean(),
            ),
          },
          strict,
        ),
      ),
    ),
    findings: about("What is wrong; empty where it was proven.", Type.Array(FindingView)),

    untold: about("How many further findings are not told.", Type.Integer({ minimum: 0 })),
    assumptions: about(
      "What was assumed never to happen, in the reader's language.",
      Type.Array(Type.String()),
    ),
    notes: about(
      "What is worth knowing and not wrong, in the reader's language.",
      Type.Array(Type.String()),
    ),
  },
  strict,
);
export type WireProof = Static<typeof ProofView>;

/** Who may sign, who did, and what stands in for it where the merchant is one person. */
const ApprovalView = Type.Object(
  {
    persons: about(
      "Those who wrote the text or had it proven: none of them is " + "the second person.",
      Type.Array(Id),
    ),
    requestedAt: about("When a signature was asked for; null until then.", nullable(InstantText)),

    waitsUntil: about(
      "For a merchant of one person, before when nothing can be " + "approved; null otherwise.",
      nullable(InstantText),
    ),
    approvedAt: about("When it was approved; null until then.", nullable(InstantText)),
    approvedBy: about("Who approved it; null until then, and where the wait did.", nullable(Id)),
    how: about(
      "Whether a second person approved it or a wait stood in; null " + "until then.",
      nullable(choice("second_person", "wait")),
    ),
  },
  strict,
);

export const PolicySettings = Type.Object(
  {
    asksQuestions: about(
      "Whether it can be accepted only with rightly answered " + "questions about its terms.",
      Type.Boolean(),
    ),

    acceptLater: about(
      "Whether customers may accept the published version for orders " + "that accepted nothing.",
      Type.Boolean(),
    ),
  },
  strict,
);

export const PolicyText = Type.Object(
  {
    ...versionFields,
    text: about("The document in YAML.", Type.String()),

    textHash: about(
      "SHA-256 of the text: a change of a draft names what it " + "replaces.",
      Sha256,
    ),
    catalogue: about(
      "The catalogue of facts that the document uses.",
      Type.Object(
        {
          hash: about("SHA-256 of the catalogue.", Sha256),
          text: about("The catalogue in YAML.", Type.String()),
        },
        strict,
      ),
    ),
    faults: about(
      "The faults of the text with their places; empty where it has " + "none.",
      Type.Array(PolicyFaultView),
    ),
    verification: about("What the proof said; null where it never ran.", nullable(ProofView)),
    approval: about("Who may sign, who did, and when.", ApprovalView),
    settings: about("What is asked of those who accept it.", PolicySettings),
  },
  strict,
);
export type WirePolicyText = Static<typeof PolicyText>;
