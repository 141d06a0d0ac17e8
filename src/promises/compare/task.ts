import type { Language, Refusal, WirePolicyComparison } from "../../contract/index.ts";
import type { Combination, Diff, Example, RuleDocument } from "../../core/index.ts";
import type { ProofText } from "../proof/record.ts";

/** A text with the place in the question that a fault of it is told at. */
export interface ComparedText extends ProofText {
  readonly field: string;
  readonly catalogueField: string;
}

export interface ComparedSide extends ComparedText {
  readonly params: Readonly<Record<string, string>>;
  readonly paramsField: string;
}

/** What is compared: plain data, since another process does it. */
export interface CompareTask {
  readonly before: ComparedSide;
  readonly after: ComparedSide;
  readonly beside: readonly ComparedText[];
  readonly example: Example | null;
  readonly language: Language;
}

export type Comparison = WirePolicyComparison | Refusal;

/** What was found, to be told. */
export interface Compared {
  readonly found: Diff;
  readonly combined: readonly Combination[] | null;
  /** The two, then those beside. */
  readonly documents: readonly RuleDocument[];
  readonly language: Language;
}
