import { firstSum } from "../fixed-sum.ts";
import { equal, roundDown, roundUp, times, zero } from "../../money/index.ts";
import type { PageBlock, PageSection } from "../../page/index.ts";
import type { CaseHead, CompiledPolicy } from "../compile/compiled.ts";
import { decideCase } from "../decide/decide-case.ts";
import type { FactInput } from "../facts.ts";
import type { Fact, Head } from "../model.ts";
import { own } from "../own.ts";
import { tellFact } from "../tell/phrase.ts";
import { tellValue } from "../tell/tell-value.ts";
import type { Language } from "../texts.ts";
import type { TermsAbout } from "./about.ts";
import { voiceOf } from "./amounts.ts";
import { unprovenText } from "./conditions.ts";
import { type Example, examplesOf } from "./examples.ts";
import { baseText } from "./head-terms.ts";
import { moneyText } from "../tell/money-text.ts";
import { begun, tell } from "./page-words.ts";
import type { Telling } from "./telling.ts";

type Sums = TermsAbout["example"];

/** A case and what it comes to, each as a sentence. */
export type WorkedExample = readonly [told: string, result: string];

/** The boundary cases of a document with their answers in money. */
export function workedExamples(
  policy: CompiledPolicy,
  about: Pick<TermsAbout, "unsaid" | "example">,
  telling: Telling,
): WorkedExample[] {
  const { language } = telling;
  const { boundaries, others } = examplesOf(policy, about.unsaid);
  const sides = boundaries.flatMap(({ before, after }) => [before, after]);
  const names = Object.keys(telling.document.facts);
  const cases = [...merged(sides, names), ...merged(others, names)];
  return apart(
    cases.map((example) => [
      begun(caseText(example, telling), language),
      begun(resultText(policy, example, about.example, telling), language),
    ]),
  );
}

/** None where the document has no amounts. */
export function examplesSection(
  policy: CompiledPolicy,
  about: Pick<TermsAbout, "unsaid" | "example">,
  telling: Telling,
): PageSection[] {
  const { language } = telling;
  const rows = workedExamples(policy, about, telling);
  if (rows.length === 0) return [];
  const amount = moneyText(about.example.amountMinor, about.example.currency, language);
  const blocks: PageBlock[] = [
    { kind: "paragraph", text: tell("examples_note", language, { amount }) },
    {
      kind: "table",
      head: [tell("case", language), tell("result", language)],
      rows,
      figures: [],
    },
    { kind: "paragraph", text: tell("rounding_note", language) },
  ];
  return [{ heading: tell("examples", language), blocks }];
}

/** Cases that are one case are told as one, with all that either of them shows. */
function merged(cases: readonly Example[], names: readonly string[]): Example[] {
  const byFacts = new Map<string, Example>();
  for (const example of cases) {
    const key = JSON.stringify(example.facts);
    const { told = [], heads = [] } = byFacts.get(key) ?? {};
    const tells = new Set([...told, ...example.told]);
    byFacts.set(key, {
      facts: example.facts,
      told: names.filter((name) => tells.has(name)),
      heads: [...new Set([...heads, ...example.heads])].toSorted((one, other) => one - other),
    });
  }
  return [...byFacts.values()];
}

/** Two boundaries can meet in one case, which is told once. */
function apart(rows: readonly WorkedExample[]): WorkedExample[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

/** A case by the facts that a reader must know. */
export function caseText({ facts, told }: Example, { document, language }: Telling): string {
  const texts = told.flatMap((name) => {
    const [fact, input] = [own(document.facts, name), own(facts, name)];
    return fact === undefined || input === undefined ? [] : [inputText(fact, input, language)];
  });
  const between = tell("between_facts", language);
  return texts.length === 0 ? tell("every_case", language) : texts.join(between);
}

function inputText(fact: Fact, input: FactInput, language: Language): string {
  if (input.state === "before_start") return tellValue(fact, input.state, language);
  if (!("value" in input)) return unprovenText(fact.text[language], language);
  const told = tellFact(fact, input.value, language);
  if (told !== null) return told;
  const value = tellValue(fact, input.value, language);
  return tell("value", language, { fact: fact.text[language], value });
}

/** What the heads that a case shows come to, in money. */
export function resultText(
  policy: CompiledPolicy,
  example: Example,
  sums: Sums,
  telling: Telling,
): string {
  const { document, language } = telling;
  const { heads } = decideCase(policy, example.facts);
  const bases = new Set(document.heads.map(({ base }) => base));
  const texts = example.heads.flatMap((index) => {
    const [head, answer] = [document.heads[index], heads[index]];
    if (head === undefined || answer === undefined) return [];
    return [answerText(head, answer, sums, telling, bases.size > 1)];
  });
  return texts.join(tell("semicolon", language));
}

function answerText(
  head: Head,
  { answer, clause }: CaseHead,
  sums: Sums,
  telling: Telling,
  isOneOfSeveral: boolean,
): string {
  const { document, language } = telling;
  const voice = voiceOf(head, document);
  const base = baseText(head, telling);
  const word = isOneOfSeveral ? "result_of" : "result";
  if (clause < 0 && document.kind === "floor") {
    return tell(`${word}_silent`, language, { base });
  }
  if (equal(answer, zero)) {
    const result = tell(`${word}_none_${voice}`, language, { base });
    const why = document.clauses[clause]?.why ?? "";
    const reason =
      head.direction === "pay" ? own(document.reasons, why)?.text[language] : undefined;
    return reason === undefined ? result : tell("result_why", language, { result, reason });
  }
  const money = own(document.bases, head.base);
  const { amountMinor, currency } = (money && firstSum(money)) ?? sums;
  const exact = times(answer, amountMinor);
  const rounded = head.direction === "take" ? roundDown(exact) : roundUp(exact);
  const amount = moneyText(rounded, currency, language);
  return tell(`${word}_${voice}`, language, { base, amount });
}
