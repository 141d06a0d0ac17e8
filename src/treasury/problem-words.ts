import { fillSentence } from "../contract/index.ts";
import type { Language, Texts } from "../contract/index.ts";
import { formatGrouped, isCurrency } from "../core/index.ts";
import type { ProblemKind, ProblemRow } from "./store/problems.ts";

/** What happened and what can be done, for the person who looks at it. */
const sentences: Readonly<Record<ProblemKind, Texts>> = {
  payouts_stopped: {
    "zh-CN": "{sum}已通过其他途径退回，尚未付出的退款已停止；请核对后结案",
    "zh-TW": "{sum}已由其他管道退回，尚未付出的退款已停止；請核對後結案",
    en: "{sum} went back another way, so the refund that was queued is not sent; check and close",
  },
  paid_beyond: {
    "zh-CN": "多退了{sum}且无法撤回；请向客户或支付机构追回，或作损失处理",
    "zh-TW": "多退了{sum}且無法撤回；請向客戶或支付機構追回，或作損失處理",
    en: "{sum} too much went back and cannot be called back; collect it, or write it off",
  },
  debit_differs: {
    "zh-CN": "同一笔扣款先后报为{sum}和{other}，现按前者计算；请向支付机构核实，有误则更正",
    "zh-TW": "同一筆扣款先後報為{sum}和{other}，現按前者計算；請向支付機構核實，有誤則更正",
    en: "a debit was told as {sum}, then as {other}; the first counts: ask the gateway, correct it",
  },
  chargeback_differs: {
    "zh-CN": "同一笔拒付先后报为{sum}和{other}，现按后者计算；请向支付机构核实，有误则更正",
    "zh-TW": "同一筆爭議款先後報為{sum}和{other}，現按後者計算；請向支付機構核實，有誤則更正",
    en: "a chargeback was told as {sum}, then as {other}; the last counts: ask the gateway",
  },
  payment_differs: {
    "zh-CN": "同一笔付款先后报为{sum}和{other}，现按前者计算；请向支付机构核实，有误则更正",
    "zh-TW": "同一筆付款先後報為{sum}和{other}，現按前者計算；請向支付機構核實，有誤則更正",
    en: "one payment was told as {sum}, then as {other}; the first counts: ask the gateway",
  },
};

export function problemSentence(row: ProblemRow, language: Language): string {
  const { kind, unit, units, other_units: other } = row;
  const values = { sum: amountText(units, unit), other: amountText(other ?? 0, unit) };
  return fillSentence(sentences[kind][language], values);
}

const amountText = (units: number, unit: string): string =>
  isCurrency(unit) ? `${formatGrouped(units, unit)} ${unit}` : `${units} ${unit}`;
