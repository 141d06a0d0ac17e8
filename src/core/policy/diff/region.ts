import { fractionText } from "../../money/index.ts";
import type { Direction } from "../model.ts";
import { witnessIn } from "../prove/witness.ts";
import type { Box } from "./box.ts";
import { conditionsIn } from "./conditions.ts";
import { type Extreme, extremeOf } from "./extreme.ts";
import type { Effect, Region, RegionCase, RegionSide, Reworded } from "./model.ts";
import type { Outcome } from "./outcome.ts";
import { type Part, outcomesIn } from "./parts.ts";
import { type Told, caseOf } from "./region-case.ts";
import { pruned } from "./said.ts";
import { differenceOf, signConstraints } from "./signs.ts";

/** A box of the cover with the parts that it was made of. */
export type Covered = {
  readonly box: Box;
  readonly parts: readonly [Part, ...Part[]];
  readonly only: "more" | "less" | null;
};

/** The region of a box; null where the box holds no case. */
export function regionOf(told: Told, covered: Covered): Region | null {
  const { pair, stage } = told;
  const { box, parts, only } = covered;
  const [{ leaf, sign }] = parts;
  const [before, after] = outcomesIn(pair, { stage, cells: box, answers: leaf.answers });
  const cases = casesOf(told, covered, before, after);
  if (cases === null) return null;
  const [smallest, largest] = cases;
  const { space } = stage.task;
  return {
    ...told.question,
    effect: effectOf(sign, pair.direction),
    conditions: conditionsIn(box, space, stage.documents),
    only,
    before: sideOf(0, before, covered, told),
    after: sideOf(1, after, covered, told),
    example: told.example,
    smallest: smallest.case,
    largest: largest.case,
    smallestBound: smallest.bound,
    largestBound: largest.bound,
  };
}

/** What is decided otherwise for the same answer. */
export function rewordedOf(told: Told, covered: Covered): Reworded | null {
  const { pair, stage } = told;
  const { box, parts } = covered;
  const [{ leaf }] = parts;
  const witness = witnessIn(box, [], stage.task.space);
  if (witness === null) return null;
  const [before, after] = outcomesIn(pair, { stage, cells: box, answers: leaf.answers });
  return {
    ...told.question,
    conditions: conditionsIn(box, stage.task.space, stage.documents),
    before: sideOf(0, before, covered, told),
    after: sideOf(1, after, covered, told),
    witness: caseOf(told, box, witness, [before, after]),
  };
}

function effectOf(sign: Part["sign"], direction: Direction): Effect {
  if (sign === "unanswered") return "unanswered";
  return (sign === "more") === (direction !== "take") ? "gain" : "lose";
}

type BoundedCase = { readonly case: RegionCase; readonly bound: string | null };

/** The cases with the smallest and the largest difference. */
function casesOf(
  told: Told,
  { box, parts }: Covered,
  before: Outcome,
  after: Outcome,
): readonly [BoundedCase, BoundedCase] | null {
  const { space } = told.stage.task;
  const [{ sign }] = parts;
  if (sign === "unanswered" || !("pieces" in before) || !("pieces" in after)) {
    const witness = witnessIn(box, [], space);
    if (witness === null) return null;
    const only = { case: caseOf(told, box, witness, [before, after]), bound: null };
    return [only, only];
  }
  const pieces = differenceOf(before.pieces, after.pieces).flatMap(({ answer, within }) => {
    const asked = pruned([...within, ...signConstraints(sign, answer)]);
    return asked === null ? [] : [{ answer, within: asked }];
  });
  const [nearer, farther] = sign === "more" ? ([-1, 1] as const) : ([1, -1] as const);
  const smallest = extremeOf(pieces, nearer, box, space);
  const largest = extremeOf(pieces, farther, box, space);
  if (smallest === null || largest === null) return null;
  const bounded = (extreme: Extreme): BoundedCase => ({
    case: caseOf(told, box, extreme.witness, [before, after]),
    bound: extreme.attained ? null : fractionText(extreme.value),
  });
  return [bounded(smallest), bounded(largest)];
}

function sideOf(side: 0 | 1, outcome: Outcome, { parts }: Covered, told: Told): RegionSide {
  const { stage } = told;
  const nameOf = (index: number) => {
    const document = stage.documents[index]?.document;
    return `${document?.id ?? ""}@${document?.version ?? ""}`;
  };
  if ("names" in outcome) {
    const { kind, document, names } = outcome;
    return { kind, document: nameOf(document), names };
  }
  if (outcome.kind !== "answer") return { kind: outcome.kind };
  const heard = new Set(outcome.pieces.map(({ voice }) => voice));
  const voices = outcome.voices.flatMap(({ document, amounts }, index) =>
    heard.has(index)
      ? [{ document: nameOf(document), clauses: clausesOf(side, index, parts, told), amounts }]
      : [],
  );
  return { kind: "answer", voices };
}

/** Of all parts of a box: which clauses give a voice its answer, in the document's order. */
function clausesOf(side: 0 | 1, voice: number, parts: Covered["parts"], told: Told): string[] {
  const { pair, stage } = told;
  const names = new Set<string>();
  let order: readonly string[] = [];
  for (const { box, leaf } of parts) {
    const outcome = outcomesIn(pair, { stage, cells: box, answers: leaf.answers })[side];
    if (outcome.kind !== "answer") continue;
    const found = outcome.voices[voice];
    for (const name of found?.clauses ?? []) names.add(name);
    const document = stage.documents[found?.document ?? -1]?.document;
    order = document?.clauses.map(({ name }) => name) ?? order;
  }
  return order.filter((name) => names.has(name));
}
