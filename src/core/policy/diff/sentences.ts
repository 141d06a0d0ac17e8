import type { Language, Texts } from "../texts.ts";
import { type Phrase, phraseIn, phraseTexts } from "../word-table.ts";
import { wordsOfChanges } from "./words-of-changes.ts";

/** What a comparison says, in the three languages; values stand in braces. */
const table = {
  ...wordsOfChanges,
  headline: [
    "{before} → {after}：对顾客不利 {losses} 处，有利 {gains} 处，一方没有结果 {unanswered} 处（情形数：{cells}）",
    "{before} → {after}：對顧客不利 {losses} 處，有利 {gains} 處，一方沒有結果 {unanswered} 處（情形數：{cells}）",
    "{before} → {after}: customers lose in {losses} and gain in {gains} regions; in " +
      "{unanswered}, one of the two has no answer (cells: {cells})",
  ],
  lose: ["对顾客不利：{head}", "對顧客不利：{head}", "customers lose: {head}"],
  gain: ["对顾客有利：{head}", "對顧客有利：{head}", "customers gain: {head}"],
  unanswered: [
    "一方没有结果：{head}",
    "一方沒有結果：{head}",
    "one of the two has no answer: {head}",
  ],
  same: [
    "金额相同，依据不同：{head}",
    "金額相同，依據不同：{head}",
    "same money, another reason: {head}",
  ],
  head_pay: ["退还{base}", "退還{base}", "repayment of {base}"],
  head_take: ["扣除{base}", "扣除{base}", "deduction of {base}"],
  head_voucher: ["按{base}赠予抵用券", "按{base}贈予抵用券", "a voucher by {base}"],
  head_points: ["按{base}赠予积分", "按{base}贈予點數", "points by {base}"],
  when: ["情形", "情形", "when"],
  before: ["原为", "原為", "before"],
  after: ["改为", "改為", "after"],
  difference: ["差额", "差額", "difference"],
  least: ["最小", "最小", "least"],
  most: ["最大", "最大", "most"],
  example: ["例如", "例如", "for example"],
  every_case: ["任何情形", "任何情形", "in every case"],
  between: ["；", "；", "; "],
  listing: ["、", "、", ", "],
  option_or: ["或", "或", " or "],
  begun: ["{fact}已开始计算", "{fact}已開始計算", "{fact} has begun to count"],
  proven: ["{fact}已得到证明", "{fact}已獲證明", "{fact} is proven"],
  parameter: [
    "参数 `{name}` 为{options}",
    "參數 `{name}` 為{options}",
    "parameter `{name}` is {options}",
  ],
  parameter_value: ["参数 `{name}`", "參數 `{name}`", "parameter `{name}`"],
  parameter_days: ["`{name}` 日", "`{name}` 天", "`{name}` days"],
  only_more: [
    "且按改后的算式得数更大",
    "且按改後的算式得數更大",
    "as far as the formula after comes to more than the one before",
  ],
  only_less: [
    "且按改后的算式得数更小",
    "且按改後的算式得數更小",
    "as far as the formula after comes to less than the one before",
  ],
  less: [
    "{rate} − {fact}（不低于 0%）",
    "{rate} − {fact}（不低於 0%）",
    "{rate} − {fact} (never below 0%)",
  ],
  unused: ["{rate} ×（1 − {fact}）", "{rate} ×（1 − {fact}）", "{rate} × (1 − {fact})"],
  part: ["{rate} × {fact}", "{rate} × {fact}", "{rate} × {fact}"],
  by_clause: [
    "{answer}（条款 {clauses}）",
    "{answer}（條款 {clauses}）",
    "{answer} (clause {clauses})",
  ],
  by_clauses: [
    "{answer}（条款 {clauses}）",
    "{answer}（條款 {clauses}）",
    "{answer} (clauses {clauses})",
  ],
  of_document: ["{document}：{answer}", "{document}：{answer}", "{document}: {answer}"],
  largest_of: [
    "下列各项中最高者：{answers}",
    "下列各項中最高者：{answers}",
    "the largest of: {answers}",
  ],
  smallest_of: [
    "下列各项中最低者：{answers}",
    "下列各項中最低者：{answers}",
    "the smallest of: {answers}",
  ],
  silent: ["不给付", "不給付", "nothing is given"],
  no_head: [
    "未提及此项，即不给付",
    "未提及此項，即不給付",
    "nothing: the document does not speak of it",
  ],
  gap: ["没有任何条款", "沒有任何條款", "no clause answers"],
  overlap: [
    "条款 {clauses} 同时适用",
    "條款 {clauses} 同時適用",
    "clauses {clauses} answer at once",
  ],
  refused: [
    "假定不会发生（{clauses}）",
    "假定不會發生（{clauses}）",
    "taken never to happen ({clauses})",
  ],
  range_less: [
    "以{amount}计，少{least}至{most}",
    "以{amount}計，少{least}至{most}",
    "of {amount}: {least} to {most} less",
  ],
  range_more: [
    "以{amount}计，多{least}至{most}",
    "以{amount}計，多{least}至{most}",
    "of {amount}: {least} to {most} more",
  ],
  one_less: ["以{amount}计，少{most}", "以{amount}計，少{most}", "of {amount}: {most} less"],
  one_more: ["以{amount}计，多{most}", "以{amount}計，多{most}", "of {amount}: {most} more"],
  up_to_less: [
    "以{amount}计，最多少{most}",
    "以{amount}計，最多少{most}",
    "of {amount}: up to {most} less",
  ],
  up_to_more: [
    "以{amount}计，最多多{most}",
    "以{amount}計，最多多{most}",
    "of {amount}: up to {most} more",
  ],
  almost: ["近{money}", "近{money}", "almost {money}"],
  case: ["{case}——{before} → {after}", "{case}——{before} → {after}", "{case} — {before} → {after}"],
  case_money: ["{share}（{money}）", "{share}（{money}）", "{share} ({money})"],
  no_answer: ["没有结果", "沒有結果", "no answer"],
  reason: ["{answer}，理由：{why}", "{answer}，理由：{why}", "{answer}, the reason: {why}"],
  losses_title: ["对顾客不利的情形", "對顧客不利的情形", "Where customers lose"],
  gains_title: ["对顾客有利的情形", "對顧客有利的情形", "Where customers gain"],
  unanswered_title: [
    "一方没有结果的情形",
    "一方沒有結果的情形",
    "Where one of the two has no answer",
  ],
  nothing_differs: [
    "在任何情形下，金额均相同",
    "在任何情形下，金額均相同",
    "the money is the same in every case",
  ],
  words_title: ["金额相同，表述不同", "金額相同，表述不同", "Same money, other words"],
  net_title: [
    "连同 {documents} 一并适用时",
    "連同 {documents} 一併適用時",
    "Where {documents} bind as well",
  ],
  net_nothing: [
    "连同 {documents} 一并适用时，金额在任何情形下均相同",
    "連同 {documents} 一併適用時，金額在任何情形下均相同",
    "where {documents} bind as well, the money is the same in every case",
  ],
  page_title: ["规则对比", "規則對照", "Two documents compared"],
  combined: [
    "{policies} 一并适用时，顾客所得可多于其中任何一份规则",
    "{policies} 一併適用時，顧客所得可多於其中任何一份規則",
    "where {policies} bind together, customers can get more than from any one of them",
  ],
  nothing_combined: [
    "{policies} 一并适用时，顾客所得不会多于其中最有利的一份规则",
    "{policies} 一併適用時，顧客所得不會多於其中最有利的一份規則",
    "where {policies} bind together, customers get no more than from the best one of them",
  ],
  combined_region: [
    "一并适用时合计{money}",
    "一併適用時合計{money}",
    "together they come to {money}",
  ],
  combined_best: [
    "取 {share}（{answers}）",
    "取 {share}（{answers}）",
    "{share} holds ({answers})",
  ],
  alone: ["单独适用时", "單獨適用時", "alone"],
  other_claims: [
    "两份文件答复的申请不同（{one}；{other}），不会同时约束同一申请：请对比答复同类申请的文件",
    "兩份文件答覆的申請不同（{one}；{other}），不會同時約束同一申請：請對照答覆同類申請的文件",
    "the two answer different claims ({one}; {other}) and never bind the same one: compare " +
      "documents that answer the same kind",
  ],
  never_together: [
    "{one} 与 {other} 的申请类型或顾客不同，不会一并适用：请只列出一并适用的文件",
    "{one} 與 {other} 的申請類型或顧客不同，不會一併適用：請只列出一併適用的文件",
    "{one} and {other} have no kind of claim or no audience in common and never bind together: " +
      "name documents that do",
  ],
  fact_conflict: [
    "`{one}` 在 {other} 和 {third} 中含义不同：请在其中一份文件中另取名称",
    "`{one}` 在 {other} 和 {third} 中含義不同：請在其中一份文件中另取名稱",
    "`{one}` means one fact in {other} and another in {third}: rename it in one of them",
  ],
  not_comparable: [
    "`{one}` 的 {other} 与 {third} 孰长取决于起算日：请改用同一种单位",
    "`{one}` 的 {other} 與 {third} 孰長取決於起算日：請改用同一種單位",
    "whether {other} or {third} of `{one}` is longer depends on the day it begins: use the same " +
      "unit for both",
  ],
  bad_parameter: ["{one}：{other}", "{one}：{other}", "{one}: {other}"],
  too_wide: [
    "情形超过 {one} 个，无法逐一对比，主要因 {facts} 而起：请给定参数的值，或减少界限",
    "情形超過 {one} 個，無法逐一對照，主要因 {facts} 而起：請給定參數的值，或減少界限",
    "more than {one} cells, most of them because of {facts}: give values of parameters, or " +
      "compare documents with fewer constants",
  ],
} as const satisfies Record<string, Phrase>;

export type DiffWord = keyof typeof table;
export const diffWords = Object.keys(table) as readonly DiffWord[];

export function diffTexts(word: DiffWord): Texts {
  return phraseTexts(table[word]);
}

export function sayDiff(
  word: DiffWord,
  language: Language,
  values: Readonly<Record<string, string>> = {},
): string {
  return phraseIn(table[word], language, values);
}
