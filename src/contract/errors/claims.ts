import { errorTable } from "./entry.ts";

/** Refusals about claims, evidence and attestations. */
export const claimErrors = errorTable({
  claim_state: {
    status: 409,
    title: "Claim is in another state",
    sentence: {
      "zh-CN": "申请处于 `{state}` 状态，不能这样操作；请刷新后再试",
      "zh-TW": "申請處於 `{state}` 狀態，不能這樣操作；請重新整理後再試",
      en: "the claim is `{state}`, so this cannot be done now; refresh and try again",
    },
  },
  four_eyes: {
    status: 403,
    title: "Second person needed",
    sentence: {
      "zh-CN": "认定与审批不能由同一人完成；请由另一位同事处理",
      "zh-TW": "認定與審批不能由同一人完成；請由另一位同事處理",
      en: "no one approves what they attested; ask a colleague to do it",
    },
  },
});
