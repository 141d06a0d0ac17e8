import { isListed } from "./fact-kind.ts";
import type { Fact } from "./model.ts";

/**
 * The voices that a fact of a new document has to have and does not, by their keys: `asked`,
 * `of.breach.found`, `yes.asked`. One that is not written is the plain words themselves. What a
 * clock or the product computes nobody is asked for, and a trait nobody decides by.
 */
export function missingVoices(fact: Fact): string[] {
  const { by, clock, derived, attribute, text } = fact;
  if (clock !== null || derived !== null || attribute) return [];
  const isAsked = by !== "event";
  const missing = [
    ...(isAsked && fact.asked === text ? ["asked"] : []),
    ...(fact.found === text ? ["found"] : []),
  ];
  if (!isListed(fact)) return missing;
  const place = fact.type === "choice" ? "of." : "";
  return [
    ...missing,
    ...fact.options.flatMap((option) => [
      ...(isAsked && option.asked === option.text ? [`${place}${option.name}.asked`] : []),
      ...(option.found === option.text ? [`${place}${option.name}.found`] : []),
    ]),
  ];
}
