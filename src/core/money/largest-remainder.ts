import { checkAmount } from "./amount.ts";

/**
 * Splits a total by weights with the method of largest remainder (Hamilton): every part gets its
 * share rounded down, and the units left go to the largest remainders, of equal ones to the
 * earlier part. Each part lies within one unit of its share and, while the total is within the sum
 * of the weights, within its own weight. Not monotone in the total (the Alabama paradox): for what
 * is split once, at sale, and never for what grows.
 * @throws RangeError when the total or a weight is negative, or no part has a weight.
 */
export function largestRemainder(total: number, weights: readonly number[]): number[] {
  for (const amount of [total, ...weights]) checkAmount(amount);
  if ([total, ...weights].some((amount) => amount < 0)) {
    throw new RangeError("a total or weight to split is negative: use 0 or more");
  }
  const sum = weights.reduce((left, weight) => left + BigInt(weight), 0n);
  if (sum === 0n) {
    if (total === 0) return weights.map(() => 0);
    throw new RangeError(`\`${total}\` cannot be split: no part has a weight`);
  }
  const parts = weights.map((weight) => {
    const product = BigInt(total) * BigInt(weight);
    return { held: Number(product / sum), remainder: product % sum };
  });
  const rest = parts.reduce((left, part) => left - part.held, total);
  // A stable sort keeps the earlier part first among equal remainders.
  const ranked = [...parts].sort((a, b) => Number(b.remainder - a.remainder));
  for (const part of ranked.slice(0, rest)) part.held += 1;
  return parts.map((part) => part.held);
}
