/** The reference: one rounding per head, and the spread of it over lines. */
import type { OrderFacts } from "../types.ts";
import { type Rational, ceiling, floor, less, plus, rational, total } from "./rational.ts";
import { type Grid, bearing, mergedExact } from "./reference-units.ts";

/** Lines that a head touches: decided units, and the taxes of such lines. */
function touched(order: OrderFacts, grid: Grid): boolean[] {
  const own = grid.map((units) => units.some((unit) => unit !== null));
  return order.lines.map((line, at) => {
    const parent = order.lines.findIndex((other) => other.lineId === line.taxOf);
    const parents = line.kind === "tax" && line.taxOf === null ? bearing(order) : [parent];
    return own[at]! || parents.some((each) => own[each] === true);
  });
}

export function roundedLines(
  order: OrderFacts,
  grids: readonly Grid[],
  exact: readonly Rational[][],
): number[] {
  const refund = order.lines.map(() => 0);
  const touches = grids.map((grid) => touched(order, grid));
  const left = new Set(grids.keys());
  while (left.size > 0) {
    const group = [Math.min(...left)];
    for (const head of group) {
      left.delete(head);
      for (const other of left) {
        const meets = touches[head]!.some((is, line) => is && touches[other]![line]!);
        if (meets && !group.includes(other)) group.push(other);
      }
    }
    roundGroup(
      order,
      group.sort((a, b) => a - b),
      grids,
      exact,
      refund,
    );
  }
  return refund;
}

function roundGroup(
  order: OrderFacts,
  group: readonly number[],
  grids: readonly Grid[],
  exact: readonly Rational[][],
  refund: number[],
): void {
  const chosen = group.map((head) => grids[head]!);
  const merged = mergedExact(order, chosen);
  const touches = chosen.map((grid) => touched(order, grid));
  const shared = order.lines.map((_, at) => touches.filter((lines) => lines[at]!).length > 1);
  const apart = group.map((head) => ceiling(total(exact[head]!)));
  const lone = group.map((head) => ceiling(total(exact[head]!.filter((_, at) => !shared[at]!))));
  const together = merged.map((value, at) => (shared[at]! ? ceiling(value) : 0));
  const sum = Math.min(addUp(apart), addUp(lone) + addUp(together));
  const parts = merged.map(floor);
  const rests = merged.map((value, at) => plus(value, rational(-parts[at]!)));
  const ranked = [...parts.keys()].sort((a, b) =>
    less(rests[b]!, rests[a]!) ? -1 : less(rests[a]!, rests[b]!) ? 1 : a - b,
  );
  for (const at of ranked.slice(0, sum - addUp(parts))) parts[at]! += 1;
  for (const [at, part] of parts.entries()) refund[at]! += part;
}

function addUp(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
