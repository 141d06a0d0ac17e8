import type { Texts } from "../texts.ts";
import { type Phrase, phraseIn } from "../word-table.ts";

/** What an author is told whose texts cannot be told apart, and what to do. */
const table = {
  same_condition: [
    "条款 {clauses} 的不同条件读起来相同：“{text}”；请在目录或文件中改写其中一个的文字",
    "條款 {clauses} 的不同條件讀起來相同：「{text}」；請在目錄或文件中改寫其中一個的文字",
    "different conditions of clauses {clauses} read the same: “{text}”; change the words of one " +
      "of them in the catalogue or the document",
  ],
  same_name: [
    "{names} 的名称相同：“{text}”；请在目录或文件中改写其中一个的文字",
    "{names} 的名稱相同：「{text}」；請在目錄或文件中改寫其中一個的文字",
    "{names} have the same name: “{text}”; change the words of one of them in the catalogue or " +
      "the document",
  ],
  ambiguous: [
    "条款 {clauses} 的文字可以有不止一种读法：“{text}”；请改写其中所用的短语，使其只有一种读法",
    "條款 {clauses} 的文字可以有不止一種讀法：「{text}」；請改寫其中所用的短語，使其只有一種讀法",
    "the words of clauses {clauses} can be read in more than one way: “{text}”; change the " +
      "phrases in it so that there is one",
  ],
  not_recovered: [
    "无法从文字中还原条款 {clauses}：“{text}”；请改写其中所用的短语",
    "無法從文字中還原條款 {clauses}：「{text}」；請改寫其中所用的短語",
    "clauses {clauses} cannot be read back from their words: “{text}”; change the phrases in it",
  ],
} as const satisfies Record<string, Phrase>;

export type CheckWord = keyof typeof table;

export function checkSentences(word: CheckWord, values: Readonly<Record<string, string>>): Texts {
  const phrase = table[word];
  return {
    "zh-CN": phraseIn(phrase, "zh-CN", values),
    "zh-TW": phraseIn(phrase, "zh-TW", values),
    en: phraseIn(phrase, "en", values),
  };
}
