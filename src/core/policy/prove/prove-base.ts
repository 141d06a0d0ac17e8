import { one, zero } from "../../money/index.ts";
import type { Head, RuleDocument } from "../model.ts";
import { wrongCase } from "./combine.ts";
import { amountFacts, clauseNames, sharesOf } from "./compared.ts";
import { type Finding, finding } from "./finding.ts";
import { instanceOf } from "./instance.ts";
import { atLeast, constantLinear, plus } from "./linear.ts";
import { proofCase } from "./proof-case.ts";
import { type Bounds, type Proved, proveProperty } from "./property.ts";
import type { Leaf, WalkTask } from "./walk.ts";

/**
 * Pay heads on one base come to no more than the base, nor do take heads. One head alone is kept
 * within its maximum by its form; a grant has a maximum of its own.
 */
export function proveBases(document: RuleDocument, bounds: Bounds): Proved[] {
  return sharedBases(document).map((heads) => {
    const names = heads.map(({ name }) => name);
    const asked = names.map((head) => ({ instance: 0, head }));
    const about = { kind: "within_base", heads: names, about: [] } as const;
    const look = (leaf: Leaf, task: WalkTask) => findingIn(leaf, task, document);
    return proveProperty(about, [instanceOf(document)], asked, bounds, look);
  });
}

/** Heads that pay, or take, shares of the same base, where there are several. */
function sharedBases({ heads }: RuleDocument): Head[][] {
  const byBase = new Map<string, Head[]>();
  for (const head of heads) {
    if (head.direction === "grant") continue;
    const key = `${head.direction} ${head.base}`;
    byBase.set(key, [...(byBase.get(key) ?? []), head]);
  }
  return [...byBase.values()].filter((group) => group.length > 1);
}

function findingIn(
  { cells, answers }: Leaf,
  { space, groups }: WalkTask,
  document: RuleDocument,
): Finding | null {
  const witness = wrongCase(groups, answers, cells, space, (shares) => [
    atLeast(shares.reduce(plus, constantLinear(zero)), constantLinear(one), true),
  ]);
  if (witness === null) return null;
  return finding("above_base", {
    heads: groups.map(({ head }) => head.name),
    clauses: clauseNames(groups, answers),
    cases: [proofCase({ cells, witness, space }, document, amountFacts(answers))],
    answers: sharesOf(groups, answers, witness, space),
  });
}
