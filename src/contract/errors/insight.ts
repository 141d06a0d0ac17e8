import { errorTable } from "./entry.ts";

/** Refusals of reports. */
export const insightErrors = errorTable({
  backtest_impossible: {
    status: 422,
    title: "Nothing to back-test",
    sentence: {
      "zh-CN": "`{policy}` 无法回测：{reason}",
      "zh-TW": "`{policy}` 無法回測：{reason}",
      en: "`{policy}` cannot be back-tested: {reason}",
    },
  },
  fee_without_terms: {
    status: 422,
    title: "Order without metered service",
    sentence: {
      "zh-CN": "订单 `{order}` 没有约定计量服务；请选择套餐订单，或先记录 terms_agreed",
      "zh-TW": "訂單 `{order}` 沒有約定計量服務；請選擇套餐訂單，或先記錄 terms_agreed",
      en: "order `{order}` has no metered service; name one of a package, or record its terms",
    },
  },
  fee_policy_unfit: {
    status: 422,
    title: "Policy without cancellations",
    sentence: {
      "zh-CN": "规则 `{policy}` 不处理取消申请；请选择处理取消的规则",
      "zh-TW": "規則 `{policy}` 不處理取消申請；請選擇處理取消的規則",
      en: "the policy `{policy}` does not answer cancellations; name one that does",
    },
  },
  fee_policy_faulty: {
    status: 422,
    title: "Policy without one answer",
    sentence: {
      "zh-CN": "规则 `{policy}` 在此情形下没有唯一的结果（{names}）；请先证明它",
      "zh-TW": "規則 `{policy}` 在此情形下沒有唯一的結果（{names}）；請先證明它",
      en: "`{policy}` does not have exactly one answer here ({names}); have it proven first",
    },
  },
  fee_needs_facts: {
    status: 422,
    title: "Facts needed for the fee",
    sentence: {
      "zh-CN": "还需要知道 {facts}，才能得出取消时的金额；请在 facts 中给出",
      "zh-TW": "還需要知道 {facts}，才能得出取消時的金額；請在 facts 中提供",
      en: "what a cancellation brings still depends on {facts}; give them as facts",
    },
  },
});
