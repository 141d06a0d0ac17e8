import { en } from "./en.ts";
import { zhCn } from "./zh-cn.ts";
import { zhTw } from "./zh-tw.ts";

export type { WebTexts } from "./zh-cn.ts";

/** Each application spreads these into a table of its own. */
export const webTexts = { "zh-CN": zhCn, "zh-TW": zhTw, en };
