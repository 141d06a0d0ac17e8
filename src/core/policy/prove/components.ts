import type { Constraint } from "./linear.ts";
import type { Axis } from "./space.ts";

/** Per variable, in order, all variables that are tied to it directly or by others. */
export function componentsOf(
  count: number,
  couplings: readonly Constraint[],
  axes: readonly Axis[],
): number[][] {
  const roots = Array.from({ length: count }, (_, index) => index);
  const rootOf = (variable: number): number => {
    const parent = roots[variable] ?? variable;
    return parent === variable ? variable : rootOf(parent);
  };
  const tie = (one: number, other: number): void => {
    roots[rootOf(one)] = rootOf(other);
  };
  for (const { linear } of couplings) {
    const [first, ...others] = linear.terms.keys();
    for (const other of others) tie(first ?? other, other);
  }
  for (const axis of axes) if (axis.kind === "order") tie(axis.left, axis.right);
  const all = roots.map((_, variable) => variable);
  return all.map((variable) => all.filter((other) => rootOf(other) === rootOf(variable)));
}
