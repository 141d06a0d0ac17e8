import { emptySet, insert } from "./bits.ts";
import type { Slot } from "./compiled.ts";
import { type Cut, cutOf, firstWhole, indexOfCut, isLower, sortedCuts } from "../cuts.ts";
import { compareConstants } from "../constant.ts";
import { isListed, mayPrecede } from "../fact-kind.ts";
import type { Bound, Condition, Constant, Fact, ListedFact } from "../model.ts";
import { isPeriod } from "./months.ts";

type Rows = readonly (readonly Condition[])[];
type Constants = ReadonlyMap<string, Constant>;

type Listed = Pick<ListedFact, "options" | "unsaid">;
const notListed: Listed = { options: [], unsaid: null };

/**
 * Divides a fact's values into cells and notes which rows each cell admits. One slot divides by
 * constants whose order is the same in every case. Days and months whose order depends on the day
 * on which they begin have slots of their own: a row holds where all slots of the fact admit it.
 */
export function compileSlots(fact: Fact, rows: Rows, constants: Constants, words: number): Slot[] {
  const conditions = rows.map((row) => row.find((each) => each.fact === fact.name));
  const bounds = conditions.flatMap((each) => (each?.kind === "interval" ? each.bounds : []));
  const groups = comparableGroups(bounds.map((bound) => constantOf(bound, constants)));
  if (groups.length < 2) return [compileSlot(fact, conditions, constants, words)];
  return groups.map((group) => {
    const texts = new Set(group.map(({ text }) => text));
    const within = conditions.map((condition): Condition | undefined => {
      if (condition?.kind !== "interval") return condition;
      const kept = condition.bounds.filter((each) => texts.has(constantOf(each, constants).text));
      return { ...condition, bounds: kept };
    });
    return compileSlot(fact, within, constants, words);
  });
}

/** Constants in groups, in each of which every two are in the same order in every case. */
function comparableGroups(all: readonly Constant[]): Constant[][] {
  const distinct = [...new Map(all.map((constant) => [constant.text, constant])).values()];
  const groups: Constant[][] = [distinct.filter((constant) => !isPeriod(constant))];
  for (const period of distinct.filter(isPeriod)) {
    const group = groups.find((each) =>
      each.every((other) => compareConstants(other, period) !== null),
    );
    if (group === undefined) groups.push([period]);
    else group.push(period);
  }
  return groups;
}

type Conditions = readonly (Condition | undefined)[];

/** A slot of these conditions on the fact, row by row. */
function compileSlot(
  fact: Fact,
  conditions: Conditions,
  constants: Constants,
  words: number,
): Slot {
  const cuts = sortedCuts(conditions.flatMap((condition) => cutsOf(condition, constants)));
  const listed: Listed = isListed(fact) ? fact : notListed;
  const options = listed.options.map(({ name }) => name);
  const cells = isListed(fact) ? options.length : cuts.length + 1;
  const states = mayPrecede(fact) ? 2 : 1;
  const masks = emptySet((cells + states) * words);
  conditions.forEach((condition, row) => {
    for (const cell of admittedCells(condition, cells, cuts, options, constants)) {
      if (cell < cells + states) insert(masks, row, cell * words);
    }
  });
  const possible = [
    ...Array.from({ length: cells }, (_, cell) => cell),
    ...(fact.burden === "customer" ? [cells] : []),
    ...(mayPrecede(fact) ? [cells + 1] : []),
  ];
  return {
    name: fact.name,
    fact,
    cuts,
    firsts: fact.type === "ratio" ? [] : cuts.map(firstWhole),
    marked: cuts.some(({ constant }) => constant.kind === "period"),
    options: new Map(options.map((name, index) => [name, index])),
    unsaid: options.findIndex((name) => name === listed.unsaid),
    unproven: cells,
    beforeStart: mayPrecede(fact) ? cells + 1 : -1,
    masks,
    every: joinCells(masks, possible, words, (left, right) => left & right, -1),
    some: joinCells(masks, possible, words, (left, right) => left | right, 0),
  };
}

function cutsOf(condition: Condition | undefined, constants: Constants): Cut[] {
  if (condition?.kind !== "interval") return [];
  return condition.bounds.map((bound) => cutOf(bound.operator, constantOf(bound, constants)));
}

/** The constant of a bound with the parameters filled in. */
export function constantOf({ operand }: Bound, constants: Constants): Constant {
  if (operand.kind !== "parameter") return operand;
  const constant = constants.get(operand.name);
  if (constant === undefined) throw new RangeError(`parameter \`${operand.name}\` is not filled`);
  return constant;
}

/**
 * The cells in which a condition holds; behind `cells` those of the unproven and of what has not
 * begun, which is earlier than any bound from above.
 */
function admittedCells(
  condition: Condition | undefined,
  cells: number,
  cuts: readonly Cut[],
  options: readonly string[],
  constants: Constants,
): number[] {
  if (condition === undefined) return Array.from({ length: cells + 2 }, (_, cell) => cell);
  if (condition.kind === "options") {
    const named = condition.options.map((option) => options.indexOf(option));
    return [
      ...named,
      ...(condition.unproven ? [cells] : []),
      ...(condition.beforeStart === true ? [cells + 1] : []),
    ];
  }
  let first = 0;
  let last = cells - 1;
  for (const bound of condition.bounds) {
    const index = indexOfCut(cutOf(bound.operator, constantOf(bound, constants)), cuts);
    if (isLower(bound.operator)) first = Math.max(first, index + 1);
    else last = Math.min(last, index);
  }
  const within = Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step);
  const isEarly = condition.bounds.every(({ operator }) => !isLower(operator));
  return isEarly ? [...within, cells + 1] : within;
}

function joinCells(
  masks: number[],
  cells: readonly number[],
  words: number,
  join: (left: number, right: number) => number,
  start: number,
): number[] {
  const joined = emptySet(words).fill(start);
  for (const cell of cells) {
    for (let word = 0; word < words; word += 1) {
      joined[word] = join(joined[word] ?? 0, masks[cell * words + word] ?? 0);
    }
  }
  return joined;
}
