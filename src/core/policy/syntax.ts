/** A place in a source text; both count from 1. */
export type Position = { readonly line: number; readonly column: number };

/**
 * A policy file as its reader hands it over: maps, lists and scalars with their places. `text` is
 * the scalar as it was written (without quotes), because `20.00` and `100%` must stay exact.
 */
export type SyntaxNode = SyntaxMap | SyntaxList | SyntaxScalar;
export type SyntaxMap = {
  readonly kind: "map";
  readonly entries: readonly SyntaxEntry[];
  readonly at: Position;
};
export type SyntaxEntry = {
  readonly key: string;
  readonly keyAt: Position;
  readonly value: SyntaxNode;
};
export type SyntaxList = {
  readonly kind: "list";
  readonly items: readonly SyntaxNode[];
  readonly at: Position;
};
export type SyntaxScalar = {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  readonly text: string;
  readonly at: Position;
};
