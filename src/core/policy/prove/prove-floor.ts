import { accepted, at, fractionText, max, min } from "../../money/index.ts";
import { parseFraction, zero } from "../../money/index.ts";
import { isListed } from "../fact-kind.ts";
import type { FloorDocument, Head, PolicyDocument } from "../model.ts";
import { headIdentity } from "../read-head.ts";
import { isWish } from "../settle-facts.ts";
import { wrongCase } from "./combine.ts";
import { amountFacts, clauseNames, sharesOf } from "./compared.ts";
import { type Finding, type FindingKind, finding } from "./finding.ts";
import { type Instance, factsRead, instanceOf } from "./instance.ts";
import { type Linear, atLeast, constantLinear } from "./linear.ts";
import { proofCase } from "./proof-case.ts";
import { type Asked, type Bounds, type Proved, proveProperty } from "./property.ts";
import type { Leaf, WalkTask } from "./walk.ts";

/** One head of a floor against one of the policy, which may have none. */
type Pairing = {
  readonly kind: FindingKind & ("below_floor" | "above_floor" | "not_allowed");
  readonly policyHead: Head | null;
  readonly floorHead: Head;
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
  const matching = (head: Head, heads: readonly Head[]) =>
    heads.find((each) => headIdentity(each) === headIdentity(head)) ?? null;
  const stated = floor.heads.flatMap((floorHead): Pairing[] => {
    const policyHead = matching(floorHead, document.heads);
    if (floorHead.direction !== "take") return [{ kind: "below_floor", policyHead, floorHead }];
    return policyHead === null ? [] : [{ kind: "above_floor", policyHead, floorHead }];
  });
  const paying = floor.heads.filter(({ direction }) => direction === "pay");
  const others = document.heads.filter(
    (head) => head.direction === "take" && matching(head, floor.heads) === null,
  );
  return [
    ...stated,
    ...others.flatMap((policyHead) =>
      paying.map((floorHead): Pairing => ({ kind: "not_allowed", policyHead, floorHead })),
    ),
  ];
}

function provePairing(
  document: PolicyDocument,
  floor: FloorDocument,
  pairing: Pairing,
  bounds: Bounds,
): Proved {
  const { policyHead, floorHead } = pairing;
  const policies = policyHead === null ? [] : wishedInstances(document);
  const instances: Instance[] = [instanceOf(floor), ...policies];
  const asked: Asked[] = instances.map((_, instance) => ({
    instance,
    head: instance === 0 ? floorHead.name : (policyHead?.name ?? ""),
  }));
  const reference = `${floor.id}@${floor.version}`;
  const heads = [(policyHead ?? floorHead).name];
  const look = (leaf: Leaf, task: WalkTask) => findingIn(leaf, task, pairing, document, reference);
  return proveProperty(
    { kind: "floor", heads, about: [reference] },
    instances,
    asked,
    bounds,
    look,
  );
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
  if (at(answers, 0).kind !== "clause") return null;
  const witness = wrongCase(groups, answers, cells, space, (shares) =>
    wrongRelation(pairing, at(shares, 0), shares.slice(1)),
  );
  if (witness === null) return null;
  const [floorClause = null, ...clauses] = clauseNames(groups, answers);
  const [floorShare = "", ...shares] = sharesOf(groups, answers, witness, space);
  return finding(pairing.kind, {
    heads: [(pairing.policyHead ?? pairing.floorHead).name],
    clauses: [...new Set(clauses)],
    floor: { reference, clause: floorClause },
    cases: [proofCase({ cells, witness, space }, document, amountFacts(answers))],
    answers: [closest(pairing, shares), floorShare],
  });
}

/** Of the answers under several wishes the one that comes closest to the floor. */
function closest({ kind }: Pairing, shares: readonly string[]): string {
  const answers = shares.map((share) => accepted(parseFraction(share)));
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
