import { errorTable } from "./entry.ts";

/** Refusals about claims, evidence and attestations. */
export const claimErrors = errorTable({
  claim_before_order: {
    status: 422,
    title: "Claim before its order",
    sentence: {
      "zh-CN": "订单 `{order}` 自 {began} 起才存在，申请不能早于该时间；请改正 `receivedAt`",
      "zh-TW": "訂單 `{order}` 自 {began} 起才存在，申請不能早於該時間；請改正 `receivedAt`",
      en: "order `{order}` began at {began}, and no claim on it came before; correct `receivedAt`",
    },
  },
  claim_end_unasked: {
    status: 422,
    title: "No end to choose",
    sentence: {
      "zh-CN": "订单 `{order}` 的承诺与终止日期无关；请不要填写 `endsAt`",
      "zh-TW": "訂單 `{order}` 的承諾與終止日期無關；請不要填寫 `endsAt`",
      en: "nothing that order `{order}` was promised depends on an end; leave out `endsAt`",
    },
  },
  claim_end_range: {
    status: 422,
    title: "End out of range",
    sentence: {
      "zh-CN": "终止日期须在提出申请之时起 {days} 日以内；请改正 `endsAt`",
      "zh-TW": "終止日期須在提出申請之時起 {days} 日以內；請改正 `endsAt`",
      en: "an end lies within {days} days after the claim, not before it; correct `endsAt`",
    },
  },
  claim_choice_made: {
    status: 409,
    title: "Chosen before",
    sentence: {
      "zh-CN":
        "申请 {claim} 已就同一部分作出选择（{chosen}），已决定的选择不能另行更改；请按原选择提出",
      "zh-TW":
        "申請 {claim} 已就同一部分作出選擇（{chosen}），已決定的選擇不能另行更改；請依原選擇提出",
      en: "claim {claim} has chosen for the same part ({chosen}), and that stands; ask under it",
    },
  },
  claim_state: {
    status: 409,
    title: "Claim is in another state",
    sentence: {
      "zh-CN": "申请处于 `{state}` 状态，不能这样操作；请刷新后再试",
      "zh-TW": "申請處於 `{state}` 狀態，不能這樣操作；請重新整理後再試",
      en: "the claim is `{state}`, so this cannot be done now; refresh and try again",
    },
  },
  claim_undecided: {
    status: 409,
    title: "Claim not decided yet",
    sentence: {
      "zh-CN": "申请 `{number}` 尚未作出决定，还没有决定书；请在决定后再来",
      "zh-TW": "申請 `{number}` 尚未作出決定，還沒有決定書；請於決定後再來",
      en: "claim `{number}` is not decided yet, so it has no letter; come back after the decision",
    },
  },
  claim_needs_items: {
    status: 422,
    title: "Claim names nothing",
    sentence: {
      "zh-CN": "申请须写明订单及其明细；若没有相符的购买，请用 `unmatched` 说明原因",
      "zh-TW": "申請須寫明訂單及其明細；若沒有相符的購買，請用 `unmatched` 說明原因",
      en: "a claim names units of an order; where no purchase fits, say why in `unmatched`",
    },
  },
  claim_units_invalid: {
    status: 422,
    title: "Units not on the order",
    sentence: {
      "zh-CN": "明细 `{line}` 共 {quantity} 件，所选件数不在其中；请改正后重新提交",
      "zh-TW": "明細 `{line}` 共 {quantity} 件，所選件數不在其中；請改正後重新提交",
      en: "line `{line}` has {quantity} units and these are not among them; correct the units",
    },
  },
  claim_units_twice: {
    status: 422,
    title: "Units named twice",
    sentence: {
      "zh-CN": "同一申请中明细 `{line}` 的部分件数出现两次；请每件只写一次",
      "zh-TW": "同一申請中明細 `{line}` 的部分件數出現兩次；請每件只寫一次",
      en: "the claim names units of line `{line}` twice; name each unit once",
    },
  },
  claim_units_reversed: {
    status: 422,
    title: "Units the wrong way round",
    sentence: {
      "zh-CN": "件数 {from}–{to} 不成立：`to` 须大于 `from`（第一件写作 0–1）",
      "zh-TW": "件數 {from}–{to} 不成立：`to` 須大於 `from`（第一件寫作 0–1）",
      en: "units {from}–{to} are none: `to` must be above `from` (the first unit is 0–1)",
    },
  },
  claim_units_or_quantity: {
    status: 422,
    title: "Units and quantity together",
    sentence: {
      "zh-CN": "`quantity` 与 `units` 只能填写其一",
      "zh-TW": "`quantity` 與 `units` 只能填寫其一",
      en: "give either `quantity` or `units`, not both",
    },
  },
  claim_units_gone: {
    status: 409,
    title: "Nothing left of the line",
    sentence: {
      "zh-CN": "明细 `{line}` 已全部列入申请 {claims}，没有剩余",
      "zh-TW": "明細 `{line}` 已全部列入申請 {claims}，沒有剩餘",
      en: "all of line `{line}` is in the claims {claims}; nothing is left of it",
    },
  },
  claim_units_left: {
    status: 409,
    title: "Not that many units left",
    sentence: {
      "zh-CN": "明细 `{line}` 只剩 {left} 件未退；请减少件数",
      "zh-TW": "明細 `{line}` 只剩 {left} 件未退；請減少件數",
      en: "only {left} units of line `{line}` are not refunded yet; ask for fewer",
    },
  },
  claim_order_unpaid: {
    status: 409,
    title: "Order not paid",
    sentence: {
      "zh-CN": "订单 `{order}` 尚未付款，没有可退的款项",
      "zh-TW": "訂單 `{order}` 尚未付款，沒有可退的款項",
      en: "order `{order}` is not paid, so there is nothing to return; check the order",
    },
  },
  claim_not_promised: {
    status: 422,
    title: "No promise covers this",
    sentence: {
      "zh-CN": "订单 `{order}` 没有适用于此类申请（{kind}）的承诺；请选择其他类型或联系客服",
      "zh-TW": "訂單 `{order}` 沒有適用於此類申請（{kind}）的承諾；請選擇其他類型或聯絡客服",
      en: "order `{order}` has no promise for a claim of kind `{kind}`; choose another kind",
    },
  },
  fact_unknown: {
    status: 422,
    title: "Unknown fact",
    sentence: {
      "zh-CN": "本申请的承诺不读取事实 `{fact}`；可用：{facts}",
      "zh-TW": "本申請的承諾不讀取事實 `{fact}`；可用：{facts}",
      en: "no promise of this claim reads the fact `{fact}`; it can be: {facts}",
    },
  },
  fact_impossible: {
    status: 422,
    title: "Facts cannot be so",
    sentence: {
      "zh-CN": "所填事实不可能成立（{assumption}：{facts}）；请核对",
      "zh-TW": "所填事實不可能成立（{assumption}：{facts}）；請核對",
      en: "these facts cannot be so (`{assumption}`: {facts}); check them",
    },
  },
  fact_derived: {
    status: 422,
    title: "Fact is computed",
    sentence: {
      "zh-CN": "事实 `{fact}` 由系统根据 {reads} 计算得出，不能直接填写；请更正其依据",
      "zh-TW": "事實 `{fact}` 由系統依據 {reads} 計算得出，不能直接填寫；請更正其依據",
      en: "the fact `{fact}` is computed from {reads}; put those right instead",
    },
  },
  sum_known: {
    status: 422,
    title: "Sum is known",
    sentence: {
      "zh-CN": "`{fact}` 的金额以订单或规则为准，无需认定；只需认定凭证所载的金额",
      "zh-TW": "`{fact}` 的金額以訂單或規則為準，無需認定；只需認定憑證所載的金額",
      en: "the sum `{fact}` is known from the order or the policy; attest only sums on receipts",
    },
  },
  sum_not_attested: {
    status: 422,
    title: "Sum must be attested",
    sentence: {
      "zh-CN": "`{fact}` 的金额须由审核人员凭单据认定（`state: attested`）",
      "zh-TW": "`{fact}` 的金額須由審核人員憑單據認定（`state: attested`）",
      en: "the sum `{fact}` counts once it is attested; tell it with `state: attested`",
    },
  },
  sum_too_large: {
    status: 422,
    title: "Sum too large",
    sentence: {
      "zh-CN": "`{fact}` 的金额最多为 {most} {currency}；请核对凭证与单位",
      "zh-TW": "`{fact}` 的金額最多為 {most} {currency}；請核對憑證與單位",
      en: "the sum `{fact}` can be {most} {currency} at most; check the receipt and the unit",
    },
  },
  note_without_person: {
    status: 422,
    title: "Note has no place",
    sentence: {
      "zh-CN": "该申请没有可识别的客户，备注无处加密保存；请不带备注提交认定",
      "zh-TW": "該申請沒有可識別的客戶，備註無處加密保存；請不帶備註提交認定",
      en: "the claim names no person under whose key a note is kept; attest without a note",
    },
  },
  reason_needed: {
    status: 422,
    title: "Customer is told no reason",
    sentence: {
      "zh-CN": "认定“未能证明”时，请写明告知客户的理由",
      "zh-TW": "認定「未能證明」時，請寫明告知客戶的理由",
      en: "say to the customer why it is not proven, in `customerNote`",
    },
  },
  not_for_customer_to_prove: {
    status: 422,
    title: "Not for the customer to prove",
    sentence: {
      "zh-CN": "“{fact}”不由客户证明，不能认定为“未能证明”；请认定实际情况",
      "zh-TW": "「{fact}」不由客戶證明，不能認定為「未能證明」；請認定實際情況",
      en: "`{fact}` is not for the customer to prove; attest what is the case instead",
    },
  },
  fact_not_yours: {
    status: 403,
    title: "Fact is established by others",
    sentence: {
      "zh-CN": "事实 `{fact}` 须由审核人员认定；请提交说明或凭证",
      "zh-TW": "事實 `{fact}` 須由審核人員認定；請提交說明或憑證",
      en: "the fact `{fact}` is established by a reviewer; hand in what shows it",
    },
  },
  no_matching_purchase: {
    status: 422,
    title: "No purchase fits",
    sentence: {
      "zh-CN": "没有找到与此申请相符的购买：{reason}",
      "zh-TW": "沒有找到與此申請相符的購買：{reason}",
      en: "no purchase fits this claim: {reason}",
    },
  },
  already_refunded: {
    status: 409,
    title: "Already refunded",
    sentence: {
      "zh-CN": "这些件数此前已退款，没有新的应退金额",
      "zh-TW": "這些件數先前已退款，沒有新的應退金額",
      en: "these units were refunded before and nothing more is due for them",
    },
  },
  charged_back: {
    status: 409,
    title: "Charged back",
    sentence: {
      "zh-CN": "该款项已通过银行拒付退回，没有新的应退金额",
      "zh-TW": "該款項已透過銀行爭議款程序退回，沒有新的應退金額",
      en: "the money for this went back by a chargeback, so nothing more is due",
    },
  },
  claim_reference_taken: {
    status: 409,
    title: "Reference used",
    sentence: {
      "zh-CN": "编号 `{reference}` 已用于另一份不同的申请；请检查，或换一个编号",
      "zh-TW": "編號 `{reference}` 已用於另一份不同的申請；請檢查，或換一個編號",
      en: "the reference `{reference}` belongs to another claim; check it or take a new one",
    },
  },
  claim_orders_differ: {
    status: 422,
    title: "Orders of different customers",
    sentence: {
      "zh-CN": "一份申请只能包含同一位客户的订单；请分别提交",
      "zh-TW": "一份申請只能包含同一位客戶的訂單；請分別提交",
      en: "one claim holds orders of one customer; file a claim for each",
    },
  },
  evidence_open: {
    status: 409,
    title: "Time to supplement runs",
    sentence: {
      "zh-CN": "客户补充材料的期限到 {until} 为止；届时方可结束",
      "zh-TW": "客戶補充資料的期限到 {until} 為止；屆時方可結束",
      en: "the customer may supplement until {until}; evidence cannot be closed before",
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
