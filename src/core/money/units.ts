import { checkAmount } from "./amount.ts";

/**
 * The amount of the first `upTo` of `count` equal units when a total is apportioned over them:
 * `apportion` with equal weights, in constant time. `upTo` = `count` gives the total; the units
 * [from, to) have the amount cumulative(to) − cumulative(from). 10 over 3 units is 4, 3, 3.
 * @throws RangeError unless total ≥ 0, count ≥ 1 and 0 ≤ upTo ≤ count, all integers.
 */
export function cumulativeUnits(total: number, count: number, upTo: number): number {
  checkUnits(total, count, upTo);
  const rest = total % count;
  // The earlier units have the first claim to the rest, one each.
  return ((total - rest) / count) * upTo + Math.min(upTo, rest);
}

/** The amount of the units [from, to) of `count`, as `cumulativeUnits` has it. */
export function amountOfUnits(total: number, count: number, from: number, to: number): number {
  if (from > to) throw new RangeError(`units \`${from}\` to \`${to}\`: give the smaller first`);
  return cumulativeUnits(total, count, to) - cumulativeUnits(total, count, from);
}

/** The amount of each of `count` equal units, in order. */
export function apportionUnits(total: number, count: number): number[] {
  checkUnits(total, count, count);
  return Array.from({ length: count }, (_, unit) => amountOfUnits(total, count, unit, unit + 1));
}

function checkUnits(total: number, count: number, upTo: number): void {
  for (const value of [total, count, upTo]) checkAmount(value);
  if (total < 0 || count < 1 || upTo < 0 || upTo > count) {
    throw new RangeError(
      `\`${total}\` over \`${count}\` units up to unit \`${upTo}\`: use a total of 0 or more, ` +
        "at least one unit, and a unit among them",
    );
  }
}
