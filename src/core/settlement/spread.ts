import { type Fraction, compare, fraction, roundDown, subtract } from "../money/index.ts";

/**
 * Spreads a rounded sum over the exact parts it was rounded from: every part gets its own amount
 * rounded down, and the units left go one each to the largest rests, of equal ones to the earlier.
 * So a line that is given back whole shows its price to the unit, which a divisor method does not
 * promise; what must not shrink (tenders) is apportioned by divisors. The total is at least the
 * sum of the parts rounded down and at most that of the parts rounded up.
 */
export function spread(total: number, exact: readonly Fraction[]): number[] {
  const parts = exact.map((value, index) => {
    const floor = roundDown(value);
    return { index, floor, rest: subtract(value, fraction(floor)) };
  });
  const left = parts.reduce((sum, part) => sum - part.floor, total);
  const amounts = parts.map((part) => part.floor);
  // A stable sort keeps the earlier part first among equal rests.
  const ranked = parts.sort((a, b) => compare(b.rest, a.rest));
  for (const { index, floor } of ranked.slice(0, left)) amounts[index] = floor + 1;
  return amounts;
}
