import type { Language, Texts } from "../texts.ts";
import { type Phrase, phraseIn, phraseTexts } from "../word-table.ts";

/** The words with which a decision is told; values stand in braces. */
const table = {
  answer_pay: [
    "我们退还{base}（{amount}）的{share}。",
    "本公司退還{base}（{amount}）的{share}。",
    "We pay back {share} of {base} ({amount}).",
  ],
  answer_pay_all: [
    "我们全额退还{base}（{amount}）。",
    "本公司全額退還{base}（{amount}）。",
    "We pay back {base} in full ({amount}).",
  ],
  answer_pay_nothing: [
    "{base}（{amount}）不予退还。",
    "{base}（{amount}）不予退還。",
    "We pay back nothing of {base} ({amount}).",
  ],
  answer_take: [
    "我们扣除{base}（{amount}）的{share}。",
    "本公司扣除{base}（{amount}）的{share}。",
    "We deduct {share} of {base} ({amount}).",
  ],
  answer_take_all: [
    "我们全额扣除{base}（{amount}）。",
    "本公司全額扣除{base}（{amount}）。",
    "We deduct {base} in full ({amount}).",
  ],
  answer_voucher: [
    "我们赠予抵用券，面值为{base}（{amount}）的{share}。",
    "本公司贈予抵用券，面值為{base}（{amount}）的{share}。",
    "We give you a voucher worth {share} of {base} ({amount}).",
  ],
  answer_points: [
    "我们赠予积分，价值为{base}（{amount}）的{share}。",
    "本公司贈予點數，價值為{base}（{amount}）的{share}。",
    "We give you points worth {share} of {base} ({amount}).",
  ],
  because: [
    "依据《{document}》条款 {clause}：{conditions}。",
    "依據《{document}》條款 {clause}：{conditions}。",
    "This follows from clause {clause} of “{document}”: {conditions}.",
  ],
  because_always: [
    "依据《{document}》条款 {clause}，在任何情况下均如此。",
    "依據《{document}》條款 {clause}，在任何情況下均如此。",
    "This follows from clause {clause} of “{document}”, which holds in every case.",
  ],
  share_because: [
    "其中{base}的{share}，依据《{document}》条款 {clause}：{conditions}。",
    "其中{base}的{share}，依據《{document}》條款 {clause}：{conditions}。",
    "Of this, {share} of {base} follows from clause {clause} of “{document}”: {conditions}.",
  ],
  share_because_always: [
    "其中{base}的{share}，依据《{document}》条款 {clause}，在任何情况下均如此。",
    "其中{base}的{share}，依據《{document}》條款 {clause}，在任何情況下均如此。",
    "Of this, {share} of {base} follows from clause {clause} of “{document}”, which holds in " +
      "every case.",
  ],
  condition_seen: [
    "{phrase}（实际为{seen}）",
    "{phrase}（實際為{seen}）",
    "{phrase} (here: {seen})",
  ],
  condition_unknown: [
    "{phrase}（尚未查明，但不影响结果）",
    "{phrase}（尚未查明，但不影響結果）",
    "{phrase} (not known, and without effect on the result)",
  ],
  less: [
    "计算：{fact}为{used}，{rate} − {used} = {result}。",
    "計算：{fact}為{used}，{rate} − {used} = {result}。",
    "The sum: {fact} is {used}, and {rate} − {used} = {result}.",
  ],
  unused: [
    "计算：{fact}为{used}，{rate} ×（1 − {used}）= {result}。",
    "計算：{fact}為{used}，{rate} ×（1 − {used}）= {result}。",
    "The sum: {fact} is {used}, and {rate} × (1 − {used}) = {result}.",
  ],
  part: [
    "计算：{fact}为{used}，{rate} × {used} = {result}。",
    "計算：{fact}為{used}，{rate} × {used} = {result}。",
    "The sum: {fact} is {used}, and {rate} × {used} = {result}.",
  ],
  never_below_nothing: [
    "结果不低于零，因此为 0%。",
    "結果不低於零，因此為 0%。",
    "It never falls below nothing, so it is 0%.",
  ],
  never_above_max: [
    "结果不高于上限，因此为 {max}。",
    "結果不高於上限，因此為 {max}。",
    "It never rises above the maximum, so it is {max}.",
  ],
  why: ["原因：{reason}。", "原因：{reason}。", "The reason: {reason}."],
  nothing_left: [
    "已使用的部分不少于可退的部分，没有余额可退",
    "已使用的部分不少於可退的部分，沒有餘額可退",
    "what was used takes up all that could be paid back",
  ],
  nearest_open: [
    "如能补充证明以下情况，结果会不同：{conditions}。",
    "如能補充證明以下情況，結果會不同：{conditions}。",
    "The result would differ if this could still be shown: {conditions}.",
  ],
  nearest_wish: [
    "如您另作选择，结果会不同：{conditions}。",
    "如您另作選擇，結果會不同：{conditions}。",
    "The result would differ if you chose otherwise: {conditions}.",
  ],
  nearest_fixed: [
    "只有在以下情况下才会退还，而这已无法改变：{conditions}。",
    "只有在以下情況下才會退還，而這已無法改變：{conditions}。",
    "It would be paid back only in this case, which can no longer come about: {conditions}.",
  ],
  document_name: ["《{document}》", "《{document}》", "“{document}”"],
  others_nothing: [
    "我们还核对了以下规则，均不另给付：{documents}。",
    "本公司另核對了以下規則，均不另給付：{documents}。",
    "These rules were considered as well and give nothing more: {documents}.",
  ],
  at_most: ["{fact}不超过{v}", "{fact}不超過{v}", "{fact} is at most {v}"],
  more_than: ["{fact}超过{v}", "{fact}超過{v}", "{fact} is more than {v}"],
  less_than: ["{fact}少于{v}", "{fact}少於{v}", "{fact} is less than {v}"],
  at_least: ["{fact}不少于{v}", "{fact}不少於{v}", "{fact} is at least {v}"],
  unproven: ["{fact}未得到证明", "{fact}未獲證明", "{fact} is not proven"],
  or: ["或", "或", " or "],
  and: ["且", "且", " and "],
  between_conditions: ["；", "；", "; "],
  between_documents: ["、", "、", ", "],
  hours: ["{n}小时", "{n}小時", "{n} hours"],
  hour: ["{n}小时", "{n}小時", "{n} hour"],
  minutes: ["{n}分钟", "{n}分鐘", "{n} minutes"],
  minute: ["{n}分钟", "{n}分鐘", "{n} minute"],
  seconds: ["{n}秒", "{n}秒", "{n} seconds"],
  second: ["{n}秒", "{n}秒", "{n} second"],
  days: ["{n}日", "{n}天", "{n} days"],
  day: ["{n}日", "{n}天", "{n} day"],
  months: ["{n}个月", "{n}個月", "{n} months"],
  month: ["{n}个月", "{n}個月", "{n} month"],
  plus: ["又", "又", " and "],
} as const satisfies Record<string, Phrase>;

export type Word = keyof typeof table;
export const wordCodes = Object.keys(table) as readonly Word[];

export function wordTexts(word: Word): Texts {
  return phraseTexts(table[word]);
}

/** One phrase of the table, filled. */
export function say(
  word: Word,
  language: Language,
  values: Readonly<Record<string, string>> = {},
): string {
  return phraseIn(table[word], language, values);
}
