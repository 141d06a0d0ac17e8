import { at } from "../../money/index.ts";
import { mayHold } from "./constraints.ts";
import { type Group, type GroupAnswer, type Member, type Standing } from "./group.ts";
import { answerIn, openRows } from "./group.ts";
import type { Axis, Cells, Range, Row, Space, Test } from "./space.ts";

/** What a walk goes through: all cells of a space in which its groups may answer differently. */
export type WalkTask = {
  readonly space: Space;
  readonly rows: readonly (Row | null)[];
  readonly groups: readonly Group[];
  /** Rows of assumptions: where one holds, no case is. */
  readonly assumed: readonly number[];
  readonly leavesMax: number;
};

export type Leaf = {
  readonly cells: Cells;
  /** In the order of the groups. */
  readonly answers: readonly GroupAnswer[];
};

/**
 * Looks at a leaf. A leaf that an assumption may cut is looked at first as a whole: what is wrong
 * with it (`true`) is asked again of the parts that are left.
 */
export type Visit = (leaf: Leaf, isWhole: boolean) => boolean;

/** Thrown when a document needs more cells than allowed. */
export class TooWide extends Error {
  /** The axes that divide the cells most. */
  readonly axes: readonly Axis[];

  constructor(axes: readonly Axis[]) {
    super("too many cells");
    this.name = "TooWide";
    this.axes = axes;
  }
}

/**
 * Visits every cell, dividing by what open rows still read and by nothing else; returns how many
 * there are.
 * @throws TooWide beyond `leavesMax`.
 */
export function walk(task: WalkTask, visit: Visit): number {
  const walker = new Walker(task, visit);
  walker.enter(new Map(), walker.start());
  return walker.leaves;
}

/** By row: how many of its tests are open. Rows that cannot hold are not in it. */
type Left = ReadonlyMap<number, number>;
type MutableStanding = { readonly holding: Member[]; readonly open: Member[] };

class Walker {
  leaves = 0;
  readonly #task: WalkTask;
  readonly #visit: Visit;
  readonly #splits: number[];
  /** By row: in which groups it can decide. */
  readonly #members: ReadonlyMap<number, readonly { group: number; member: Member }[]>;

  constructor(task: WalkTask, visit: Visit) {
    this.#task = task;
    this.#visit = visit;
    this.#splits = task.space.axes.map(() => 0);
    const members = new Map<number, { group: number; member: Member }[]>();
    task.groups.forEach((each, group) => {
      for (const member of each.members) {
        members.set(member.row, [...(members.get(member.row) ?? []), { group, member }]);
      }
    });
    this.#members = members;
  }

  start(): Left {
    const { rows, groups, assumed } = this.#task;
    const read = [...groups.flatMap(({ members }) => members.map(({ row }) => row)), ...assumed];
    return new Map(
      [...new Set(read)].flatMap((row) => {
        const tests = at(rows, row);
        return tests === null ? [] : [[row, tests.length] as const];
      }),
    );
  }

  enter(cells: Cells, left: Left): void {
    if (this.#task.assumed.some((row) => left.get(row) === 0)) return;
    const standings = this.#standings(left);
    const open = new Set(standings.flatMap(openRows));
    if (open.size > 0) this.#divide(cells, left, open);
    else this.#leaf(cells, left, standings);
  }

  #standings(left: Left): Standing[] {
    const standings = this.#task.groups.map((): MutableStanding => ({ holding: [], open: [] }));
    for (const [row, tests] of left) {
      for (const { group, member } of this.#members.get(row) ?? []) {
        at(standings, group)[tests === 0 ? "holding" : "open"].push(member);
      }
    }
    return standings;
  }

  #leaf(cells: Cells, left: Left, standings: readonly Standing[]): void {
    const { groups, assumed } = this.#task;
    const answers = groups.map((group, index) => answerIn(group, at(standings, index)));
    const open = assumed.filter((row) => left.has(row));
    this.#count();
    const isFound = this.#visit({ cells, answers }, open.length === 0);
    if (isFound && open.length > 0) this.#divide(cells, left, new Set(open));
  }

  #count(): void {
    this.leaves += 1;
    if (this.leaves <= this.#task.leavesMax) return;
    const { axes } = this.#task.space;
    const byWeight = axes
      .map((axis, index) => ({ axis, weight: at(this.#splits, index) }))
      .toSorted((one, other) => other.weight - one.weight);
    throw new TooWide(byWeight.slice(0, 3).map(({ axis }) => axis));
  }

  /** Goes on in each part of the axis that most open rows read. */
  #divide(cells: Cells, left: Left, open: ReadonlySet<number>): void {
    const { space, assumed } = this.#task;
    const axis = this.#axisFor(cells, open);
    const keep = new Set([...open, ...assumed]);
    for (const [ranges, remaining] of this.#parts(axis, left, keep)) {
      this.#splits[axis] = at(this.#splits, axis) + 1;
      const narrowed = new Map(cells).set(axis, ranges);
      if (mayHold(narrowed, axis, space)) this.enter(narrowed, remaining);
    }
  }

  #axisFor(cells: Cells, open: ReadonlySet<number>): number {
    const counts = new Map<number, number>();
    for (const row of open) {
      for (const { axis } of this.#task.rows[row] ?? []) {
        if (!cells.has(axis)) counts.set(axis, (counts.get(axis) ?? 0) + 1);
      }
    }
    const most = Math.max(...counts.values());
    return Math.min(...[...counts].filter(([, count]) => count === most).map(([axis]) => axis));
  }

  /** The parts of an axis on which the same rows are left, with those rows. */
  #parts(axis: number, left: Left, keep: ReadonlySet<number>): [Range[], Left][] {
    const divided = at(this.#task.space.axes, axis);
    const tests = new Map<number, Test>();
    const starts = new Set([0, ...apartFrom(divided)]);
    for (const row of left.keys()) {
      const test = at(this.#task.rows, row)?.find((each) => each.axis === axis);
      if (test === undefined) continue;
      tests.set(row, test);
      if (!keep.has(row)) continue;
      for (const [first, last] of test.ranges) starts.add(first).add(last + 1);
    }
    const edges = [...starts]
      .filter((start) => start < divided.cells)
      .toSorted((one, other) => one - other);
    const parts = edges.map((first, index): [Range[], Left] => [
      [[first, (edges[index + 1] ?? divided.cells) - 1]],
      remaining(left, tests, first),
    ]);
    return isUnordered(divided) ? joined(parts) : parts;
  }
}

/** What is unproven has no value: it never shares a part with values. */
function apartFrom(axis: Axis): number[] {
  return axis.kind === "values" && axis.unproven ? [axis.cells - 1] : [];
}

function remaining(left: Left, tests: ReadonlyMap<number, Test>, cell: number): Left {
  const after = new Map<number, number>();
  for (const [row, open] of left) {
    const test = tests.get(row);
    if (test === undefined) after.set(row, open);
    else if (test.ranges.some(([first, last]) => first <= cell && cell <= last)) {
      after.set(row, open - 1);
    }
  }
  return after;
}

function isUnordered(axis: Axis): boolean {
  return axis.kind === "options" || axis.kind === "choice";
}

/** Options on which the same rows are left need one look. */
function joined(parts: readonly [Range[], Left][]): [Range[], Left][] {
  const byRows = new Map<string, [Range[], Left]>();
  for (const [ranges, left] of parts) {
    const key = [...left].join(" ");
    const known = byRows.get(key);
    if (known === undefined) byRows.set(key, [ranges, left]);
    else known[0].push(...ranges);
  }
  return [...byRows.values()];
}
