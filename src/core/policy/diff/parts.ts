import type { Cutting, Range } from "../prove/space.ts";
import { endsOf } from "../prove/pieces.ts";
import type { Piece } from "../prove/pieces.ts";
import type { Box } from "./box.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import type { Pair, PairLeaf } from "./pair.ts";
import type { Asked } from "./said.ts";
import { type Refined, refined } from "./refine.ts";
import { type Sign, between, caseWith, differenceOf, signAt, signCuts } from "./signs.ts";
import { variablesIn } from "./signs.ts";
import type { Stage } from "./stage.ts";

/** A box in which two sides stand to each other in one way. */
export type Part = {
  readonly box: Box;
  /** `unanswered`: one side or both have no answer here. */
  readonly sign: Sign | "unanswered";
  /** Whether the sign holds only in some cases of the box: several facts decide it. */
  readonly related: boolean;
  /** Parts with equal formulas differ by one function of the facts. */
  readonly formula: string;
  /** By what each side decides, where the answers are equal and that is not; else null. */
  readonly words: string | null;
  readonly leaf: PairLeaf;
};

/** Both outcomes in some cells. */
export function outcomesIn(
  { seats, direction }: Pair,
  asked: Asked,
): readonly [before: Outcome, after: Outcome] {
  return [outcomeOf(asked, seats[0], direction), outcomeOf(asked, seats[1], direction)];
}

/** Divides leaves until in each part one answer is the larger, as far as cells can say so. */
export function partsOf(
  pair: Pair,
  stage: Stage,
  leaves: readonly PairLeaf[],
): { readonly stage: Stage; readonly parts: readonly Part[] } {
  const cuts = new Map<number, Cutting[]>();
  for (const leaf of leaves) {
    for (const [variable, found] of cutsIn(pair, stage, leaf)) {
      cuts.set(variable, [...(cuts.get(variable) ?? []), ...found]);
    }
  }
  const finer: Refined = refined(stage.task.space, cuts);
  const refinedStage = { ...stage, task: { ...stage.task, space: finer.space } };
  const parts = leaves.flatMap((leaf) =>
    partsOfLeaf(pair, refinedStage, { ...leaf, cells: finer.moved(leaf.cells) }),
  );
  return { stage: refinedStage, parts };
}

function differenceIn(pair: Pair, stage: Stage, { cells, answers }: PairLeaf): Piece[] | null {
  const [before, after] = outcomesIn(pair, { stage, cells, answers });
  if (!("pieces" in before) || !("pieces" in after)) return null;
  return differenceOf(before.pieces, after.pieces);
}

function cutsIn(pair: Pair, stage: Stage, leaf: PairLeaf): [number, Cutting[]][] {
  const pieces = differenceIn(pair, stage, leaf);
  const variables = pieces === null ? [] : variablesIn(pieces);
  const [variable] = variables;
  if (pieces === null || variable === undefined || variables.length > 1) return [];
  return [[variable, signCuts(pieces, variable, leaf.cells, stage.task.space)]];
}

function partsOfLeaf(pair: Pair, stage: Stage, leaf: PairLeaf): Part[] {
  const pieces = differenceIn(pair, stage, leaf);
  if (pieces === null) return [partOf(pair, stage, leaf, leaf.cells, "unanswered", false)];
  const variables = variablesIn(pieces);
  const [variable] = variables;
  if (variable !== undefined && variables.length === 1) {
    return signRuns(pieces, variable, leaf, stage).map(({ box, sign }) =>
      partOf(pair, stage, leaf, box, sign, false),
    );
  }
  const { space } = stage.task;
  const signs = (["more", "less", "equal"] as const).filter(
    (sign) => caseWith(sign, pieces, leaf.cells, space) !== null,
  );
  return signs.map((sign) => partOf(pair, stage, leaf, leaf.cells, sign, signs.length > 1));
}

/** Neighbouring cells of one variable in which the sign is one. */
function signRuns(
  pieces: readonly Piece[],
  variable: number,
  { cells }: PairLeaf,
  stage: Stage,
): { box: Box; sign: Sign }[] {
  const { space } = stage.task;
  const axis = space.axes.findIndex((each) => each.kind === "values" && each.variable === variable);
  const found = space.axes[axis];
  if (found?.kind !== "values") throw new RangeError(`no axis of variable ${variable}`);
  const [[first, last] = [0, 0]] = cells.get(axis) ?? [[0, found.cuts.length] as const];
  const runs: { range: Range; sign: Sign }[] = [];
  for (let cell = first; cell <= last; cell += 1) {
    const inside = new Map(cells).set(axis, [[cell, cell]]);
    const [low, high] = endsOf(variable, inside, space);
    const sign = signAt(pieces, variable, between(low, high));
    const run = runs.at(-1);
    if (run?.sign === sign) runs[runs.length - 1] = { range: [run.range[0], cell], sign };
    else runs.push({ range: [cell, cell], sign });
  }
  return runs.map(({ range, sign }) => ({ box: new Map(cells).set(axis, [range]), sign }));
}

function partOf(
  pair: Pair,
  stage: Stage,
  leaf: PairLeaf,
  box: Box,
  sign: Part["sign"],
  related: boolean,
): Part {
  const [before, after] = outcomesIn(pair, { stage, cells: box, answers: leaf.answers });
  const formula = [pair.formulaOf(before, stage, leaf), pair.formulaOf(after, stage, leaf)];
  const words = [pair.wordsOf(before, stage, 0), pair.wordsOf(after, stage, 1)];
  const isSaid = sign === "equal" && !related && words[0] !== words[1];
  return {
    box,
    sign,
    related,
    formula: JSON.stringify(formula),
    words: isSaid ? JSON.stringify(words) : null,
    leaf,
  };
}
