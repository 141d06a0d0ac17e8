import { at, fraction } from "../../money/index.ts";
import { isFeasible } from "./feasible.ts";
import { type Constraint, atLeast, constantLinear, variableLinear } from "./linear.ts";
import type { Axis, Cells, Cutting, Range, Space, ValuesAxis, Variable } from "./space.ts";

const one = fraction(1);

/** The range of a variable. */
function limits({ index, lowest, highest }: Variable): Constraint[] {
  const variable = variableLinear(index, one);
  return [atLeast(variable, constantLinear(lowest)), atLeast(constantLinear(highest), variable)];
}

/** What the cells of an axis say of its variables. */
export function cellConstraints(axis: Axis, ranges: readonly Range[], space: Space): Constraint[] {
  const range = at(ranges, 0);
  if (axis.kind === "order") return orderConstraints(axis.left, axis.right, range, space);
  if (axis.kind !== "values") return [];
  const value = variableLinear(axis.variable, one);
  const [low, high] = [axis.cuts[range[0] - 1], axis.cuts[range[1]]];
  return [
    ...(low === undefined ? [] : [atLeast(value, constantLinear(low.value), low.above)]),
    ...(high === undefined ? [] : [before(axis.variable, high, space)]),
  ];
}

/** Below a cut: of whole numbers at most the one before it. */
function before(variable: number, { value, above }: Cutting, space: Space): Constraint {
  const { whole } = at(space.variables, variable);
  const highest = constantLinear(value);
  const it = variableLinear(variable, one);
  if (whole) return atLeast(highest, variableLinear(variable, one, one));
  return atLeast(highest, it, !above);
}

function orderConstraints(left: number, right: number, range: Range, space: Space): Constraint[] {
  const { whole } = at(space.variables, left);
  const [low, high] = [variableLinear(left, one), variableLinear(right, one)];
  const apart = (greater: number, less: number): Constraint =>
    whole
      ? atLeast(variableLinear(greater, one), variableLinear(less, one, one))
      : atLeast(variableLinear(greater, one), variableLinear(less, one), true);
  const [first, last] = range;
  return [
    ...(first === 1 ? [atLeast(low, high)] : []),
    ...(first === 2 ? [apart(left, right)] : []),
    ...(last === 1 ? [atLeast(high, low)] : []),
    ...(last === 0 ? [apart(right, left)] : []),
  ];
}

/** Whether only the cell of the unproven is left. */
export function isUnproven(axis: ValuesAxis, ranges: readonly Range[] | undefined): boolean {
  return axis.unproven && ranges?.[0]?.[0] === axis.cells - 1;
}

/** All constraints on a component's variables in these cells. */
export function constraintsOn(
  component: readonly number[],
  cells: Cells,
  space: Space,
): Constraint[] {
  const inside = new Set(component);
  const free = unprovenVariables(cells, space);
  const constraints = component.flatMap((variable) => limits(at(space.variables, variable)));
  for (const coupling of space.couplings) {
    const variables = [...coupling.linear.terms.keys()];
    if (variables.some((each) => !inside.has(each) || free.has(each))) continue;
    constraints.push(coupling);
  }
  for (const [index, ranges] of cells) {
    const axis = at(space.axes, index);
    if (!inside.has(variableOf(axis))) continue;
    constraints.push(...cellConstraints(axis, ranges, space));
  }
  return constraints;
}

function unprovenVariables(cells: Cells, { axes }: Space): ReadonlySet<number> {
  const free = new Set<number>();
  for (const [index, ranges] of cells) {
    const axis = at(axes, index);
    if (axis.kind === "values" && isUnproven(axis, ranges)) free.add(axis.variable);
  }
  return free;
}

/** A variable of an axis; −1 for options. */
function variableOf(axis: Axis): number {
  if (axis.kind === "values") return axis.variable;
  return axis.kind === "order" ? axis.left : -1;
}

/** Whether some case lies in the cells, seen from the axis that was narrowed last. */
export function mayHold(cells: Cells, axisIndex: number, space: Space): boolean {
  const axis = at(space.axes, axisIndex);
  if (!copiesAgree(axis, cells, space)) return false;
  const component = space.components[variableOf(axis)] ?? [];
  if (component.length < 2) return true;
  return isFeasible(component, constraintsOn(component, cells, space));
}

/** A fact that is unproven in one of two compared cases is so in the other: it did not grow. */
function copiesAgree(axis: Axis, cells: Cells, { axes }: Space): boolean {
  if (axis.kind !== "values" || !axis.unproven) return true;
  for (const [index, ranges] of cells) {
    const other = at(axes, index);
    if (other.kind !== "values" || other.fact.name !== axis.fact.name) continue;
    const mine = cells.get(axes.indexOf(axis));
    if (isUnproven(other, ranges) !== isUnproven(axis, mine)) return false;
  }
  return true;
}
