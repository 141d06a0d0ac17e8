import type { Assumption, Fact, FloorDocument, PolicyDocument, RuleDocument } from "../model.ts";
import { checkComparable } from "./comparable.ts";
import { confirms } from "./confirm.ts";
import { type Finding, finding } from "./finding.ts";
import { proveAnswers } from "./prove-answers.ts";
import { proveBases } from "./prove-base.ts";
import { proveBlind } from "./prove-blind.ts";
import { proveFloor } from "./prove-floor.ts";
import { proveTime } from "./prove-time.ts";
import type { Bounds, Property, Proved } from "./property.ts";

export type ProofOptions = {
  /** The floors at hand; the document names those on which it stands. */
  readonly floors?: readonly FloorDocument[];
  /** All facts of the catalogue, so that derived facts can be followed to what they read. */
  readonly facts?: Readonly<Record<string, Fact>>;
} & Partial<Bounds>;

/** What a proof says beside what it proves. */
export type ProofNote =
  /** The floor's text was not at hand when it was written. */
  | { readonly kind: "unverified_floor"; readonly floor: string }
  /** The floor speaks of other claims or other customers: nothing of it binds here. */
  | { readonly kind: "floor_elsewhere"; readonly floor: string }
  /** Other facts that go along with an attribute are not covered. */
  | { readonly kind: "blind_scope"; readonly facts: readonly string[] };

export type Proof = {
  /** `id@version`. */
  readonly document: string;
  readonly hash: string;
  readonly proven: boolean;
  readonly properties: readonly Property[];
  readonly findings: readonly Finding[];
  /** How many further findings are not told. */
  readonly untold: number;
  /** Boxes of cases that the document takes to be impossible: nothing is proven about them. */
  readonly assumptions: readonly Assumption[];
  readonly notes: readonly ProofNote[];
};

const usualBounds: Bounds = { leavesMax: 200_000, findingsMax: 10 };

/**
 * Proves what publication asks of a document, over all its cases and the whole range of its
 * parameters: exactly one answer per head, within the base, what it promises about itself, and
 * never below its floors. Exact, by a walk over cells; no case is sampled.
 */
export function prove(document: RuleDocument, options: ProofOptions = {}): Proof {
  const bounds = {
    leavesMax: options.leavesMax ?? usualBounds.leavesMax,
    findingsMax: options.findingsMax ?? usualBounds.findingsMax,
  };
  const uncomparable = checkComparable(document, null);
  const floors = document.kind === "policy" ? floorsOf(document, options.floors ?? []) : [];
  const proved =
    uncomparable.length > 0 ? [] : proveDocument(document, floors, options.facts ?? {}, bounds);
  for (const found of proved.flatMap((each) => each.findings)) confirm(found, document, floors);
  const findings = [
    ...uncomparable,
    ...floors.flatMap(({ findings: found }) => found),
    ...proved.flatMap((each) => each.findings),
  ];
  return {
    document: referenceOf(document),
    hash: document.hash,
    proven: findings.length === 0,
    properties: proved.map(({ property }) => property),
    findings,
    untold: proved.reduce((sum, { untold }) => sum + untold, 0),
    assumptions: document.assumptions,
    notes: [...floors.flatMap(({ notes }) => notes), ...blindNote(document)],
  };
}

/** What the evaluator does not confirm is a bug of the proof, not a fault of the document. */
function confirm(found: Finding, document: RuleDocument, floors: readonly FloorToProve[]): void {
  const floor = floors.find(
    ({ floor: each }) => each && referenceOf(each) === found.floor?.reference,
  );
  if (confirms(found, document, floor?.floor ?? null)) return;
  throw new RangeError(`the evaluator does not confirm ${JSON.stringify(found)}`);
}

function referenceOf({ id, version }: RuleDocument): string {
  return `${id}@${version}`;
}

function proveDocument(
  document: RuleDocument,
  floors: readonly FloorToProve[],
  facts: Readonly<Record<string, Fact>>,
  bounds: Bounds,
): Proved[] {
  const common = [...proveAnswers(document, bounds), ...proveBases(document, bounds)];
  if (document.kind === "floor") return common;
  return [
    ...common,
    ...proveTime(document, bounds),
    ...proveBlind(document, facts, bounds),
    ...floors.flatMap(({ floor }) => (floor === null ? [] : proveFloor(document, floor, bounds))),
  ];
}

type FloorToProve = {
  /** null where there is nothing to prove, or nothing to prove it with. */
  readonly floor: FloorDocument | null;
  readonly findings: readonly Finding[];
  readonly notes: readonly ProofNote[];
};

function floorsOf(document: PolicyDocument, known: readonly FloorDocument[]): FloorToProve[] {
  return document.floors.map((name) => {
    const floor = known.find(({ id }) => id === name);
    if (floor === undefined) {
      const missing = finding("missing_floor", { facts: [name] });
      return { floor: null, findings: [missing], notes: [] };
    }
    const reference = referenceOf(floor);
    if (!bindsHere(document, floor)) {
      return { floor: null, findings: [], notes: [{ kind: "floor_elsewhere", floor: reference }] };
    }
    const findings = [...conflicts(document, floor), ...checkComparable(document, floor)];
    const notes = floor.verified ? [] : [{ kind: "unverified_floor" as const, floor: reference }];
    return { floor: findings.length > 0 ? null : floor, findings, notes };
  });
}

/** Whether both bind some claim of some customer; without claim kinds a document binds all. */
function bindsHere(document: PolicyDocument, floor: FloorDocument): boolean {
  const kinds =
    document.answers.length === 0 ||
    floor.answers.length === 0 ||
    document.answers.some((kind) => floor.answers.includes(kind));
  return kinds && document.binds.some((audience) => floor.binds.includes(audience));
}

/** Facts that both name and of which each says something else. */
function conflicts(document: PolicyDocument, floor: FloorDocument): Finding[] {
  return Object.values(floor.facts).flatMap((fact) => {
    const other = document.facts[fact.name];
    const same = other === undefined || (other.type === fact.type && other.scope === fact.scope);
    if (same) return [];
    const reference = referenceOf(floor);
    const told = { facts: [fact.name], floor: { reference, clause: null } };
    return [finding("fact_conflict", told)];
  });
}

function blindNote(document: RuleDocument): ProofNote[] {
  const facts = document.kind === "policy" ? document.promises.blindTo : [];
  return facts.length === 0 ? [] : [{ kind: "blind_scope", facts }];
}
