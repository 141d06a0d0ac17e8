import type { Terms } from "./order-record.ts";

/** Why the terms of a package cannot hold, or null: the catalogue relies on what is checked. */
export function termsProblem({ meters }: Terms): string | null {
  const names = new Set<string>();
  for (const { meter, units, shareMinor, fullUnitMinor } of meters) {
    if (names.has(meter)) return `the meter \`${meter}\` is named twice`;
    names.add(meter);
    if (fullUnitMinor * units < shareMinor) {
      return `\`${meter}\` would cost less outside the package than within it`;
    }
    if (!Number.isSafeInteger(fullUnitMinor * units)) {
      return `\`${meter}\` is worth more than can be counted exactly`;
    }
  }
  return null;
}
