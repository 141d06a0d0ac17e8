import type { Language, PolicyProblem, Refusal } from "../../contract/index.ts";
import { faultCount, problemLine, refuse } from "../../contract/index.ts";

/** The first fault with its place; the values have all that are told, one per line, and a count. */
export function invalid(
  problems: readonly PolicyProblem[],
  language: Language,
  field?: string,
): Refusal {
  const [first] = problems;
  if (first === undefined) throw new Error("a text without faults was refused");
  const { line, column } = first.at;
  const reason = problemLine(first, language);
  const lines = problems.map((problem) => problemLine(problem, language)).join("\n");
  const values = { reason, line, column, faults: faultCount(problems), lines };
  return refuse("policy_invalid", values, field);
}
