import { compareCuttings, divides } from "../prove/measures.ts";
import type { Axis, Cells, Cutting, Range, Space } from "../prove/space.ts";

/** A space with more cuts, and where its cells lie. */
export type Refined = {
  readonly space: Space;
  /** The same cells among the refined ones. */
  readonly moved: (cells: Cells) => Cells;
};

/** Divides values further, by variable, where answers of two documents come to be equal. */
export function refined(space: Space, cuts: ReadonlyMap<number, readonly Cutting[]>): Refined {
  const starts = new Map<number, readonly number[]>();
  const axes = space.axes.map((axis, index) => {
    const more = axis.kind === "values" ? cuts.get(axis.variable) : undefined;
    if (axis.kind !== "values" || more === undefined) return axis;
    const all = merged(
      axis.cuts,
      more.filter((cut) => divides(cut, axis.fact)),
    );
    starts.set(index, startsOf(axis, all));
    return { ...axis, cuts: all, cells: all.length + (axis.unproven ? 2 : 1) };
  });
  const moved = (cells: Cells): Cells =>
    new Map(
      [...cells].map(([axis, ranges]) => {
        const first = starts.get(axis);
        return [axis, first === undefined ? ranges : movedRanges(ranges, first)] as const;
      }),
    );
  return { space: { ...space, axes }, moved };
}

function merged(cuts: readonly Cutting[], more: readonly Cutting[]): Cutting[] {
  const sorted = [...cuts, ...more].toSorted(compareCuttings);
  return sorted.filter((cut, index) => {
    const before = sorted[index - 1];
    return before === undefined || compareCuttings(before, cut) !== 0;
  });
}

/** By old cell where it begins among the new ones, and where the last one ends. */
function startsOf(axis: Extract<Axis, { kind: "values" }>, cuts: readonly Cutting[]): number[] {
  const values = axis.cuts.map(
    (cut) => cuts.findIndex((each) => compareCuttings(each, cut) === 0) + 1,
  );
  const unproven = axis.unproven ? [cuts.length + 1] : [];
  return [0, ...values, ...unproven, cuts.length + (axis.unproven ? 2 : 1)];
}

function movedRanges(ranges: readonly Range[], starts: readonly number[]): Range[] {
  return ranges.map(([first, last]) => [starts[first] ?? 0, (starts[last + 1] ?? 1) - 1]);
}
