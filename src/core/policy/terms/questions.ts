import type { CompiledPolicy } from "../compile/compiled.ts";
import type { RuleDocument } from "../model.ts";
import type { Language } from "../texts.ts";
import type { TermsAbout } from "./about.ts";
import type { Question } from "./answers.ts";
import { type Example, type Examples, examplesOf } from "./examples.ts";
import { baseText } from "./head-terms.ts";
import { moneyText } from "../tell/money-text.ts";
import { begun, tell } from "./page-words.ts";
import { caseText, resultText } from "./tell-examples.ts";
import { type Telling, tellingOf } from "./telling.ts";
import { compiledFor } from "./terms-page.ts";

const questionsMax = 3;
const wrongMax = 3;

/**
 * Questions about the boundary cases of a document, the same for the same document: one side of a
 * boundary each, the answer by the evaluator, and for wrong ones what the other side and other
 * clauses give. Fewer than three where the document has fewer cases with answers to choose from.
 * @throws RangeError when a parameter of `about.params` is unknown or out of its range.
 */
export function questionsOf(
  document: RuleDocument,
  about: Pick<TermsAbout, "params" | "unsaid" | "example">,
  language: Language,
): Question[] {
  const telling = tellingOf(document, language, about.params);
  const policy = compiledFor(document, about.params);
  const examples = examplesOf(policy, about.unsaid);
  const asked = casesAsked(examples);
  const questions = asked.flatMap((example) =>
    questionOf(example, examples, policy, about, telling),
  );
  return questions.slice(0, questionsMax).map((question, index) => ({
    ...question,
    id: `q${index + 1}`,
  }));
}

/** Whether every question has its right answer; `answers` are ids of answers by id of question. */
export function answersRight(
  questions: readonly Question[],
  answers: Readonly<Record<string, string>>,
): boolean {
  return questions.every(({ id, right }) => Object.hasOwn(answers, id) && answers[id] === right);
}

/** Sides of boundaries in turn, so that the later is not always the worse; then other cases. */
function casesAsked({ boundaries, others }: Examples): Example[] {
  const sides = boundaries.map(({ before, after }, index) => (index % 2 === 0 ? after : before));
  return [...sides, ...others];
}

function questionOf(
  example: Example,
  { boundaries, others }: Examples,
  policy: CompiledPolicy,
  about: Pick<TermsAbout, "example">,
  telling: Telling,
): Question[] {
  const { document, language } = telling;
  const resultOf = (facts: Example): string =>
    begun(
      resultText(policy, { ...facts, heads: example.heads.slice(0, 1) }, about.example, telling),
      language,
    );
  const right = resultOf(example);
  const pair = boundaries.find(({ before, after }) => before === example || after === example);
  const beside = pair === undefined ? [] : [pair.before, pair.after];
  const all = [...beside, ...boundaries.flatMap(({ before, after }) => [before, after]), ...others];
  const wrong = [...new Set(all.map(resultOf))].filter((text) => text !== right);
  if (wrong.length === 0) return [];
  const texts = [right, ...wrong.slice(0, wrongMax)].toSorted(byText);
  const answers = texts.map((text, index) => ({ id: `a${index + 1}`, text }));
  const head = document.heads[example.heads[0] ?? 0];
  const { amountMinor, currency } = about.example;
  const amount = moneyText(amountMinor, currency, language);
  const told = begun(caseText(example, telling), language);
  const text =
    head === undefined || isConstant(head.base, document)
      ? tell("question_plain", language, { case: told })
      : tell("question", language, {
          ...{ case: told, amount, base: baseText(head, telling) },
        });
  return [{ id: "", text, answers, right: `a${texts.indexOf(right) + 1}` }];
}

function isConstant(base: string, { bases }: RuleDocument): boolean {
  return (bases[base]?.constant ?? null) !== null;
}

/** By code units: no locale may change which answer stands where. */
function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
