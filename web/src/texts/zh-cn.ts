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
  orderNumber: "订单号",
  until: "最迟 {time}",
  byLaw: "法定",
  byPromise: "我方承诺",
  notices: "告知书",
  waterfall: "从实付到应退",
};

export type WebTexts = typeof zhCn;
