import { type Fraction, at, fractionText, zero } from "../../money/index.ts";
import { answerOf } from "../decide/answer.ts";
import { type Finding, finding } from "./finding.ts";
import type { Group, GroupAnswer } from "./group.ts";
import { factVariable } from "./pieces.ts";
import { type Found, proofCase } from "./proof-case.ts";
import { clauseName } from "./property.ts";
import type { Space } from "./space.ts";
import type { Witness } from "./witness.ts";

/** A finding about two cases that differ in what the second group reads from copy 1. */
export function comparedFinding(
  kind: "rises" | "falls" | "reads_attribute",
  found: Found,
  groups: readonly Group[],
  answers: readonly GroupAnswer[],
  facts: readonly string[],
): Finding {
  const computed = amountFacts(answers);
  const cases = groups.map(({ instance }) =>
    proofCase(found, instance.document, computed, instance.moved),
  );
  // Told of both cases is what either of them turns on.
  const turning = new Set(cases.flatMap((each) => each.turning));
  return finding(kind, {
    heads: [at(groups, 0).head.name],
    clauses: clauseNames(groups, answers),
    cases: cases.map((each) => ({
      ...each,
      turning: Object.keys(each.facts).filter((fact) => turning.has(fact)),
    })),
    answers: sharesOf(groups, answers, found.witness, found.space),
    facts,
  });
}

/** The facts with which answers are computed. */
export function amountFacts(answers: readonly GroupAnswer[]): string[] {
  return answers.flatMap((answer) =>
    answer.kind === "clause" ? (answer.member.amount.fact ?? []) : [],
  );
}

export function clauseNames(
  groups: readonly Group[],
  answers: readonly GroupAnswer[],
): (string | null)[] {
  return groups.map(({ instance }, index) => {
    const answer = at(answers, index);
    return answer.kind === "clause" ? clauseName(instance.document, answer.member.clause) : null;
  });
}

/** What the groups answer in a case, as exact texts. */
export function sharesOf(
  groups: readonly Group[],
  answers: readonly GroupAnswer[],
  witness: Witness,
  space: Space,
): string[] {
  return groups.map((group, index) =>
    fractionText(shareOf(group, at(answers, index), witness, space)),
  );
}

function shareOf(group: Group, answer: GroupAnswer, witness: Witness, space: Space): Fraction {
  if (answer.kind !== "clause") return zero;
  const { amount } = answer.member;
  if (amount.fact === null) return amount.rate;
  const value = witness.get(factVariable(amount.fact, group, space)) ?? zero;
  return answerOf(amount, value, group.head.max);
}
