import type { Language, Texts } from "../texts.ts";
import { type Phrase, phraseIn, phraseTexts } from "../word-table.ts";

/** What a proof says to the author, in one sentence each, with what to do about it. */
const table = {
  gap: [
    "款项 `{head}` 在下列情形没有任何条款：{case}。请放宽一个条款，或补写一个条款",
    "款項 `{head}` 在下列情形沒有任何條款：{case}。請放寬一個條款，或補寫一個條款",
    "no clause answers `{head}` in this case: {case}; widen a clause, or add one that covers it",
  ],
  overlap: [
    "款项 `{head}` 在下列情形同时由条款 {clauses} 决定：{case}。请用 over 写明以哪一个为准，或使其条件互不重叠",
    "款項 `{head}` 在下列情形同時由條款 {clauses} 決定：{case}。請用 over 寫明以哪一個為準，或使其條件互不重疊",
    "clauses {clauses} answer `{head}` at once in this case: {case}; say with `over` " +
      "which one holds, " +
      "or make their conditions differ",
  ],
  above_base: [
    "款项 {heads} 在下列情形合计超过基数（分别为 {answers}，条款 {clauses}）：{case}。请降低其中一项",
    "款項 {heads} 在下列情形合計超過基數（分別為 {answers}，條款 {clauses}）：{case}。請降低其中一項",
    "heads {heads} come to more than their base ({answers}, by clauses {clauses}) in " +
      "this case: " +
      "{case}; lower one of them",
  ],
  rises: [
    "规则承诺款项 `{head}` 不随{facts}增加，结果却由 {before}（条款 {first}）升至 {after}（条款 {second}）：" +
      "先是{case}；后是{later}。请修改条款，或收回承诺",
    "規則承諾款項 `{head}` 不隨{facts}增加，結果卻由 {before}（條款 {first}）升至 {after}（條款 {second}）：" +
      "先是{case}；後是{later}。請修改條款，或收回承諾",
    "`{head}` is promised never to rise with {facts}, and rises from {before} (clause " +
      "{first}) to " +
      "{after} (clause {second}): first, {case}; then, {later}; change a clause, or take " +
      "back the promise",
  ],
  falls: [
    "规则承诺款项 `{head}` 不随{facts}减少，结果却由 {before}（条款 {first}）降至 {after}（条款 {second}）：" +
      "先是{case}；后是{later}。请修改条款，或收回承诺",
    "規則承諾款項 `{head}` 不隨{facts}減少，結果卻由 {before}（條款 {first}）降至 {after}（條款 {second}）：" +
      "先是{case}；後是{later}。請修改條款，或收回承諾",
    "`{head}` is promised never to fall with {facts}, and falls from {before} (clause " +
      "{first}) to " +
      "{after} (clause {second}): first, {case}; then, {later}; change a clause, or take " +
      "back the promise",
  ],
  differs: [
    "规则承诺不看{facts}，款项 `{head}` 却对仅此不同的两种情形给出 {before}（条款 {first}）和 {after}（条款 {second}）：" +
      "一是{case}；二是{later}。请从条件中删去它，或收回承诺",
    "規則承諾不看{facts}，款項 `{head}` 卻對僅此不同的兩種情形給出 {before}（條款 {first}）和 {after}（條款 {second}）：" +
      "一是{case}；二是{later}。請從條件中刪去它，或收回承諾",
    "the policy promises to be blind to {facts}, and `{head}` is {before} (clause {first}) and " +
      "{after} (clause {second}) in two cases that differ in nothing else: {case}; and " +
      "{later}; take it " +
      "out of the conditions, or take back the promise",
  ],
  reads_attribute: [
    "规则承诺不看{facts}，条款 {clauses} 却读取它，虽未改变结果。请从条件中删去它，或收回承诺",
    "規則承諾不看{facts}，條款 {clauses} 卻讀取它，雖未改變結果。請從條件中刪去它，或收回承諾",
    "the policy promises to be blind to {facts}, and {clauses} reads it, though no " +
      "answer differs; " +
      "take it out of the conditions, or take back the promise",
  ],
  derived_reads_attribute: [
    "规则承诺不看{facts}，推导事实 `{derived}` 却由它得出。请换用其他事实，或收回承诺",
    "規則承諾不看{facts}，推導事實 `{derived}` 卻由它得出。請換用其他事實，或收回承諾",
    "the policy promises to be blind to {facts}, and the derived fact `{derived}` reads " +
      "it; use " +
      "another fact, or take back the promise",
  ],
  below_floor: [
    "款项 {sum} 为 {before}（{own}），而底线 {floor} 条款 {clause} 要求至少 {after}：{case}。请提高该条款，或补写一个条款",
    "款項 {sum} 為 {before}（{own}），而底線 {floor} 條款 {clause} 要求至少 {after}：{case}。請提高該條款，或補寫一個條款",
    "{sum} is {before} ({own}) where clause {clause} of floor {floor} demands at " +
      "least {after}: " +
      "{case}; raise what the clause gives, or add one",
  ],
  above_floor: [
    "款项 {sum} 扣除 {before}（{own}），而底线 {floor} 条款 {clause} 最多允许 {after}：{case}。请降低该条款",
    "款項 {sum} 扣除 {before}（{own}），而底線 {floor} 條款 {clause} 最多允許 {after}：{case}。請降低該條款",
    "{sum} takes {before} ({own}) where clause {clause} of floor {floor} allows at " +
      "most {after}: " +
      "{case}; lower what the clause takes",
  ],
  not_allowed: [
    "款项 {sum} 扣除 {before}（{own}），而底线 {floor} 条款 {clause} 适用于该情形，且不允许此项扣款：{case}。请在该情形下扣除 0%",
    "款項 {sum} 扣除 {before}（{own}），而底線 {floor} 條款 {clause} 適用於該情形，且不允許此項扣款：{case}。請在該情形下扣除 0%",
    "{sum} takes {before} ({own}) in a case that clause {clause} of floor {floor} " +
      "covers, and " +
      "the floor allows no such deduction: {case}; take 0% there",
  ],
  missing_floor: [
    "规则所依据的底线 `{facts}` 不在手边：请一并提供其文件，或从 floors 中删去",
    "規則所依據的底線 `{facts}` 不在手邊：請一併提供其檔案，或從 floors 中刪去",
    "the floor `{facts}` is not at hand: hand in its file as well, or remove it from `floors`",
  ],
  fact_conflict: [
    "`{facts}` 在规则和底线 {floor} 中含义不同：请为规则自己的事实另取名称",
    "`{facts}` 在規則和底線 {floor} 中含義不同：請為規則自己的事實另取名稱",
    "`{facts}` means one fact in the policy and another in floor {floor}: rename the " +
      "policy's own",
  ],
  not_comparable: [
    "`{fact}` 的 {one} 与 {other} 孰长取决于起算日：请改用同一种单位，或缩小参数的范围",
    "`{fact}` 的 {one} 與 {other} 孰長取決於起算日：請改用同一種單位，或縮小參數的範圍",
    "whether {one} or {other} of `{fact}` is longer depends on the day it begins: use " +
      "the same unit " +
      "for both, or narrow the parameter",
  ],
  too_wide: [
    "规则的情形超过 {count} 个，无法逐一证明，主要因 {facts} 而起：请减少其界限，或把规则拆分",
    "規則的情形超過 {count} 個，無法逐一證明，主要因 {facts} 而起：請減少其界限，或把規則拆分",
    "the policy has more than {count} cells, most of them because of {facts}: use fewer " +
      "constants " +
      "there, or split the policy",
  ],
  by_clause: ["条款 {clauses}", "條款 {clauses}", "by {clauses}"],
  by_nothing: ["没有条款", "沒有條款", "by no clause"],
  no_clause: ["无", "無", "none"],
  every_case: ["无论事实如何", "無論事實如何", "whatever the facts"],
  setting: ["参数 `{name}` 为 {value}", "參數 `{name}` 為 {value}", "parameter `{name}`: {value}"],
  value: ["{fact}为{value}", "{fact}為{value}", "{fact}: {value}"],
  quoted: ["“{name}”", "「{name}」", "“{name}”"],
  never_happens: ["假定不会发生：{case}", "假定不會發生：{case}", "taken never to happen: {case}"],
  between: ["；", "；", "; "],
  listing: ["、", "、", ", "],
  proven: [
    "{document} 已获证明（情形数：{cells}）",
    "{document} 已獲證明（情形數：{cells}）",
    "{document} is proven (cells: {cells})",
  ],
  not_proven: [
    "{document} 未获证明（情形数：{cells}）",
    "{document} 未獲證明（情形數：{cells}）",
    "{document} is not proven (cells: {cells})",
  ],
  untold: [
    "另有 {count} 处同类问题未列出",
    "另有 {count} 處同類問題未列出",
    "{count} more of the kind are left out",
  ],
  proven_line: ["已证明：{text}", "已證明：{text}", "proven: {text}"],
  note_line: ["说明：{text}", "說明：{text}", "note: {text}"],
  one_answer: [
    "款项 `{heads}` 在每种情形恰有一个结果",
    "款項 `{heads}` 在每種情形恰有一個結果",
    "`{heads}` has exactly one answer in every case",
  ],
  within_base: [
    "款项 {heads} 合计不超过基数",
    "款項 {heads} 合計不超過基數",
    "{heads} together stay within their base",
  ],
  never_rises: [
    "款项 `{heads}` 不随{about}增加",
    "款項 `{heads}` 不隨{about}增加",
    "`{heads}` never rises with {about}",
  ],
  never_falls: [
    "款项 `{heads}` 不随{about}减少",
    "款項 `{heads}` 不隨{about}減少",
    "`{heads}` never falls with {about}",
  ],
  blind_to: ["不看{about}", "不看{about}", "blind to {about}"],
  floor: [
    "款项 {heads} 不低于底线 {about}",
    "款項 {heads} 不低於底線 {about}",
    "{heads} keeps floor {about}",
  ],
  unverified_floor: [
    "底线 {about} 未经核实：编写时手边没有法律原文",
    "底線 {about} 未經核實：編寫時手邊沒有法律原文",
    "floor {about} is unverified: the text of the law was not at hand",
  ],
  floor_elsewhere: [
    "底线 {about} 针对其他申请或其他顾客，与本规则的结果无关",
    "底線 {about} 針對其他申請或其他顧客，與本規則的結果無關",
    "floor {about} speaks of other claims or other customers: it demands nothing here",
  ],
  blind_scope: [
    "“不看”只及于{about}本身；与之相伴的其他事实不在其内",
    "「不看」只及於{about}本身；與之相伴的其他事實不在其內",
    "blindness covers {about} themselves, not other facts that go along with them",
  ],
} as const satisfies Record<string, Phrase>;

export type ProofWord = keyof typeof table;
export const proofWords = Object.keys(table) as readonly ProofWord[];

export function proofTexts(word: ProofWord): Texts {
  return phraseTexts(table[word]);
}

export function sayProof(
  word: ProofWord,
  language: Language,
  values: Readonly<Record<string, string>> = {},
): string {
  return phraseIn(table[word], language, values);
}
