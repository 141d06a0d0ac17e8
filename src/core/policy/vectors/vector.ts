import type { CaseFacts } from "../facts.ts";
import type { Direction, GrantKind } from "../model.ts";

/** A case with what is to be answered, for whoever writes the evaluator anew. */
export type EvaluationVector = {
  /** Unique in its file: what the case is for. */
  readonly name: string;
  /** By document id; a parameter that is not named has its default. */
  readonly params: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Whether the time to supplement has lapsed. */
  readonly final: boolean;
  /** Of the order, of one line and of one packet: their names tell them apart. */
  readonly facts: CaseFacts;
  readonly expect: VectorAnswer;
};

export type VectorAnswer =
  | { readonly status: "decided"; readonly heads: readonly VectorHead[] }
  /** Names of the facts that can still change an amount, in alphabetical order. */
  | { readonly status: "needed"; readonly facts: readonly string[] }
  /** `range`, `link`, `value` or the assumption's name; the document; the facts in question. */
  | {
      readonly status: "impossible";
      readonly reason: string;
      readonly document: string;
      readonly facts: readonly string[];
    };

export type VectorHead = {
  readonly direction: Direction;
  readonly base: string;
  readonly grant: GrantKind | null;
  /** Exact share of the base, `n/d` in lowest terms. */
  readonly share: string;
  /** `id@version` of the document whose answer holds, and its clause. */
  readonly document: string;
  readonly clause: string | null;
  /** Code of the reason where nothing is paid. */
  readonly why: string | null;
};
