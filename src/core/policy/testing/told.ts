import { expect } from "vitest";
import { readDocument } from "../read/read-document.ts";
import { type Problem, type Reading, problemSentence } from "../read/reading.ts";
import { languages } from "../texts.ts";
import { catalogue } from "./documents.ts";
import { tree } from "./tree.ts";

/** Faults as `line:column code sentence`; none may leave a name unfilled in any language. */
export function problemsOf(reading: Reading<unknown>): string[] {
  return reading.ok ? [] : reading.problems.map(told);
}

function told(problem: Problem): string {
  for (const language of languages) {
    expect(problemSentence(problem, language)).not.toMatch(/\{\w+\}/);
  }
  const { line, column } = problem.at;
  return `${line}:${column} ${problem.code} ${problemSentence(problem, "en")}`;
}

/** The faults of a policy or floor over the test catalogue. */
export function faults(text: string): string[] {
  return problemsOf(readDocument(tree(text), catalogue, "hash"));
}

/** The lines with which a policy begins; what follows stands on line 4. */
export const heading = "makegood: policy/1\nid: test\nversion: 1\n";
