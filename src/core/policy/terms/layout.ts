import type { Atom } from "./conditions.ts";

/** A clause in a list, with what is still to be said of its conditions. */
export type Entry<T> = { readonly of: T; readonly atoms: readonly Atom[] };

export type Point<T> =
  | { readonly kind: "leaf"; readonly of: T; readonly atoms: readonly Atom[] }
  | {
      readonly kind: "group";
      readonly atoms: readonly Atom[];
      readonly points: readonly Point<T>[];
    };

const levels = 3;

/**
 * Conditions that neighbouring clauses share are said once, above them: the longest run of clauses
 * with a common condition becomes a group under all that its clauses have in common. The order of
 * the document stays.
 */
export function layOut<T>(entries: readonly Entry<T>[], level = 0): Point<T>[] {
  const points: Point<T>[] = [];
  let at = 0;
  while (at < entries.length) {
    const run = level + 1 < levels ? longestRun(entries, at) : 1;
    const group = entries.slice(at, at + run);
    const [first] = group;
    if (first === undefined) break;
    points.push(run === 1 ? { kind: "leaf", ...first } : groupOf(group, first.atoms, level));
    at += run;
  }
  return points;
}

function groupOf<T>(entries: readonly Entry<T>[], atoms: readonly Atom[], level: number): Point<T> {
  const shared = atoms.filter(({ key }) => entries.every((entry) => asks(entry, key)));
  const keys = new Set(shared.map(({ key }) => key));
  const rest = entries.map(({ of, atoms: all }) => ({
    of,
    atoms: all.filter(({ key }) => !keys.has(key)),
  }));
  return { kind: "group", atoms: shared, points: layOut(rest, level + 1) };
}

/** How many entries from a place on share some condition of the entry there. */
function longestRun<T>(entries: readonly Entry<T>[], at: number): number {
  const runs = (entries[at]?.atoms ?? []).map(({ key }) => {
    const end = entries.findIndex((entry, index) => index >= at && !asks(entry, key));
    return (end < 0 ? entries.length : end) - at;
  });
  return Math.max(1, ...runs);
}

function asks<T>({ atoms }: Entry<T>, key: string): boolean {
  return atoms.some((atom) => atom.key === key);
}
