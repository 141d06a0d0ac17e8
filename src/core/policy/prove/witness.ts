import { type Fraction, add, at, compare, fraction, max, min } from "../../money/index.ts";
import { multiply, roundDown, roundUp, subtract } from "../../money/index.ts";
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
  const components: (readonly number[])[] = [];
  const seen = new Set<number>();
  space.variables.forEach(({ index }) => {
    if (seen.has(index)) return;
    const grown = grow(at(space.components, index), beside, space);
    for (const variable of grown) seen.add(variable);
    components.push(grown);
  });
  return components.length === 0 ? [[]] : components;
}

function grow(component: readonly number[], beside: readonly Constraint[], space: Space): number[] {
  const inside = new Set(component);
  for (let before = 0; before < inside.size;) {
    before = inside.size;
    for (const { linear } of beside) {
      const named = [...linear.terms.keys()];
      if (!named.some((variable) => inside.has(variable))) continue;
      for (const each of named.flatMap((variable) => at(space.components, variable))) {
        inside.add(each);
      }
    }
  }
  return [...inside];
}

/** Parameters first, so that they keep their defaults; then months, then facts. */
function rankOf(variable: number, { variables }: Space): number {
  return ranks[at(variables, variable).source.kind] * variables.length + variable;
}

const ranks = { parameter: 0, mark: 1, fact: 2 };

function chosen(index: number, room: Room, space: Space): Fraction {
  const variable = at(space.variables, index);
  const { usual, whole } = variable;
  const [low, high] = whole ? wholeEnds(room) : shareEnds(room);
  if (usual !== null) return min(max(usual, low), high);
  // The shortest months: longer ones need not go together.
  if (variable.source.kind === "mark") return low;
  return isLowEnd(variable, room, space) ? low : high;
}

/** Beside the constant that cuts the room: the lower one, unless the range itself ends there. */
function isLowEnd(variable: Variable, { lowest, highest }: Room, space: Space): boolean {
  const cutBelow = compare(lowest, variable.lowest) > 0;
  const cutAbove = compare(highest, variable.highest) < 0;
  // Of two compared cases the earlier one stands just before what divides them.
  if (cutAbove && isEarlier(variable, space)) return false;
  return cutBelow || !cutAbove;
}

/** Whether the variable is a fact's in the first of two cases in which it may differ. */
function isEarlier({ source }: Variable, { variables }: Space): boolean {
  if (source.kind !== "fact" || source.copy !== 0) return false;
  return variables.some(
    ({ source: other }) =>
      other.kind === "fact" && other.copy === 1 && other.fact.name === source.fact.name,
  );
}

type Ends = readonly [low: Fraction, high: Fraction];

function wholeEnds({ lowest, highest }: Room): Ends {
  return [fraction(roundUp(lowest)), fraction(roundDown(highest))];
}

const fine = fraction(1, 10_000);
const half = fraction(1, 2);

/** A little beside an end that does not belong to the room. */
function shareEnds({ lowest, aboveLowest, highest, belowHighest }: Room): Ends {
  const step = min(fine, multiply(subtract(highest, lowest), half));
  return [
    aboveLowest ? add(lowest, step) : lowest,
    belowHighest ? subtract(highest, step) : highest,
  ];
}

/** Whether the fact of a variable is told as unproven in these cells. */
export function unprovenIn(variable: number, cells: Cells, { axes }: Space): boolean {
  return axes.some(
    (axis, index) =>
      axis.kind === "values" && axis.variable === variable && isUnproven(axis, cells.get(index)),
  );
}
