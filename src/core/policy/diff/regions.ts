import { coverOf } from "./cover.ts";
import { isApart } from "./box.ts";
import type { Region, Reworded } from "./model.ts";
import { type Pair } from "./pair.ts";
import type { PairLeaf } from "./pair.ts";
import { type Part, outcomesIn, partsOf } from "./parts.ts";
import { type Covered, regionOf, rewordedOf } from "./region.ts";
import type { Told } from "./region-case.ts";
import { walk } from "../prove/walk.ts";
import type { Stage } from "./stage.ts";

/** All leaves of the walk; what no assumption can cut is divided no further. */
export function leavesOf(pair: Pair, stage: Stage): PairLeaf[] {
  const leaves: PairLeaf[] = [];
  walk(stage.task, ({ cells, answers }, isWhole) => {
    const leaf = { cells, answers };
    const asked = { stage, ...leaf };
    const [before, after] = outcomesIn(pair, asked);
    const isEqual =
      pair.formulaOf(before, stage, leaf) === pair.formulaOf(after, stage, leaf) &&
      pair.wordsOf(before, stage, 0) === pair.wordsOf(after, stage, 1);
    if (isWhole || isEqual) leaves.push(leaf);
    return !isEqual;
  });
  return leaves;
}

export type Regions = {
  readonly regions: readonly Region[];
  readonly reworded: readonly Reworded[];
};

/** Regions of one question: as few boxes as cover the parts that differ alike. */
export function regionsOf(told: Omit<Told, "stage">, stage: Stage): Regions & { cells: number } {
  const leaves = leavesOf(told.pair, stage);
  const { stage: finer, parts } = partsOf(told.pair, stage, leaves);
  const all: Told = { ...told, stage: finer };
  const byFormula = grouped(parts, ({ formula }) => formula);
  const regions: Region[] = [];
  for (const [formula, own] of byFormula) {
    const others = parts.filter((part) => part.formula !== formula);
    regions.push(...coveredBy(own, others, all).flatMap((each) => regionOf(all, each) ?? []));
  }
  const words = parts.filter((part) => part.words !== null);
  const reworded = [...grouped(words, (part) => part.words ?? "")].flatMap(([key, own]) => {
    const others = parts.filter((part) => part.words !== key);
    return boxesOf(own, others, null, finer).flatMap((each) => rewordedOf(all, each) ?? []);
  });
  return { regions, reworded, cells: leaves.length };
}

function grouped(parts: readonly Part[], keyOf: (part: Part) => string): Map<string, Part[]> {
  const groups = new Map<string, Part[]>();
  for (const part of parts) {
    const known = groups.get(keyOf(part));
    if (known === undefined) groups.set(keyOf(part), [part]);
    else known.push(part);
  }
  return groups;
}

/** Parts of one formula, sign by sign; where a sign is no box, cases are told by it as well. */
function coveredBy(own: readonly Part[], others: readonly Part[], { stage }: Told): Covered[] {
  const isRelated = own.some(({ related }) => related);
  return (["less", "more", "unanswered"] as const).flatMap((sign) => {
    const wanted = own.filter((part) => part.sign === sign);
    const rest = isRelated ? [] : own.filter((part) => part.sign !== sign);
    const only = isRelated && sign !== "unanswered" ? sign : null;
    return boxesOf(wanted, [...others, ...rest], only, stage);
  });
}

function boxesOf(
  wanted: readonly Part[],
  others: readonly Part[],
  only: Covered["only"],
  { task }: Stage,
): Covered[] {
  const boxes = coverOf(
    wanted.map(({ box }) => box),
    others.map(({ box }) => box),
    task.space.axes,
  );
  return boxes.flatMap((box): Covered[] => {
    const [first, ...more] = wanted.filter((part) => !isApart(part.box, box));
    return first === undefined ? [] : [{ box, parts: [first, ...more], only }];
  });
}
