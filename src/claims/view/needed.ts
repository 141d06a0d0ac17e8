import type { CompiledPolicy, Fact } from "../../core/index.ts";
import type { Language } from "../../contract/index.ts";
import type { NeededRow } from "../store/read.ts";

/** What is waited for, in the catalogue's words, with the answers that it can have. */
export function neededView(
  row: NeededRow,
  policies: readonly CompiledPolicy[],
  language: Language,
) {
  const fact = policies.map(({ document }) => document.facts[row.fact]).find(Boolean);
  return {
    orderId: row.orderId,
    fact: row.fact,
    name: fact?.text[language] ?? row.fact,
    lineId: row.lineId,
    packetId: row.packetId,
    by: row.by,
    proof: [...row.proof],
    type: fact?.type ?? ("choice" as const),
    options: fact === undefined ? [] : optionsOf(fact, language),
  };
}

/** The answers that a fact can have; none where it is a number. */
export function optionsOf(fact: Fact, language: Language) {
  if (fact.type !== "choice" && fact.type !== "flag") return [];
  return fact.options.map(({ name, text }) => ({ value: name, text: text[language] }));
}
