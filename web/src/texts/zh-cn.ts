/** The words that staff and customers read alike; the other languages have the same keys. */
export const zhCn = {
  language: "语言",
  offline: "连不上服务器；请检查网络后重试",
  broken: "页面出了问题；请刷新后重试",
  retry: "重试",
  between: "、",
  pair: "{name}：{value}",
  factOf: "{fact}（{item}）",
  points: "{n} 积分",
  voucherUnits: "{amount} 抵用券",
  orderNumber: "订单号",
  until: "最迟 {time}",
  byLaw: "法定",
  byPromise: "我方承诺",
  notices: "告知书",
  waterfall: "从实付到应退",
  besides: "另行给付",
  proof: "凭证：{names}",
  proofs: {
    photo: "照片",
    quality_report: "质检报告",
    inspection: "验货记录",
    incident_report: "故障报告",
    correspondence: "往来记录",
    lab_report: "有资质机构的检测报告",
    complaint_record: "投诉记录",
    contract: "合同",
    exam_result: "考试成绩",
    usage_log: "使用记录",
  },
};

export type WebTexts = typeof zhCn;
