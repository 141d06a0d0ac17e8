import { at } from "../../money/index.ts";
import type { RuleDocument } from "../model.ts";
import { type BuiltSpace, buildSpace } from "./build-space.ts";
import { type Finding, finding } from "./finding.ts";
import { type Group, groupOf } from "./group.ts";
import type { Instance } from "./instance.ts";
import type { Axis, Row } from "./space.ts";
import { type Leaf, TooWide, type WalkTask, walk } from "./walk.ts";

export type PropertyKind =
  "one_answer" | "within_base" | "never_rises" | "never_falls" | "blind_to" | "floor";

/** One thing that a proof went through, and how many cells that took. */
export type Property = {
  readonly kind: PropertyKind;
  readonly heads: readonly string[];
  /** The growing facts, the attribute, or the floor's reference. */
  readonly about: readonly string[];
  readonly cells: number;
  readonly proven: boolean;
};

export type Bounds = {
  /** Cells that one property may take. */
  readonly leavesMax: number;
  /** Findings told per property; further ones are counted. */
  readonly findingsMax: number;
};

export type Proved = {
  readonly property: Property;
  readonly findings: readonly Finding[];
  readonly untold: number;
};

/** Finds what is wrong in a leaf, or null. It is called only for leaves that hold some case. */
export type Look = (leaf: Leaf, task: WalkTask) => Finding | null;

/** A head of an instance that takes part in a property. */
export type Asked = { readonly instance: number; readonly head: string };

/** Walks the cells of some instances for one property and collects what is found. */
export function proveProperty(
  about: Pick<Property, "kind" | "heads" | "about">,
  instances: readonly Instance[],
  asked: readonly Asked[],
  bounds: Bounds,
  look: Look,
  growing: ReadonlySet<string> = new Set(),
): Proved {
  const built = buildSpace(instances, growing);
  const task = taskOf(built, instances, asked, bounds);
  const collected = new Collected(bounds.findingsMax);
  let cells: number;
  try {
    cells = walk(task, (leaf, isWhole) => {
      const found = look(leaf, task);
      if (found !== null && isWhole) collected.add(found);
      return found !== null;
    });
  } catch (error) {
    if (!(error instanceof TooWide)) throw error;
    cells = bounds.leavesMax;
    const facts = [String(bounds.leavesMax), ...error.axes.flatMap(nameOf)];
    collected.add(finding("too_wide", { heads: about.heads, facts }));
  }
  const { findings, untold } = collected;
  return { property: { ...about, cells, proven: findings.length === 0 }, findings, untold };
}

function taskOf(
  { space, rows }: BuiltSpace,
  instances: readonly Instance[],
  asked: readonly Asked[],
  { leavesMax }: Bounds,
): WalkTask {
  const offsets = rows.map((_, index) => rows.slice(0, index).flat().length);
  const groups = asked.map(({ instance, head }): Group => {
    const own = at(instances, instance);
    const found = own.document.heads.find(({ name }) => name === head);
    if (found === undefined) throw new RangeError(`no head \`${head}\``);
    return groupOf(own, found, at(rows, instance), at(offsets, instance));
  });
  const assumed = instances.flatMap(({ document }, index) =>
    document.assumptions.map((_, box) => at(offsets, index) + document.clauses.length + box),
  );
  const all: (Row | null)[] = rows.flat();
  return { space, rows: all, groups, assumed, leavesMax };
}

function nameOf(axis: Axis): string[] {
  if (axis.kind === "order") return [];
  return [axis.kind === "choice" ? axis.parameter : axis.fact.name];
}

/** Findings that say the same about the same clauses are told once. */
class Collected {
  readonly findings: Finding[] = [];
  untold = 0;
  readonly #max: number;
  readonly #seen = new Set<string>();

  constructor(max: number) {
    this.#max = max;
  }

  add(found: Finding): void {
    const { kind, heads, clauses, floor } = found;
    const key = JSON.stringify([kind, heads, clauses, floor]);
    if (kind !== "gap" && this.#seen.has(key)) return;
    this.#seen.add(key);
    if (this.findings.length < this.#max) this.findings.push(found);
    else this.untold += 1;
  }
}

/** Names of the clauses of groups, as a finding gives them. */
export function clauseName({ clauses }: RuleDocument, index: number): string {
  return at(clauses, index).name;
}
