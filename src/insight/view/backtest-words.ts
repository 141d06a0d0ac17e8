import type { Words } from "./figures.ts";

export const backtestWords = {
  title: {
    "zh-CN": "历史回测：{policy}",
    "zh-TW": "歷史回測：{policy}",
    en: "Back-test of {policy}",
  },
  subtitle: {
    "zh-CN": "如果当时适用的是这份草案，已经决定的申请会得到什么结果",
    "zh-TW": "假如當時適用的是這份草案，已經決定的申請會得到什麼結果",
    en: "What claims that were decided would have brought under this draft",
  },
  scope: { "zh-CN": "范围", "zh-TW": "範圍", en: "What was compared" },
  window: { "zh-CN": "收到申请的时间", "zh-TW": "收到申請的時間", en: "Claims received" },
  between: {
    "zh-CN": "自 {from} 至 {to}（不含）",
    "zh-TW": "自 {from} 至 {to}（不含）",
    en: "from {from} until before {to}",
  },
  since: { "zh-CN": "自 {from} 起", "zh-TW": "自 {from} 起", en: "from {from} on" },
  until: { "zh-CN": "{to} 之前", "zh-TW": "{to} 之前", en: "before {to}" },
  open: { "zh-CN": "不限", "zh-TW": "不限", en: "any time" },
  replaces: {
    "zh-CN": "由草案取代的规则",
    "zh-TW": "由草案取代的規則",
    en: "Policies that the draft replaces",
  },
  claims: { "zh-CN": "申请", "zh-TW": "申請", en: "Claims" },
  decisions: {
    "zh-CN": "决定（每件申请在每个订单上一项）",
    "zh-TW": "決定（每件申請在每張訂單上一項）",
    en: "Decisions (one for each claim and order)",
  },
  orders: { "zh-CN": "订单", "zh-TW": "訂單", en: "Orders" },
  customers: { "zh-CN": "客户", "zh-TW": "客戶", en: "Customers" },
  undetermined: {
    "zh-CN": "金额无法确定的决定",
    "zh-TW": "金額無法確定的決定",
    en: "Decisions without one amount",
  },
  undeterminedText: {
    "zh-CN": "{count}：草案所需的事实从未查明，按可能的最低与最高金额计入，不作推测",
    "zh-TW": "{count}：草案所需的事實從未查明，以可能的最低與最高金額計入，不作推測",
    en:
      "{count}: facts that the draft needs were never established; counted with the lowest " +
      "and the highest possible amount, never guessed",
  },
  missing: {
    "zh-CN": "从未查明的事实",
    "zh-TW": "從未查明的事實",
    en: "Facts never established",
  },
  unanswered: {
    "zh-CN": "草案不再处理的决定",
    "zh-TW": "草案不再處理的決定",
    en: "Decisions that nothing answers any more",
  },
  leftOut: {
    "zh-CN": "无法比较、两边均按原样计入的决定",
    "zh-TW": "無法比較、兩邊均按原樣計入的決定",
    en: "Decisions that cannot be compared and stand as they were on both sides",
  },
  leftOutText: {
    "zh-CN": "事实过于不明 {tooOpen}；草案认为不会发生 {impossible}；草案有缺口或重叠 {faulty}",
    "zh-TW": "事實過於不明 {tooOpen}；草案認為不會發生 {impossible}；草案有缺口或重疊 {faulty}",
    en:
      "too little is known: {tooOpen}; the draft assumes the case away: {impossible}; the " +
      "draft has a gap or an overlap: {faulty}",
  },
  undecided: {
    "zh-CN": "从未作出决定的申请（未计入）",
    "zh-TW": "從未作出決定的申請（未計入）",
    en: "Claims that were never decided (in no sum)",
  },
  undecidedText: {
    "zh-CN": "处理中 {open}；已撤回 {withdrawn}；没有对应的购买 {unmatched}",
    "zh-TW": "處理中 {open}；已撤回 {withdrawn}；沒有對應的購買 {unmatched}",
    en: "open: {open}; withdrawn: {withdrawn}; no purchase fits: {unmatched}",
  },
  unfit: {
    "zh-CN": "参数不适用于草案、改用草案默认值的订单组",
    "zh-TW": "參數不適用於草案、改用草案預設值的訂單組",
    en: "Sets of pins whose parameters do not fit the draft, which has its defaults there",
  },
  problems: { "zh-CN": "草案的问题", "zh-TW": "草案的問題", en: "Faults of the draft" },
  money: { "zh-CN": "退款与现金", "zh-TW": "退款與現金", en: "Money" },
  grants: { "zh-CN": "优惠券与积分", "zh-TW": "優惠券與點數", en: "Vouchers and points" },
  total: { "zh-CN": "{currency} 总额", "zh-TW": "{currency} 總額", en: "{currency} in all" },
  what: { "zh-CN": "项目", "zh-TW": "項目", en: "What" },
  before: { "zh-CN": "当时", "zh-TW": "當時", en: "As it was" },
  after: { "zh-CN": "按草案", "zh-TW": "依草案", en: "Under the draft" },
  change: { "zh-CN": "差额", "zh-TW": "差額", en: "Change" },
  affected: {
    "zh-CN":
      "受影响的有 {claims} 件申请、{orders} 个订单、{customers} 位客户；{more} 项决定对客户更有利，{less} 项更不利，{open} 项无法确定。",
    "zh-TW":
      "受影響的有 {claims} 件申請、{orders} 張訂單、{customers} 位客戶；{more} 項決定對客戶更有利，{less} 項更不利，{open} 項無法確定。",
    en:
      "Affected: claims {claims}, orders {orders}, customers {customers}. Of the " +
      "decisions, {more} give the customer more, {less} give less, and {open} cannot be " +
      "told.",
  },
  nothingChanges: {
    "zh-CN": "没有任何申请的金额发生变化。",
    "zh-TW": "沒有任何申請的金額發生變化。",
    en: "No claim would have brought another amount.",
  },
  costs: {
    "zh-CN": "{currency} 成本的分布",
    "zh-TW": "{currency} 成本的分布",
    en: "How {currency} costs are distributed",
  },
  perDecision: { "zh-CN": "每项决定", "zh-TW": "每項決定", en: "A decision" },
  perMonth: { "zh-CN": "每月", "zh-TW": "每月", en: "A month" },
  perYear: { "zh-CN": "每年", "zh-TW": "每年", en: "A year" },
  percentile: {
    "zh-CN": "第 {percent} 百分位",
    "zh-TW": "第 {percent} 百分位",
    en: "{percent}th percentile",
  },
  costsNote: {
    "zh-CN":
      "每月与每年的成本由申请重抽样得出（复合泊松，种子固定）：反映单笔大额与件数的偶然性，不反映季节、增长或同一原因引起的大量申请。",
    "zh-TW":
      "每月與每年的成本由申請重抽樣得出（複合卜瓦松，種子固定）：反映單筆大額與件數的偶然性，不反映季節、成長或同一原因引起的大量申請。",
    en:
      "A month and a year are drawn by resampling claims (compound Poisson, fixed seed): " +
      "they know of large single claims and of chance in their number, and nothing of " +
      "seasons, growth or many claims with one cause.",
  },
  costsShort: {
    "zh-CN": "历史记录仅涉及 {months} 个月：由此推算的每年成本只是粗略估计。",
    "zh-TW": "歷史紀錄僅涉及 {months} 個月：由此推算的每年成本只是粗略估計。",
    en: "Months of history: {months}. A year drawn from so few is a rough guess.",
  },
  byMonth: { "zh-CN": "按月份", "zh-TW": "按月份", en: "By month" },
  byProduct: { "zh-CN": "按商品", "zh-TW": "按商品", en: "By product" },
  byChannel: { "zh-CN": "按购买渠道", "zh-TW": "按購買管道", en: "By channel" },
  byKind: { "zh-CN": "按申请种类", "zh-TW": "按申請種類", en: "By kind of claim" },
  notRecorded: { "zh-CN": "未记录", "zh-TW": "未記錄", en: "not recorded" },
  noProduct: { "zh-CN": "不属于某项商品", "zh-TW": "不屬於某項商品", en: "of no product" },
  others: { "zh-CN": "其余商品", "zh-TW": "其餘商品", en: "all other products" },
  count: { "zh-CN": "决定", "zh-TW": "決定", en: "Decisions" },
  changed: { "zh-CN": "有变化", "zh-TW": "有變化", en: "Changed" },
  largest: { "zh-CN": "变化最大的申请", "zh-TW": "變化最大的申請", en: "The largest changes" },
  claim: { "zh-CN": "申请编号", "zh-TW": "申請編號", en: "Claim" },
  order: { "zh-CN": "订单", "zh-TW": "訂單", en: "Order" },
  clauses: { "zh-CN": "决定的条款", "zh-TW": "決定的條款", en: "Deciding clauses" },
  nobody: { "zh-CN": "无", "zh-TW": "無", en: "none" },
  footer: {
    "zh-CN": "规则 {policy}，文本 {hash}。决定与结算由正式运行的同一程序完成；客户只计数，不记名。",
    "zh-TW": "規則 {policy}，文本 {hash}。決定與結算由正式運行的同一程式完成；客戶只計數，不記名。",
    en:
      "Policy {policy}, text {hash}. Decided and settled by the same code as in " +
      "production; customers are counted, never named.",
  },
} satisfies Words<string>;
