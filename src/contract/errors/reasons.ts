import type { Texts } from "../language.ts";

/**
 * Why something that was sent is not as documented: the part of a sentence that differs from fault
 * to fault. `{key}` is where it stands.
 */
export const reasons = {
  missing: {
    "zh-CN": "缺少 `{key}`",
    "zh-TW": "缺少 `{key}`",
    en: "`{key}` is missing",
  },
  key_unknown: {
    "zh-CN": "此处没有 `{key}`；可用：{keys}",
    "zh-TW": "此處沒有 `{key}`；可用：{keys}",
    en: "`{key}` is not known here; there are: {keys}",
  },
  none_of: {
    "zh-CN": "`{key}` 不能是 `{value}`；可取：{words}",
    "zh-TW": "`{key}` 不能是 `{value}`；可取：{words}",
    en: "`{key}` cannot be `{value}`; it must be one of: {words}",
  },
  one_key_of: {
    "zh-CN": "`{key}` 须且仅须填写其中一项：{keys}",
    "zh-TW": "`{key}` 須且僅須填寫其中一項：{keys}",
    en: "`{key}` must have exactly one of: {keys}",
  },
  not_object: {
    "zh-CN": "`{key}` 应为对象",
    "zh-TW": "`{key}` 應為物件",
    en: "`{key}` must be an object",
  },
  not_array: {
    "zh-CN": "`{key}` 应为数组",
    "zh-TW": "`{key}` 應為陣列",
    en: "`{key}` must be a list",
  },
  not_string: {
    "zh-CN": "`{key}` 应为文本（加引号）",
    "zh-TW": "`{key}` 應為文字（加引號）",
    en: "`{key}` must be text, in quotes",
  },
  not_integer: {
    "zh-CN": "`{key}` 应为整数（不加引号）",
    "zh-TW": "`{key}` 應為整數（不加引號）",
    en: "`{key}` must be a whole number, without quotes",
  },
  not_number: {
    "zh-CN": "`{key}` 应为数字（不加引号）",
    "zh-TW": "`{key}` 應為數字（不加引號）",
    en: "`{key}` must be a number, without quotes",
  },
  not_boolean: {
    "zh-CN": "`{key}` 应为 true 或 false",
    "zh-TW": "`{key}` 應為 true 或 false",
    en: "`{key}` must be true or false",
  },
  below: {
    "zh-CN": "`{key}` 不能小于 {least}",
    "zh-TW": "`{key}` 不能小於 {least}",
    en: "`{key}` must be {least} or more",
  },
  above: {
    "zh-CN": "`{key}` 不能大于 {most}",
    "zh-TW": "`{key}` 不能大於 {most}",
    en: "`{key}` must be {most} or less",
  },
  too_short: {
    "zh-CN": "`{key}` 至少 {least} 个字符",
    "zh-TW": "`{key}` 至少 {least} 個字元",
    en: "`{key}` must have {least} characters or more",
  },
  too_long: {
    "zh-CN": "`{key}` 最多 {most} 个字符",
    "zh-TW": "`{key}` 最多 {most} 個字元",
    en: "`{key}` must have {most} characters or fewer",
  },
  too_few: {
    "zh-CN": "`{key}` 至少 {least} 项",
    "zh-TW": "`{key}` 至少 {least} 項",
    en: "`{key}` must have {least} entries or more",
  },
  too_many: {
    "zh-CN": "`{key}` 最多 {most} 项",
    "zh-TW": "`{key}` 最多 {most} 項",
    en: "`{key}` must have {most} entries or fewer",
  },
  twice: {
    "zh-CN": "`{key}` 中有重复的项",
    "zh-TW": "`{key}` 中有重複的項目",
    en: "`{key}` has an entry twice",
  },
  written_otherwise: {
    "zh-CN": "`{key}` 的写法不对；应写成：{example}",
    "zh-TW": "`{key}` 的寫法不對；應寫成：{example}",
    en: "`{key}` is not written as it should be; write it like {example}",
  },
  otherwise: {
    "zh-CN": "`{key}` 不符合文档",
    "zh-TW": "`{key}` 不符合文件",
    en: "`{key}` is not as documented",
  },
} satisfies Record<string, Texts>;
export type ReasonCode = keyof typeof reasons;
