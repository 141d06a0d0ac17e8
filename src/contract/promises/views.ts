import { Type } from "typebox";
import type { Static } from "typebox";
import { Id, InstantText, Sha256, choice, nullable, strict } from "../schemas.ts";

/** YAML, at most 1 MB: a larger one is refused with a place like any other fault. */
export const DocumentText = Type.String({ minLength: 1, maxLength: 4_000_000 });

/** Which policy and which version of it: what its own text says. */
export const policyPlace = Type.Object(
  {
    policyId: Type.String({ minLength: 1, maxLength: 60 }),
    version: Type.Integer({ minimum: 1, maximum: 999_999_999 }),
  },
  strict,
);

const versionFields = {
  policyId: Type.String(),
  version: Type.Integer({ minimum: 1 }),
  kind: choice("policy", "floor"),
  title: Type.String(),
  status: choice("draft", "verified", "approved", "published", "superseded"),
  proof: choice("unproven", "proven"),
  /** Of the document in the words of its catalogue; null for a draft whose text has faults. */
  hash: nullable(Sha256),
  /** `shipped`: it came with the product, and was proven when it was installed. */
  origin: choice("shipped", "merchant"),
  publishedAt: nullable(InstantText),
  supersededAt: nullable(InstantText),
};

export const PolicyVersion = Type.Object(versionFields, strict);
export type WirePolicyVersion = Static<typeof PolicyVersion>;

/** A fault of the text at its place, in the reader's language. */
export const PolicyFaultView = Type.Object(
  {
    code: Type.String(),
    line: Type.Integer({ minimum: 1 }),
    column: Type.Integer({ minimum: 1 }),
    sentence: Type.String(),
  },
  strict,
);

const CaseView = Type.Object(
  {
    params: Type.Record(Type.String(), Type.String()),
    facts: Type.Record(Type.String(), Type.Unknown()),
  },
  strict,
);

const FindingView = Type.Object(
  {
    kind: Type.String({ examples: ["gap", "below_floor"] }),
    line: Type.Integer({ minimum: 1 }),
    column: Type.Integer({ minimum: 1 }),
    sentence: Type.String(),
    heads: Type.Array(Type.String()),
    clauses: Type.Array(nullable(Type.String())),
    floor: nullable(
      Type.Object({ reference: Type.String(), clause: nullable(Type.String()) }, strict),
    ),
    /** One concrete case, or the two that are compared. */
    cases: Type.Array(CaseView),
  },
  strict,
);

/** What the proof said of this text. */
export const ProofView = Type.Object(
  {
    proven: Type.Boolean(),
    evaluator: Type.String(),
    hash: Sha256,
    verifiedAt: nullable(InstantText),
    /** Cells that were walked. */
    cells: Type.Integer({ minimum: 0 }),
    floors: Type.Array(
      Type.Object(
        {
          policyId: Type.String(),
          version: Type.Integer({ minimum: 1 }),
          hash: Sha256,
          /** Whether the law's own text was at hand when the floor was written. */
          verified: Type.Boolean(),
        },
        strict,
      ),
    ),
    findings: Type.Array(FindingView),
    /** Further findings that are not told. */
    untold: Type.Integer({ minimum: 0 }),
    assumptions: Type.Array(Type.String()),
    notes: Type.Array(Type.String()),
  },
  strict,
);
export type WireProof = Static<typeof ProofView>;

/** Who may sign, who did, and what stands in for it where the merchant is one person. */
const ApprovalView = Type.Object(
  {
    /** Those who wrote at the text or had it verified: none of them is the second person. */
    persons: Type.Array(Id),
    requestedAt: nullable(InstantText),
    /** A merchant of one person: nothing can be approved before this instant. */
    waitsUntil: nullable(InstantText),
    approvedAt: nullable(InstantText),
    approvedBy: nullable(Id),
    how: nullable(choice("second_person", "wait")),
  },
  strict,
);

export const PolicySettings = Type.Object(
  {
    /** Only with rightly answered questions about the terms can the policy be accepted. */
    asksQuestions: Type.Boolean(),
    /** Customers may accept the published version for orders that accepted nothing. */
    acceptLater: Type.Boolean(),
  },
  strict,
);

export const PolicyText = Type.Object(
  {
    ...versionFields,
    text: Type.String(),
    /** SHA-256 of the text: a change of a draft names what it replaces. */
    textHash: Sha256,
    catalogue: Type.Object({ hash: Sha256, text: Type.String() }, strict),
    faults: Type.Array(PolicyFaultView),
    verification: nullable(ProofView),
    approval: ApprovalView,
    settings: PolicySettings,
  },
  strict,
);
export type WirePolicyText = Static<typeof PolicyText>;
