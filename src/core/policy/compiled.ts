import type { Fraction } from "../money/index.ts";
import type { CaseFacts } from "./facts.ts";
import type { RuleDocument } from "./model.ts";

/**
 * A document with its parameters filled in, ready to decide. Made by `compile`, kept by whoever
 * decides often; the tables inside belong to this room.
 */
export type CompiledPolicy = {
  readonly document: RuleDocument;
  readonly params: Readonly<Record<string, string>>;
};

/** The answer of one document to one case: one entry per head, in the document's order. */
export type CaseResult = {
  readonly policy: CompiledPolicy;
  readonly facts: CaseFacts;
  readonly heads: readonly CaseHead[];
};
export type CaseHead = {
  /** Index of the deciding clause in the document; −1 where the head stays silent. */
  readonly clause: number;
  readonly answer: Fraction;
};
