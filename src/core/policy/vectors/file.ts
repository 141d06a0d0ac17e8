import { evaluator } from "../decide/decide.ts";
import type { RuleDocument } from "../model.ts";
import type { EvaluationVector } from "./vector.ts";
import { vectorsOf } from "./vectors.ts";

/** A file of vectors: what was decided by what, and the cases. */
export type VectorFile = {
  readonly makegood: "vectors/1";
  readonly evaluator: string;
  /** SHA-256 of the catalogue in whose words the documents are written. */
  readonly catalogue: string;
  readonly documents: readonly {
    readonly kind: "policy" | "floor";
    readonly id: string;
    readonly version: number;
    readonly hash: string;
  }[];
  readonly vectors: readonly EvaluationVector[];
};

export function vectorFile(documents: readonly RuleDocument[], catalogue: string): VectorFile {
  return {
    makegood: "vectors/1",
    evaluator,
    catalogue,
    documents: documents.map(({ kind, id, version, hash }) => ({ kind, id, version, hash })),
    vectors: vectorsOf(documents),
  };
}

/** One vector per line, so that a change of a document shows as the lines that it changes. */
export function vectorFileText({ vectors, ...head }: VectorFile): string {
  const lines = Object.entries(head).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`,
  );
  const cases = vectors.map((vector) => `    ${JSON.stringify(vector)}`).join(",\n");
  return ["{", ...lines, `  "vectors": [`, ...(cases === "" ? [] : [cases]), "  ]", "}", ""].join(
    "\n",
  );
}
