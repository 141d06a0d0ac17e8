import { type Fraction, compare, fraction, roundDown, subtract } from "../money/index.ts";

/**
 * Spreads a rounded sum over the exact parts it was rounded from: every part gets its own amount
 * rounded down, and the units left go one each to the largest rests, of equal ones to the earlier,
 * never above a part's cap. So a line that is given back whole shows its price to the unit, which
 * a divisor method does not promise; what must not shrink (tenders) is apportioned by divisors.
 * The caps hold at least the total.
 */
export function spread(
  total: number,
  exact: readonly Fraction[],
  caps: readonly number[],
): number[] {
  const parts = exact.map(roundDown);
  let rest = parts.reduce((left, part) => left - part, total);
  if (rest === 0) return parts;
  const rests = exact.map((value, index) => subtract(value, fraction(parts[index] ?? 0)));
  const ranked = [...exact.keys()].sort((a, b) => compareAt(rests, b, a));
  while (rest > 0) {
    for (const index of ranked) {
      const part = parts[index] ?? 0;
      if (rest === 0 || part >= (caps[index] ?? 0)) continue;
      parts[index] = part + 1;
      rest -= 1;
    }
  }
  return parts;
}

function compareAt(values: readonly Fraction[], left: number, right: number): number {
  const [a, b] = [values[left], values[right]];
  return a === undefined || b === undefined ? 0 : compare(a, b);
}
