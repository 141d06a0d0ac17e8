import type { CompiledPolicy } from "./compiled.ts";

/**
 * The periods of months that a document compares day counts with, per fact. Whoever counts the days
 * hands their lengths in, as `marks`, because they depend on the day on which the count begins.
 */
export function marksNeeded({ slots }: CompiledPolicy): { fact: string; periods: string[] }[] {
  return slots
    .filter(({ marked }) => marked)
    .map(({ name, cuts }) => {
      const periods = cuts.flatMap(({ constant }) =>
        constant.kind === "period" ? [constant.text] : [],
      );
      return { fact: name, periods: [...new Set(periods)] };
    });
}
