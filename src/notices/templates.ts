import type { Language } from "../contract/index.ts";

interface Template {
  readonly title: string;
  /** Paragraphs in ICU message syntax; `{reasons}` alone stands for the list of reasons. */
  readonly body: readonly string[];
}

type Templates = Readonly<Record<string, Readonly<Record<Language, Template>>>>;

/** The notices of a claim. What each says comes from the decision's trace and the ledger. */
export const templates = {
  claim_settled: {
    "zh-CN": {
      title: "申请 {number} 已办结：退款 {amount}",
      body: [
        "您于 {receivedOn} 提出的申请 {number}（订单 {orders}）已经办结，共退回 {amount}。",
        "依据如下：",
        "{reasons}",
        "如有疑问，请凭申请编号 {number} 与我们联系；您也可以通过投诉渠道反映。",
      ],
    },
    "zh-TW": {
      title: "申請 {number} 已辦結：退款 {amount}",
      body: [
        "您於 {receivedOn} 提出的申請 {number}（訂單 {orders}）已經辦結，共退回 {amount}。",
        "依據如下：",
        "{reasons}",
        "如有疑問，請憑申請編號 {number} 與我們聯絡；您也可以透過客訴管道反映。",
      ],
    },
    en: {
      title: "Claim {number} is settled: {amount} returned",
      body: [
        "Your claim {number} of {receivedOn} (order {orders}) is settled.",
        "{amount} was returned to you.",
        "Why it is this amount:",
        "{reasons}",
        "If something is unclear, contact us with the claim number {number}.",
        "You can also make a complaint.",
      ],
    },
  },
  claim_charged_back: {
    "zh-CN": {
      title: "申请 {number} 已办结：{chargedBack} 已由拒付退回",
      body: [
        "您于 {receivedOn} 提出的申请 {number}（订单 {orders}）已经办结。",
        "其中 {chargedBack} 已通过您向银行或支付机构发起的拒付退回，因此不再重复支付。",
        "我方另行退回：{amount}。",
        "依据如下：",
        "{reasons}",
        "如有疑问，请凭申请编号 {number} 与我们联系；您也可以通过投诉渠道反映。",
      ],
    },
    "zh-TW": {
      title: "申請 {number} 已辦結：{chargedBack} 已由爭議款退回",
      body: [
        "您於 {receivedOn} 提出的申請 {number}（訂單 {orders}）已經辦結。",
        "其中 {chargedBack} 已透過您向銀行或支付機構提出的爭議款程序退回，因此不再重複支付。",
        "我方另行退回：{amount}。",
        "依據如下：",
        "{reasons}",
        "如有疑問，請憑申請編號 {number} 與我們聯絡；您也可以透過客訴管道反映。",
      ],
    },
    en: {
      title: "Claim {number} is settled: {chargedBack} went back by the chargeback",
      body: [
        "Your claim {number} of {receivedOn} (order {orders}) is settled.",
        "{chargedBack} went back to you by the chargeback at your bank or payment provider,",
        "so it is not paid a second time. Returned by us beside it: {amount}.",
        "Why it is this amount:",
        "{reasons}",
        "If something is unclear, contact us with the claim number {number}.",
        "You can also make a complaint.",
      ],
    },
  },
  claim_refused: {
    "zh-CN": {
      title: "申请 {number} 未获通过",
      body: [
        "您于 {receivedOn} 提出的申请 {number} 未获通过，没有应退金额。",
        "原因如下：",
        "{reasons}",
        "如您有新的证据或不同意见，可凭申请编号 {number} 联系我们，或通过投诉渠道反映。",
      ],
    },
    "zh-TW": {
      title: "申請 {number} 未獲通過",
      body: [
        "您於 {receivedOn} 提出的申請 {number} 未獲通過，沒有應退金額。",
        "原因如下：",
        "{reasons}",
        "如您有新的證據或不同意見，可憑申請編號 {number} 聯絡我們，或透過客訴管道反映。",
      ],
    },
    en: {
      title: "Claim {number} was refused",
      body: [
        "Your claim {number} of {receivedOn} was refused: nothing is due.",
        "The reasons:",
        "{reasons}",
        "If you have new evidence or disagree, contact us with the claim number {number}.",
        "You can also make a complaint.",
      ],
    },
  },
  payout_reversed: {
    "zh-CN": {
      title: "申请 {number} 的一笔退款被退回",
      body: [
        "此前告知您已退回的 {amount} 未能到账，款项已被支付渠道退回。",
        "我们会继续办理，到账后另行通知；您无需重新申请。申请编号：{number}。",
      ],
    },
    "zh-TW": {
      title: "申請 {number} 的一筆退款被退回",
      body: [
        "先前告知您已退回的 {amount} 未能入帳，款項已被支付管道退回。",
        "我們會繼續辦理，入帳後另行通知；您無需重新申請。申請編號：{number}。",
      ],
    },
    en: {
      title: "A payment of claim {number} came back",
      body: [
        "We told you that {amount} had been returned, but it did not arrive.",
        "The payment provider sent it back. We go on with it and tell you when it has arrived.",
        "You need not apply again. Claim number: {number}.",
      ],
    },
  },
} as const satisfies Templates;
