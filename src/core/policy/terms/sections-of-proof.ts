import type { PageBlock, PageSection } from "../../page/index.ts";
import { isListed } from "../fact-kind.ts";
import type { Fact, Head, Parameter } from "../model.ts";
import { own } from "../own.ts";
import type { Language } from "../texts.ts";
import type { TermsAbout } from "./about.ts";
import { conditionAtoms, conditionsText, settingText } from "./conditions.ts";
import { headingOf } from "./head-terms.ts";
import { joined } from "./grammar.ts";
import { begun, tell, tellName } from "./page-words.ts";
import { listOf, sentenceOf } from "./sections-of-conduct.ts";
import { type Telling, parametersOf } from "./telling.ts";
import { constantText } from "./values.ts";

/** What the clauses ask or reckon with, in the document's order. */
export function factsRead({ document }: Telling): Fact[] {
  const read = new Set([
    ...document.clauses.flatMap(({ when }) => when.map(({ fact }) => fact)),
    ...document.clauses.flatMap(({ give }) => give.map(({ amount }) => amount.fact ?? "")),
  ]);
  return Object.values(document.facts).filter(({ name }) => read.has(name));
}

/** Who establishes each fact, by what proof, and what holds where it cannot be proven. */
export function factsSection(
  { document, language }: Telling,
  about: TermsAbout,
  facts: readonly Fact[],
): PageSection[] {
  if (document.kind === "floor" || facts.length === 0) return [];
  const head = (["fact", "by", "proof", "failing"] as const).map((each) =>
    tell(`facts_${each}`, language),
  );
  const rows = facts.map((fact) => [
    fact.text[language],
    establisherText(fact, language),
    proofText(fact, language),
    failingText(fact, about, language),
  ]);
  const table: PageBlock = { kind: "table", head, rows, figures: [] };
  return [{ heading: tell("facts", language), blocks: [table] }];
}

function establisherText(fact: Fact, language: Language): string {
  if (isListed(fact) && fact.unsaid !== null) return tell("by_wish", language);
  if (fact.derived !== null && fact.by === "event") return tell("by_derived", language);
  return tell(`by_${fact.by}`, language);
}

function proofText({ by, proof }: Fact, language: Language): string {
  if (proof.length === 0) return tell(by === "reviewer" ? "any_proof" : "no_proof", language);
  const names = proof.map((name) => tellName("proof", name, language));
  return names.join(tell("list_and", language));
}

function failingText(fact: Fact, { unsaid }: TermsAbout, language: Language): string {
  const burden = fact.burden === null ? [] : [tell(`failing_${fact.burden}`, language)];
  const name = own(unsaid, fact.name);
  const options = isListed(fact) ? fact.options : [];
  const option = options.find((each) => each.name === name)?.text[language];
  const said = option === undefined ? [] : [tell("failing_unsaid", language, { option })];
  const told = [...said, ...burden];
  return told.length === 0
    ? tell("failing_none", language)
    : told.join(tell("semicolon", language));
}

/** What an order may set, or what this order has set. */
export function parametersSection(telling: Telling): PageSection[] {
  const { document, language } = telling;
  const rows = parametersOf(document).map((parameter) => ({
    label: parameterName(parameter, telling),
    text: parameterText(parameter, telling),
  }));
  if (rows.length === 0) return [];
  return [{ heading: tell("settings", language), blocks: [{ kind: "labelled", rows }] }];
}

function parameterName(parameter: Parameter, { document, language }: Telling): string {
  const fact = parameter.kind === "constant" ? own(document.facts, parameter.of) : undefined;
  return parameter.text?.[language] ?? fact?.text[language] ?? parameter.name;
}

function parameterText(parameter: Parameter, telling: Telling): string {
  const { document, language, settings } = telling;
  if (parameter.kind === "choice") {
    // An option without words of its own stands in quotation marks, and needs no second pair.
    const say = (option: string): string =>
      own(parameter.say, option) === undefined
        ? option
        : settingText(parameter.name, option, telling);
    const chosen = own(settings?.params ?? {}, parameter.name);
    if (chosen !== undefined) return tell("setting_order", language, { v: say(chosen) });
    const others = parameter.options.filter((option) => option !== parameter.default);
    const options = others.map(say).join(tell("semicolon", language));
    return tell("setting_choice", language, { v: say(parameter.default), options });
  }
  const fact = own(document.facts, parameter.of);
  if (fact === undefined || isListed(fact)) return parameter.default.text;
  const set = settings?.constants.get(parameter.name);
  if (set !== undefined) {
    return tell("setting_order", language, { v: constantText(fact, set, language) });
  }
  const { from, to } = parameter.range;
  const [v = "", low = "", high = ""] = [parameter.default, from, to].map((constant) =>
    constantText(fact, constant, language),
  );
  return tell("setting_range", language, { v, from: low, to: high });
}

/** What was proven of the document, and what that does not cover. */
export function promisesSection(telling: Telling): PageSection[] {
  const { document, language } = telling;
  if (document.kind === "floor") return [];
  const name = (fact: string): string => own(document.facts, fact)?.text[language] ?? fact;
  const list = (facts: readonly string[]): string =>
    joined(facts.map(name), tell("list_and", language), tell("last_list_and", language));
  const timed = document.heads.flatMap((head) => {
    const promise = own(document.promises.time, head.name);
    if (promise === undefined) return [];
    const values = { head: headingOf(head, telling) };
    const kinds = [
      { word: risingWord(head, promise.neverRises, telling), facts: promise.neverRises },
      { word: "never_falls" as const, facts: promise.neverFalls },
    ];
    return kinds.flatMap(({ word, facts }) =>
      facts.length === 0 ? [] : [tell(word, language, { ...values, facts: list(facts) })],
    );
  });
  const blind = begun(list(document.promises.blindTo), language);
  const told = [
    tell("promise_answer", language),
    ...timed,
    ...(blind === "" ? [] : [blindText(blind, language)]),
  ];
  return [{ heading: tell("promises", language), blocks: listOf(told) }];
}

function blindText(facts: string, language: Language): string {
  const gap = language === "en" ? " " : "";
  return tell("blind_to", language, { facts }) + gap + tell("blind_to_not", language);
}

/** Where one of the facts is time that passes until the claim, waiting is what makes it grow. */
function risingWord({ direction }: Head, facts: readonly string[], { document }: Telling) {
  if (direction === "take") return "never_rises" as const;
  const waits = facts.some((fact) => own(document.facts, fact)?.clock?.to === "claim.filed_at");
  return waits ? ("never_rises_waiting" as const) : ("never_rises" as const);
}

/** What is taken never to happen, and how a text was read. */
export function notesSection(telling: Telling, about: TermsAbout): PageSection[] {
  const { document, language } = telling;
  const assumed = document.assumptions.map(({ never }) => {
    const atoms = never.flatMap((condition) => conditionAtoms(condition, telling));
    const conditions = conditionsText(atoms, language, new Set());
    return tell("assumption", language, { conditions });
  });
  const carried = [about.carried, ...about.floors.map((floor) => floor.carried)];
  const notes = carried.flatMap((each) =>
    Object.values(each.notes).map((say) => sentenceOf(say[language], language)),
  );
  const advice = document.kind === "floor" ? [tell("not_advice", language)] : [];
  const told = [...assumed, ...notes, ...advice];
  return told.length === 0 ? [] : [{ heading: tell("notes", language), blocks: listOf(told) }];
}
