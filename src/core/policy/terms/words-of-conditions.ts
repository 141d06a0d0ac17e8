import type { Phrase } from "../word-table.ts";

/** What terms say around conditions, examples, steps and time limits. */
export const conditionWords = {
  colon: ["：", "：", ": "],
  list_and: ["、", "、", ", "],
  last_list_and: ["和", "及", " and "],
  semicolon: ["；", "；", "; "],
  scope: ["适用范围", "適用範圍", "What this covers"],
  offered_by: ["提供方", "提供者", "Offered by"],
  claims: ["适用的申请", "適用的申請", "Claims"],
  audience: ["适用的顾客", "適用的顧客", "Customers"],
  audience_consumer: ["为生活消费购买的消费者", "為生活消費購買的消費者", "consumers"],
  audience_business: ["企业客户", "企業客戶", "business customers"],
  audience_both: ["消费者和企业客户", "消費者與企業客戶", "consumers and business customers"],
  kind_cancel: ["取消套餐", "取消方案", "cancelling a package"],
  kind_refund: ["退货退款", "退貨退款", "returns and refunds"],
  kind_ineffective: ["无效退款", "無效退款", "money back because it does not work"],
  kind_packet_return: ["退还红包", "退還紅包", "returning a red packet"],
  kind_campaign_off: ["活动取消", "活動取消", "a campaign that is called off"],
  kind_goodwill: ["善意补偿", "善意補償", "goodwill"],
  version: ["版本", "版本", "Version"],
  version_text: ["第{version}版（{id}）", "第 {version} 版（{id}）", "{version} ({id})"],
  in_force: ["施行日期", "施行日期", "In force since"],
  source: ["依据", "依據", "Source"],
  verified: ["条文核对", "條文核對", "Checked against the text"],
  verified_yes: ["已与所引条文逐字核对", "已與所引條文逐字核對", "yes, word for word"],
  verified_no: [
    "未核对：手头没有条文原文，不得作为依据",
    "未核對：手邊沒有條文原文，不得作為依據",
    "no: the text is not at hand, so do not rely on it",
  ],
  each_line: [
    "以下按每项商品分别适用。",
    "以下就每項商品分別適用。",
    "This goes for each item by itself.",
  ],
  each_packet: [
    "以下按每个红包分别适用。",
    "以下就每個紅包分別適用。",
    "This goes for each red packet by itself.",
  ],
  no_amounts: [
    "本规则不涉及金额，只规定期限与义务。",
    "本規則不涉及金額，只規定期限與義務。",
    "This rule states no amounts, only time limits and duties.",
  ],
  examples: ["举例说明", "舉例說明", "Worked examples"],
  examples_note: [
    "以下结果由计算退款的同一程序得出，各项金额均以{amount}为例。",
    "以下結果由計算退款的同一程式得出，各項金額均以{amount}為例。",
    "These results come from the same program that decides claims. Each sum is taken to " +
      "be {amount}.",
  ],
  rounding_note: [
    "不足1分（最小货币单位）的，退还和赠送的金额进位，扣除的金额舍去；每张订单的每一款项只取整一次。",
    "不足最小貨幣單位者，退還與贈送的金額進位，扣除的金額捨去；每筆訂單的每一款項只取整一次。",
    "Fractions of the smallest unit are rounded in your favour: up in what you get, down " +
      "in what is deducted, once per order.",
  ],
  case: ["情形", "情形", "Case"],
  result: ["结果", "結果", "Result"],
  value: ["{fact}：{value}", "{fact}：{value}", "{fact}: {value}"],
  between_facts: ["，", "，", "; "],
  every_case: ["任何情形", "任何情形", "any case"],
  steps: ["办理步骤", "辦理步驟", "How it goes, step by step"],
  step_apply: [
    "您提出申请：写明订单号、请求事项和事情经过。",
    "您提出申請：寫明訂單編號、請求事項與事情經過。",
    "You file a claim: say which order it is about, what you ask for and what happened.",
  ],
  step_order: [
    "我们核对订单：{records}以系统记录为准，无须您证明。",
    "本公司核對訂單：{records}以系統紀錄為準，無須您證明。",
    "We check the order: {records} are taken from the records; you need not prove them.",
  ],
  records_cancel: ["付款、签约和使用情况", "付款、簽約與使用情形", "payment, signing and use"],
  records_refund: ["付款、发货和签收", "付款、出貨與簽收", "payment, dispatch and receipt"],
  records_ineffective: [
    "付款和所购的商品或者服务",
    "付款與所購的商品或服務",
    "the payment and what was bought",
  ],
  records_packet_return: [
    "红包的来源、状态和到账时间",
    "紅包的來源、狀態與入帳時間",
    "where the red packet came from, its state, and when it was credited",
  ],
  records_campaign_off: [
    "付款、报名和所持优惠券",
    "付款、報名與所持優惠券",
    "payment, registration and coupons held",
  ],
  step_facts: [
    "需要认定的事实，由我们审核人员认定；需要证明材料的，我们告知您须提供什么、如何提交。",
    "須認定的事實，由本公司審核人員認定；需要證明資料者，本公司告知您須提供什麼、如何提交。",
    "What has to be established, our reviewers establish; where proof is needed, we tell you " +
      "what and how to hand it in.",
  ],
  step_decide: [
    "事实认定后，金额由本规则算出；任何人都不能自行填写退款金额。",
    "事實認定後，金額由本規則算出；任何人都不能自行填寫退款金額。",
    "Once the facts stand, the amount follows from these rules; nobody types in a sum.",
  ],
  step_letter: [
    "您会收到决定书，写明结果、适用的条款、计算过程；不予退还的，还写明原因和投诉途径。",
    "您會收到審核結果通知書，載明結果、適用的條款、計算過程；不予退還者，並載明原因與申訴管道。",
    "You get a letter with the result, the point that decided it and the arithmetic; " +
      "where nothing is paid, also why, and where to complain.",
  ],
  step_return: [
    "须退货的，您把商品寄回；我们收到后退款。",
    "須退貨者，您將商品寄回；本公司收到後退款。",
    "Where goods have to come back, you send them; we pay once they have arrived.",
  ],
  step_pay: [
    "退款按原支付方式退回；以红包、优惠券或积分支付的部分，以原形式返还。",
    "退款依原付款方式退回；以紅包、優惠券或點數支付的部分，以原形式返還。",
    "Money goes back the way it came; what was paid in red packets, coupons or points " +
      "comes back as such.",
  ],
  step_voucher: [
    "应赠的抵用券直接发给您，无须另行申请。",
    "應贈的抵用券直接發給您，無須另行申請。",
    "A voucher that is due to you is sent to you; you need not ask for it.",
  ],
  step_complain: [
    "您不同意结果的，可以向我们投诉，也可以依法向主管部门投诉或者提起诉讼。",
    "您不同意結果者，得向本公司申訴，亦得依法向主管機關申訴或提起訴訟。",
    "If you do not agree, you can complain to us, and turn to the authorities or the courts.",
  ],
  step_complain_contact: [
    "您不同意结果的，可以通过下列联系方式向我们投诉，也可以依法向主管部门投诉或者提起诉讼。",
    "您不同意結果者，得以下列聯絡方式向本公司申訴，亦得依法向主管機關申訴或提起訴訟。",
    "If you do not agree, you can complain to us at the contact below, and turn to the " +
      "authorities or the courts.",
  ],
  deadlines: ["期限", "期限", "Time limits"],
  deadline: ["{from}{within}内{to}", "{from}{within}內{to}", "{to} within {within} of {from}"],
  deadline_merchant: ["我们{text}。", "本公司{text}。", "we {text}."],
  deadline_customer: ["您{text}。", "您{text}。", "you {text}."],
  deadline_trader: ["经营者应当{text}。", "業者應{text}。", "the trader must {text}."],
  deadline_law: ["依照{source}，{text}", "依{source}，{text}", "Under {source}, {text}"],
  deadline_for: ["（{kinds}）", "（{kinds}）", " ({kinds})"],
  from_filed: ["自收到申请起", "自收到申請起", "receiving the claim"],
  from_decided: ["自作出决定起", "自作出決定起", "the decision"],
  from_returned: ["自收到退回的商品起", "自收到退回的商品起", "receiving the goods back"],
  from_asked: ["自收到补充通知起", "自收到補件通知起", "being asked"],
  from_other: ["自{moment}起", "自{moment}起", "{moment}"],
  to_decided: ["作出决定并告知", "作出決定並告知", "decide and give notice"],
  to_arranged: ["办理退货手续", "辦理退貨手續", "arrange the return"],
  to_supplemented: ["补充所需材料", "補齊所需資料", "hand in what is still needed"],
  to_paid: ["退款", "退款", "pay"],
  to_other: ["完成{moment}", "完成{moment}", "reach {moment}"],
  within_hours: ["{n}小时", "{n}小時", "{n} hours"],
  within_days: ["{n}日", "{n}天", "{n} days"],
  within_business: ["{n}个工作日", "{n}個工作日", "{n} business days"],
  days_note: [
    "以日计算的期限自次日起算，末日为法定休假日的，顺延至次一工作日；工作日不含法定休假日，含调休上班日。",
    "以日計算的期限自翌日起算，末日為法定假日者，順延至次一工作日；工作日不含法定假日，含補班日。",
    "Periods in days begin on the next day, and a last day that is a public holiday moves " +
      "to the next working day. Business days leave out public holidays and count days " +
      "worked in their place.",
  ],
  pause_note: [
    "我们等待您补充材料期间，我们承诺的期限暂停计算；法定期限不暂停，两者以先届满者为准。",
    "本公司等待您補件期間，本公司承諾的期限暫停計算；法定期限不暫停，兩者以先屆滿者為準。",
    "While we wait for what we asked of you, our own time limits pause; the law's never " +
      "do, and the earlier of the two holds.",
  ],
} as const satisfies Record<string, Phrase>;
