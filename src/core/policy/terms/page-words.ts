import type { Language } from "../texts.ts";
import { phraseIn } from "../word-table.ts";
import { conditionWords } from "./words-of-conditions.ts";
import { dutyWords } from "./words-of-duties.ts";
import { proofWords } from "./words-of-proof.ts";
import { resultWords } from "./words-of-results.ts";

const table = { ...conditionWords, ...resultWords, ...dutyWords, ...proofWords };

export type PageWord = keyof typeof table;
export const pageWords = Object.keys(table) as readonly PageWord[];

export function tell(
  word: PageWord,
  language: Language,
  values: Readonly<Record<string, string>> = {},
): string {
  return phraseIn(table[word], language, values);
}

/** A word of the table by its name, else what `name` says by itself: `exam_result`, exam result. */
export function tellName(prefix: "kind" | "proof", name: string, language: Language): string {
  const word = pageWords.find((each) => each === `${prefix}_${name}`);
  return word === undefined ? name.replaceAll("_", " ") : tell(word, language);
}

/** A text as the beginning of a sentence. */
export function begun(text: string, language: Language): string {
  return language === "en" ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
