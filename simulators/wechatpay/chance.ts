/**
 * Chance by seed: the same seed, account, number and attempt always draw the same fault, whatever
 * the order in which requests arrive, so a failing run can be repeated.
 */

/** A draw in [0, 1) for a key: FNV-1a, then Murmur's finaliser to part keys that differ little. */
export function draw(seed: number, ...key: readonly (string | number)[]): number {
  let hash = 2166136261 ^ seed;
  for (const part of key) {
    const text = `${part}|`;
    for (let index = 0; index < text.length; index += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(index), 16777619);
    }
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** True in `percent` of all keys. */
export function strikes(percent: number, seed: number, ...key: readonly (string | number)[]) {
  return percent > 0 && draw(seed, ...key) * 100 < percent;
}
