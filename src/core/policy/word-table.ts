import type { Language, Texts } from "./texts.ts";

/** A phrase as tables of words write it: zh-CN, zh-TW, en. Values stand in braces. */
export type Phrase = readonly [simplified: string, traditional: string, english: string];

export function phraseTexts([simplified, traditional, english]: Phrase): Texts {
  return { "zh-CN": simplified, "zh-TW": traditional, en: english };
}

/** A phrase in one language, filled. */
export function phraseIn(
  phrase: Phrase,
  language: Language,
  values: Readonly<Record<string, string>> = {},
): string {
  return fill(phraseTexts(phrase)[language], values);
}

/** Fills `{name}` from the values; a name without a value stays, so that it is seen in a test. */
export function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (found, name: string) => values[name] ?? found);
}
