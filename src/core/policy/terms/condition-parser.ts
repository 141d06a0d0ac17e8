import { isListed } from "../fact-kind.ts";
import { fill } from "../word-table.ts";
import type { Fact, Operator, OrderedFact } from "../model.ts";
import { shortWords } from "../tell/phrase.ts";
import { orParser } from "./alternatives.ts";
import { andSeparators, boundKey, boundWords, operators, optionsKey } from "./conditions.ts";
import { beforeStartTexts, settingText, unprovenText, withOneQualified } from "./conditions.ts";
import { type Parser, either, enumeration, literal, mapped, template } from "./grammar.ts";
import { wordsOf } from "./sentence-words.ts";
import { type Telling, parametersOf } from "./telling.ts";
import { constantText, valueParser } from "./values.ts";

/** Reads what a sentence asks for, each thing once, and gives the keys in the order of names. */
export function conditionsParser(telling: Telling): Parser<readonly string[]> {
  const atom = conditionParser(telling);
  const conditions = (["last_and", "short_and"] as const).map((two) =>
    enumeration(atom, andSeparators(two, telling.language)),
  );
  return mapped(either(conditions), (keys) => (asksOnce(keys) ? [...keys].sort() : null));
}

/** Two lists about one thing would be one list that was read amiss. */
function asksOnce(keys: readonly string[]): boolean {
  const listed = keys.flatMap((key) => (key.includes("=") ? [key.replace(/=.*/, "")] : []));
  return new Set(listed).size === listed.length;
}

/** Reads one condition in the words of the document's facts. */
function conditionParser(telling: Telling): Parser<string> {
  const facts = Object.values(telling.document.facts);
  return either([
    ...facts.map((fact) => optionsParser(fact, telling)),
    ...facts.flatMap((fact) => (isListed(fact) ? [] : [boundsParser(fact, telling)])),
    ...settingParsers(telling),
  ]);
}

/** Options, and what is not proven or has not begun, of which an ordered fact has no more. */
function optionsParser(fact: Fact, { language }: Telling): Parser<string> {
  const unproven = { text: unprovenText(fact.text[language], language), value: "?" };
  const options = isListed(fact)
    ? fact.options.map(({ name, text }) => ({ text: text[language], value: name }))
    : [];
  const unbegun = beforeStartTexts(fact, language).map((text) => ({ text, value: "<" }));
  const list = orParser([...options, unproven, ...unbegun], language);
  return mapped(list, (names) => optionsKey(fact.name, names));
}

function boundsParser(fact: OrderedFact, telling: Telling): Parser<string> {
  const { language } = telling;
  return either(
    operators.flatMap((operator) => {
      const whole = fact.sayWhole[operator]?.[language];
      const said =
        whole === undefined ? [] : [literal(whole, boundKey(fact.name, operator, "1/1"))];
      return [...said, boundParser(fact, operator, telling), perOrder(fact, operator, telling)];
    }),
  );
}

function boundParser(fact: OrderedFact, operator: Operator, { language }: Telling): Parser<string> {
  const v = valueParser(fact, language);
  const parser = either(phrasesOf(fact, operator, language).map((words) => template(words, { v })));
  return mapped(parser, (filled) => {
    const value = filled["v"];
    return value === undefined ? null : boundKey(fact.name, operator, value);
  });
}

/** As it is said at first, and as it is said again. */
function phrasesOf(
  fact: OrderedFact,
  operator: Operator,
  language: Telling["language"],
): readonly string[] {
  const words = boundWords(fact, operator, language);
  return [...new Set([words, shortWords(words)])];
}

/** A value that orders may set otherwise: known by the parameter's default. */
function perOrder(fact: OrderedFact, operator: Operator, telling: Telling): Parser<string> {
  const { document, language, settings } = telling;
  if (settings !== null) return () => [];
  const parsers = parametersOf(document).flatMap((parameter): Parser<string>[] => {
    if (parameter.kind !== "constant" || parameter.of !== fact.name) return [];
    const w = constantText(fact, parameter.default, language);
    const v = fill(wordsOf("per_order", language), { v: w });
    const slots = { v: literal(v, v), w: literal(w, w) };
    const phrases = phrasesOf(fact, operator, language).map((words) =>
      template(withOneQualified(words), slots),
    );
    return [mapped(either(phrases), () => boundKey(fact.name, operator, `$${parameter.name}`))];
  });
  return either(parsers);
}

function settingParsers(telling: Telling): Parser<string>[] {
  const { document, language, settings } = telling;
  if (settings !== null) return [];
  return parametersOf(document).flatMap((parameter): Parser<string>[] => {
    if (parameter.kind !== "choice") return [];
    const options = parameter.options.map((option) => ({
      text: settingText(parameter.name, option, { document, language }),
      value: option,
    }));
    const list = orParser(options, language);
    return [mapped(list, (names) => optionsKey(`$${parameter.name}`, names))];
  });
}
