import { type Fraction, at, compare, fraction, max, min, zero } from "../../money/index.ts";
import { negate } from "../../money/index.ts";
import { rawAnswer } from "../decide/answer.ts";
import type { Amount } from "../model.ts";
import { cellConstraints } from "./constraints.ts";
import type { Group, GroupAnswer } from "./group.ts";
import { type Constraint, type Linear, atLeast, boundOf, constantLinear } from "./linear.ts";
import { plus, variableLinear } from "./linear.ts";
import type { Cells, Space } from "./space.ts";

/** A part of a cell in which an answer is linear, and what it is there. */
export type Piece = { readonly answer: Linear; readonly within: readonly Constraint[] };

/** The share that a group answers in a cell, piece by piece; nothing where it has no one answer. */
export function piecesOf(group: Group, answer: GroupAnswer, cells: Cells, space: Space): Piece[] {
  if (answer.kind === "silent") return [{ answer: constantLinear(zero), within: [] }];
  if (answer.kind !== "clause") return [];
  const { amount } = answer.member;
  if (amount.fact === null) return [{ answer: constantLinear(amount.rate), within: [] }];
  const variable = factVariable(amount.fact, group, space);
  const raw = rawLinear(amount, variable);
  const ends = endsOf(variable, cells, space).map((end) => rawAnswer(amount, end));
  const [lowest, highest] = [ends.reduce(min), ends.reduce(max)];
  const [nothing, most] = [constantLinear(zero), constantLinear(group.head.max)];
  const clampedLow = compare(lowest, zero) < 0;
  const clampedHigh = compare(highest, group.head.max) > 0;
  return [
    {
      answer: raw,
      within: [
        ...(clampedLow ? [atLeast(raw, nothing)] : []),
        ...(clampedHigh ? [atLeast(most, raw)] : []),
      ],
    },
    ...(clampedLow ? [{ answer: nothing, within: [atLeast(nothing, raw, true)] }] : []),
    ...(clampedHigh ? [{ answer: most, within: [atLeast(raw, most, true)] }] : []),
  ];
}

function rawLinear({ form, rate }: Amount, variable: number): Linear {
  switch (form) {
    case "plain":
      return constantLinear(rate);
    case "less":
      return plus(constantLinear(rate), variableLinear(variable, fraction(-1)));
    case "unused":
      return plus(constantLinear(rate), variableLinear(variable, negate(rate)));
    case "part":
      return variableLinear(variable, rate);
  }
}

export function factVariable(name: string, { instance }: Group, { variables }: Space): number {
  const copy = Number(instance.moved.has(name));
  const found = variables.find(
    ({ source }) => source.kind === "fact" && source.fact.name === name && source.copy === copy,
  );
  if (found === undefined) throw new RangeError(`\`${name}\` is no variable of the proof`);
  return found.index;
}

/** Between which values a variable lies, by its range and the cells of its fact. */
export function endsOf(
  variable: number,
  cells: Cells,
  space: Space,
): readonly [low: Fraction, high: Fraction] {
  const { lowest, highest } = at(space.variables, variable);
  let [low, high] = [lowest, highest];
  for (const [index, ranges] of cells) {
    const axis = at(space.axes, index);
    if (axis.kind !== "values" || axis.variable !== variable) continue;
    for (const constraint of cellConstraints(axis, ranges, space)) {
      const bound = boundOf(constraint, variable);
      if (bound?.lower === true) low = max(low, bound.value);
      else if (bound !== null) high = min(high, bound.value);
    }
  }
  return compare(low, high) <= 0 ? [low, high] : [lowest, highest];
}
