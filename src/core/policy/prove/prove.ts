import type { Fact, FloorDocument, RuleDocument } from "../model.ts";
import type { Finding } from "./finding.ts";
import { proveAnswers } from "./prove-answers.ts";
import type { Bounds, Property, Proved } from "./property.ts";

export type ProofOptions = {
  /** The floors at hand; the document names those on which it stands. */
  readonly floors?: readonly FloorDocument[];
  /** All facts of the catalogue, so that derived facts can be followed to what they read. */
  readonly facts?: Readonly<Record<string, Fact>>;
} & Partial<Bounds>;

export type Proof = {
  /** `id@version`. */
  readonly document: string;
  readonly hash: string;
  readonly proven: boolean;
  readonly properties: readonly Property[];
  readonly findings: readonly Finding[];
  /** How many further findings are not told. */
  readonly untold: number;
};

const usualBounds: Bounds = { leavesMax: 200_000, findingsMax: 10 };

export function prove(document: RuleDocument, options: ProofOptions = {}): Proof {
  const bounds = { ...usualBounds, ...options };
  const proved: Proved[] = proveAnswers(document, bounds);
  const findings = proved.flatMap((each) => each.findings);
  return {
    document: `${document.id}@${document.version}`,
    hash: document.hash,
    proven: findings.length === 0,
    properties: proved.map(({ property }) => property),
    findings,
    untold: proved.reduce((sum, { untold }) => sum + untold, 0),
  };
}
