/** Sets of rows as bit masks over words of 32 bits. */
export function emptySet(words: number): number[] {
  return new Array<number>(words).fill(0);
}

export function insert(set: number[], row: number, offset = 0): void {
  const word = offset + (row >>> 5);
  set[word] = (set[word] ?? 0) | (1 << (row & 31));
}

export function has(set: readonly number[], row: number): boolean {
  return (((set[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1;
}

/** The rows of a set in order. */
export function rowsOf(set: readonly number[]): number[] {
  const rows: number[] = [];
  for (let word = 0; word < set.length; word += 1) {
    for (let bits = set[word] ?? 0; bits !== 0; bits &= bits - 1) {
      rows.push(word * 32 + lowestBit(bits));
    }
  }
  return rows;
}

/** Index of the lowest bit of a word that is not 0. */
export function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

export function intersects(left: readonly number[], right: readonly number[]): boolean {
  for (let word = 0; word < left.length; word += 1) {
    if (((left[word] ?? 0) & (right[word] ?? 0)) !== 0) return true;
  }
  return false;
}
