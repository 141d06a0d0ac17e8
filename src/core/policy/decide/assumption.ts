import { intersects, rowsOf } from "../compile/bits.ts";
import type { CompiledPolicy } from "../compile/compiled.ts";
import type { CaseFacts } from "../facts.ts";
import { matchRows } from "./match.ts";
import type { Assumption } from "../model.ts";

/** The first box of a document, taken to be impossible, in which the case lies for certain. */
export function assumptionOf(policy: CompiledPolicy, facts: CaseFacts): Assumption | null {
  const { document, assumed } = policy;
  if (document.assumptions.length === 0) return null;
  const { certain } = matchRows(policy, facts);
  if (!intersects(certain, assumed)) return null;
  const row = rowsOf(certain.map((word, index) => word & (assumed[index] ?? 0)))[0] ?? 0;
  return document.assumptions[row - document.clauses.length] ?? null;
}
