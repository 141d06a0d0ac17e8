import type { Language } from "../texts.ts";
import { type Phrase, phraseIn, phraseTexts } from "../word-table.ts";

/** The templates of conditions and answers: texts are written by them and read back by them. */
const table = {
  at_most: ["{fact}不超过{v}", "{fact}不超過{v}", "{fact} {is} at most {v}"],
  more_than: ["{fact}超过{v}", "{fact}超過{v}", "{fact} {is} more than {v}"],
  less_than: ["{fact}不足{v}", "{fact}未滿{v}", "{fact} {is} less than {v}"],
  at_least: ["{fact}达到{v}", "{fact}達到{v}", "{fact} {is} at least {v}"],
  unproven: ["{fact}未得到证明", "{fact}未獲證明", "{fact} {is} not proven"],
  setting: [
    "订单的{name}为“{option}”",
    "訂單的{name}為「{option}」",
    "your order sets {name} to “{option}”",
  ],
  per_order: ["{v}（或按订单约定）", "{v}（或依訂單約定）", "{v} (or as your order says)"],
  unproven_whether: ["{fact}未得到证明", "{fact}未獲證明", "it is not proven {fact}"],
  either: ["{options}", "{options}", "either {options}"],
  or: ["或者", "或", " or "],
  between_options: ["、", "、", ", "],
  last_or: ["或者", "或", ", or "],
  and: ["，", "，", ", "],
  last_and: ["，且", "，且", ", and "],
  short_and: ["，且", "，且", " and "],
  heading: ["{conditions}的：", "{conditions}者：", "If {conditions}:"],
  point: ["{conditions}的，", "{conditions}者，", "If {conditions}, "],
  point_always: ["在任何情况下，", "在任何情況下，", "In every case, "],
  point_as_a_rule: ["一般情况下，", "一般情況下，", "As a rule, "],
  unless: [
    "，但本条{points}另有规定的除外",
    "，但本條{points}另有規定者，不在此限",
    ", unless point {points} applies",
  ],
  points_range: ["{first}至{last}", "{first}至{last}", "{first} to {last}"],
  points: ["、", "、", ", "],
  last_point: ["、", "、", " or "],
  stop: ["。", "。", "."],
  because: ["（{reason}）", "（{reason}）", " ({reason})"],
  left_everywhere: [
    "按以上各项计算没有余额的，不予退还（{reason}）。",
    "依以上各項計算而無餘額者，不予退還（{reason}）。",
    "Where nothing is left by any of these points, nothing is paid back ({reason}).",
  ],
  nothing_left: [
    "；没有余额的，不予退还（{reason}）",
    "；無餘額者，不予退還（{reason}）",
    "; where nothing is left, nothing is paid back ({reason})",
  ],
  nothing_part: [
    "；该比例为零的，不予退还（{reason}）",
    "；該比例為零者，不予退還（{reason}）",
    "; where that share is nothing, nothing is paid back ({reason})",
  ],
  share_of: ["{base}的{share}", "{base}的{share}", "{share} of {base}"],
  less: ["{sum}减去{fact}后的余额", "{sum}減去{fact}後的餘額", "{sum}, less {fact}"],
  capped: ["，最多为{sum}", "，最多為{sum}", ", at most {sum}"],
  rest: ["扣除{fact}后的剩余比例", "扣除{fact}後的剩餘比例", "what remains after {fact}"],
  refund_none: ["不予退还", "不予退還", "nothing is paid back"],
  refund_full: ["我们全额退还{base}", "本公司全額退還{base}", "we pay back {base} in full"],
  refund_sum: ["我们退还{sum}", "本公司退還{sum}", "we pay back {sum}"],
  refund_by: [
    "我们按{measure}退还{sum}",
    "本公司按{measure}退還{sum}",
    "we pay back {sum} in proportion to {measure}",
  ],
  cash_none: ["我们不承担", "本公司不負擔", "we pay none of it"],
  cash_full: ["我们全额承担{base}", "本公司全額負擔{base}", "we pay {base} in full"],
  cash_sum: ["我们承担{sum}", "本公司負擔{sum}", "we pay {sum}"],
  cash_by: [
    "我们按{measure}承担{sum}",
    "本公司按{measure}負擔{sum}",
    "we pay {sum} in proportion to {measure}",
  ],
  take_none: ["我们不作扣除", "本公司不予扣除", "nothing is deducted"],
  take_full: ["我们全额扣除{base}", "本公司全額扣除{base}", "we deduct {base} in full"],
  take_sum: ["我们扣除{sum}", "本公司扣除{sum}", "we deduct {sum}"],
  take_by: [
    "我们按{measure}扣除{sum}",
    "本公司按{measure}扣除{sum}",
    "we deduct {sum} in proportion to {measure}",
  ],
  voucher_none: ["不赠送抵用券", "不贈送抵用券", "there is no voucher"],
  voucher_full: [
    "我们赠送与{base}等额的抵用券",
    "本公司贈送與{base}等額的抵用券",
    "we give you a voucher worth {base}",
  ],
  voucher_sum: [
    "我们赠送抵用券，面值为{sum}",
    "本公司贈送抵用券，面額為{sum}",
    "we give you a voucher worth {sum}",
  ],
  voucher_by: [
    "我们按{measure}赠送抵用券，面值以{sum}计",
    "本公司按{measure}贈送抵用券，面額以{sum}計",
    "we give you a voucher worth {sum} in proportion to {measure}",
  ],
  points_none: ["不赠送积分", "不贈送點數", "there are no points"],
  points_full: [
    "我们赠送与{base}等值的积分",
    "本公司贈送與{base}等值的點數",
    "we give you points worth {base}",
  ],
  points_sum: [
    "我们赠送积分，价值为{sum}",
    "本公司贈送點數，價值為{sum}",
    "we give you points worth {sum}",
  ],
  points_by: [
    "我们按{measure}赠送积分，价值以{sum}计",
    "本公司按{measure}贈送點數，價值以{sum}計",
    "we give you points worth {sum} in proportion to {measure}",
  ],
  owed_none: ["不要求退还", "不要求退還", "nothing has to be paid back"],
  owed_full: [
    "经营者应当全额退还{base}",
    "業者應全額退還{base}",
    "the trader must pay back {base} in full",
  ],
  owed_sum: [
    "经营者至少应当退还{sum}",
    "業者至少應退還{sum}",
    "the trader must pay back at least {sum}",
  ],
  owed_by: [
    "经营者至少应当按{measure}退还{sum}",
    "業者至少應按{measure}退還{sum}",
    "the trader must pay back at least {sum} in proportion to {measure}",
  ],
  allowed_none: ["经营者不得作任何扣除", "業者不得為任何扣除", "the trader may deduct nothing"],
  allowed_full: [
    "经营者扣除的金额不得超过{base}",
    "業者扣除的金額不得超過{base}",
    "the trader may deduct no more than {base}",
  ],
  allowed_sum: [
    "经营者扣除的金额不得超过{sum}",
    "業者扣除的金額不得超過{sum}",
    "the trader may deduct no more than {sum}",
  ],
  allowed_by: [
    "经营者扣除的金额不得超过按{measure}计算的{sum}",
    "業者扣除的金額不得超過按{measure}計算的{sum}",
    "the trader may deduct no more than {sum} in proportion to {measure}",
  ],
  head_refund: ["退还{base}", "退還{base}", "Refund of {base}"],
  head_cash: ["承担{base}", "負擔{base}", "Payment of {base}"],
  head_take: ["扣除{base}", "扣除{base}", "Deduction of {base}"],
  head_voucher: [
    "赠送抵用券（按{base}计算）",
    "贈送抵用券（按{base}計算）",
    "A voucher, measured by {base}",
  ],
  head_points: [
    "赠送积分（按{base}计算）",
    "贈送點數（按{base}計算）",
    "Points, measured by {base}",
  ],
  head_owed: ["退还{base}的最低标准", "退還{base}的最低標準", "The least refund of {base}"],
  head_allowed: [
    "扣除{base}的最高标准",
    "扣除{base}的最高標準",
    "The greatest deduction of {base}",
  ],
  otherwise_take: [
    "其他情形，我们不作扣除。",
    "其他情形，本公司不予扣除。",
    "In every other case nothing is deducted.",
  ],
  otherwise_voucher: [
    "其他情形，不赠送抵用券。",
    "其他情形，不贈送抵用券。",
    "In every other case there is no voucher.",
  ],
  otherwise_points: [
    "其他情形，不赠送积分。",
    "其他情形，不贈送點數。",
    "In every other case there are no points.",
  ],
  only_currencies: [
    "仅适用于以{currencies}计价的订单。",
    "僅適用於以{currencies}計價的訂單。",
    "This applies to orders in {currencies} only.",
  ],
  otherwise_silent: [
    "其他情形，本规则不作要求。",
    "其他情形，本規則不作要求。",
    "In every other case this rule demands nothing.",
  ],
} as const satisfies Record<string, Phrase>;

export type SentenceWord = keyof typeof table;
export const sentenceWords = Object.keys(table) as readonly SentenceWord[];

/** A template with its names still in braces. */
export function wordsOf(word: SentenceWord, language: Language): string {
  return phraseTexts(table[word])[language];
}

export function write(
  word: SentenceWord,
  language: Language,
  values: Readonly<Record<string, string>> = {},
): string {
  return phraseIn(table[word], language, values);
}

/** `are` for what a plural names: the days, the cycles. Heads are told by “the …s”. */
export function isOrAre(noun: string): string {
  return /^the \w*[^s\Wui]s\b/.test(noun) ? "are" : "is";
}
