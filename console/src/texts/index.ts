import type { Language } from "../../../src/contract/index.ts";
import { en } from "./en.ts";
import { zhCn } from "./zh-cn.ts";
import type { Texts } from "./zh-cn.ts";
import { zhTw } from "./zh-tw.ts";

export type { Texts };

export const textsOf: Readonly<Record<Language, Texts>> = { "zh-CN": zhCn, "zh-TW": zhTw, en };

/** Fills `{name}` with its value. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}

/** A word that the tables may not know yet is shown as the server wrote it. */
export const wordOf = (words: Readonly<Record<string, string>>, word: string): string =>
  words[word] ?? word;
