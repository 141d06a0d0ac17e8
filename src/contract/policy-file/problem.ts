import { problemsMax } from "../../core/index.ts";
import type { Position, SyntaxNode } from "../../core/index.ts";
import type { Texts } from "../language.ts";

/**
 * A fault of the file itself, before any word of it has a meaning: where it is, and what to do,
 * one lower-case line per language.
 */
export type FileProblem = {
  readonly code: FileProblemCode;
  readonly at: Position;
  readonly say: Texts;
  /** How many faults this one stands for, where it is more than itself. */
  readonly count?: number;
};

export type FileProblemCode =
  | "too_large"
  | "too_deep"
  | "unreadable_character"
  | "empty"
  | "not_yaml"
  | "tab_indent"
  | "several_documents"
  | "duplicate_key"
  | "key_not_plain"
  | "key_too_long"
  | "anchor"
  | "tag"
  | "more_faults";

export type TreeResult =
  | { readonly ok: true; readonly tree: SyntaxNode }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

export function fileProblem(code: FileProblemCode, at: Position, found = ""): FileProblem {
  return { code, at, say: sentences[code](found) };
}

/** As many as an author mends before the next attempt, and how many more there are. */
export function firstOf(problems: readonly FileProblem[]): readonly FileProblem[] {
  const told = problems.slice(0, problemsMax);
  const more = problems.length - told.length;
  const last = told.at(-1);
  if (more === 0 || !last) return told;
  return [...told, { ...fileProblem("more_faults", last.at, String(more)), count: more }];
}

const sentences: Readonly<Record<FileProblemCode, (found: string) => Texts>> = {
  too_large: (found) => ({
    "zh-CN": `文件有 \`${found}\` 字节，上限为 1 MB；请拆分规则`,
    "zh-TW": `檔案有 \`${found}\` 位元組，上限為 1 MB；請拆分規則`,
    en: `the file has \`${found}\` bytes and 1 MB is the limit; split it into several policies`,
  }),
  too_deep: (found) => ({
    "zh-CN": `嵌套超过 \`${found}\` 层；规则文件不需要这么深，请展平`,
    "zh-TW": `巢狀超過 \`${found}\` 層；規則檔案不需要這麼深，請攤平`,
    en: `nested deeper than \`${found}\` levels; no policy needs that, so write it flatter`,
  }),
  unreadable_character: (found) => ({
    "zh-CN": `此处的字符 \`${found}\` 无法阅读；请删除它，并以 UTF-8 和普通换行保存文件`,
    "zh-TW": `此處的字元 \`${found}\` 無法閱讀；請刪除它，並以 UTF-8 和一般換行儲存檔案`,
    en: `the character \`${found}\` here cannot be read; remove it, and save the file as UTF-8`,
  }),
  empty: () => ({
    "zh-CN": "文件为空；请以 `makegood: policy/1` 开头",
    "zh-TW": "檔案是空的；請以 `makegood: policy/1` 開頭",
    en: "the file is empty; begin it with `makegood: policy/1`",
  }),
  not_yaml: (found) => ({
    "zh-CN": `此处不是有效的 YAML（${found}）；请检查缩进、引号和括号`,
    "zh-TW": `此處不是有效的 YAML（${found}）；請檢查縮排、引號和括號`,
    en: `this is not valid YAML (${found}); check indentation, quotes and brackets`,
  }),
  tab_indent: () => ({
    "zh-CN": "此处用制表符缩进，而 YAML 只认空格；请把全文行首的制表符都换成空格",
    "zh-TW": "此處用定位字元縮排，而 YAML 只認空格；請把全文行首的定位字元都換成空格",
    en: "a tab indents this line, and YAML knows only spaces; use spaces throughout the file",
  }),
  several_documents: () => ({
    "zh-CN": "一个文件只能有一份规则；请删除 `---` 或拆成多个文件",
    "zh-TW": "一個檔案只能有一份規則；請刪除 `---` 或拆成多個檔案",
    en: "one file holds one document; remove the `---` or make several files",
  }),
  duplicate_key: (found) => ({
    "zh-CN": `键 \`${found}\` 在此重复；请改名或删除其中一个`,
    "zh-TW": `鍵 \`${found}\` 在此重複；請改名或刪除其中一個`,
    en: `the key \`${found}\` is here a second time; rename or remove one of them`,
  }),
  key_not_plain: () => ({
    "zh-CN": "键必须是单个词；请把列表或映射移到值的位置",
    "zh-TW": "鍵必須是單一個詞；請把清單或對應移到值的位置",
    en: "a key must be a single word; move the list or map to the value",
  }),
  key_too_long: (found) => ({
    "zh-CN": `键 \`${found}\` 过长；请改用不超过 60 个字符的名称`,
    "zh-TW": `鍵 \`${found}\` 過長；請改用不超過 60 個字元的名稱`,
    en: `the key \`${found}\` is too long; use a name of at most 60 characters`,
  }),
  anchor: (found) => ({
    "zh-CN": `不使用锚点和别名 \`${found}\`；请把内容完整写出`,
    "zh-TW": `不使用錨點和別名 \`${found}\`；請把內容完整寫出`,
    en: `anchors and aliases such as \`${found}\` are not used; write the content out`,
  }),
  tag: (found) => ({
    "zh-CN": `不使用标签 \`${found}\`；请只写值`,
    "zh-TW": `不使用標籤 \`${found}\`；請只寫值`,
    en: `tags such as \`${found}\` are not used; write the value alone`,
  }),
  more_faults: (found) => ({
    "zh-CN": `另有 ${found} 处错误未列出：请先改正以上各处，再重新检查`,
    "zh-TW": `另有 ${found} 處錯誤未列出：請先改正以上各處，再重新檢查`,
    en: `faults that are not listed: ${found}; mend those above first, then check again`,
  }),
};
