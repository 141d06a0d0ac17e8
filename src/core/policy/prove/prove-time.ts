import { at } from "../../money/index.ts";
import type { PolicyDocument } from "../model.ts";
import { wrongCase } from "./combine.ts";
import { comparedFinding } from "./compared.ts";
import type { Finding } from "./finding.ts";
import { factsRead, instanceOf } from "./instance.ts";
import { atLeast } from "./linear.ts";
import { type Bounds, type Proved, proveProperty } from "./property.ts";
import type { Leaf, WalkTask } from "./walk.ts";

type Direction = "rises" | "falls";

/** `never_rises` and `never_falls`: of two cases in which the listed facts grow together. */
export function proveTime(document: PolicyDocument, bounds: Bounds): Proved[] {
  return Object.entries(document.promises.time).flatMap(([head, { neverRises, neverFalls }]) => [
    ...(neverRises.length === 0 ? [] : [proveOne(document, head, neverRises, "rises", bounds)]),
    ...(neverFalls.length === 0 ? [] : [proveOne(document, head, neverFalls, "falls", bounds)]),
  ]);
}

function proveOne(
  document: PolicyDocument,
  head: string,
  facts: readonly string[],
  direction: Direction,
  bounds: Bounds,
): Proved {
  const moved = new Set(facts);
  const instances = [instanceOf(document), instanceOf(document, moved)];
  const kind = direction === "rises" ? "never_rises" : "never_falls";
  const asked = [0, 1].map((instance) => ({ instance, head }));
  const read = factsRead(instanceOf(document));
  const growing = facts.filter((fact) => read.has(fact));
  const look = (leaf: Leaf, task: WalkTask): Finding | null =>
    findingIn(leaf, task, direction, growing);
  return proveProperty(
    { kind, heads: [head], about: facts },
    instances,
    asked,
    bounds,
    look,
    moved,
  );
}

function findingIn(
  { cells, answers }: Leaf,
  { space, groups }: WalkTask,
  direction: Direction,
  facts: readonly string[],
): Finding | null {
  const rises = direction === "rises";
  const witness = wrongCase(groups, answers, cells, space, (shares) => {
    const [earlier, later] = [at(shares, 0), at(shares, 1)];
    return [rises ? atLeast(later, earlier, true) : atLeast(earlier, later, true)];
  });
  if (witness === null) return null;
  return comparedFinding(direction, { cells, witness, space }, groups, answers, facts);
}
