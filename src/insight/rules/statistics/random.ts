/** Numbers in [0, 1) that look random and are the same for the same seed. */
export type Random = () => number;

/**
 * The generator sfc32 of Chris Doty-Humphrey (PractRand): 128 bits of state, seeded by one whole
 * number and run in before its first answer, so that neighbouring seeds have nothing in common.
 */
export function seededRandom(seed: number): Random {
  let [a, b, c, counter] = [seed | 0, (seed / 2 ** 32) | 0, 0x9e3779b9 | 0, 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 15; round += 1) next();
  return next;
}

/** A standard normal deviate (Box and Muller 1958). */
export function normalFrom(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

const countedMax = 30;

/**
 * A Poisson count of this mean. Small means are inverted exactly; larger ones come from the normal
 * with the Cornish–Fisher term for skewness, off by less than the rounding to a whole number.
 */
export function poissonFrom(random: Random, mean: number): number {
  if (mean > countedMax) {
    const deviate = normalFrom(random);
    const value = mean + Math.sqrt(mean) * deviate + (deviate * deviate - 1) / 6;
    return Math.max(0, Math.round(value));
  }
  let left = random();
  let probability = Math.exp(-mean);
  let count = 0;
  // The bound ends what rounding could leave over: nobody draws 200 from a mean of 30.
  while (left >= probability && count < 200) {
    left -= probability;
    count += 1;
    probability *= mean / count;
  }
  return count;
}
