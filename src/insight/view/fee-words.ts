import type { Words } from "./figures.ts";

export const feeWords = {
  title: {
    "zh-CN": "取消费用与已提供的服务：订单 {order}",
    "zh-TW": "取消費用與已提供的服務：訂單 {order}",
    en: "Fee against service: order {order}",
  },
  subtitle: {
    "zh-CN": "{from} 至 {to}，每个时点取消会退多少、留下多少",
    "zh-TW": "{from} 至 {to}，每個時點取消會退多少、留下多少",
    en: "What a cancellation brings and leaves at each point in time, {from} to {to}",
  },
  apart: { "zh-CN": "偏离之处", "zh-TW": "偏離之處", en: "Where they part" },
  together: {
    "zh-CN": "任何时点留下的金额都等于已提供服务的套餐价。",
    "zh-TW": "任何時點留下的金額都等於已提供服務的方案價。",
    en: "At every point what is kept is the package's price of the service rendered.",
  },
  above_full: {
    "zh-CN":
      "{when}取消的客户，留下的金额超过已提供服务按单买全价的价值，最多超过 {amount}（自 {at} 起）。",
    "zh-TW":
      "{when}取消的客戶，留下的金額超過已提供服務按單買全價的價值，最多超過 {amount}（自 {at} 起）。",
    en:
      "{when}, a customer who cancels leaves more than the service rendered is worth even " +
      "at its full price: by up to {amount} (from {at}).",
  },
  above_package: {
    "zh-CN":
      "{when}取消的客户，留下的金额超过已提供服务的套餐价，最多超过 {amount}（自 {at} 起）。",
    "zh-TW":
      "{when}取消的客戶，留下的金額超過已提供服務的方案價，最多超過 {amount}（自 {at} 起）。",
    en:
      "{when}, a customer who cancels leaves more than the package's price of the service " +
      "rendered: by up to {amount} (from {at}).",
  },
  below_package: {
    "zh-CN":
      "{when}取消时，商家留下的金额低于已提供服务的套餐价，最多相差 {amount}（自 {at} 起）。",
    "zh-TW":
      "{when}取消時，商家留下的金額低於已提供服務的方案價，最多相差 {amount}（自 {at} 起）。",
    en:
      "{when}, the merchant keeps less than the package's price of the service rendered: " +
      "by up to {amount} (from {at}).",
  },
  below_cost: {
    "zh-CN": "{when}取消时，商家亏损：留下的金额低于服务成本，最多相差 {amount}（自 {at} 起）。",
    "zh-TW": "{when}取消時，商家虧損：留下的金額低於服務成本，最多相差 {amount}（自 {at} 起）。",
    en:
      "{when}, the merchant loses: what is kept does not cover the cost, by up to {amount} " +
      "(from {at}).",
  },
  between: {
    "zh-CN": "自 {from} 至 {until}（不含）",
    "zh-TW": "自 {from} 至 {until}（不含）",
    en: "From {from} until before {until}",
  },
  lasting: { "zh-CN": "自 {from} 起", "zh-TW": "自 {from} 起", en: "From {from} on" },
  series: { "zh-CN": "逐段金额", "zh-TW": "逐段金額", en: "Stretch by stretch" },
  seriesNote: {
    "zh-CN": "每一行自该时点起有效，到下一行为止；金额单位为 {currency}，实付 {paid}。",
    "zh-TW": "每一列自該時點起有效，到下一列為止；金額單位為 {currency}，實付 {paid}。",
    en: "Each row holds from its instant until the next one. Amounts in {currency}; paid: {paid}.",
  },
  from: { "zh-CN": "起", "zh-TW": "起", en: "From" },
  refund: { "zh-CN": "退款", "zh-TW": "退款", en: "Refund" },
  kept: { "zh-CN": "留下", "zh-TW": "留下", en: "Kept" },
  package: { "zh-CN": "服务（套餐价）", "zh-TW": "服務（方案價）", en: "Service, package price" },
  full: { "zh-CN": "服务（全价）", "zh-TW": "服務（全價）", en: "Service, full price" },
  cost: { "zh-CN": "成本", "zh-TW": "成本", en: "Cost" },
  grant: { "zh-CN": "另赠", "zh-TW": "另贈", en: "Given besides" },
  clause: { "zh-CN": "条款", "zh-TW": "條款", en: "Clause" },
  footer: {
    "zh-CN": "规则：{policies}。金额由正式运行的决定与结算程序算出。",
    "zh-TW": "規則：{policies}。金額由正式運行的決定與結算程式算出。",
    en: "Policies: {policies}. Decided and settled by the same code as in production.",
  },
} satisfies Words<string>;
