import { type Fraction, accepted, add, compare, fractionText } from "../../money/index.ts";
import { max, min, parseFraction, zero } from "../../money/index.ts";
import { isListed } from "../fact-kind.ts";
import type { FloorDocument, Head, PolicyDocument } from "../model.ts";
import { headIdentity } from "../read/read-head.ts";
import { isWish } from "../decide/settle-facts.ts";
import { wrongCase } from "./combine.ts";
import { amountFacts, clauseNames, sharesOf } from "./compared.ts";
import { type Finding, type FindingKind, finding } from "./finding.ts";
import { type Instance, factsRead, instanceOf } from "./instance.ts";
import type { GroupAnswer } from "./group.ts";
import { type Linear, atLeast, constantLinear, plus } from "./linear.ts";
import { proofCase } from "./proof-case.ts";
import { type Asked, type Bounds, type Proved, proveProperty } from "./property.ts";
import type { Leaf, WalkTask } from "./walk.ts";

/** Heads of a floor on one base against those of the policy, which may have none: sum by sum. */
type Pairing = {
  readonly kind: FindingKind & ("below_floor" | "above_floor" | "not_allowed");
  readonly policyHeads: readonly Head[];
  readonly floorHeads: readonly Head[];
};

/**
 * Never below a floor: what it says at least is paid, what it says at most is taken, and where it
 * pays nothing is taken under a head that it does not name. Kept when some wish keeps it.
 */
export function proveFloor(
  document: PolicyDocument,
  floor: FloorDocument,
  bounds: Bounds,
): Proved[] {
  return pairingsOf(document, floor).map((pairing) =>
    provePairing(document, floor, pairing, bounds),
  );
}

function pairingsOf(document: PolicyDocument, floor: FloorDocument): Pairing[] {
  const stated = byIdentity(floor.heads).flatMap((floorHeads): Pairing[] => {
    const [first] = floorHeads;
    const policyHeads = matching(first, document.heads);
    if (first.direction !== "take") return [{ kind: "below_floor", policyHeads, floorHeads }];
    return policyHeads.length === 0 ? [] : [{ kind: "above_floor", policyHeads, floorHeads }];
  });
  const paying = floor.heads.filter(({ direction }) => direction === "pay");
  const others = document.heads.filter(
    (head) => head.direction === "take" && matching(head, floor.heads).length === 0,
  );
  return [
    ...stated,
    ...others.flatMap((head) =>
      paying.map((floorHead): Pairing => {
        return { kind: "not_allowed", policyHeads: [head], floorHeads: [floorHead] };
      }),
    ),
  ];
}

function matching(head: Head, heads: readonly Head[]): Head[] {
  return heads.filter((each) => headIdentity(each) === headIdentity(head));
}

function byIdentity(heads: readonly Head[]): [Head, ...Head[]][] {
  const groups = new Map<string, [Head, ...Head[]]>();
  for (const head of heads) {
    const known = groups.get(headIdentity(head));
    if (known === undefined) groups.set(headIdentity(head), [head]);
    else known.push(head);
  }
  return [...groups.values()];
}

function provePairing(
  document: PolicyDocument,
  floor: FloorDocument,
  pairing: Pairing,
  bounds: Bounds,
): Proved {
  const { policyHeads, floorHeads } = pairing;
  const policies = policyHeads.length === 0 ? [] : wishedInstances(document);
  const instances: Instance[] = [instanceOf(floor), ...policies];
  const asked = instances.flatMap((_, instance): Asked[] =>
    (instance === 0 ? floorHeads : policyHeads).map(({ name }) => ({ instance, head: name })),
  );
  const reference = `${floor.id}@${floor.version}`;
  const look = (leaf: Leaf, task: WalkTask) => findingIn(leaf, task, pairing, document, reference);
  return proveProperty(
    { kind: "floor", heads: namesOf(pairing), about: [reference] },
    instances,
    asked,
    bounds,
    look,
  );
}

function namesOf({ policyHeads, floorHeads }: Pairing): string[] {
  return (policyHeads.length === 0 ? floorHeads : policyHeads).map(({ name }) => name);
}

/** The policy under every combination of wishes that it reads; as it is without any. */
function wishedInstances(document: PolicyDocument): Instance[] {
  const read = factsRead(instanceOf(document));
  const wishes = Object.values(document.facts).filter(
    (fact) => isListed(fact) && isWish(fact) && read.has(fact.name),
  );
  let wished: ReadonlyMap<string, string>[] = [new Map()];
  for (const fact of wishes) {
    const options = isListed(fact) ? fact.options : [];
    wished = wished.flatMap((chosen) =>
      options.map(({ name }) => new Map(chosen).set(fact.name, name)),
    );
  }
  return wished.map((chosen) => instanceOf(document, new Set(), chosen));
}

function findingIn(
  { cells, answers }: Leaf,
  { space, groups }: WalkTask,
  pairing: Pairing,
  document: PolicyDocument,
  reference: string,
): Finding | null {
  const count = pairing.floorHeads.length;
  if (!answers.slice(0, count).some(({ kind }) => kind === "clause")) return null;
  const sums = <T>(parts: readonly T[], sum: (some: readonly T[]) => T): T[] =>
    chunks(parts.slice(count), pairing.policyHeads.length).map(sum);
  const witness = wrongCase(groups, answers, cells, space, (shares) =>
    wrongRelation(pairing, sumOf(shares.slice(0, count)), sums(shares, sumOf)),
  );
  if (witness === null) return null;
  const names = clauseNames(groups, answers);
  const shares = sharesOf(groups, answers, witness, space).map((share) =>
    accepted(parseFraction(share)),
  );
  const demanded = shares.slice(0, count);
  return finding(pairing.kind, {
    heads: namesOf(pairing),
    clauses: [...new Set(names.slice(count))],
    floor: { reference, clause: names[largestOf(demanded, answers)] ?? null },
    cases: [proofCase({ cells, witness, space }, document, amountFacts(answers))],
    answers: [closest(pairing, sums(shares, total)), fractionText(total(demanded))],
  });
}

function chunks<T>(parts: readonly T[], size: number): (readonly T[])[] {
  return parts.flatMap((_, index) =>
    index % size === 0 ? [parts.slice(index, index + size)] : [],
  );
}

function sumOf(shares: readonly Linear[]): Linear {
  return shares.reduce(plus, nothing);
}

function total(shares: readonly Fraction[]): Fraction {
  return shares.reduce(add, zero);
}

/** The head that demands most, of those that demand something: its clause is named. */
function largestOf(shares: readonly Fraction[], answers: readonly GroupAnswer[]): number {
  const speaking = shares.flatMap((share, index) =>
    answers[index]?.kind === "clause" ? [{ share, index }] : [],
  );
  const [first, ...rest] = speaking;
  return rest.reduce((best, each) => (compare(each.share, best.share) > 0 ? each : best), {
    share: zero,
    index: 0,
    ...first,
  }).index;
}

/** Of the answers under several wishes the one that comes closest to the floor. */
function closest({ kind }: Pairing, answers: readonly Fraction[]): string {
  const best = answers.reduce(kind === "below_floor" ? max : min, answers[0] ?? zero);
  return fractionText(best);
}

const nothing = constantLinear(zero);

/** Every wish leaves the policy on the wrong side. */
function wrongRelation({ kind }: Pairing, floor: Linear, policies: readonly Linear[]) {
  switch (kind) {
    case "below_floor":
      return (policies.length === 0 ? [nothing] : policies).map((each) =>
        atLeast(floor, each, true),
      );
    case "above_floor":
      return policies.map((each) => atLeast(each, floor, true));
    case "not_allowed":
      return policies.map((each) => atLeast(each, nothing, true));
  }
}
