import type { Language, Texts } from "../texts.ts";
import { type Phrase, phraseIn, phraseTexts } from "../word-table.ts";

/** The words with which a decision is told; values stand in braces. */
const table = {
  answer_pay: [
    "我们退还{base}{amount}中的{sum}。",
    "本公司退還{base}{amount}中的{sum}。",
    "We pay back {sum} of {base} ({amount}).",
  ],
  answer_pay_share: [
    "我们退还{base}{amount}的{share}，即{sum}。",
    "本公司退還{base}{amount}的{share}，即{sum}。",
    "We pay back {share} of {base} ({amount}), which is {sum}.",
  ],
  answer_pay_all: [
    "我们全额退还{base}{amount}。",
    "本公司全額退還{base}{amount}。",
    "We pay back {base} in full ({amount}).",
  ],
  answer_pay_nothing: [
    "{base}{amount}不予退还。",
    "{base}{amount}不予退還。",
    "We pay back nothing of {base} ({amount}).",
  ],
  answer_cash: [
    "我们承担{base}{amount}中的{sum}。",
    "本公司負擔{base}{amount}中的{sum}。",
    "We pay {sum} of {base} ({amount}).",
  ],
  answer_cash_share: [
    "我们承担{base}{amount}的{share}，即{sum}。",
    "本公司負擔{base}{amount}的{share}，即{sum}。",
    "We pay {share} of {base} ({amount}), which is {sum}.",
  ],
  answer_cash_all: [
    "我们全额承担{base}{amount}。",
    "本公司全額負擔{base}{amount}。",
    "We pay {base} in full ({amount}).",
  ],
  answer_cash_nothing: [
    "{base}{amount}不由我们承担。",
    "{base}{amount}不由本公司負擔。",
    "We pay nothing of {base} ({amount}).",
  ],
  answer_none: [
    "该订单没有{base}，因此没有可退的金额。",
    "該訂單沒有{base}，因此沒有可退的金額。",
    "This order has no {base}, so there is nothing to pay back.",
  ],
  answer_zero: [
    "{base}为{amount}，因此没有可退的金额。",
    "{base}為{amount}，因此沒有可退的金額。",
    "There is nothing to pay back: {base} is {amount}.",
  ],
  answer_before: [
    "按规则可退的{sum}（{base}）此前已经退还或另行处理，本次没有可退的金额。",
    "依規則可退的{sum}（{base}）先前已經退還或另行處理，本次沒有可退的金額。",
    "The {sum} due under the rules for {base} went back before or by another way; nothing more " +
      "is due now.",
  ],
  answer_take: [
    "我们扣除{base}{amount}中的{sum}。",
    "本公司扣除{base}{amount}中的{sum}。",
    "We deduct {sum} of {base} ({amount}).",
  ],
  answer_take_share: [
    "我们扣除{base}{amount}的{share}，即{sum}。",
    "本公司扣除{base}{amount}的{share}，即{sum}。",
    "We deduct {share} of {base} ({amount}), which is {sum}.",
  ],
  answer_take_all: [
    "我们全额扣除{base}{amount}。",
    "本公司全額扣除{base}{amount}。",
    "We deduct {base} in full ({amount}).",
  ],
  answer_voucher: [
    "我们向您发放面值{sum}的抵用券。",
    "本公司向您發放面額{sum}的抵用券。",
    "We give you a voucher worth {sum}.",
  ],
  answer_voucher_share: [
    "我们向您发放面值{sum}的抵用券（{base}{amount}的{share}）。",
    "本公司向您發放面額{sum}的抵用券（{base}{amount}的{share}）。",
    "We give you a voucher worth {sum}, which is {share} of {base} ({amount}).",
  ],
  answer_voucher_chosen: [
    "按您的选择，我们向您发放面值{sum}的抵用券，不再退还{base}{amount}。",
    "依您的選擇，本公司向您發放面額{sum}的抵用券，不再退還{base}{amount}。",
    "As you chose, we give you a voucher worth {sum} in place of {base} ({amount}).",
  ],
  answer_points: [
    "我们向您赠送价值{sum}的积分。",
    "本公司向您贈送價值{sum}的點數。",
    "We give you points worth {sum}.",
  ],
  answer_points_share: [
    "我们向您赠送价值{sum}的积分（{base}{amount}的{share}）。",
    "本公司向您贈送價值{sum}的點數（{base}{amount}的{share}）。",
    "We give you points worth {sum}, which is {share} of {base} ({amount}).",
  ],
  answer_points_chosen: [
    "按您的选择，我们向您赠送价值{sum}的积分，不再退还{base}{amount}。",
    "依您的選擇，本公司向您贈送價值{sum}的點數，不再退還{base}{amount}。",
    "As you chose, we give you points worth {sum} in place of {base} ({amount}).",
  ],
  because: [
    "依据{place}：{conditions}。",
    "依據{place}：{conditions}。",
    "This follows from {place}: {conditions}.",
  ],
  because_always: [
    "依据{place}，任何情况下均如此办理。",
    "依據{place}，任何情況下均如此辦理。",
    "This follows from {place}, which holds in every case.",
  ],
  share_because: [
    "其中{sum}依据{place}：{conditions}。",
    "其中{sum}依據{place}：{conditions}。",
    "Of this, {sum} follows from {place}: {conditions}.",
  ],
  share_because_always: [
    "其中{sum}依据{place}，任何情况下均如此办理。",
    "其中{sum}依據{place}，任何情況下均如此辦理。",
    "Of this, {sum} follows from {place}, which holds in every case.",
  ],
  place: ["《{document}》", "《{document}》", "“{document}”"],
  place_point: ["《{document}》{point}", "《{document}》{point}", "point {point} of “{document}”"],
  place_section: [
    "《{document}》“{section}”{point}",
    "《{document}》「{section}」{point}",
    "point {point} of “{section}” in “{document}”",
  ],
  condition_seen: [
    "{phrase}（实际为{seen}）",
    "{phrase}（實際為{seen}）",
    "{phrase} (here: {seen})",
  ],
  counted_shorter: [
    "{elapsed}，期末的休息日不计入，按{counted}计",
    "{elapsed}，期末的休息日不計入，按{counted}計",
    "{elapsed}, counted as {counted} since days off at the end of a period do not count",
  ],
  condition_unknown: [
    "{phrase}（尚未查明，但不影响结果）",
    "{phrase}（尚未查明，但不影響結果）",
    "{phrase} (not known, and without effect on the result)",
  ],
  sum_whole: ["{base}{amount}", "{base}{amount}", "{base} ({amount})"],
  sum_part: [
    "{base}{amount}的{share}为{sum}",
    "{base}{amount}的{share}為{sum}",
    "{share} of {base} ({amount}) is {sum}",
  ],
  sum_less: [
    "计算：{from}，减去{used}（{fact}），余{result}。",
    "計算：{from}，減去{used}（{fact}），餘{result}。",
    "The sum: {from}; less {used} ({fact}), that leaves {result}.",
  ],
  sum_short: [
    "计算：{from}，减去{used}（{fact}）后没有余额。",
    "計算：{from}，減去{used}（{fact}）後沒有餘額。",
    "The sum: {from}; less {used} ({fact}), nothing is left.",
  ],
  sum_rest: [
    "计算：{from}，减去{used}（{fact}）余{rest}，其{rate}为{result}。",
    "計算：{from}，減去{used}（{fact}）餘{rest}，其{rate}為{result}。",
    "The sum: {from}; less {used} ({fact}), that leaves {rest}, and {rate} of it is {result}.",
  ],
  sum_of_part: ["计算：{fact}；{from}。", "計算：{fact}；{from}。", "The sum: {fact}; {from}."],
  sum_of_part_rate: [
    "计算：{fact}；{from}，其{rate}为{result}。",
    "計算：{fact}；{from}，其{rate}為{result}。",
    "The sum: {fact}; {from}, and {rate} of it is {result}.",
  ],
  fact_is: ["{fact}为{v}", "{fact}為{v}", "{fact} is {v}"],
  rounded: [
    "零头按对您有利的方向取整。",
    "零頭以對您有利的方向取整。",
    "Fractions are rounded in your favour.",
  ],
  capped: ["以{max}为限。", "以{max}為限。", "It is {max} at most."],
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
  nearest_needs: [
    "须符合以下条件，才会退还{base}：{conditions}。",
    "須符合以下條件，才會退還{base}：{conditions}。",
    "{base} would be paid back only on this condition: {conditions}.",
  ],
  nearest_needs_all: [
    "须同时符合以下条件，才会退还{base}：{conditions}。",
    "須同時符合以下條件，才會退還{base}：{conditions}。",
    "{base} would be paid back only where all of this holds: {conditions}.",
  ],
  document_name: ["《{document}》", "《{document}》", "“{document}”"],
  others_nothing: [
    "我们还核对了{documents}，您没有可另外获得的款项。",
    "本公司也核對了{documents}，您沒有可另外取得的款項。",
    "We also checked {documents}; nothing more is due to you under it.",
  ],
  at_most: ["{fact}不超过{v}", "{fact}不超過{v}", "{fact} is at most {v}"],
  more_than: ["{fact}超过{v}", "{fact}超過{v}", "{fact} is more than {v}"],
  less_than: ["{fact}少于{v}", "{fact}少於{v}", "{fact} is less than {v}"],
  at_least: ["{fact}不少于{v}", "{fact}不少於{v}", "{fact} is at least {v}"],
  unproven: ["{fact}未得到证明", "{fact}未獲證明", "{fact} is not proven"],
  between_bounds: ["{fact}{low}、{high}", "{fact}{low}、{high}", "{fact} is {low} but {high}"],
  low_at_least: ["不少于{v}", "不少於{v}", "at least {v}"],
  low_more_than: ["超过{v}", "超過{v}", "more than {v}"],
  high_at_most: ["不超过{v}", "不超過{v}", "at most {v}"],
  high_less_than: ["不足{v}", "未滿{v}", "less than {v}"],
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
  about: ["约{v}", "約{v}", "about {v}"],
  whole_days: ["{n}天", "{n}天", "{n} days"],
  whole_day: ["{n}天", "{n}天", "{n} day"],
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
