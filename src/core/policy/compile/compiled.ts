import type { Fraction } from "../../money/index.ts";
import type { Cut } from "../cuts.ts";
import type { CaseFacts } from "../facts.ts";
import type { Amount, Constant, Fact, Head, RuleDocument } from "../model.ts";

/**
 * A document with its parameters filled in, ready to decide. Made by `compile`, kept by whoever
 * decides often; the tables below the line belong to this room.
 *
 * Rows are the clauses and then the assumptions. A set of rows is a bit mask over `words` integers
 * of 32 bits. The cuts of a fact divide its values into cells, and each cell of each fact has the
 * set of rows that it admits: a decision reads one cell per fact and joins the sets.
 */
export type CompiledPolicy = {
  readonly document: RuleDocument;
  readonly params: Readonly<Record<string, string>>;
  /** `id@version`. */
  readonly reference: string;

  readonly words: number;
  /** Rows that the parameters leave alive. */
  readonly alive: readonly number[];
  readonly assumed: readonly number[];
  readonly slots: readonly Slot[];
  readonly heads: readonly CompiledHead[];
  /** Per clause, the rows that override it; null for none. */
  readonly overriders: readonly (readonly number[] | null)[];
  readonly constants: ReadonlyMap<string, Constant>;
};

/** One fact that the document reads. */
export type Slot = {
  readonly name: string;
  readonly fact: Fact;
  readonly cuts: readonly Cut[];
  /** First whole number that passes each cut; empty for shares and listed facts. */
  readonly firsts: readonly number[];
  /** Whether some cut is a number of months, so that `firsts` depends on the case. */
  readonly marked: boolean;
  readonly options: ReadonlyMap<string, number>;
  /** What an unsaid wish counts as; −1, the unknown cell, for facts that are no wish. */
  readonly unsaid: number;
  /** The cell of `unproven`, after all others. */
  readonly unproven: number;
  /** The cell of `before_start` after that; −1, the unknown cell, for what has always begun. */
  readonly beforeStart: number;
  /** Rows admitted by each cell, `words` integers per cell. */
  readonly masks: readonly number[];
  /** Rows admitted by every cell, and by some cell. */
  readonly every: readonly number[];
  readonly some: readonly number[];
};

export type CompiledHead = {
  readonly head: Head;
  readonly rows: readonly number[];
  /** By clause; undefined where the clause does not give to this head. */
  readonly amounts: readonly (Amount | undefined)[];
};

/** The answer of one document to one case: one entry per head, in the document's order. */
export type CaseResult = {
  readonly policy: CompiledPolicy;
  readonly facts: CaseFacts;
  /** The rows that hold, overridden ones included: with the facts, the whole trace. */
  readonly rows: readonly number[];
  readonly heads: readonly CaseHead[];
};
export type CaseHead = {
  /** Index of the deciding clause in the document; −1 where the head stays silent. */
  readonly clause: number;
  readonly answer: Fraction;
};
