/** A share with the interval in which the true one lies at the level asked for. */
export interface Proportion {
  readonly successes: number;
  readonly trials: number;
  readonly share: number;
  readonly lowest: number;
  readonly highest: number;
}

/** Of a two-sided interval at 95 %. */
export const usualLevel = 0.95;

/**
 * The standard normal quantile (Wichura 1988, algorithm AS 241, PPND7), good to seven digits.
 * @throws RangeError outside of 0 to 1.
 */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`\`${probability}\` is no probability between 0 and 1`);
  }
  const centred = probability - 0.5;
  if (Math.abs(centred) <= 0.425) {
    const r = 0.180625 - centred * centred;
    return centred * ratio(r, central);
  }
  const tail = Math.min(probability, 1 - probability);
  const r = Math.sqrt(-Math.log(tail));
  const value = r <= 5 ? ratio(r - 1.6, middle) : ratio(r - 5, far);
  return centred < 0 ? -value : value;
}

type Coefficients = readonly [above: readonly number[], below: readonly number[]];
const central: Coefficients = [
  [3.3871327179, 50.434271938, 159.29113202, 59.10937472],
  [1, 17.895169469, 78.757757664, 67.1875636],
];
const middle: Coefficients = [
  [1.4234372777, 2.75681539, 1.3067284816, 0.17023821103],
  [1, 0.7370016425, 0.12021132975],
];
const far: Coefficients = [
  [6.657905115, 3.081226386, 0.42868294337, 0.017337203997],
  [1, 0.24197894225, 0.012258202635],
];

const ratio = (at: number, [above, below]: Coefficients): number =>
  polynomial(at, above) / polynomial(at, below);

const polynomial = (at: number, coefficients: readonly number[]): number =>
  coefficients.reduceRight((sum, coefficient) => sum * at + coefficient, 0);

const deviateAt = (level: number): number => normalQuantile(1 - (1 - level) / 2);

/**
 * Wilson's score interval (1927): 81 of 263 gives 0.2553 to 0.3662, and 0 of 20 gives 0 to 0.1611,
 * both at 95 %. Of nothing it is everything.
 */
export function wilson(successes: number, trials: number, level = usualLevel): Proportion {
  if (trials === 0) return { successes, trials, share: 0, lowest: 0, highest: 1 };
  const z = deviateAt(level);
  const share = successes / trials;
  const centre = share + (z * z) / (2 * trials);
  const reach = z * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  const scale = 1 + (z * z) / trials;
  return {
    successes,
    trials,
    share,
    // At the ends the interval touches the share, and rounding must not move it past.
    lowest: successes === 0 ? 0 : (centre - reach) / scale,
    highest: successes === trials ? 1 : (centre + reach) / scale,
  };
}

export interface Difference {
  readonly difference: number;
  readonly lowest: number;
  readonly highest: number;
}

/**
 * The difference of two independent shares by Newcombe's hybrid score method (1998, method 10),
 * made of the two Wilson intervals: 56/70 against 48/80 gives 0.0524 to 0.3339 at 95 %.
 */
export function newcombe(
  one: { readonly successes: number; readonly trials: number },
  other: { readonly successes: number; readonly trials: number },
  level = usualLevel,
): Difference {
  const left = wilson(one.successes, one.trials, level);
  const right = wilson(other.successes, other.trials, level);
  const difference = left.share - right.share;
  return {
    difference,
    lowest: difference - Math.hypot(left.share - left.lowest, right.highest - right.share),
    highest: difference + Math.hypot(left.highest - left.share, right.share - right.lowest),
  };
}
