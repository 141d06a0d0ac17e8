import type { NeededValue, SeenCondition } from "../decide/decision.ts";
import { isListed } from "../fact-kind.ts";
import type { FactValue } from "../facts.ts";
import { fill } from "../word-table.ts";
import type { Fact, Operator } from "../model.ts";
import { tellBeside, tellConstant, tellValue } from "./tell-value.ts";
import type { Language } from "../texts.ts";
import { type Word, say } from "./words.ts";

type Phrasing = (words: string) => string;

/** The phrase without its brackets, of which only those that hold no value are left out. */
export function shortWords(words: string): string {
  return words.replace(/ ?\([^()]*\)|（[^（）]*）/g, (aside) =>
    /\{v\}/.test(words.replace(aside, "")) ? "" : aside,
  );
}

/** What a condition asks, in the catalogue's own phrases where it has them. */
export function tellNeeded(
  fact: Fact,
  needed: NeededValue,
  language: Language,
  phrased: Phrasing = (words) => words,
): string {
  if ("options" in needed) {
    return needed.options
      .map((option) => tellValue(fact, option, language))
      .join(say("or", language));
  }
  const between = tellBetween(fact, needed.bounds, language);
  if (between !== null) return between;
  return needed.bounds
    .map(({ operator, constant }) => tellBound(fact, operator, constant, language, phrased))
    .join(say("and", language));
}

type Bounds = Extract<NeededValue, { bounds: unknown }>["bounds"];

/** Two bounds on one fact as one condition; null where they are not one from below and above. */
function tellBetween(fact: Fact, bounds: Bounds, language: Language): string | null {
  const low = bounds.find(({ operator }) => isLow(operator));
  const high = bounds.find(({ operator }) => !isLow(operator));
  if (bounds.length !== 2 || low === undefined || high === undefined || isListed(fact)) return null;
  const told = ({ operator, constant }: Bounds[number]): string =>
    say(sideWords[operator], language, { v: tellConstant(fact, constant, language) });
  const values = { fact: fact.text[language], low: told(low), high: told(high) };
  return say("between_bounds", language, values);
}

export const isLow = (operator: Operator): boolean =>
  operator === "at_least" || operator === "more_than";

export const sideWords = {
  at_least: "low_at_least",
  more_than: "low_more_than",
  at_most: "high_at_most",
  less_than: "high_less_than",
} as const satisfies Record<Operator, Word>;

function tellBound(
  fact: Fact,
  operator: Operator,
  constant: string,
  language: Language,
  phrased: Phrasing,
): string {
  if (isListed(fact)) return constant;
  const v = tellConstant(fact, constant, language);
  const phrase = fact.say[operator]?.[language];
  if (phrase !== undefined) return fill(phrased(phrase), { v });
  return say(operator, language, { fact: fact.text[language], v });
}

/** A fact with its value as a sentence; null where the catalogue gives it none. */
export function tellFact(
  fact: Fact,
  value: FactValue,
  language: Language,
  v: string = tellValue(fact, value, language),
): string | null {
  if (isListed(fact) || isState(value)) return v;
  return fact.seen === null ? null : fill(fact.seen[language], { v });
}

/** Whether what was seen is no value, but that there is none. */
const isState = (seen: FactValue): boolean => seen === "unproven" || seen === "before_start";

/** A value in words, with the days that went by where fewer of them were counted. */
export function tellCounted(
  fact: Fact,
  counted: string,
  elapsed: number | undefined,
  language: Language,
): string {
  if (elapsed === undefined) return counted;
  const days = tellValue(fact, elapsed, language);
  return say("counted_shorter", language, { elapsed: days, counted });
}

/** A condition that holds: of several options the one that is there, of a bound what was seen. */
export function tellSeen(fact: Fact, condition: SeenCondition, language: Language): string {
  const phrase = tellNeeded(fact, condition.needed, language, shortWords);
  if (condition.seen === null) return say("condition_unknown", language, { phrase });
  const constants = "bounds" in condition.needed ? condition.needed.bounds : [];
  const texts = constants.map(({ constant }) => constant);
  const counted = tellBeside(fact, condition.seen, texts, language);
  const seen = tellCounted(fact, counted, condition.elapsed, language);
  const says = isListed(fact) || isState(condition.seen);
  return says ? seen : say("condition_seen", language, { phrase, seen });
}
