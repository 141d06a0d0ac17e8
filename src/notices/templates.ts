import type { Language } from "../contract/index.ts";

interface Template {
  readonly title: string;
  /** Paragraphs in ICU message syntax; `{reasons}` alone stands for the list of reasons. */
  readonly body: readonly string[];
}

type Templates = Readonly<Record<string, Readonly<Record<Language, Template>>>>;

/**
 * The notices of a claim. What each says comes from the decision's trace and the ledger; a sentence
 * stands on one line, since a line is a paragraph.
 */
export const templates = {
  claim_asked: {
    "zh-CN": {
      title: "申请 {number} 需要您补充情况",
      body: [
        "您于{receivedOn}提出的申请 {number}（订单 {orders}）还需要您补充以下情况：",
        "{reasons}",
        "{dueOn, select, none {请尽快补充。} " +
          "other {请在{dueOn}当日或之前补充；逾期未补充的，我们将根据已有的情况作出决定。}}",
        "等待您补充期间，我们自愿承诺的办理时限暂停计算，法律规定的期限照常计算。",
        "如有疑问，请凭申请编号 {number} 与我们联系。",
      ],
    },
    "zh-TW": {
      title: "申請 {number} 需要您補充資料",
      body: [
        "您於{receivedOn}提出的申請 {number}（訂單 {orders}）還需要您補充下列事項：",
        "{reasons}",
        "{dueOn, select, none {請盡快補充。} " +
          "other {請在{dueOn}當日或之前補充；逾期未補充者，本公司將依現有資料作出決定。}}",
        "等待您補充期間，本公司自願承諾的處理時限暫停計算，法律規定的期限照常計算。",
        "如有疑問，請提供申請編號 {number} 與本公司聯絡。",
      ],
    },
    en: {
      title: "Claim {number}: we need your answer",
      body: [
        "To decide your claim {number} of {receivedOn} (order {orders}) we need to know from you:",
        "{reasons}",
        "{dueOn, select, none {Please answer soon.} " +
          "other {Please answer by the end of {dueOn}; after that we decide by what we have.}}",
        "While we wait for you, the periods that we promised of our own accord stand still; " +
          "those set by law run on.",
        "If anything is unclear, please contact us and quote {number}.",
      ],
    },
  },
  claim_approved: {
    "zh-CN": {
      title: "申请 {number} 已同意：{outcome}",
      body: [
        "您于{receivedOn}提出的申请 {number}（订单 {orders}）已同意：{outcome}。",
        "决定依据：",
        "{reasons}",
        "款项到账后会再通知您。如有疑问，请凭申请编号 {number} 与我们联系。",
      ],
    },
    "zh-TW": {
      title: "申請 {number} 已同意：{outcome}",
      body: [
        "您於{receivedOn}提出的申請 {number}（訂單 {orders}）已同意：{outcome}。",
        "決定依據：",
        "{reasons}",
        "款項入帳後會再通知您。如有疑問，請提供申請編號 {number} 與我們聯絡。",
      ],
    },
    en: {
      title: "Claim {number} is accepted: {outcome}",
      body: [
        "Your claim {number} of {receivedOn} (order {orders}) is accepted: {outcome}.",
        "Why it was decided so:",
        "{reasons}",
        "We will write again when the money has arrived. " +
          "If anything is unclear, please contact us and quote {number}.",
      ],
    },
  },
  claim_ending: {
    "zh-CN": {
      title: "申请 {number} 已同意：合同于{endsOn}终止",
      body: [
        "您于{receivedOn}提出的申请 {number}（订单 {orders}）已同意，合同于{endsOn}终止。",
        "您可以使用到那时；到那时为止的使用都会计算在内，因此退款金额到期才确定，届时会再通知您。",
        "在{endsOn}终止之前，您可以随时撤回这项申请，合同继续有效。",
        "如有疑问，请凭申请编号 {number} 与我们联系。",
      ],
    },
    "zh-TW": {
      title: "申請 {number} 已同意：合約於{endsOn}終止",
      body: [
        "您於{receivedOn}提出的申請 {number}（訂單 {orders}）已同意，合約於{endsOn}終止。",
        "您可以使用到那時；到那時為止的使用都會計算在內，因此退款金額到期才確定，屆時會再通知您。",
        "在{endsOn}終止之前，您可以隨時撤回這項申請，合約繼續有效。",
        "如有疑問，請提供申請編號 {number} 與本公司聯絡。",
      ],
    },
    en: {
      title: "Claim {number} is accepted: the contract ends on {endsOn}",
      body: [
        "Your claim {number} of {receivedOn} (order {orders}) is accepted: " +
          "the contract ends on {endsOn}.",
        "You can use it until then, and all use until then counts: how much goes back is known " +
          "once it has ended, and we will write to you again.",
        "Until the contract has ended on {endsOn} you can withdraw this claim at any time, and " +
          "the contract goes on.",
        "If anything is unclear, please contact us and quote {number}.",
      ],
    },
  },
  payment_excess: {
    "zh-CN": {
      title: "订单 {orders}：多收的 {amount} 将退还给您",
      body: [
        "我们收到您为订单 {orders} 支付的 {amount}，这笔款项并非该订单应付的款项。",
        "我们将按您付款的方式原路退还，您无需申请。",
        "如有疑问，请凭订单号 {orders} 与我们联系。",
      ],
    },
    "zh-TW": {
      title: "訂單 {orders}：多收的 {amount} 將退還給您",
      body: [
        "我們收到您為訂單 {orders} 支付的 {amount}，這筆款項並非該訂單應付的款項。",
        "我們將依您付款的方式原路退還，您無須申請。",
        "如有疑問，請提供訂單編號 {orders} 與我們聯絡。",
      ],
    },
    en: {
      title: "Order {orders}: we are returning {amount} that was not due",
      body: [
        "We received {amount} for order {orders} that the order did not ask for.",
        "We are returning it the way it came; you do not need to apply.",
        "If anything is unclear, please contact us and quote the order {orders}.",
      ],
    },
  },
  payout_failed: {
    "zh-CN": {
      title: "申请 {number} 的一笔退款未能付出",
      body: [
        "{amount} 的退款未能付出，支付机构没有受理；您尚未收到这笔款项。",
        "我们会处理，款项付出后会再通知您。您无需重新申请。",
        "申请编号：{number}",
      ],
    },
    "zh-TW": {
      title: "申請 {number} 的一筆退款未能付出",
      body: [
        "{amount} 的退款未能付出，支付機構沒有受理；您尚未收到這筆款項。",
        "我們會處理，款項付出後會再通知您。您無須重新申請。",
        "申請編號：{number}",
      ],
    },
    en: {
      title: "A payment of claim {number} did not go out",
      body: [
        "The refund of {amount} was not taken by the payment provider: you have not received it.",
        "We are dealing with it and will tell you once it has been paid.",
        "You do not need to apply again.",
        "Claim number: {number}",
      ],
    },
  },
  claim_settled: {
    "zh-CN": {
      title: "申请 {number} 已办结：{outcome}",
      body: [
        "您于{receivedOn}提出的申请 {number}（订单 {orders}）已办结：{outcome}。",
        "决定依据：",
        "{reasons}",
        "如有疑问或者不同意处理结果，请凭申请编号 {number} 与我们联系或向我们投诉，联系方式见决定书；" +
          "在中国大陆购买的消费者也可以拨打 12315。",
      ],
    },
    "zh-TW": {
      title: "申請 {number} 已結案：{outcome}",
      body: [
        "您於{receivedOn}提出的申請 {number}（訂單 {orders}）已結案：{outcome}。",
        "決定依據：",
        "{reasons}",
        "如有疑問或不同意處理結果，請提供申請編號 {number} 與本公司聯絡或提出申訴，聯絡方式見審核結果通知書；" +
          "於中國大陸購買的消費者也可以撥打 12315。",
      ],
    },
    en: {
      title: "Claim {number} is settled: {outcome}",
      body: [
        "Your claim {number} of {receivedOn} (order {orders}) is settled: {outcome}.",
        "Why it was decided so:",
        "{reasons}",
        "If anything is unclear, please contact us and quote {number}.",
        "You can also make a complaint: the letter on your claim says where. " +
          "A consumer who bought in " +
          "mainland China can also call 12315.",
      ],
    },
  },
  claim_charged_back: {
    "zh-CN": {
      title: "申请 {number} 已办结：{chargedBack}已通过拒付退回",
      body: [
        "您于{receivedOn}提出的申请 {number}（订单 {orders}）已办结。",
        "其中{chargedBack}已由您的银行或支付机构以拒付方式退回给您，因此不再重复退付。",
        "其余部分：{outcome}。",
        "决定依据：",
        "{reasons}",
        "如有疑问或者不同意处理结果，请凭申请编号 {number} 与我们联系或向我们投诉，联系方式见决定书；" +
          "在中国大陆购买的消费者也可以拨打 12315。",
      ],
    },
    "zh-TW": {
      title: "申請 {number} 已結案：{chargedBack}已由爭議款程序退回",
      body: [
        "您於{receivedOn}提出的申請 {number}（訂單 {orders}）已結案。",
        "其中{chargedBack}已由您的銀行或支付機構依爭議款程序退回給您，因此不再重複退付。",
        "其餘部分：{outcome}。",
        "決定依據：",
        "{reasons}",
        "如有疑問或不同意處理結果，請提供申請編號 {number} 與本公司聯絡或提出申訴，聯絡方式見審核結果通知書；" +
          "於中國大陸購買的消費者也可以撥打 12315。",
      ],
    },
    en: {
      title: "Claim {number} is settled: {chargedBack} went back by the chargeback",
      body: [
        "Your claim {number} of {receivedOn} (order {orders}) is settled.",
        "{chargedBack} went back to you through the chargeback at your bank or payment provider, " +
          "so it is not paid a second time.",
        "Besides that, {outcome}.",
        "Why it was decided so:",
        "{reasons}",
        "If anything is unclear, please contact us and quote {number}.",
        "You can also make a complaint: the letter on your claim says where. " +
          "A consumer who bought in " +
          "mainland China can also call 12315.",
      ],
    },
  },
  claim_refused: {
    "zh-CN": {
      title: "申请 {number} 未获通过",
      body: [
        "您于{receivedOn}提出的申请 {number} 未获通过，没有可退的款项。",
        "理由如下：",
        "{reasons}",
        "如有新的材料或者不同意这一决定，请凭申请编号 {number} 与我们联系或向我们投诉，联系方式见决定书；" +
          "在中国大陆购买的消费者也可以拨打 12315。",
      ],
    },
    "zh-TW": {
      title: "申請 {number} 未獲通過",
      body: [
        "您於{receivedOn}提出的申請 {number} 未獲通過，沒有可退的款項。",
        "理由如下：",
        "{reasons}",
        "若您有新的佐證資料，或不同意這項決定，請提供申請編號 {number} 與本公司聯絡或提出申訴，聯絡方式見審核結果通知書；" +
          "於中國大陸購買的消費者也可以撥打 12315。",
      ],
    },
    en: {
      title: "Claim {number} was refused",
      body: [
        "Your claim {number} of {receivedOn} was refused, and nothing is due.",
        "The reasons:",
        "{reasons}",
        "If you have new evidence or disagree, please contact us and quote {number}.",
        "You can also make a complaint: the letter on your claim says where. " +
          "A consumer who bought in " +
          "mainland China can also call 12315.",
      ],
    },
  },
  payout_reversed: {
    "zh-CN": {
      title: "申请 {number} 的一笔退款未能到账",
      body: [
        "我们此前告知您{amount}已经退回，但这笔款项未能到账，已被支付机构退回给我们。",
        "我们正在处理，款项重新付出后会再通知您。您无需重新申请。",
        "申请编号：{number}",
      ],
    },
    "zh-TW": {
      title: "申請 {number} 的一筆退款未能入帳",
      body: [
        "本公司先前告知您{amount}已經退回，但這筆款項未能入帳，已由支付機構退還給本公司。",
        "本公司正在處理，款項重新付出後會再通知您。您無須重新申請。",
        "申請編號：{number}",
      ],
    },
    en: {
      title: "A payment of claim {number} came back",
      body: [
        "We told you that {amount} had been returned, but it did not arrive: " +
          "the payment provider sent it back to us.",
        "We are dealing with it and will tell you once it has been paid again.",
        "You do not need to apply again.",
        "Claim number: {number}",
      ],
    },
  },
} as const satisfies Templates;
