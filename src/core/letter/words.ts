import { type Language, type Phrase, phraseIn } from "../policy/index.ts";

/** The words of a letter; values stand in braces. */
const table = {
  title: ["决定书", "審核結果通知書", "Decision letter"],
  subtitle: [
    "{merchant} · 申请编号 {number} · {issued}",
    "{merchant} · 申請編號 {number} · {issued}",
    "{merchant} · request {number} · {issued}",
  ],
  to: ["致：{name}", "致：{name}", "To: {name}"],
  to_applicant: ["致：申请人", "致：申請人", "To whoever made the request"],
  about: ["申请事项", "申請事項", "What you asked for"],
  order: ["订单", "訂單", "Order"],
  received: ["申请日期", "申請日期", "You asked on"],
  decided: ["决定日期", "決定日期", "We decided on"],
  date: ["{year}年{month}月{day}日", "{year}年{month}月{day}日", "{day} {month} {year}"],
  between: ["、", "、", ", "],

  result: ["决定", "決定", "What we decided"],
  pays: ["我们给您{sum}。", "本公司給您{sum}。", "We pay you {sum}."],
  pays_back: ["我们退还您{sum}。", "本公司退還您{sum}。", "We pay back {sum}."],
  pays_back_and: [
    "我们退还您{back}，另给您{given}。",
    "本公司退還您{back}，另給您{given}。",
    "We pay back {back}, and give you {given} on top.",
  ],
  pays_nothing: [
    "很抱歉，这次申请我们不能退款。原因、哪些情况会改变这一结果，以及您可以向谁申诉，都写在下面。",
    "很抱歉，這次申請本公司無法退款。原因、哪些情況會改變這一結果，以及您可以向誰申訴，都寫在下面。",
    "We are sorry: we cannot pay anything back on this request. Below we say why, what would " +
      "change the answer, and where you can turn if you disagree.",
  ],
  nothing_to_pay: [
    "您的申请成立，但目前没有需要支付的款项；金额的由来见下。",
    "您的申請成立，但目前沒有需要支付的款項；金額的由來見下。",
    "Your request is granted, and there is nothing to pay out now; the sum below shows why.",
  ],
  no_matching_purchase: [
    "很抱歉，我们没有找到与这次申请相符的购买，因此无法退款。如有订单号或付款凭证，请重新申请。",
    "很抱歉，本公司沒有找到與這次申請相符的購買，因此無法退款。如有訂單編號或付款憑證，請重新申請。",
    "We are sorry: we found no purchase that this request fits, so nothing can be paid back. If " +
      "you have an order number or a receipt, please ask again with it.",
  ],
  already_refunded: [
    "这次申请所涉款项已在之前的申请中退还，因此不再另行退款。",
    "這次申請所涉款項已在先前的申請中退還，因此不再另行退款。",
    "What this request is about was paid back on an earlier one, so nothing more is due.",
  ],
  charged_back: [
    "这次申请所涉款项已由您的银行通过拒付退回，因此不再另行退款。",
    "這次申請所涉款項已由您的銀行透過爭議款程序退回，因此不再另行退款。",
    "What this request is about went back through your bank by a chargeback, so nothing " +
      "more is due.",
  ],
  due_by: ["款项最迟于{day}到账。", "款項最遲於{day}入帳。", "The money is due by {day}."],
  due_by_law: [
    "款项最迟于{day}到账；这是法律规定的期限。",
    "款項最遲於{day}入帳；這是法律規定的期限。",
    "The money is due by {day}; the law sets this day.",
  ],
  due_provisional: [
    "该日期之后的节假日安排尚未公布；安排公布后如期限提前，以较早的日期为准。",
    "該日期之後的假日安排尚未公布；安排公布後如期限提前，以較早的日期為準。",
    "The public holidays up to that day are not announced yet; if they bring the day forward, " +
      "the earlier one counts.",
  ],
  held: [
    "其中{amount}因银行拒付争议未结而暂缓，争议结束后支付，或由拒付程序退回。",
    "其中{amount}因銀行爭議款未結而暫緩，爭議結束後支付，或由爭議款程序退回。",
    "Of this, {amount} waits for an open chargeback: it is paid when that ends, or goes " +
      "back by it.",
  ],
  charged_back_part: [
    "{amount}已由银行拒付退回，不再重复支付。",
    "{amount}已由銀行爭議款程序退回，不再重複支付。",
    "{amount} went back by a chargeback and is not paid a second time.",
  ],
  carried: [
    "此前已多付{amount}，将与今后的退款相抵，我们不会向您追讨。",
    "先前已多付{amount}，將與今後的退款相抵，本公司不會向您追討。",
    "{amount} was paid too much before; later refunds are offset against it, and we never " +
      "collect it.",
  ],
  reclaimed: [
    "因订单退款，随订单发放的红包收回{amount}。",
    "因訂單退款，隨訂單發放的紅包收回{amount}。",
    "With the order undone, {amount} of the red packet that came with it is taken back.",
  ],

  way: ["退回方式", "退回方式", "How it reaches you"],
  amount: ["金额", "金額", "Amount"],
  way_money: ["原路退回", "原路退回", "back the way you paid"],
  way_wallet: ["退回钱包", "退回錢包", "back to your wallet"],
  way_packet: ["退回红包", "退回紅包", "back to your red packet"],
  way_points: ["退回积分", "退回點數", "back to your points"],
  way_gift_card: ["退回礼品卡", "退回禮物卡", "back to your gift card"],
  way_of: ["{way}（第{n}笔付款）", "{way}（第 {n} 筆付款）", "{way} (payment {n})"],
  way_at: ["订单 {order}：{way}", "訂單 {order}：{way}", "order {order}: {way}"],
  way_voucher: ["抵用券", "抵用券", "a voucher"],
  way_given_points: ["赠送积分", "贈送點數", "points given"],
  way_cash: ["另行付款：{base}", "另行付款：{base}", "paid apart: {base}"],
  way_cash_plain: ["另行付款", "另行付款", "paid apart"],
  total: ["合计", "合計", "In all"],
  voucher: ["{money}抵用券", "{money}抵用券", "a voucher of {money}"],
  points: ["{n} 积分", "{n} 點", "{n} points"],
  point: ["{n} 积分", "{n} 點", "{n} point"],
  worth: ["{units}（折合{money}）", "{units}（折合{money}）", "{units} (worth {money})"],
  other_units: ["{n} 份", "{n} 份", "{n} units"],
  in_packet: ["红包{money}", "紅包{money}", "{money} in the red packet"],
  in_gift_card: ["礼品卡{money}", "禮物卡{money}", "{money} on the gift card"],
  in_wallet: ["钱包余额{money}", "錢包餘額{money}", "{money} in the wallet"],
  in_coupon: ["优惠券{money}", "優惠券{money}", "{money} in coupons"],
  and: ["和", "和", " and "],

  sum: ["金额是怎样算出来的", "金額是怎樣算出來的", "How the sum comes about"],
  sum_of: [
    "金额是怎样算出来的：订单 {order}",
    "金額是怎樣算出來的：訂單 {order}",
    "How the sum comes about: order {order}",
  ],
  step: ["项目", "項目", "Step"],
  step_paid: ["您为订单支付", "您為訂單支付", "you paid for the order"],
  step_unclaimed: [
    "未申请或不予退还的部分",
    "未申請或不予退還的部分",
    "not asked for, or not paid back",
  ],
  step_deduction: ["按规则扣减", "依規則扣減", "kept under the rules"],
  step_deduction_of: ["按规则扣减：{base}", "依規則扣減：{base}", "kept under the rules: {base}"],
  step_rounding: ["取整（有利于您）", "取整（有利於您）", "rounding, in your favour"],
  step_overlap: [
    "多项承诺重合，只计一次",
    "多項承諾重合，只計一次",
    "several promises for the same thing, counted once",
  ],
  step_reprice: [
    "满减按剩余商品重新计算",
    "滿減依剩餘商品重新計算",
    "spend discount worked out again for what you keep",
  ],
  step_take: ["扣款", "扣款", "taken off"],
  step_take_of: ["扣款：{base}", "扣款：{base}", "taken off: {base}"],
  step_offset: ["收回的红包抵扣", "收回的紅包抵扣", "red packet taken back"],
  step_chargeback: [
    "银行拒付多退的部分",
    "銀行爭議款多退的部分",
    "gone back by a chargeback beyond what is owed",
  ],
  step_owed: ["应退合计", "應退合計", "owed to you in all"],
  step_before: ["其中先前的决定已应退", "其中先前的決定已應退", "of it owed by earlier decisions"],
  step_this: ["本次决定新增", "本次決定新增", "added by this decision"],

  why: ["理由", "理由", "Why"],
  why_of: ["理由：订单 {order}", "理由：訂單 {order}", "Why: order {order}"],
  item: ["{name}：{sentence}", "{name}：{sentence}", "{name}: {sentence}"],
  line_name: ["第{n}项商品", "第 {n} 項商品", "item {n}"],
  packet_name: ["红包 {packet}", "紅包 {packet}", "red packet {packet}"],
  cite: ["出处：{cite}。", "出處：{cite}。", "It follows {cite}."],
  change: ["哪些情况会改变这一结果", "哪些情況會改變這一結果", "What would change the answer"],
  change_none: [
    "就目前已知的情况，没有哪项补充证明会改变这一结果。",
    "就目前已知的情況，沒有哪項補充證明會改變這一結果。",
    "As things are known today, no further evidence would change the answer.",
  ],
  change_again: [
    "如您有可以证明上述情况的材料，请联系我们补充，或者再次提出申请；我们会重新核定。",
    "如您有可證明上述情況的佐證資料，請聯絡本公司補充，或再次提出申請；本公司會重新審核。",
    "If you have something that shows this, please send it to us, or with a new request; we " +
      "will look again.",
  ],

  rights: ["如果您不同意", "如果您不同意", "If you disagree"],
  rights_merchant: [
    "如不同意本决定，请凭申请编号 {number} 向{merchant}投诉，我们会再次审核。",
    "若不同意本決定，請以申請編號 {number} 向{merchant}申訴，本公司會再次審核。",
    "If you do not agree, please complain to {merchant} and give the number {number}; we will " +
      "look at it again.",
  ],
  merchant: ["商家", "商家", "Merchant"],
  merchant_address: ["地址", "地址", "Address"],
  merchant_contact: ["联系方式", "聯絡方式", "Contact"],
  merchant_complaints: ["投诉", "申訴", "Complaints"],
  merchant_website: ["网站", "網站", "Website"],
  rights_no_limit: [
    "据以作出决定的规则没有为申诉设定期限；法律规定的时效不受影响。",
    "據以作出決定的規則沒有為申訴設定期限；法律規定的時效不受影響。",
    "The rules behind this decision set no time limit for a complaint; periods of limitation " +
      "under the law are untouched.",
  ],
  rights_law: [
    "本决定不影响您依法享有的权利：您可以另行协商、申请仲裁或向人民法院起诉。",
    "本決定不影響您依法享有的權利：您可以另行協商、申請仲裁或向法院起訴。",
    "This decision leaves your rights under the law untouched, including that of going to court.",
  ],
  rights_cn_consumer: [
    "作为消费者，您还可以拨打 12315 或登录全国 12315 平台向市场监督管理部门投诉，或请消费者协会调解。",
    "作為消費者，您還可以撥打 12315 或透過全國 12315 平台向市場監督管理部門投訴，或請消費者協會調解。",
    "As a consumer in China you can also complain to the market regulator (telephone 12315 or " +
      "the national 12315 platform), or ask a consumer association to mediate.",
  ],

  facts: ["所依据的事实", "所依據的事實", "The facts we decided on"],
  fact: ["事实", "事實", "Fact"],
  found: ["认定为", "認定為", "Found"],
  by: ["来自", "來自", "From"],
  when: ["日期", "日期", "On"],
  by_event: ["订单记录", "訂單紀錄", "the order's record"],
  by_claimed: ["您的陈述", "您的陳述", "your word"],
  by_attested: ["我们的审核", "本公司審核", "our review"],
  by_unsaid: ["双方均未提出", "雙方均未提出", "nobody said otherwise"],
  by_nobody: ["未能证明", "未能證明", "not shown"],
  unproven: ["未得到证明", "未獲證明", "not proven"],
  fact_of: ["{fact}（{place}）", "{fact}（{place}）", "{fact} ({place})"],

  signed: ["落款", "落款", "Issued by"],
  signed_by: ["出具单位", "出具單位", "Merchant"],
  signed_on: ["出具日期", "出具日期", "Date"],
  seal: ["印章", "印章", "Seal or signature"],
  seal_here: [
    "（加盖电子印章或公章）",
    "（加蓋電子印章或公司章）",
    "(place for seal or signature)",
  ],
  check_at: [
    "本决定书附有电子签名。您可以登录 {place}，凭申请编号 {number} 查看并核对；技术说明见附录。",
    "本通知書附有電子簽章。您可以登入 {place}，以申請編號 {number} 查看並核對；技術說明見附錄。",
    "This letter is signed electronically. Log in at {place} with the number {number} to see and " +
      "compare it; how to check the signature is told in the appendix.",
  ],
  check_in: [
    "本决定书附有电子签名。您可以登录商家的售后服务页面，凭申请编号 {number} 查看并核对；技术说明见附录。",
    "本通知書附有電子簽章。您可以登入商家的售後服務頁面，以申請編號 {number} 查看並核對；技術說明見附錄。",
    "This letter is signed electronically. Log in to the merchant’s pages with the number " +
      "{number} to see and compare it; how to check the signature is told in the appendix.",
  ],

  technical: ["附录：技术信息", "附錄：技術資訊", "Appendix: technical information"],
  document: ["《{title}》", "《{title}》", "“{title}”"],
  parameters: ["（{params}）", "（{params}）", " ({params})"],
  evaluator: ["计算程序", "計算程式", "Evaluator"],
  calendar: ["日历版本", "日曆版本", "Calendar"],
  program: ["出具程序", "出具程式", "Written by"],
  key: ["签名公钥指纹", "簽章公鑰指紋", "Fingerprint of the signing key"],
  check_how: [
    "本文件内附有经签名的数据：上述事实、规则全文和全部算式。任何人都可以离线核验：makegood verify-letter <文件>。" +
      "核验程序核对签名和规则原文，重新作出决定并计算每一笔金额，再与您看到的文字逐一比对。",
    "本檔案內附有經簽章的資料：上述事實、規則全文和全部算式。任何人都可以離線核驗：makegood verify-letter <檔案>。" +
      "核驗程式核對簽章與規則條文，重新作出決定並計算每一筆金額，再與您看到的文字逐一比對。",
    "This file carries, signed, the facts above, the full texts of the rules and every step of " +
      "the sum. Anybody can work it out again without a connection: makegood verify-letter " +
      "<file>. It checks the signature and the texts, decides again, computes each amount " +
      "again, and compares the words that you see.",
  ],
  check_key: [
    "公钥可在 {place} 查到；签名不包含收件人姓名。",
    "公鑰可在 {place} 查到；簽章不包含收件人姓名。",
    "The public key is found at {place}; the addressee is not part of what is signed.",
  ],
  check_key_unset: [
    "公钥请向商家索取；签名不包含收件人姓名。",
    "公鑰請向商家索取；簽章不包含收件人姓名。",
    "The merchant tells the public key; the addressee is not part of what is signed.",
  ],
  refused_why: ["原因：{reason}。", "原因：{reason}。", "The reason: {reason}."],
  unmatched_no_customer: [
    "原单据上没有客户信息，无法对应到任何订单",
    "原單據上沒有客戶資訊，無法對應到任何訂單",
    "the slip names no customer, so it belongs to no order",
  ],
  unmatched_special_code: [
    "所填编码不是商品（如邮费、手续费、手工调整）",
    "所填編碼不是商品（如郵資、手續費、手工調整）",
    "the code is not of goods (postage, a fee, a manual entry)",
  ],
  unmatched_no_earlier_purchase: [
    "此前没有购买过该商品，或已全部退回",
    "先前沒有購買過該商品，或已全部退回",
    "these goods were not bought before, or all of them were returned already",
  ],
  unmatched_more_than_bought: [
    "所退件数多于尚未退回的件数",
    "所退件數多於尚未退回的件數",
    "more units are asked for than were bought and not returned",
  ],
  footer: [
    "{merchant} · 申请 {number} · 出具于 {issued}",
    "{merchant} · 申請 {number} · 出具於 {issued}",
    "{merchant} · request {number} · written on {issued}",
  ],
} as const satisfies Record<string, Phrase>;

export type LetterWord = keyof typeof table;

/** One phrase of the letter; values are put in as they are, whatever braces they contain. */
export function write(
  word: LetterWord,
  language: Language,
  values: Readonly<Record<string, string>> = {},
): string {
  return phraseIn(table[word], language, values);
}

export const isLetterWord = (word: string): word is LetterWord => Object.hasOwn(table, word);

/** Why no purchase fits a request, by its code; null for none, or one that nobody knows. */
export function unmatchedReason(code: string | null, language: Language): string | null {
  const word = `unmatched_${code ?? ""}`;
  return isLetterWord(word) ? write(word, language) : null;
}
