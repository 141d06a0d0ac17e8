import { compare } from "../compare/compare.ts";
import type { CompareTask } from "../compare/task.ts";
import { type ProofTask, recordOf } from "./record.ts";

export type ProverTask =
  | { readonly kind: "prove"; readonly task: ProofTask }
  | { readonly kind: "compare"; readonly task: CompareTask };

/** What the process for proofs does: the walk over the cases of a wide document takes seconds. */
export function work(asked: ProverTask) {
  return asked.kind === "prove" ? recordOf(asked.task) : compare(asked.task);
}
