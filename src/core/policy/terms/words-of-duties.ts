import type { Phrase } from "../word-table.ts";

/** What terms say of rights and duties and of whom to turn to. */
export const dutyWords = {
  rights: ["您的权利", "您的權利", "Your rights"],
  right_version: [
    "按您下单时接受的版本办理；此后修改的规则不影响您的订单。",
    "依您下單時接受的版本辦理；此後修改的規則不影響您的訂單。",
    "Your claim is decided by the version that you accepted with the order; later changes " +
      "do not touch it.",
  ],
  right_reasons: [
    "获得写明理由和计算过程的书面答复，并可自行核算。",
    "取得載明理由與計算過程的書面答覆，並可自行核算。",
    "You get an answer in writing, with reasons and arithmetic that you can check.",
  ],
  right_wish: [
    "由您决定：{options}。您不作表示的，按“{unsaid}”办理。",
    "由您決定：{options}。您未表示者，以「{unsaid}」辦理。",
    "It is for you to decide: {options}. If you say nothing, it counts as “{unsaid}”.",
  ],
  right_burden: [
    "以下事实由我们举证，我们不能证明的，以您的陈述为准：{facts}。",
    "以下事實由本公司舉證，本公司不能證明者，以您的陳述為準：{facts}。",
    "It is for us to prove these facts, and where we cannot, your word stands: {facts}.",
  ],
  right_supplement: [
    "材料不齐时，可在告知的期限内补充。",
    "資料不齊時，得於告知的期限內補件。",
    "Where proof is missing, you may hand it in within the time we name.",
  ],
  right_complain: [
    "对结果不满意的，可以向我们投诉，也可以依法向主管部门投诉或者提起诉讼。",
    "對結果不滿意者，得向本公司申訴，亦得依法向主管機關申訴或提起訴訟。",
    "You may complain to us, and turn to the authorities or the courts as the law provides.",
  ],
  duties_yours: ["您的义务", "您的義務", "Your duties"],
  duty_truth: [
    "如实说明情况，提供真实的材料。",
    "據實說明情形，提供真實的資料。",
    "Say what is true, and hand in proof that is genuine.",
  ],
  duty_burden: [
    "以下事实由您举证，补充期限届满仍未证明的，按“未得到证明”处理：{facts}。",
    "以下事實由您舉證，補件期限屆滿仍未證明者，以「未獲證明」辦理：{facts}。",
    "It is for you to prove these facts; what is not proven when the time to supplement " +
      "has passed counts as “not proven”: {facts}.",
  ],
  duty_return: ["退货的，交回商品。", "退貨者，交回商品。", "With a return, give back the goods."],
  duty_return_cn: [
    "退货的，交回商品、配件及赠品。",
    "退貨者，交回商品、配件及贈品。",
    "With a return, give back the goods, what belongs to them and any gift.",
  ],
  duties_ours: ["我们的义务", "本公司的義務", "Our duties"],
  duties_trader: ["经营者的义务", "業者的義務", "Duties of the trader"],
  duties_consumer: ["消费者的义务", "消費者的義務", "Duties of the consumer"],
  duty_keep: [
    "按上述条件和期限办理，不附加未写明的条件。",
    "依上述條件與期限辦理，不附加未載明的條件。",
    "Keep to the conditions and time limits above, and add none that is not written here.",
  ],
  duty_amount: [
    "退款金额只由已认定的事实和本规则算出；任何人都不得更改。",
    "退款金額只由已認定的事實與本規則算出；任何人都不得更改。",
    "Let the amount follow from the facts and these rules alone; nobody may change it.",
  ],
  duty_from: ["{text}（{source}）", "{text}（{source}）", "{text} ({source})"],
  sentence: ["{text}。", "{text}。", "{text}."],
  rights_ours: ["我们的权利", "本公司的權利", "Our rights"],
  right_proof: [
    "可以请您提供认定事实所需的材料。",
    "得請您提供認定事實所需的資料。",
    "We may ask for the proof that is needed to establish the facts.",
  ],
  right_take: [
    "可以在上述条件下扣除{base}。",
    "得於上述條件下扣除{base}。",
    "In the cases above we may deduct {base}.",
  ],
  contact: ["申请与联系方式", "申請與聯絡方式", "How to apply and whom to ask"],
  contact_apply: ["申请", "申請", "Apply"],
  contact_ask: ["咨询", "諮詢", "Ask"],
  contact_complain: ["投诉", "申訴", "Complain"],
  contact_regulator: ["监管部门", "主管機關", "Regulator"],
  contact_regulator_cn: [
    "拨打 12315，或登录全国 12315 平台",
    "撥打 12315，或登入全國 12315 平台",
    "telephone 12315, or the national 12315 platform of the market regulator",
  ],
  contact_phone: ["电话 {phone}", "電話 {phone}", "telephone {phone}"],
  contact_email: ["邮箱 {email}", "電子郵件 {email}", "e-mail {email}"],
  contact_or: ["，", "，", ", "],
  place_of_business: ["地址", "地址", "Address"],
  website: ["网站", "網站", "Website"],
} as const satisfies Record<string, Phrase>;
