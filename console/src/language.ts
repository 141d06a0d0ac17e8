import { languages } from "../../src/contract/index.ts";
import type { Language } from "../../src/contract/index.ts";

export const languageNames: Readonly<Record<Language, string>> = {
  "zh-CN": "简体中文",
  "zh-TW": "繁體中文",
  en: "English",
};

const kept = "makegood.console.language";
const isLanguage = (text: string | null): text is Language =>
  languages.some((language) => language === text);

/** What was chosen before, else simplified Chinese. A browser may refuse to keep things. */
export function keptLanguage(): Language {
  try {
    const text = localStorage.getItem(kept);
    return isLanguage(text) ? text : "zh-CN";
  } catch {
    return "zh-CN";
  }
}

export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(kept, language);
  } catch {
    // The choice then holds until the page is left.
  }
}
