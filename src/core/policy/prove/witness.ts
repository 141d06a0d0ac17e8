import { type Fraction, add, compare, fraction, lowestTerms, max, min } from "../../money/index.ts";
import { multiply, subtract } from "../../money/index.ts";
import { constraintsOn, isUnproven } from "./constraints.ts";
import { isFeasible } from "./feasible.ts";
import { type Constraint, isDifference } from "./linear.ts";
import { type Room, solve } from "./solve.ts";
import type { Cells, Space, Variable } from "./space.ts";

/** One value per variable: a case that lies in the cells and meets what is asked beside them. */
export type Witness = ReadonlyMap<number, Fraction>;

/**
 * A case at the boundary: parameters at their defaults where that is possible, facts beside the
 * constants that cut their cell. null where the cells hold no case that meets the constraints.
 */
export function witnessIn(
  cells: Cells,
  beside: readonly Constraint[],
  space: Space,
): Witness | null {
  const values = new Map<number, Fraction>();
  for (const component of joinedComponents(beside, space)) {
    const order = component.toSorted((one, other) => rankOf(one, space) - rankOf(other, space));
    const inside = new Set(component);
    const constraints = [
      ...constraintsOn(component, cells, space),
      ...beside.filter(({ linear }) => [...linear.terms.keys()].every((each) => inside.has(each))),
    ];
    // Most leaves hold nothing wrong, and most of those are seen to at little cost.
    if (beside.every(isDifference) && !isFeasible(component, constraints)) return null;
    const found = solve(order, constraints, (variable, room) => chosen(variable, room, space));
    if (found === null) return null;
    for (const [variable, value] of found) values.set(variable, value);
  }
  return values;
}

/** Components, those that one constraint names as one; constraints without variables count too. */
function joinedComponents(beside: readonly Constraint[], space: Space): (readonly number[])[] {
  const components = new Set<readonly number[]>();
  const seen = new Set<number>();
  space.variables.forEach(({ index }) => {
    if (seen.has(index)) return;
    const grown = grow([...(space.components[index] ?? [index])], beside, space);
    for (const variable of grown) seen.add(variable);
    components.add(grown);
  });
  return components.size === 0 ? [[]] : [...components];
}

function grow(component: readonly number[], beside: readonly Constraint[], space: Space): number[] {
  const inside = new Set(component);
  for (let before = 0; before < inside.size;) {
    before = inside.size;
    for (const { linear } of beside) {
      const named = [...linear.terms.keys()];
      if (!named.some((variable) => inside.has(variable))) continue;
      for (const each of named.flatMap((variable) => space.components[variable] ?? [])) {
        inside.add(each);
      }
    }
  }
  return [...inside];
}

/** Parameters first, so that they keep their defaults; then months, then facts. */
function rankOf(variable: number, { variables }: Space): number {
  const kinds = ["parameter", "mark", "fact"];
  return kinds.indexOf(variables[variable]?.source.kind ?? "fact") * variables.length + variable;
}

function chosen(index: number, room: Room, { variables }: Space): Fraction {
  const variable = variables[index];
  if (variable === undefined) throw new RangeError(`no variable ${index}`);
  return variable.whole ? wholeIn(room, variable) : shareIn(room, variable);
}

function wholeIn({ lowest, highest }: Room, variable: Variable): Fraction {
  const [low, high] = [roundedUp(lowest), roundedDown(highest)];
  if (variable.usual !== null) return min(max(variable.usual, low), high);
  return isLowEnd(variable, low, high) ? low : high;
}

/** Beside the constant that cuts the room: the lower one, unless the range itself ends there. */
function isLowEnd({ lowest, highest, source }: Variable, low: Fraction, high: Fraction): boolean {
  const [cutBelow, cutAbove] = [compare(low, lowest) > 0, compare(high, highest) < 0];
  // Of two compared cases the earlier one stands just before what divides them.
  if (source.kind === "fact" && source.copy === 0 && cutAbove && !cutBelow) return false;
  return cutBelow || !cutAbove;
}

const fine = fraction(1, 10_000);
const half = fraction(1, 2);

function shareIn(room: Room, variable: Variable): Fraction {
  const { lowest, aboveLowest, highest, belowHighest } = room;
  const width = subtract(highest, lowest);
  const step = min(fine, multiply(width, half));
  const low = aboveLowest ? add(lowest, step) : lowest;
  const high = belowHighest ? subtract(highest, step) : highest;
  if (variable.usual !== null) return min(max(variable.usual, low), high);
  return isLowEnd(variable, lowest, highest) ? low : high;
}

function roundedDown(value: Fraction): Fraction {
  const { n, d } = lowestTerms(value);
  const quotient = n / d;
  return fraction(n % d < 0n ? quotient - 1n : quotient);
}

function roundedUp(value: Fraction): Fraction {
  const { n, d } = lowestTerms(value);
  const quotient = n / d;
  return fraction(n % d > 0n ? quotient + 1n : quotient);
}

/** Whether the fact of a variable is told as unproven in these cells. */
export function unprovenIn(variable: number, cells: Cells, { axes }: Space): boolean {
  return axes.some(
    (axis, index) =>
      axis.kind === "values" && axis.variable === variable && isUnproven(axis, cells.get(index)),
  );
}
