import { equal, one } from "../../money/index.ts";
import { isListed, mayPrecede } from "../fact-kind.ts";
import { fill } from "../word-table.ts";
import type { Bound, Clause, Condition, Fact, ListedFact, Operand, Operator } from "../model.ts";
import type { OrderedFact, ParameterCondition } from "../model.ts";
import { own } from "../own.ts";
import { shortWords } from "../tell/phrase.ts";
import { tellValue } from "../tell/tell-value.ts";
import type { Language } from "../texts.ts";
import { orText } from "./alternatives.ts";
import { type Separators, enumerated } from "./grammar.ts";
import { isOrAre, wordsOf, write } from "./sentence-words.ts";
import { type Telling, parametersOf, settled } from "./telling.ts";
import { constantKey, constantText } from "./values.ts";

/** One thing that a clause asks: what it is, whatever the words, and how it is said. */
export type Atom = {
  readonly key: string;
  readonly text: string;
  /** Beside other conditions, where alternatives must be seen to belong together. */
  readonly beside: string;
  /** Without what a phrase explains in brackets, for when it was said before. */
  readonly short: string;
  /** The phrase, whatever value is in it. */
  readonly phrase: string;
};

export const operators: readonly Operator[] = ["at_most", "more_than", "less_than", "at_least"];

/** What a clause asks, one bound or one list of options at a time. */
export function atomsOf({ when, parameters }: Clause, telling: Telling): Atom[] {
  const settings = telling.settings === null ? parameters : [];
  return [
    ...settings.map((condition) => settingAtom(condition, telling)),
    ...when.flatMap((condition) => conditionAtoms(condition, telling)),
  ];
}

export function conditionAtoms(condition: Condition, telling: Telling): Atom[] {
  const fact = own(telling.document.facts, condition.fact);
  if (fact === undefined) return [];
  if (condition.kind === "options") {
    const { options, unproven, beforeStart } = condition;
    const texts = [
      ...(isListed(fact)
        ? options.map((option) => optionText(fact, option, telling.language))
        : []),
      ...(unproven ? [unprovenText(fact.text[telling.language], telling.language)] : []),
      ...(beforeStart === true ? beforeStartTexts(fact, telling.language) : []),
    ];
    const states = [...(unproven ? ["?"] : []), ...(beforeStart === true ? ["<"] : [])];
    const key = optionsKey(fact.name, [...options, ...states]);
    return [alternativesAtom(key, texts, telling.language)];
  }
  return isListed(fact) ? [] : condition.bounds.map((bound) => boundAtom(fact, bound, telling));
}

function plainAtom(key: string, text: string): Atom {
  return { key, text, beside: text, short: text, phrase: key };
}

function alternativesAtom(key: string, texts: readonly string[], language: Language): Atom {
  const beside = orText(texts, language, false);
  return { key, text: orText(texts, language, true), beside, short: beside, phrase: key };
}

export function optionsKey(name: string, options: readonly string[]): string {
  return `${name}=${[...options].sort().join(",")}`;
}

function optionText({ options }: ListedFact, name: string, language: Language): string {
  return options.find((option) => option.name === name)?.text[language] ?? name;
}

export function unprovenText(noun: string, language: Language): string {
  const word = noun.startsWith("whether ") ? "unproven_whether" : "unproven";
  return write(word, language, { fact: noun, is: isOrAre(noun) });
}

/** What is said of a count that has not begun; nothing of one that always has. */
export function beforeStartTexts(fact: Fact, language: Language): string[] {
  return mayPrecede(fact) ? [tellValue(fact, "before_start", language)] : [];
}

export function boundKey(fact: string, operator: Operator, operand: string): string {
  return `${fact} ${operator} ${operand}`;
}

/** The bound's words with `{v}` in them; of the whole those without, where there are any. */
export function boundWords(fact: OrderedFact, operator: Operator, language: Language): string {
  const said = fact.say[operator]?.[language];
  if (said !== undefined) return said;
  const noun = fact.text[language];
  return fill(wordsOf(operator, language), { fact: noun, is: isOrAre(noun) });
}

/**
 * A value that stands twice in a phrase is qualified once: the second `{v}` becomes `{w}`, which is
 * the bare value.
 */
export function withOneQualified(words: string): string {
  const first = words.indexOf("{v}") + 3;
  return words.slice(0, first) + words.slice(first).replaceAll("{v}", "{w}");
}

function boundAtom(fact: OrderedFact, { operator, operand }: Bound, telling: Telling): Atom {
  const { language } = telling;
  const given = settled(operand, telling);
  const words = boundWords(fact, operator, language);
  const phrase = `${fact.name} ${operator}`;
  if (given.kind === "parameter") {
    const w = standardText(given.name, fact, telling);
    const values = { v: write("per_order", language, { v: w }), w };
    const [text, short] = [words, shortWords(words)].map((each) =>
      fill(withOneQualified(each), values),
    );
    const key = boundKey(fact.name, operator, `$${given.name}`);
    return { key, text: text ?? "", beside: text ?? "", short: short ?? "", phrase };
  }
  const key = boundKey(fact.name, operator, constantKey(given));
  const whole = isWhole(given) ? fact.sayWhole[operator]?.[language] : undefined;
  if (whole !== undefined) return plainAtom(key, whole);
  const v = constantText(fact, given, language);
  const text = fill(words, { v });
  return { key, text, beside: text, short: fill(shortWords(words), { v }), phrase };
}

/** A value as it is said: an order's, or what a parameter is where no order sets it. */
export function valueText(operand: Operand, fact: OrderedFact, telling: Telling): string {
  const given = settled(operand, telling);
  if (given.kind === "parameter") return standardText(given.name, fact, telling);
  return constantText(fact, given, telling.language);
}

/** The value that a parameter has where an order does not set it. */
function standardText(name: string, fact: OrderedFact, { document, language }: Telling): string {
  const parameter = parametersOf(document).find((each) => each.name === name);
  return parameter?.kind === "constant" ? constantText(fact, parameter.default, language) : name;
}

export function isWhole(constant: Operand): boolean {
  return constant.kind === "ratio" && equal(constant.value, one);
}

function settingAtom({ parameter, options }: ParameterCondition, telling: Telling): Atom {
  const texts = options.map((option) => settingText(parameter, option, telling));
  return alternativesAtom(optionsKey(`$${parameter}`, options), texts, telling.language);
}

/** What an order says that has chosen an option of a parameter. */
export function settingText(
  name: string,
  option: string,
  { document, language }: Omit<Telling, "settings">,
): string {
  const parameter = parametersOf(document).find((each) => each.name === name);
  const said = parameter?.kind === "choice" ? own(parameter.say, option) : undefined;
  const called = parameter?.text?.[language] ?? name.replaceAll("_", " ");
  return said?.[language] ?? write("setting", language, { name: called, option });
}

/** Conditions as one sentence asks for them all. What was said before is said shortly. */
export function conditionsText(
  atoms: readonly Atom[],
  language: Language,
  said: Set<string>,
): string {
  const texts = atoms.map(({ text, beside, short, phrase }) => {
    const again = said.has(phrase);
    said.add(phrase);
    return again ? short : atoms.length > 1 ? beside : text;
  });
  const isShort = !/,| or /.test(texts[0] ?? "") && !/ or /.test(texts[1] ?? "");
  return enumerated(texts, andSeparators(isShort ? "short_and" : "last_and", language));
}

export function andSeparators(two: "short_and" | "last_and", language: Language): Separators {
  return {
    two: wordsOf(two, language),
    between: wordsOf("and", language),
    last: wordsOf("last_and", language),
  };
}
