import { at } from "../../money/index.ts";
import type { Fact, PolicyDocument } from "../model.ts";
import { own } from "../own.ts";
import { wrongCase } from "./combine.ts";
import { comparedFinding } from "./compared.ts";
import { type Finding, finding } from "./finding.ts";
import { factsRead, instanceOf } from "./instance.ts";
import { atLeast } from "./linear.ts";
import { type Bounds, type Proved, proveProperty } from "./property.ts";
import type { Leaf, WalkTask } from "./walk.ts";

/**
 * `blind_to`: no clause, no assumption and no derived fact reads the attribute. Where one does, two
 * cases that differ in nothing else and get different answers are shown, if there are any.
 */
export function proveBlind(
  document: PolicyDocument,
  known: Readonly<Record<string, Fact>>,
  bounds: Bounds,
): Proved[] {
  return document.promises.blindTo.map((attribute) => {
    const about = { kind: "blind_to", heads: [], about: [attribute] } as const;
    const readers = namesOfReaders(document, attribute);
    const compared = readers.length === 0 ? [] : compareHeads(document, attribute, bounds);
    const differing = compared.flatMap(({ findings }) => findings);
    const unseen = readers.length > 0 && differing.length === 0;
    const found = [
      ...differing,
      ...(unseen ? [finding("reads_attribute", { clauses: readers, facts: [attribute] })] : []),
      ...derivedReaders(document, attribute, known).map((fact) =>
        finding("derived_reads_attribute", { facts: [attribute, fact] }),
      ),
    ];
    const cells = compared.reduce((sum, { property }) => sum + property.cells, 0);
    const untold = compared.reduce((sum, each) => sum + each.untold, 0);
    const property = { ...about, cells, proven: found.length === 0 };
    return { property, findings: found, untold };
  });
}

/** Clauses and assumptions that name the attribute. */
function namesOfReaders({ clauses, assumptions }: PolicyDocument, attribute: string): string[] {
  const reading = clauses.filter(
    ({ when, give }) =>
      when.some(({ fact }) => fact === attribute) ||
      give.some(({ amount }) => amount.fact === attribute),
  );
  const assuming = assumptions.filter(({ never }) => never.some(({ fact }) => fact === attribute));
  return [...reading, ...assuming].map(({ name }) => name);
}

/** Derived facts among those read, or among what they read, that come to the attribute. */
function derivedReaders(
  document: PolicyDocument,
  attribute: string,
  known: Readonly<Record<string, Fact>>,
): string[] {
  const facts = { ...known, ...document.facts };
  const reaches = (name: string, path: readonly string[]): boolean => {
    const fact = own(facts, name);
    if (fact === undefined || fact.derived === null || path.includes(name)) return false;
    return fact.reads.some((read) => read === attribute || reaches(read, [...path, name]));
  };
  return [...factsRead(instanceOf(document))].filter((name) => reaches(name, []));
}

function compareHeads(document: PolicyDocument, attribute: string, bounds: Bounds): Proved[] {
  const instances = [instanceOf(document), instanceOf(document, new Set([attribute]))];
  return document.heads.map(({ name }) => {
    const asked = [0, 1].map((instance) => ({ instance, head: name }));
    const about = { kind: "blind_to", heads: [name], about: [attribute] } as const;
    const look = (leaf: Leaf, task: WalkTask) => findingIn(leaf, task, attribute);
    return proveProperty(about, instances, asked, bounds, look);
  });
}

function findingIn(
  { cells, answers }: Leaf,
  { space, groups }: WalkTask,
  attribute: string,
): Finding | null {
  for (const turned of [false, true]) {
    const witness = wrongCase(groups, answers, cells, space, (shares) => {
      const [one, other] = [at(shares, 0), at(shares, 1)];
      return [turned ? atLeast(one, other, true) : atLeast(other, one, true)];
    });
    if (witness === null) continue;
    const found = { cells, witness, space };
    return comparedFinding("reads_attribute", found, groups, answers, [attribute]);
  }
  return null;
}
