import { type Fraction, at, compare, fractionText, negate, zero } from "../../money/index.ts";
import {
  type Bound,
  type Constraint,
  type Linear,
  boundOf,
  holdsAlone,
  inverse,
  plus,
} from "./linear.ts";
import { scaled, substituted } from "./linear.ts";

/** What is left for a variable once the ones before it have values. */
export type Room = {
  readonly lowest: Fraction;
  readonly aboveLowest: boolean;
  readonly highest: Fraction;
  readonly belowHighest: boolean;
};

/** Picks a value within a room that is not empty; of a whole variable a whole one. */
export type Choose = (variable: number, room: Room) => Fraction;

/**
 * Values that meet all constraints, or null where none do: Fourier and Motzkin's elimination, exact
 * with strict bounds too. Variables get their values in the given order, each bounded on both
 * sides by constraints.
 *
 * Constraints between whole variables are differences with whole offsets, or bound a multiple of
 * one from above: then whole values exist wherever fractions do.
 */
export function solve(
  variables: readonly number[],
  constraints: readonly Constraint[],
  choose: Choose,
): Map<number, Fraction> | null {
  const stages = stagesOf(variables, constraints);
  if (stages === null) return null;
  const values = new Map<number, Fraction>();
  variables.forEach((variable, index) => {
    const room = roomOf(variable, at(stages, index), values);
    values.set(variable, choose(variable, room));
  });
  return values;
}

/** Per variable the constraints on it and on those before it; null where they contradict. */
function stagesOf(
  variables: readonly number[],
  constraints: readonly Constraint[],
): Constraint[][] | null {
  const stages: Constraint[][] = [];
  let left: Constraint[] | null = tightest(constraints);
  for (const variable of variables.toReversed()) {
    if (left === null) return null;
    stages.unshift(left);
    left = tightest(eliminated(left, variable));
  }
  return left === null ? null : stages;
}

/** Every lower bound of a variable against every upper one, and all that does not name it. */
function eliminated(constraints: readonly Constraint[], variable: number): Constraint[] {
  const lower: Constraint[] = [];
  const upper: Constraint[] = [];
  const rest: Constraint[] = [];
  for (const constraint of constraints) {
    const coefficient = constraint.linear.terms.get(variable);
    if (coefficient === undefined) rest.push(constraint);
    else if (compare(coefficient, zero) > 0) lower.push(constraint);
    else upper.push(constraint);
  }
  for (const low of lower) {
    for (const high of upper) rest.push(joined(low, high, variable));
  }
  return rest;
}

function joined(low: Constraint, high: Constraint, variable: number): Constraint {
  const linear = plus(unit(low.linear, variable), unit(high.linear, variable));
  return { linear, strict: low.strict || high.strict };
}

/** Scaled so that the variable stands in it once, with its sign. */
function unit(linear: Linear, variable: number): Linear {
  const coefficient = linear.terms.get(variable) ?? zero;
  const size = compare(coefficient, zero) < 0 ? negate(coefficient) : coefficient;
  return scaled(linear, inverse(size));
}

/** Of constraints that differ by a constant alone the one that says most; null: none can hold. */
function tightest(constraints: readonly Constraint[]): Constraint[] | null {
  const kept = new Map<string, Constraint>();
  for (const constraint of constraints) {
    const [first] = constraint.linear.terms;
    if (first === undefined) {
      if (!holdsAlone(constraint)) return null;
      continue;
    }
    const linear = unit(constraint.linear, first[0]);
    const key = keyOf(linear);
    const other = kept.get(key);
    const order = other && compare(linear.constant, other.linear.constant);
    if (order === undefined || order < 0 || (order === 0 && constraint.strict)) {
      kept.set(key, { linear, strict: constraint.strict });
    }
  }
  return [...kept.values()];
}

function keyOf({ terms }: Linear): string {
  return [...terms]
    .toSorted(([one], [other]) => one - other)
    .map(([variable, coefficient]) => `${variable}:${fractionText(coefficient)}`)
    .join(" ");
}

function roomOf(
  variable: number,
  constraints: readonly Constraint[],
  values: ReadonlyMap<number, Fraction>,
): Room {
  const bounds = constraints.flatMap(
    ({ linear, strict }) =>
      boundOf({ linear: substituted(linear, values), strict }, variable) ?? [],
  );
  const low = closest(
    bounds.filter(({ lower }) => lower),
    1,
  );
  const high = closest(
    bounds.filter(({ lower }) => !lower),
    -1,
  );
  return {
    lowest: low.value,
    aboveLowest: low.strict,
    highest: high.value,
    belowHighest: high.strict,
  };
}

/** The largest lower bound (`sign` 1), or the smallest upper one (−1); of equal ones the strict. */
function closest(bounds: readonly Bound[], sign: 1 | -1): Bound {
  const [first, ...rest] = bounds;
  if (first === undefined) throw new RangeError("a variable without bounds");
  return rest.reduce((best, bound) => {
    const order = sign * compare(bound.value, best.value);
    return order > 0 || (order === 0 && bound.strict) ? bound : best;
  }, first);
}
