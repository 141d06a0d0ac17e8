import { errorTable } from "./entry.ts";

/** Refusals about orders, their events and file import. */
export const orderErrors = errorTable({
  order_number_taken: {
    status: 409,
    title: "Order number taken",
    sentence: {
      "zh-CN": "订单号 `{orderNumber}` 已存在；请检查，或换一个订单号",
      "zh-TW": "訂單編號 `{orderNumber}` 已存在；請檢查，或換一個訂單編號",
      en: "the order number `{orderNumber}` is already used; check it or take another",
    },
  },
  order_not_matched: {
    status: 404,
    title: "No such order",
    sentence: {
      "zh-CN": "没有与此订单号和联系方式相符的订单；请检查两者后再试",
      "zh-TW": "沒有與此訂單編號和聯絡方式相符的訂單；請檢查兩者後再試",
      en: "no order matches this number and contact; check both and try again",
    },
  },
  order_state: {
    status: 409,
    title: "Order is in another state",
    sentence: {
      "zh-CN": "订单处于 `{state}` 状态，不能记录 `{event}`；请刷新后再试",
      "zh-TW": "訂單處於 `{state}` 狀態，不能記錄 `{event}`；請重新整理後再試",
      en: "the order is `{state}`, so `{event}` cannot be recorded; refresh and try again",
    },
  },
  order_inconsistent: {
    status: 422,
    title: "Order does not add up",
    sentence: {
      "zh-CN": "订单内容不一致：{reason}；请核对明细、优惠与支付项",
      "zh-TW": "訂單內容不一致：{reason}；請核對明細、優惠與支付項",
      en: "the order does not add up: {reason}; check its lines, adjustments and tenders",
    },
  },
  order_line_unknown: {
    status: 422,
    title: "Unknown order line",
    sentence: {
      "zh-CN": "订单中没有明细 `{line}`；请检查",
      "zh-TW": "訂單中沒有明細 `{line}`；請檢查",
      en: "the order has no line `{line}`; check it",
    },
  },
  instant_ahead: {
    status: 422,
    title: "Instant lies ahead",
    sentence: {
      "zh-CN": "时间 `{instant}` 晚于现在；请填写实际发生的时间",
      "zh-TW": "時間 `{instant}` 晚於現在；請填寫實際發生的時間",
      en: "the time `{instant}` lies ahead; give the time at which it happened",
    },
  },
  event_invalid: {
    status: 422,
    title: "Event does not fit the order",
    sentence: {
      "zh-CN": "事件与订单不符：{reason}；请改正后重新提交",
      "zh-TW": "事件與訂單不符：{reason}；請改正後重新提交",
      en: "the event does not fit the order: {reason}; correct it and send it again",
    },
  },
  order_terms_accepted: {
    status: 409,
    title: "Terms are accepted already",
    sentence: {
      "zh-CN": "订单 `{orderNumber}` 已接受条款，不能再次更改",
      "zh-TW": "訂單 `{orderNumber}` 已接受條款，不能再次更改",
      en: "the order `{orderNumber}` has accepted its terms; they are not changed after that",
    },
  },
});
