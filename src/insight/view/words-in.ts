import { fillSentence } from "../../contract/index.ts";
import type { Language, RefusalValues } from "../../contract/index.ts";
import type { Words } from "./figures.ts";

/** Says a text of a table in one language, its names filled. */
export type Say<Name extends string> = (name: Name, values?: RefusalValues) => string;

export const wordsIn =
  <Name extends string>(words: Words<Name>, language: Language): Say<Name> =>
  (name, values = {}) =>
    fillSentence(words[name][language], values);
