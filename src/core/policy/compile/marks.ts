import type { CompiledPolicy } from "./compiled.ts";

/**
 * The periods of months that a document compares day counts with, per fact. Whoever counts the days
 * hands their lengths in, as `marks`, because they depend on the day on which the count begins.
 */
export function marksNeeded({ slots }: CompiledPolicy): { fact: string; periods: string[] }[] {
  const needed = new Map<string, Set<string>>();
  for (const { name, cuts } of slots.filter(({ marked }) => marked)) {
    const periods = needed.get(name) ?? new Set();
    for (const { constant } of cuts) if (constant.kind === "period") periods.add(constant.text);
    needed.set(name, periods);
  }
  return [...needed].map(([fact, periods]) => ({ fact, periods: [...periods] }));
}
