import { at } from "../../money/index.ts";
import type { RuleDocument } from "../model.ts";
import { type Finding, finding } from "./finding.ts";
import { instanceOf } from "./instance.ts";
import { proofCase } from "./proof-case.ts";
import { type Bounds, type Proved, clauseName, proveProperty } from "./property.ts";
import type { Leaf, WalkTask } from "./walk.ts";
import { witnessIn } from "./witness.ts";

/** Exactly one answer per head in every possible case; a head that may be silent at most one. */
export function proveAnswers(document: RuleDocument, bounds: Bounds): Proved[] {
  const instance = instanceOf(document);
  return document.heads.map(({ name }) => {
    const about = { kind: "one_answer", heads: [name], about: [] } as const;
    const look = (leaf: Leaf, task: WalkTask) => findingIn(leaf, task, document, name);
    return proveProperty(about, [instance], [{ instance: 0, head: name }], bounds, look);
  });
}

function findingIn(
  { cells, answers }: Leaf,
  { space }: WalkTask,
  document: RuleDocument,
  head: string,
): Finding | null {
  const answer = at(answers, 0);
  if (answer.kind !== "gap" && answer.kind !== "overlap") return null;
  const witness = witnessIn(cells, [], space);
  if (witness === null) return null;
  const cases = [proofCase({ cells, witness, space }, document)];
  const members = answer.kind === "overlap" ? answer.members : [];
  const clauses = members.map(({ clause }) => clauseName(document, clause));
  return finding(answer.kind, { heads: [head], clauses, cases });
}
