import { errorTable } from "./entry.ts";

/** Refusals about gateways, obligations and payouts. */
export const treasuryErrors = errorTable({
  gateway_account_unknown: {
    status: 422,
    title: "Unknown gateway account",
    sentence: {
      "zh-CN": "没有名为 `{account}` 的支付账户；请检查或先添加",
      "zh-TW": "沒有名為 `{account}` 的支付帳戶；請檢查或先新增",
      en: "there is no gateway account `{account}`; check the name or add it first",
    },
  },
  amount_above_captured: {
    status: 409,
    title: "Amount above what was captured",
    sentence: {
      "zh-CN": "应退金额超过该支付项的可退余额；请核对此前的退款",
      "zh-TW": "應退金額超過該支付項的可退餘額；請核對先前的退款",
      en: "more is due than this tender still holds; check the refunds made before",
    },
  },
  payout_state: {
    status: 409,
    title: "Payout is in another state",
    sentence: {
      "zh-CN": "退款处于 `{state}` 状态，不能这样操作；请刷新后再试",
      "zh-TW": "退款處於 `{state}` 狀態，不能這樣操作；請重新整理後再試",
      en: "the payout is `{state}`, so this cannot be done now; refresh and try again",
    },
  },
});
