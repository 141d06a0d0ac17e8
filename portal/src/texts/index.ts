import type { Language } from "../../../src/contract/index.ts";
import { en } from "./en.ts";
import { zhCn } from "./zh-cn.ts";
import type { Texts } from "./zh-cn.ts";
import { zhTw } from "./zh-tw.ts";

export type { Texts };

export const textsOf: Readonly<Record<Language, Texts>> = { "zh-CN": zhCn, "zh-TW": zhTw, en };
