import { componentsOf } from "./components.ts";
import { couplingsOf } from "./couplings.ts";
import { type Instance, conditionsOf } from "./instance.ts";
import { Plan } from "./plan.ts";
import type { Row, Space } from "./space.ts";
import { testsOf } from "./tests.ts";

export type BuiltSpace = {
  readonly space: Space;
  /** Per instance its rows: the clauses, then the assumptions. */
  readonly rows: readonly (readonly (Row | null)[])[];
};

/**
 * The space of the cases that several instances of documents are asked about, cut at all of their
 * constants. `growing` facts are at least as large in copy 1 as in copy 0.
 */
export function buildSpace(
  instances: readonly Instance[],
  growing: ReadonlySet<string> = new Set(),
): BuiltSpace {
  const plan = new Plan(instances);
  for (const instance of instances) plan.declare(instance);
  const rows = instances.map((instance) => rowsOf(instance, plan));
  const couplings = couplingsOf(plan.variables, instances, growing);
  const components = componentsOf(plan.variables.length, couplings, plan.axes);
  return { space: { axes: plan.axes, variables: plan.variables, couplings, components }, rows };
}

function rowsOf(instance: Instance, plan: Plan): (Row | null)[] {
  const { document } = instance;
  return conditionsOf(instance).map((conditions, row) => {
    const parameters = document.clauses[row]?.parameters ?? [];
    return testsOf(conditions, parameters, instance, plan);
  });
}
