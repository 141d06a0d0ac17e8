import type { Fact, ListedFact } from "./model.ts";

/** Whether a fact has options; all others have an order. */
export function isListed(fact: Fact): fact is ListedFact {
  return fact.type === "choice" || fact.type === "flag";
}
