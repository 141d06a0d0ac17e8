import type { Axis, Cells, Range } from "../prove/space.ts";

/** Cells of every axis that are left; an axis that is not named is left whole. */
export type Box = Cells;

/** The cells of an axis that both leave. */
function meet(one: readonly Range[], other: readonly Range[]): Range[] {
  return one.flatMap(([first, last]) =>
    other.flatMap(([from, to]): Range[] => {
      const [low, high] = [Math.max(first, from), Math.min(last, to)];
      return low <= high ? [[low, high]] : [];
    }),
  );
}

/** The cells of an axis that are not in the ranges, in order. */
export function complementOf(ranges: readonly Range[], cells: number): Range[] {
  const gaps: Range[] = [];
  let next = 0;
  for (const [first, last] of ranges.toSorted(([one], [other]) => one - other)) {
    if (first > next) gaps.push([next, first - 1]);
    next = Math.max(next, last + 1);
  }
  return next < cells ? [...gaps, [next, cells - 1]] : gaps;
}

export function isApart(one: Box, other: Box): boolean {
  return !meetsBeside(one, other, -1);
}

/** Whether the boxes meet on every axis but this one. The hot path: nothing is made here. */
export function meetsBeside(one: Box, other: Box, axis: number): boolean {
  for (const [each, ranges] of one) {
    const others = each === axis ? undefined : other.get(each);
    if (others !== undefined && !touch(ranges, others)) return false;
  }
  return true;
}

function touch(one: readonly Range[], other: readonly Range[]): boolean {
  for (const [first, last] of one) {
    for (const [from, to] of other) if (first <= to && from <= last) return true;
  }
  return false;
}

/** What is left of a box without another, as boxes that lie apart. */
export function without(box: Box, taken: Box, axes: readonly Axis[]): Box[] {
  if (isApart(box, taken)) return [box];
  const left: Box[] = [];
  let rest = box;
  for (const [axis, ranges] of taken) {
    const cells = axes[axis]?.cells ?? 1;
    const own = rest.get(axis) ?? wholeOf(axes[axis]);
    for (const part of partsOf(meet(own, complementOf(ranges, cells)), axes[axis])) {
      left.push(new Map(rest).set(axis, part));
    }
    rest = new Map(rest).set(axis, meet(own, ranges));
  }
  return left;
}

/** All cells; what is unproven lies apart from the values. */
function wholeOf(axis: Axis | undefined): Range[] {
  const cells = axis?.cells ?? 1;
  if (axis?.kind !== "values" || !axis.unproven) return [[0, cells - 1]];
  return [
    [0, cells - 2],
    [cells - 1, cells - 1],
  ];
}

/** Options stay together; values come range by range, what is unproven by itself. */
function partsOf(ranges: readonly Range[], axis: Axis | undefined): Range[][] {
  if (axis === undefined || isUnordered(axis)) return ranges.length === 0 ? [] : [[...ranges]];
  return ranges.map((range) => [range]);
}

export function isUnordered({ kind }: Axis): boolean {
  return kind === "options" || kind === "choice";
}
