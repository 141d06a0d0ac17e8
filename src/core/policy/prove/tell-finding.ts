import { at } from "../../money/index.ts";
import type { RuleDocument } from "../model.ts";
import { own } from "../own.ts";
import { tellShareText } from "../tell/tell-value.ts";
import type { Language } from "../texts.ts";
import type { Finding } from "./finding.ts";
import type { Property } from "./property.ts";
import type { Proof, ProofNote } from "./prove.ts";
import { type ProofWord, sayProof } from "./sentences.ts";
import { type Facts, tellAssumption, tellCase } from "./tell-case.ts";

/** A finding in one sentence: what is wrong, in which case, and what to do about it. */
export function tellFinding(
  found: Finding,
  document: RuleDocument,
  floors: readonly RuleDocument[],
  language: Language,
): string {
  const floor = floors.find(({ id, version }) => `${id}@${version}` === found.floor?.reference);
  const facts: Facts = { ...floor?.facts, ...document.facts };
  return sayProof(wordOf(found), language, {
    ...tellNames(found, facts, language),
    ...tellAnswers(found, language),
    ...tellCases(found, document, facts, language),
  });
}

function wordOf({ kind, cases }: Finding): ProofWord {
  return kind === "reads_attribute" && cases.length > 0 ? "differs" : kind;
}

type Values = Readonly<Record<string, string>>;

function tellNames(found: Finding, known: Facts, language: Language): Values {
  const { heads, clauses, floor } = found;
  const told = clauses.map((clause) => clauseText(clause, language));
  const names = told.join(sayProof("listing", language));
  const [first = "", second = ""] = told;
  return {
    head: heads[0] ?? "",
    heads: heads.map((head) => `\`${head}\``).join(sayProof("listing", language)),
    // Heads on one base stand against a floor by their sum.
    sum: heads.map((head) => `\`${head}\``).join(" + "),
    clauses: names,
    first,
    second,
    own: ownClauses(clauses, names, language),
    floor: `\`${floor?.reference ?? ""}\``,
    clause: clauseText(floor?.clause ?? null, language),
    ...tellFacts(found, known, language),
  };
}

/** What a finding names beside heads and clauses: facts, a floor, constants, a number of cells. */
function tellFacts({ kind, facts }: Finding, known: Facts, language: Language): Values {
  const listing = (names: readonly string[]) => names.join(sayProof("listing", language));
  switch (kind) {
    case "not_comparable":
      return { fact: at(facts, 0), one: at(facts, 1), other: at(facts, 2) };
    case "too_wide":
      return { count: at(facts, 0), facts: listing(facts.slice(1)) };
    case "missing_floor":
    case "fact_conflict":
      return { facts: at(facts, 0) };
    case "derived_reads_attribute":
      return { facts: factText(at(facts, 0), known, language), derived: at(facts, 1) };
    default:
      return { facts: listing(facts.map((name) => factText(name, known, language))) };
  }
}

function factText(name: string, known: Facts, language: Language): string {
  const text = own(known, name)?.text[language];
  return text === undefined ? `\`${name}\`` : sayProof("quoted", language, { name: text });
}

function clauseText(clause: string | null, language: Language): string {
  return clause === null ? sayProof("no_clause", language) : `\`${clause}\``;
}

function ownClauses(
  clauses: readonly (string | null)[],
  names: string,
  language: Language,
): string {
  const none = clauses.every((clause) => clause === null);
  return sayProof(none ? "by_nothing" : "by_clause", language, { clauses: names });
}

function tellAnswers({ answers }: Finding, language: Language): Values {
  const told = answers.map(tellShareText);
  const [before = "", after = ""] = told;
  return { answers: told.join(sayProof("listing", language)), before, after };
}

function tellCases(
  { cases }: Finding,
  document: RuleDocument,
  known: Facts,
  language: Language,
): Values {
  const [first, second] = cases;
  if (first === undefined) return {};
  const told = { case: tellCase(first, document, known, language) };
  if (second === undefined) return told;
  return { ...told, later: tellCase(second, document, known, language, first) };
}

/** What a property says when it is proven. */
export function tellProperty(
  { kind, heads, about }: Property,
  document: RuleDocument,
  language: Language,
): string {
  const names = about.map((name) => factText(name, document.facts, language));
  const listing = sayProof("listing", language);
  const quoted = heads.map((each) => `\`${each}\``);
  const told =
    kind === "floor" ? quoted.join(" + ") : (kind === "within_base" ? quoted : heads).join(listing);
  return sayProof(kind, language, { heads: told, about: names.join(listing) });
}

/** A whole proof, line by line: the verdict, what is proven, what was assumed and what to mind. */
export function tellProof(proof: Proof, document: RuleDocument, language: Language): string[] {
  const { properties, untold, assumptions, notes } = proof;
  const cells = properties.reduce((sum, property) => sum + property.cells, 0);
  const verdict = { document: proof.document, cells: String(cells) };
  const line = (word: "proven_line" | "note_line", text: string) =>
    `  ${sayProof(word, language, { text })}`;
  return [
    ...(untold > 0 ? [sayProof("untold", language, { count: String(untold) })] : []),
    sayProof(proof.proven ? "proven" : "not_proven", language, verdict),
    ...properties
      .filter((property) => property.proven)
      .map((property) => line("proven_line", tellProperty(property, document, language))),
    ...assumptions.map((each) => `  ${tellAssumption(each, document, language)}`),
    ...notes.map((note) => line("note_line", tellNote(note, document, language))),
  ];
}

export function tellNote(note: ProofNote, document: RuleDocument, language: Language): string {
  const about =
    note.kind === "blind_scope"
      ? note.facts.map((name) => factText(name, document.facts, language))
      : [`\`${note.floor}\``];
  return sayProof(note.kind, language, { about: about.join(sayProof("listing", language)) });
}
