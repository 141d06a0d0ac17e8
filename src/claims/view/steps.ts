import type { Language } from "../../contract/index.ts";
import type { Entitlement, TraceStep } from "../../core/index.ts";

interface StepView {
  readonly step: string;
  readonly label: string;
  readonly amountMinor: number;
}

type Labels = Readonly<
  Record<TraceStep["kind"] | "paid" | "owed", Readonly<Record<Language, string>>>
>;

const labels: Labels = {
  paid: { "zh-CN": "实付", "zh-TW": "實付", en: "Paid" },
  unclaimed: { "zh-CN": "未申请或不退部分", "zh-TW": "未申請或不退部分", en: "Not claimed" },
  deduction: { "zh-CN": "按规则扣减", "zh-TW": "依規則扣減", en: "Kept under the policy" },
  rounding: { "zh-CN": "取整（有利于您）", "zh-TW": "取整（有利於您）", en: "Rounding" },
  overlap: { "zh-CN": "重复承诺只计一次", "zh-TW": "重複承諾只計一次", en: "Counted once" },
  reprice: { "zh-CN": "优惠门槛重新计价", "zh-TW": "優惠門檻重新計價", en: "Threshold re-priced" },
  take: { "zh-CN": "应扣款项", "zh-TW": "應扣款項", en: "Taken off" },
  offset: { "zh-CN": "红包抵扣", "zh-TW": "紅包抵扣", en: "Red packet offset" },
  chargeback: { "zh-CN": "银行拒付退回", "zh-TW": "銀行拒付退回", en: "Chargeback" },
  owed: { "zh-CN": "应退合计", "zh-TW": "應退合計", en: "Owed" },
};

/** The waterfall from what was paid to what is owed; the steps between sum to the last one. */
export function stepsOf({ trace }: Entitlement, language: Language): StepView[] {
  const between = trace.steps.map(({ kind, amountMinor }) => step(kind, amountMinor, language));
  return [
    step("paid", trace.paidMinor, language),
    ...between.filter(({ amountMinor }) => amountMinor !== 0),
    step("owed", trace.totalMinor, language),
  ];
}

const step = (kind: keyof Labels, amountMinor: number, language: Language): StepView => ({
  step: kind,
  label: labels[kind][language],
  amountMinor,
});
