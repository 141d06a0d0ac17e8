import { amountOfUnits, apportion, fraction, fractionText } from "../../money/index.ts";
import { largestRemainder, roundDown, roundUp } from "../../money/index.ts";

/** Splits and roundings with their results, in whole minor units. */
type MoneyVectors = {
  readonly makegood: "money-vectors/1";
  /** Sainte-Laguë by weights, each part at most its weight: what grows with every refund. */
  readonly apportion: readonly Split[];
  /** Largest remainders: what is split once. */
  readonly largestRemainder: readonly Split[];
  /** What the units [from, to) of a line of `count` units cost. */
  readonly units: readonly {
    readonly total: number;
    readonly count: number;
    readonly from: number;
    readonly to: number;
    readonly amount: number;
  }[];
  /** The exact share of a base: a pay is rounded up, a take down. */
  readonly rounding: readonly {
    readonly share: string;
    readonly baseMinor: number;
    readonly pay: number;
    readonly take: number;
  }[];
};

type Split = {
  readonly total: number;
  readonly weights: readonly number[];
  readonly parts: readonly number[];
};

const weightings = [
  [1, 1],
  [999, 1],
  [500, 300, 200],
  [3333, 3333, 3334],
  [10_000, 1, 0, 7],
];

/** Totals around the ends and the middle of what the weights hold. */
function totalsOf(weights: readonly number[]): number[] {
  const sum = weights.reduce((left, weight) => left + weight, 0);
  const totals = [0, 1, 2, 3, Math.floor(sum / 3), Math.floor(sum / 2), sum - 1, sum];
  return [...new Set(totals.filter((total) => total >= 0 && total <= sum))];
}

export function moneyVectors(): MoneyVectors {
  const split = (parts: (total: number, weights: readonly number[]) => readonly number[]) =>
    weightings.flatMap((weights) =>
      totalsOf(weights).map((total) => ({ total, weights, parts: parts(total, weights) })),
    );
  const shares = [fraction(1, 3), fraction(2, 3), fraction(1, 2000), fraction(9, 10), fraction(1)];
  const places = [
    [1000, 3, 0, 1],
    [1000, 3, 1, 2],
    [1000, 3, 2, 3],
    [1000, 3, 0, 3],
    [999, 7, 2, 5],
    [1, 2, 0, 1],
    [1, 2, 1, 2],
  ] as const;
  return {
    makegood: "money-vectors/1",
    apportion: split((total, weights) => apportion(total, weights)),
    largestRemainder: split(largestRemainder),
    units: places.map(([total, count, from, to]) => ({
      total,
      count,
      from,
      to,
      amount: amountOfUnits(total, count, from, to),
    })),
    rounding: shares.flatMap((share) =>
      [0, 1, 1000, 99_999].map((baseMinor) => {
        const exact = fraction(BigInt(share.n) * BigInt(baseMinor), BigInt(share.d));
        const [pay, take] = [roundUp(exact), roundDown(exact)];
        return { share: fractionText(share), baseMinor, pay, take };
      }),
    ),
  };
}
