import type { Phrase } from "../word-table.ts";

/** What a worked example comes to: alone, and where several sums must be told apart. */
export const resultWords = {
  result_refund: ["退还{amount}", "退還{amount}", "we pay back {amount}"],
  result_cash: ["我们承担{amount}", "本公司負擔{amount}", "we pay {amount}"],
  result_take: ["扣除{amount}", "扣除{amount}", "we deduct {amount}"],
  result_voucher: [
    "赠送面值{amount}的抵用券",
    "贈送面額{amount}的抵用券",
    "we give you a voucher worth {amount}",
  ],
  result_points: [
    "赠送价值{amount}的积分",
    "贈送價值{amount}的點數",
    "we give you points worth {amount}",
  ],
  result_owed: ["至少退还{amount}", "至少退還{amount}", "at least {amount} must be paid back"],
  result_allowed: ["最多扣除{amount}", "最多扣除{amount}", "at most {amount} may be deducted"],
  result_silent: ["不作要求", "不作要求", "nothing is demanded"],
  result_none_refund: ["不予退还", "不予退還", "nothing is paid back"],
  result_none_cash: ["我们不承担", "本公司不負擔", "we pay none of it"],
  result_none_owed: ["不要求退还", "不要求退還", "nothing has to be paid back"],
  result_none_allowed: ["不得扣除", "不得扣除", "nothing may be deducted"],
  result_none_take: ["不作扣除", "不予扣除", "nothing is deducted"],
  result_none_voucher: ["不赠送抵用券", "不贈送抵用券", "there is no voucher"],
  result_none_points: ["不赠送积分", "不贈送點數", "there are no points"],
  result_of_refund: ["退还{base}{amount}", "退還{base}{amount}", "we pay back {base}: {amount}"],
  result_of_cash: ["我们承担{base}{amount}", "本公司負擔{base}{amount}", "we pay {base}: {amount}"],
  result_of_take: ["扣除{base}{amount}", "扣除{base}{amount}", "we deduct {base}: {amount}"],
  result_of_voucher: [
    "赠送面值{amount}的抵用券（{base}）",
    "贈送面額{amount}的抵用券（{base}）",
    "we give you a voucher worth {amount} ({base})",
  ],
  result_of_points: [
    "赠送价值{amount}的积分（{base}）",
    "贈送價值{amount}的點數（{base}）",
    "we give you points worth {amount} ({base})",
  ],
  result_of_owed: [
    "至少退还{base}{amount}",
    "至少退還{base}{amount}",
    "at least {amount} of {base} must be paid back",
  ],
  result_of_allowed: [
    "最多扣除{base}{amount}",
    "最多扣除{base}{amount}",
    "at most {amount} may be deducted for {base}",
  ],
  result_of_silent: ["对{base}不作要求", "對{base}不作要求", "nothing is demanded for {base}"],
  result_of_none_refund: ["不退还{base}", "不退還{base}", "nothing of {base} is paid back"],
  result_of_none_cash: ["我们不承担{base}", "本公司不負擔{base}", "we do not pay {base}"],
  result_of_none_owed: [
    "不要求退还{base}",
    "不要求退還{base}",
    "nothing of {base} has to be paid back",
  ],
  result_of_none_allowed: [
    "不得扣除{base}",
    "不得扣除{base}",
    "nothing may be deducted for {base}",
  ],
  result_of_none_take: ["不扣除{base}", "不扣除{base}", "{base} is not deducted"],
  result_of_none_voucher: [
    "不赠送抵用券（{base}）",
    "不贈送抵用券（{base}）",
    "there is no voucher ({base})",
  ],
  result_of_none_points: [
    "不赠送积分（{base}）",
    "不贈送點數（{base}）",
    "there are no points ({base})",
  ],
  result_why: ["{result}（{reason}）", "{result}（{reason}）", "{result} ({reason})"],
} as const satisfies Record<string, Phrase>;
