import type { CompiledPolicy, Fact } from "../../core/index.ts";
import type { Language } from "../../contract/index.ts";
import { canBeUnproven } from "../rules/given.ts";
import { baseOfFact } from "./sums.ts";
import type { NeededRow } from "../store/read.ts";

/** Who reads: the customer, who says something, or staff, who establish it. */
export type Voice = "asked" | "found";

/** What is waited for, in the reader's voice, with the answers that it can have. */
export function neededView(
  row: NeededRow,
  policies: readonly CompiledPolicy[],
  language: Language,
  voice: Voice,
) {
  const fact = policies.map(({ document }) => document.facts[row.fact]).find(Boolean);
  const base = baseOfFact(row.fact, policies);
  return {
    orderId: row.orderId,
    fact: row.fact,
    // What somebody else establishes is no question to the customer.
    name:
      fact?.[row.by === "customer" ? voice : "found"][language] ?? base?.text[language] ?? row.fact,
    lineId: row.lineId,
    packetId: row.packetId,
    by: row.by,
    proof: [...row.proof],
    type: fact?.type ?? (base === undefined ? ("choice" as const) : ("sum" as const)),
    options: fact === undefined ? [] : optionsOf(fact, language, voice),
    provable: fact !== undefined && canBeUnproven(fact),
  };
}

/** The option that a value names; undefined where the fact is a number. */
export function optionNamed(fact: Fact, value: string | number | boolean) {
  if (fact.type !== "choice" && fact.type !== "flag") return undefined;
  const name = typeof value === "boolean" ? (value ? "yes" : "no") : value;
  return fact.options.find((option) => option.name === name);
}

/**
 * The answers that a fact can have; none where it is a number. What is the merchant's alone to
 * allege no customer is offered.
 */
export function optionsOf(fact: Fact, language: Language, voice: Voice) {
  if (fact.type !== "choice" && fact.type !== "flag") return [];
  return fact.options.flatMap(({ name, [voice]: words }) =>
    words === null ? [] : [{ value: name, text: words[language] }],
  );
}
