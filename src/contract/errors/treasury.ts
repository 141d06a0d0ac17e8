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
  money_problem_closed: {
    status: 409,
    title: "Already dealt with",
    sentence: {
      "zh-CN": "该资金问题已处理完毕；请刷新后再试",
      "zh-TW": "該資金問題已處理完畢；請重新整理後再試",
      en: "this matter is closed already; refresh and try again",
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
  obligation_state: {
    status: 409,
    title: "Obligation is in another state",
    sentence: {
      "zh-CN": "应付义务处于 `{state}` 状态，不能这样操作；请刷新后再试",
      "zh-TW": "應付義務處於 `{state}` 狀態，不能這樣操作；請重新整理後再試",
      en: "the obligation is `{state}`, so this cannot be done now; refresh and try again",
    },
  },
  payout_in_doubt: {
    status: 409,
    title: "Payout is in doubt",
    sentence: {
      "zh-CN": "退款处于 `{state}` 状态，可能仍会到账；{from} 起方可改用其他方式支付",
      "zh-TW": "退款處於 `{state}` 狀態，可能仍會入帳；{from} 起方可改用其他方式支付",
      en: "the payout is `{state}` and may yet arrive; another route is open from {from}",
    },
  },
  transfer_stated: {
    status: 409,
    title: "Transfer stated already",
    sentence: {
      "zh-CN": "应付义务 `{what}` 已有一笔待审批的转账；请先审批或驳回",
      "zh-TW": "應付義務 `{what}` 已有一筆待審批的轉帳；請先審批或駁回",
      en: "a transfer is stated for `{what}` already; approve or reject that one first",
    },
  },
  transfer_state: {
    status: 409,
    title: "Transfer is in another state",
    sentence: {
      "zh-CN": "该转账处于 `{state}` 状态，不能这样操作；请刷新后再试",
      "zh-TW": "該轉帳處於 `{state}` 狀態，不能這樣操作；請重新整理後再試",
      en: "the transfer is `{state}`, so this cannot be done now; refresh and try again",
    },
  },
  transfer_reference_used: {
    status: 409,
    title: "Transfer recorded before",
    sentence: {
      "zh-CN": "转账凭证号 `{reference}` 已登记过；请核对",
      "zh-TW": "轉帳憑證號 `{reference}` 已登記過；請核對",
      en: "the transfer `{reference}` was recorded before; check its reference",
    },
  },
  gateway_account_taken: {
    status: 409,
    title: "Gateway account exists",
    sentence: {
      "zh-CN": "支付账户 `{account}` 已存在；请换一个名称",
      "zh-TW": "支付帳戶 `{account}` 已存在；請換一個名稱",
      en: "there is a gateway account `{account}` already; take another name",
    },
  },
  gateway_keys_invalid: {
    status: 422,
    title: "Gateway keys cannot be used",
    sentence: {
      "zh-CN": "支付账户的密钥 `{key}` 无法读取；请提供 PEM 格式的密钥",
      "zh-TW": "支付帳戶的金鑰 `{key}` 無法讀取；請提供 PEM 格式的金鑰",
      en: "the key `{key}` of the gateway account cannot be read; send it in PEM form",
    },
  },
  callback_unverified: {
    status: 401,
    title: "Callback not verified",
    sentence: {
      "zh-CN": "回调签名校验未通过；请核对平台公钥",
      "zh-TW": "回呼簽章驗證未通過；請核對平台公鑰",
      en: "the callback's signature is not the gateway's; check the platform key",
    },
  },
});
