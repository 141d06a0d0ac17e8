import type { Fact, ListedFact } from "./model.ts";

/** Whether a fact has options; all others have an order. */
export function isListed(fact: Fact): fact is ListedFact {
  return fact.type === "choice" || fact.type === "flag";
}

/** Whether a case can stand before the start of what the fact counts. */
export function mayPrecede(fact: Fact): boolean {
  return !isListed(fact) && fact.beforeStart !== null;
}
