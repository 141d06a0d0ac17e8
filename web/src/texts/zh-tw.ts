import type { WebTexts } from "./zh-cn.ts";

export const zhTw: WebTexts = {
  language: "語言",
  offline: "無法連線到伺服器；請檢查網路後重試",
  broken: "頁面發生問題；請重新整理後重試",
  retry: "重試",
  between: "、",
  pair: "{name}：{value}",
  factOf: "{fact}（{item}）",
  points: "{n} 點",
  orderNumber: "訂單編號",
  until: "最遲 {time}",
  byLaw: "法定",
  byPromise: "本公司承諾",
  notices: "通知書",
  waterfall: "從實付到應退",
};
