/** The reference: one rounding per head, and the spread of it over lines. */
import type { OrderFacts } from "../types.ts";
import {
  type Rational,
  ceiling,
  floor,
  greater,
  less,
  nothing,
  plus,
  product,
  rational,
  smaller,
  total,
  whole,
} from "./rational.ts";
import { type Grid, unitPrices, fractionOf, mergedUnits } from "./reference-units.ts";

/** Lines that a head touches: decided units, and the taxes of such lines. */
export function touched(order: OrderFacts, grid: Grid): boolean[] {
  const own = grid.map((units) => units.some((unit) => unit !== null));
  return order.lines.map((line, at) => {
    const parent = order.lines.findIndex((other) => other.lineId === line.taxOf);
    return own[at]! || (parent >= 0 && own[parent]!);
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
  const merged = order.lines.map((line, at) => {
    const sum = total(group.map((head) => exact[head]![at]!));
    if (line.taxOf !== null) return smaller(sum, rational(line.paidMinor));
    const prices = unitPrices(line.paidMinor, line.quantity);
    const units = mergedUnits(
      line.quantity,
      group.map((head) => grids[head]!),
      at,
    );
    return total(units.map((share, unit) => product(share, rational(prices[unit]!))));
  });
  const room = order.lines.map((_, at) =>
    coveredPrice(
      order,
      group.map((head) => grids[head]!),
      at,
    ),
  );
  const apart = group.reduce((sum, head) => sum + ceiling(total(exact[head]!)), 0);
  const joint = ceiling(total(merged)) + group.length - 1;
  const sum = Math.min(
    apart,
    joint,
    room.reduce((a, b) => a + b, 0),
  );
  const parts = merged.map(floor);
  const rests = merged.map((value, at) => plus(value, rational(-parts[at]!)));
  const ranked = [...parts.keys()].sort((a, b) =>
    less(rests[b]!, rests[a]!) ? -1 : less(rests[a]!, rests[b]!) ? 1 : a - b,
  );
  for (let rest = sum - parts.reduce((a, b) => a + b, 0); rest > 0;) {
    for (const at of ranked) {
      if (rest > 0 && parts[at]! < room[at]!) [parts[at], rest] = [parts[at]! + 1, rest - 1];
    }
  }
  for (const [at, part] of parts.entries()) refund[at]! += part;
}

/** The price of the units that get anything. */
function coveredPrice(order: OrderFacts, grids: readonly Grid[], line: number): number {
  const gets = (grid: Grid, at: number): Rational[] =>
    grid[at]!.map((share) => (share !== null && less(nothing, share) ? whole : nothing));
  const { taxOf, paidMinor, quantity } = order.lines[line]!;
  const own = (grid: Grid, at: number): Rational => {
    const prices = unitPrices(order.lines[at]!.paidMinor, order.lines[at]!.quantity);
    return total(gets(grid, at).map((share, unit) => product(share, rational(prices[unit]!))));
  };
  const parent = order.lines.findIndex((other) => other.lineId === taxOf);
  if (parent < 0) {
    const any = grids
      .map((grid) => gets(grid, line))
      .reduce((a, b) => a.map((x, at) => greater(x, b[at]!)));
    const prices = unitPrices(paidMinor, quantity);
    return floor(total(any.map((share, unit) => product(share, rational(prices[unit]!)))));
  }
  const following = grids.map((grid) => {
    const part = fractionOf(order, parent, gets(grid, parent), own(grid, parent));
    return Math.max(floor(own(grid, line)), ceiling(product(part, rational(paidMinor))));
  });
  return Math.min(
    paidMinor,
    following.reduce((a, b) => a + b, 0),
  );
}
