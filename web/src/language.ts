import { languageOf, languages } from "../../src/contract/index.ts";
import type { Language } from "../../src/contract/index.ts";

/** Each language by its own name, so that its readers find it. */
export const languageNames: Readonly<Record<Language, string>> = {
  "zh-CN": "简体中文",
  "zh-TW": "繁體中文",
  en: "English",
};

export const languageNamed = (text: string | null): Language | undefined =>
  languages.find((language) => language === text);

/** What was chosen before under this name, else what the browser's owner reads. */
export function keptLanguage(name: string): Language {
  const read = languageOf(navigator.languages.join(","));
  try {
    return languageNamed(localStorage.getItem(name)) ?? read;
  } catch {
    return read; // A browser may refuse to keep things.
  }
}

export function keepLanguage(name: string, language: Language): void {
  try {
    localStorage.setItem(name, language);
  } catch {
    // The choice then holds until the page is left.
  }
}
