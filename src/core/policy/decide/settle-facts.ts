import type { Binding } from "./binding.ts";
import type { CaseFacts, FactInput } from "../facts.ts";
import { isListed } from "../fact-kind.ts";
import type { Fact } from "../model.ts";

/**
 * What a decision may build on. A claimed fact counts when the customer is who establishes it.
 * When the time to supplement has lapsed (`final`), the burden decides: on the customer the fact is
 * unproven, on the merchant the customer's word stands.
 */
export function settleFacts(facts: CaseFacts, binding: Binding, final: boolean): CaseFacts {
  const settled: Record<string, FactInput> = {};
  for (const [name, { fact }] of binding.facts) {
    const input = Object.hasOwn(facts, name) ? facts[name] : undefined;
    settled[name] = settleFact(fact, input ?? { state: "unknown" }, final);
  }
  return settled;
}

function settleFact(fact: Fact, input: FactInput, final: boolean): FactInput {
  if (isWish(fact)) return input;
  switch (input.state) {
    case "attested":
    case "event":
    case "before_start":
      return input;
    case "claimed":
      if (fact.by === "customer" || (final && fact.burden === "merchant")) return input;
      return lapsed(fact, final);
    case "unproven":
      return fact.burden === "customer" ? input : { state: "unknown" };
    case "unknown":
      return lapsed(fact, final);
  }
}

function lapsed(fact: Fact, final: boolean): FactInput {
  return { state: final && fact.burden === "customer" ? "unproven" : "unknown" };
}

export function isWish(fact: Fact): boolean {
  return isListed(fact) && fact.unsaid !== null;
}
