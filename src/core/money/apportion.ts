import { checkAmount } from "./amount.ts";
import { type Whole, productOf, quotientHalfDown, sumOf } from "./whole.ts";

/**
 * Splits a total over parts in proportion to their weights by the divisor method of Sainte-Laguë:
 * each unit goes to the part with the largest weight / (2 × units held + 1), of equal claims to
 * the earlier part. Exact in sum, monotone (no part shrinks when the total grows), never above a
 * part's cap. Computed directly, in time that grows with the number of parts and not with the
 * total.
 *
 * Of n parts (two or more) with their default caps each is within (n − 1) / 2 units of its true
 * share, and comes as near to that as you like: some divisor leaves every part at most half a unit
 * from weight / divisor, and the half units of all others may fall to the one that weighs most.
 *
 * `caps` default to the weights, so at the full total every part gets its own amount. A part that
 * reaches its cap stays there and the rest goes on by the same rule.
 *
 * Source: Balinski and Young, Fair Representation (1982); DESIGN, Apportionment.
 * @throws RangeError when the total is negative or above what the parts can hold.
 */
export function apportion(
  total: number,
  weights: readonly Whole[],
  caps: readonly number[] = weights.map(Number),
): number[] {
  checkInput(total, weights, caps);
  const parts = weights.map((weight, index) => ({ weight, cap: caps[index] ?? 0, held: 0 }));
  takePrefix(total, parts);
  let rest = parts.reduce((left, part) => left - part.held, total);
  for (; rest > 0; rest -= 1) nextPart(parts).held += 1;
  return parts.map((part) => part.held);
}

/**
 * `apportion` by shares that are no amounts: exact fractions over a common denominator, say.
 * Every part has its own cap, and the total may exceed the sum of the shares.
 */
export function apportionByShares(
  total: number,
  shares: readonly bigint[],
  caps: readonly number[],
): number[] {
  return apportion(total, shares, caps);
}

type Part = { readonly weight: Whole; readonly cap: number; held: number };

/**
 * Gives out nearly all of the total at once. Rounding every weight / divisor to the nearest gives
 * exactly the units whose claim beats that divisor: the beginning of the sequence in which units
 * are handed out. The divisor is chosen so that each part's half unit still fits, so at most as
 * many units as there are parts stay for `nextPart`. Full parts leave, and the rest starts again.
 */
function takePrefix(total: number, parts: readonly Part[]): void {
  let rest = total;
  let open = parts;
  for (;;) {
    const doubled = sumOf(productOf(rest, 2), -open.length);
    if (doubled <= 0) return;
    const divisor = productOf(2, open.map((part) => part.weight).reduce(sumOf, 0));
    for (const part of open) {
      part.held = Math.min(part.cap, quotientHalfDown(productOf(part.weight, doubled), divisor));
    }
    const full = open.filter((part) => part.held === part.cap);
    if (full.length === 0) return;
    rest = full.reduce((left, part) => left - part.held, rest);
    open = open.filter((part) => part.held < part.cap);
  }
}

/** The part with the best claim to the next unit, the earlier one of equals. */
function nextPart(parts: readonly Part[]): Part {
  let best: Part | undefined;
  for (const part of parts) {
    if (part.held === part.cap) continue;
    if (best === undefined || claimsMore(part, best)) best = part;
  }
  if (best === undefined) throw new Error("every part is full: the check of the room is wrong");
  return best;
}

/** weight / (2 × held + 1), compared without dividing. */
function claimsMore(part: Part, other: Part): boolean {
  return productOf(part.weight, odd(other.held)) > productOf(other.weight, odd(part.held));
}

function odd(held: number): Whole {
  return sumOf(productOf(held, 2), 1);
}

function checkInput(total: number, weights: readonly Whole[], caps: readonly number[]): void {
  if (weights.length !== caps.length) {
    throw new RangeError(`${weights.length} weights and ${caps.length} caps: give one cap each`);
  }
  let negative = checkAmount(total) < 0;
  let room: Whole = 0;
  for (const [index, weight] of weights.entries()) {
    const cap = checkAmount(caps[index] ?? 0);
    if (weight < 0 || cap < 0) negative = true;
    if (weight > 0) room = sumOf(room, cap);
  }
  if (negative) {
    throw new RangeError("a total, weight or cap to apportion is negative: use 0 or more");
  }
  if (total > room) {
    throw new RangeError(`\`${total}\` is more than the parts with a weight can hold, ${room}`);
  }
}
