import type { Phrase } from "../word-table.ts";

/** What terms say of facts, law and guarantees, and what posters and questions say. */
export const proofWords = {
  facts: [
    "事实由谁认定、如何证明",
    "事實由誰認定、如何證明",
    "What is decided on: who establishes it, and how",
  ],
  facts_fact: ["事实", "事實", "Fact"],
  facts_by: ["由谁认定", "由誰認定", "Established by"],
  facts_proof: ["证明材料", "證明資料", "Proof"],
  facts_failing: ["不能证明时", "不能證明時", "Where it cannot be proven"],
  by_event: ["系统记录", "系統紀錄", "the records"],
  by_derived: ["系统根据记录计算", "系統依紀錄計算", "the program, from the records"],
  by_customer: ["您的陈述", "您的陳述", "your word"],
  by_wish: ["您的选择", "您的選擇", "your choice"],
  by_reviewer: ["我们审核人员", "本公司審核人員", "our reviewers"],
  no_proof: ["无须证明", "無須證明", "none needed"],
  any_proof: ["与该事实有关的材料", "與該事實有關的資料", "whatever bears on it"],
  failing_customer: [
    "由您举证；不能证明的，按“未得到证明”处理",
    "由您舉證；不能證明者，以「未獲證明」辦理",
    "yours to prove; else it counts as not proven",
  ],
  failing_merchant: [
    "由我们举证；不能证明的，以您的陈述为准",
    "由本公司舉證；不能證明者，以您的陳述為準",
    "ours to prove; else your word stands",
  ],
  failing_none: ["—", "—", "—"],
  failing_unsaid: [
    "无人提出的，视为“{option}”",
    "無人提出者，視為「{option}」",
    "if nobody says otherwise: “{option}”",
  ],
  proof_incident_report: ["事故记录", "事故紀錄", "incident report"],
  proof_correspondence: ["往来函件", "往來信件", "correspondence"],
  proof_photo: ["照片", "照片", "photo"],
  proof_quality_report: ["质检报告", "品質檢驗報告", "quality report"],
  proof_inspection: ["验货记录", "驗貨紀錄", "inspection"],
  proof_usage_log: ["使用记录", "使用紀錄", "log of use"],
  proof_lab_report: ["有资质机构的检测报告", "具資格機構的檢測報告", "laboratory report"],
  proof_contract: ["合同", "契約", "contract"],
  proof_exam_result: ["考试或考核结果", "考試或考核結果", "exam result"],
  proof_complaint_record: ["投诉记录", "申訴紀錄", "record of complaints"],
  proof_report: ["报告", "報告", "report"],
  law: ["法定底线", "法定底線", "The law below which this never falls"],
  law_note: [
    "本规则已经证明在任何情形下都不低于以下底线；底线给得更多的，以底线为准。",
    "本規則已經證明在任何情形下都不低於以下底線；底線給得更多者，以底線為準。",
    "These terms are proven never to fall below the following; where the law gives more, " +
      "the law holds.",
  ],
  law_unverified: [
    "{title}（未与条文核对）",
    "{title}（未與條文核對）",
    "{title} (not checked against its text)",
  ],
  noted: ["{title}（{note}）", "{title}（{note}）", "{title} ({note})"],
  citations: ["条文", "條文", "What the law says"],
  citation: ["《{source}》{article}", "《{source}》{article}", "{source}, {article}"],
  article: ["第{n}条", "第{n}條", "art. {n}"],
  settings: ["订单可以约定的事项", "訂單可以約定的事項", "What an order may set"],
  setting_range: [
    "{v}；订单可以约定为{from}至{to}",
    "{v}；訂單可以約定為{from}至{to}",
    "{v}; an order may set it from {from} to {to}",
  ],
  setting_order: ["{v}（您的订单）", "{v}（您的訂單）", "{v} (your order)"],
  setting_choice: [
    "默认为“{v}”；也可以是：{options}",
    "預設為「{v}」；也可以是：{options}",
    "by default “{v}”; it may also be: {options}",
  ],
  promises: ["我们对本规则的保证", "本公司對本規則的保證", "What these rules are proven to keep"],
  promise_answer: [
    "每一种情形都有且只有一个答案。",
    "每一種情形都有且只有一個答案。",
    "Every case has exactly one answer.",
  ],
  never_rises: [
    "{head}：{facts}增加的，金额不会增加。",
    "{head}：{facts}增加者，金額不會增加。",
    "{head}: the sum never grows with {facts}.",
  ],
  never_rises_waiting: [
    "{head}：{facts}增加的，金额不会增加；拖延不会让您多得。",
    "{head}：{facts}增加者，金額不會增加；拖延不會讓您多得。",
    "{head}: the sum never grows with {facts}. Waiting never pays more.",
  ],
  never_falls: [
    "{head}：{facts}增加的，金额不会减少。",
    "{head}：{facts}增加者，金額不會減少。",
    "{head}: the sum never falls as {facts} grow.",
  ],
  blind_to: [
    "{facts}不影响结果：只在这些方面不同的两个申请，结果相同。",
    "{facts}不影響結果：只在這些方面不同的兩個申請，結果相同。",
    "{facts} never change an answer: two claims that differ in nothing else get the same.",
  ],
  blind_to_not: [
    "其他可能随之不同的事实，不在这一保证之内。",
    "其他可能隨之不同的事實，不在這項保證之內。",
    "Other facts that may go along with them are not covered by this.",
  ],
  notes: ["说明", "說明", "Notes"],
  assumption: [
    "以下情形视为不会发生：{conditions}。",
    "以下情形視為不會發生：{conditions}。",
    "This is taken never to happen: {conditions}.",
  ],
  not_advice: [
    "本页说明规则如何理解和执行，不构成法律意见。",
    "本頁說明規則如何理解與執行，不構成法律意見。",
    "This page says how the rule is read and applied; it is no legal advice.",
  ],
  made_from: [
    "本页由计算退款所用的同一份文件生成，文字已逐条读回核对。",
    "本頁由計算退款所用的同一份文件產生，文字已逐條讀回核對。",
    "This page is made from the very document that decides claims; its words were read " +
      "back and compared with it.",
  ],
  hash: [
    "{reference}，SHA-256：{hash}",
    "{reference}，SHA-256：{hash}",
    "{reference}, SHA-256 {hash}",
  ],
  address: ["{address}", "{address}", "{address}"],
  poster_blind: [
    "对所有顾客一视同仁：{facts}不影响结果。",
    "對所有顧客一視同仁：{facts}不影響結果。",
    "The same for everyone: {facts} never change the answer.",
  ],
  poster_more: [
    "完整条款：{where}（{reference}）",
    "完整條款：{where}（{reference}）",
    "Full terms: {where} ({reference})",
  ],
  poster_here: ["请向我们索取", "請向本公司索取", "ask us for them"],
  not_goods: [
    "schema.org 的退货规则只适用于商品退货，本规则不属于这一类",
    "schema.org 的退貨規則只適用於商品退貨，本規則不屬於這一類",
    "schema.org's return policies are about goods, and these terms are not",
  ],
  not_money: [
    "“{head}”：schema.org 没有相应的属性",
    "「{head}」：schema.org 沒有相應的屬性",
    "“{head}”: schema.org has no property for it",
  ],
  not_condition: [
    "影响结果的以下事实无法表达：{facts}",
    "影響結果的以下事實無法表達：{facts}",
    "these facts change the answer and cannot be expressed: {facts}",
  ],
  not_count: [
    "退货期自收到商品次日起算，起算和顺延的方式无法表达：schema.org 只有天数",
    "退貨期自收到商品翌日起算，起算與順延的方式無法表達：schema.org 只有天數",
    "the window begins the day after the goods came; how it is counted cannot be " +
      "expressed, since schema.org knows a number of days alone",
  ],
  not_deadline: [
    "我们的期限无法表达：{text}",
    "本公司的期限無法表達：{text}",
    "our time limit cannot be expressed: {text}",
  ],
  not_setting: [
    "订单可以约定的“{name}”无法表达",
    "訂單可以約定的「{name}」無法表達",
    "what an order may set cannot be expressed: {name}",
  ],
  question: [
    "{case}。一笔{amount}的{base}，结果是什么？",
    "{case}。一筆{amount}的{base}，結果是什麼？",
    "{case}. What becomes of {base} of {amount}?",
  ],
  question_plain: ["{case}。结果是什么？", "{case}。結果是什麼？", "{case}. What is the result?"],
} as const satisfies Record<string, Phrase>;
