import { equal, roundDown, roundUp, times, zero } from "../../money/index.ts";
import type { PageBlock, PageSection } from "../../page/index.ts";
import type { CaseHead, CompiledPolicy } from "../compile/compiled.ts";
import { decideCase } from "../decide/decide-case.ts";
import { isListed } from "../fact-kind.ts";
import type { FactInput } from "../facts.ts";
import type { Fact, Head } from "../model.ts";
import { own } from "../own.ts";
import { tellValue } from "../tell/tell-value.ts";
import type { Language } from "../texts.ts";
import type { TermsAbout } from "./about.ts";
import { voiceOf } from "./amounts.ts";
import { unprovenText } from "./conditions.ts";
import { type Example, examplesOf } from "./examples.ts";
import { baseText } from "./head-terms.ts";
import { moneyText } from "./money-text.ts";
import { tell } from "./page-words.ts";
import type { Telling } from "./telling.ts";

type Sums = TermsAbout["example"];

/** The boundary cases of a document with their answers in money; none where it has no amounts. */
export function examplesSection(
  policy: CompiledPolicy,
  about: Pick<TermsAbout, "unsaid" | "example">,
  telling: Telling,
): PageSection[] {
  const { language } = telling;
  const { boundaries, others } = examplesOf(policy, about.unsaid);
  const cases = [...boundaries.flatMap(({ before, after }) => [before, after]), ...others];
  if (cases.length === 0) return [];
  const amount = moneyText(about.example.amountMinor, about.example.currency, language);
  const rows = apart(
    cases.map((example) => [
      caseText(example, telling),
      resultText(policy, example, about.example, telling),
    ]),
  );
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

/** Two boundaries can meet in one case, which is told once. */
function apart(rows: readonly (readonly string[])[]): (readonly string[])[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

/** A case by the facts that a reader must know. */
export function caseText({ facts, told }: Example, { document, language }: Telling): string {
  const texts = told.flatMap((name) => {
    const [fact, input] = [own(document.facts, name), own(facts, name)];
    return fact === undefined || input === undefined ? [] : [inputText(fact, input, language)];
  });
  const between = tell("semicolon", language);
  return texts.length === 0 ? tell("every_case", language) : texts.join(between);
}

function inputText(fact: Fact, input: FactInput, language: Language): string {
  if (!("value" in input)) return unprovenText(fact.text[language], language);
  const value = tellValue(fact, input.value, language);
  return isListed(fact) ? value : tell("value", language, { fact: fact.text[language], value });
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
    const result = answerText(head, answer, sums, telling);
    const base = baseText(head, telling);
    return [bases.size === 1 ? result : tell("result_of", language, { base, result })];
  });
  return texts.join(tell("semicolon", language));
}

function answerText(head: Head, { answer, clause }: CaseHead, sums: Sums, telling: Telling) {
  const { document, language } = telling;
  const voice = voiceOf(head, document);
  if (clause < 0 && document.kind === "floor") return tell("result_silent", language);
  if (equal(answer, zero)) {
    const result = tell(`result_none_${voice}`, language);
    const why = document.clauses[clause]?.why ?? "";
    const reason =
      head.direction === "pay" ? own(document.reasons, why)?.text[language] : undefined;
    return reason === undefined ? result : tell("result_why", language, { result, reason });
  }
  const { amountMinor, currency } = own(document.bases, head.base)?.constant ?? sums;
  const exact = times(answer, amountMinor);
  const rounded = head.direction === "take" ? roundDown(exact) : roundUp(exact);
  return tell(`result_${voice}`, language, { amount: moneyText(rounded, currency, language) });
}
