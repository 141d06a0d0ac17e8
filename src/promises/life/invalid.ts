import type { Language, PolicyProblem, Refusal } from "../../contract/index.ts";
import { problemLine, refuse } from "../../contract/index.ts";

/** The first fault with its place; how many there are beside it is in the values. */
export function invalid(
  problems: readonly PolicyProblem[],
  language: Language,
  field?: string,
): Refusal {
  const [first] = problems;
  if (first === undefined) throw new Error("a text without faults was refused");
  const { line, column } = first.at;
  const reason = problemLine(first, language);
  const values = { reason, line, column, faults: problems.length };
  return refuse("policy_invalid", values, field);
}
