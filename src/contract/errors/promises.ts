import { errorTable } from "./entry.ts";

/** Refusals about policy documents and their versions. */
export const promiseErrors = errorTable({
  policy_invalid: {
    status: 422,
    title: "Policy document has errors",
    sentence: {
      "zh-CN": "规则文件有误：{reason}；请改正后重新提交",
      "zh-TW": "規則文件有誤：{reason}；請改正後重新提交",
      en: "the policy document has errors: {reason}; correct it and send it again",
    },
  },
  policy_unknown: {
    status: 422,
    title: "Unknown policy version",
    sentence: {
      "zh-CN": "没有已发布的规则 `{policy}`；请检查编号和版本",
      "zh-TW": "沒有已發布的規則 `{policy}`；請檢查編號和版本",
      en: "there is no published policy `{policy}`; check its id and version",
    },
  },
  policy_hash_differs: {
    status: 422,
    title: "Policy text differs",
    sentence: {
      "zh-CN": "规则 `{policy}` 的文本不是 `{hash}`；请读取该版本并使用其 hash",
      "zh-TW": "規則 `{policy}` 的文本不是 `{hash}`；請讀取該版本並使用其 hash",
      en: "policy `{policy}` does not have the text `{hash}`; read the version and send its hash",
    },
  },
  policy_parameter_invalid: {
    status: 422,
    title: "Policy parameter does not fit",
    sentence: {
      "zh-CN": "规则 `{policy}` 的参数不适用：{reason}",
      "zh-TW": "規則 `{policy}` 的參數不適用：{reason}",
      en: "a parameter of policy `{policy}` does not fit: {reason}",
    },
  },
  policy_version_taken: {
    status: 409,
    title: "Policy version exists",
    sentence: {
      "zh-CN": "规则版本 `{policy}` 已经存在；请修改该草稿，或提高文本中的 version",
      "zh-TW": "規則版本 `{policy}` 已經存在；請修改該草稿，或提高文本中的 version",
      en: "the version `{policy}` exists; change that draft, or raise `version` in the text",
    },
  },
  policy_version_old: {
    status: 422,
    title: "Policy version is not newer",
    sentence: {
      "zh-CN": "规则版本 `{policy}` 不比已发布的第 {latest} 版新；请提高文本中的 version",
      "zh-TW": "規則版本 `{policy}` 不比已發布的第 {latest} 版新；請提高文本中的 version",
      en: "`{policy}` is not newer than version {latest}, which was published; raise `version`",
    },
  },
  policy_too_wide: {
    status: 422,
    title: "Too many cases",
    sentence: {
      "zh-CN": "情形太多，{seconds} 秒内无法走完；请减少文件中的界限，或给定参数的值",
      "zh-TW": "情形太多，{seconds} 秒內無法走完；請減少文件中的界限，或給定參數的值",
      en: "{seconds} s are not enough for all cases; use fewer bounds, or give parameters",
    },
  },
  policies_not_comparable: {
    status: 422,
    title: "Policies cannot be compared",
    sentence: {
      "zh-CN": "无法对比：{reason}",
      "zh-TW": "無法對照：{reason}",
      en: "there is nothing to compare: {reason}",
    },
  },
  policy_place_differs: {
    status: 422,
    title: "Text of another version",
    sentence: {
      "zh-CN": "这份文本是 `{found}`，不是 `{policy}`；请改正文本中的 id 和 version",
      "zh-TW": "這份文本是 `{found}`，不是 `{policy}`；請改正文本中的 id 和 version",
      en: "this is the text of `{found}`, not of `{policy}`; correct its `id` and `version`",
    },
  },
  policy_text_changed: {
    status: 409,
    title: "Text was changed",
    sentence: {
      "zh-CN": "`{policy}` 的文本已被修改；请重新读取后再试",
      "zh-TW": "`{policy}` 的文本已被修改；請重新讀取後再試",
      en: "the text of `{policy}` was changed meanwhile; read it again and repeat your change",
    },
  },
  policy_state: {
    status: 409,
    title: "Not possible in this state",
    sentence: {
      "zh-CN": "`{policy}` 的状态是 `{status}`，不能执行这一步；请先查看它的状态",
      "zh-TW": "`{policy}` 的狀態是 `{status}`，不能執行這一步；請先查看它的狀態",
      en: "`{policy}` is `{status}`, where this step is not possible; look at where it stands",
    },
  },
  policy_wait_missing: {
    status: 409,
    title: "Wait has not begun",
    sentence: {
      "zh-CN": "`{policy}` 需要先申请批准，24 小时的等待从申请时开始",
      "zh-TW": "`{policy}` 需要先申請核准，24 小時的等待從申請時開始",
      en: "ask for approval of `{policy}` first: the wait of 24 hours begins with that",
    },
  },
  policy_wait_running: {
    status: 409,
    title: "Wait is running",
    sentence: {
      "zh-CN": "`{policy}` 的等待到 {until} 结束；请在那之后再批准",
      "zh-TW": "`{policy}` 的等待到 {until} 結束；請在那之後再核准",
      en: "the wait for `{policy}` ends at {until}; approve it after that",
    },
  },
  policy_floors_changed: {
    status: 409,
    title: "Floors have changed",
    sentence: {
      "zh-CN": "自证明 `{policy}` 以来，法定底线已改变（{floors}）；请退回草稿并重新证明",
      "zh-TW": "自證明 `{policy}` 以來，法定底線已改變（{floors}）；請退回草稿並重新證明",
      en: "floors changed since `{policy}` was proven ({floors}); return it and verify again",
    },
  },
  policy_in_use: {
    status: 409,
    title: "Policy is in use",
    sentence: {
      "zh-CN": "`{policy}` 仍用于 {use}；请先从那里移除",
      "zh-TW": "`{policy}` 仍用於 {use}；請先從那裡移除",
      en: "`{policy}` is still used by {use}; take it out there first",
    },
  },
  policy_set_twice: {
    status: 422,
    title: "Policy named twice",
    sentence: {
      "zh-CN": "规则 `{policy}` 出现了两次；请只保留一次",
      "zh-TW": "規則 `{policy}` 出現了兩次；請只保留一次",
      en: "the policy `{policy}` is named twice; keep one of them",
    },
  },
  floor_unknown: {
    status: 422,
    title: "Unknown floor",
    sentence: {
      "zh-CN": "市场 `{market}` 没有已发布的法定底线 `{policy}`；请检查编号和市场",
      "zh-TW": "市場 `{market}` 沒有已發布的法定底線 `{policy}`；請檢查編號和市場",
      en: "the market `{market}` has no published floor `{policy}`; check both",
    },
  },
  policy_second_person: {
    status: 403,
    title: "Second person needed",
    sentence: {
      "zh-CN": "撰写或送证 `{policy}` 的人不能批准它；请由另一位同事批准",
      "zh-TW": "撰寫或送證 `{policy}` 的人不能核准它；請由另一位同事核准",
      en: "whoever wrote `{policy}` or had it verified does not approve it; ask a colleague",
    },
  },
  policy_not_offered: {
    status: 422,
    title: "Policy is not offered",
    sentence: {
      "zh-CN": "该订单不能接受规则 `{policy}`；请查看商家为它提供的规则",
      "zh-TW": "該訂單不能接受規則 `{policy}`；請查看商家為它提供的規則",
      en: "the policy `{policy}` is not offered for this order; look at what its merchant offers",
    },
  },
  policies_conflict: {
    status: 422,
    title: "Policies contradict each other",
    sentence: {
      "zh-CN": "{policies} 对 `{fact}` 的理解不同，不能同时约束一个订单；请选择其他版本",
      "zh-TW": "{policies} 對 `{fact}` 的理解不同，不能同時約束一個訂單；請選擇其他版本",
      en: "{policies} mean different things by `{fact}` and cannot bind one order; choose others",
    },
  },
  policy_questions_open: {
    status: 422,
    title: "Questions are not answered",
    sentence: {
      "zh-CN": "接受规则 `{policy}` 前，请先答对关于它的问题，并附上回执",
      "zh-TW": "接受規則 `{policy}` 前，請先答對關於它的問題，並附上回執",
      en: "policy `{policy}` is accepted with a receipt: have its questions answered rightly first",
    },
  },
  policy_receipt_unfit: {
    status: 422,
    title: "Receipt does not fit",
    sentence: {
      "zh-CN": "回执 `{receipt}` 未通过、已使用，或属于另一份规则；请重新回答问题",
      "zh-TW": "回執 `{receipt}` 未通過、已使用，或屬於另一份規則；請重新回答問題",
      en: "the receipt `{receipt}` is not passed, used, or of another policy; answer again",
    },
  },
  not_acceptable: {
    status: 406,
    title: "Form not offered",
    sentence: {
      "zh-CN":
        "没有所要求的形式；请接受 text/html、application/pdf、text/markdown 或 application/ld+json",
      "zh-TW":
        "沒有所要求的形式；請接受 text/html、application/pdf、text/markdown 或 application/ld+json",
      en: "no such form; accept text/html, application/pdf, text/markdown or application/ld+json",
    },
  },
});
