import type { Axis, Range } from "../prove/space.ts";
import { type Box, complementOf, isUnordered, meetsBeside, without } from "./box.ts";

/**
 * Boxes that lie apart, cover all of `wanted`, and touch nothing of `others`: as wide as they can
 * be, so that few conditions tell them. Cells in neither hold no case, and are used where that
 * makes a box wider.
 */
export function coverOf(
  wanted: readonly Box[],
  others: readonly Box[],
  axes: readonly Axis[],
): Box[] {
  const covering: Box[] = [];
  let left = [...wanted];
  while (left.length > 0) {
    const [seed] = left;
    if (seed === undefined) break;
    const widest = widened(seed, [...others, ...covering], axes);
    covering.push(widest);
    left = left.flatMap((box) => without(box, widest, axes));
  }
  return covering;
}

/** A box made as wide as it can be without touching what is taken. */
function widened(seed: Box, taken: readonly Box[], axes: readonly Axis[]): Box {
  const forwards = [...seed.keys()].toSorted((one, other) => one - other);
  const tried = [forwards, forwards.toReversed()].map((order) => widen(seed, order, taken, axes));
  return tried.reduce((best, box) => (box.size < best.size ? box : best));
}

function widen(
  seed: Box,
  order: readonly number[],
  taken: readonly Box[],
  axes: readonly Axis[],
): Box {
  const box = new Map(seed);
  for (const axis of order) {
    if (blockedOn(axis, box, taken).length === 0) box.delete(axis);
  }
  for (const axis of order) {
    const ranges = box.get(axis);
    const found = axes[axis];
    if (ranges === undefined || found === undefined) continue;
    box.set(axis, stretched(ranges, blockedOn(axis, box, taken), found));
  }
  return box;
}

/** The cells of an axis that the box must not take in. */
function blockedOn(axis: number, box: Box, taken: readonly Box[]): Range[] {
  const blocked: Range[] = [];
  for (const each of taken) {
    // What is open on this axis is not kept apart by it: then the boxes lie apart elsewhere.
    const ranges = each.get(axis);
    if (ranges !== undefined && meetsBeside(box, each, axis)) blocked.push(...ranges);
  }
  return blocked;
}

function stretched(ranges: readonly Range[], blocked: readonly Range[], axis: Axis): Range[] {
  if (isUnordered(axis)) return complementOf(blocked, axis.cells);
  const [own] = ranges;
  if (own === undefined) return [];
  const last = axis.kind === "values" && axis.unproven ? axis.cells - 2 : axis.cells - 1;
  // What is unproven has no neighbours.
  if (own[0] > last) return [own];
  const free = complementOf(blocked, last + 1);
  const around = free.find(([first, end]) => first <= own[0] && own[1] <= end);
  return [around ?? own];
}
