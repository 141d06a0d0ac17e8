/**
 * What a sentence about an unknown name can offer: the known name that it is a slip of, else all
 * that are known. A name that merely happens to be closest would lead astray.
 */
export function suggestion(
  name: string,
  known: readonly string[],
): { readonly nearest: string } | { readonly known: string } {
  let best: string | undefined;
  let fewest = Infinity;
  for (const candidate of known) {
    const edits = editDistance(name, candidate);
    if (edits < fewest) [best, fewest] = [candidate, edits];
  }
  if (best !== undefined && isSlip(name, best, fewest)) return { nearest: best };
  return { known: known.length === 0 ? "–" : known.join(", ") };
}

/** A third of the letters changed, or the same letters in another order. */
function isSlip(name: string, other: string, edits: number): boolean {
  const letters = (text: string): string => [...text].sort().join("");
  const length = Math.max(name.length, other.length);
  if (length < 2) return false;
  return edits <= Math.max(1, length / 3) || letters(name) === letters(other);
}

/** Insertions, deletions and replacements of single characters (Levenshtein 1966). */
export function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = at(row, j - 1) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, at(row, j) + 1, at(next, j - 1) + 1));
    }
    row = next;
  }
  return at(row, to.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
