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
  payment_unnumbered: {
    status: 422,
    title: "Payment without a number",
    sentence: {
      "zh-CN": "此订单已收到过付款；再报付款请填写 `reference` 或网关的付款号，以免同一笔被退两次",
      "zh-TW": "此訂單已收到過付款；再報付款請填寫 `reference` 或閘道的付款號，以免同一筆被退兩次",
      en: "the order has a payment already; give `reference` or the gateway's number of this one",
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
      "zh-CN": "订单金额对不上：{reason}",
      "zh-TW": "訂單金額不符：{reason}",
      en: "the order does not add up: {reason}",
    },
  },
  order_invalid: {
    status: 422,
    title: "Order is not right",
    sentence: {
      "zh-CN": "订单内容有误：{reason}",
      "zh-TW": "訂單內容有誤：{reason}",
      en: "the order is not right: {reason}",
    },
  },
  zone_unknown: {
    status: 422,
    title: "Unknown time zone",
    sentence: {
      "zh-CN": "没有时区 `{zone}`；请写成 Asia/Shanghai 这样的名称",
      "zh-TW": "沒有時區 `{zone}`；請寫成 Asia/Taipei 這樣的名稱",
      en: "there is no time zone `{zone}`; write a name such as Asia/Shanghai",
    },
  },
  order_line_unknown: {
    status: 422,
    title: "Unknown order line",
    sentence: {
      "zh-CN": "订单中没有明细 `{line}`；现有：{lines}",
      "zh-TW": "訂單中沒有明細 `{line}`；現有：{lines}",
      en: "the order has no line `{line}`; its lines are: {lines}",
    },
  },
  order_tender_unknown: {
    status: 422,
    title: "Unknown tender",
    sentence: {
      "zh-CN": "订单中没有支付项 `{tender}`；现有：{tenders}",
      "zh-TW": "訂單中沒有支付項 `{tender}`；現有：{tenders}",
      en: "the order has no tender `{tender}`; its tenders are: {tenders}",
    },
  },
  order_packet_unknown: {
    status: 422,
    title: "Unknown packet",
    sentence: {
      "zh-CN": "订单既未出售也未赠送红包 `{packet}`；现有：{packets}",
      "zh-TW": "訂單既未販售也未贈送紅包 `{packet}`；現有：{packets}",
      en: "the order neither sold nor granted the packet `{packet}`; its packets are: {packets}",
    },
  },
  order_meter_unknown: {
    status: 422,
    title: "Unknown meter",
    sentence: {
      "zh-CN": "订单约定的计量项中没有 `{meter}`；现有：{meters}",
      "zh-TW": "訂單約定的計量項目中沒有 `{meter}`；現有：{meters}",
      en: "the order has no meter `{meter}`; its meters are: {meters}",
    },
  },
  order_without_meters: {
    status: 422,
    title: "No meters agreed",
    sentence: {
      "zh-CN": "订单没有约定计量项，`{meter}` 的使用量无处计入；请在下单时填写 `terms`",
      "zh-TW": "訂單沒有約定計量項目，`{meter}` 的使用量無處計入；請於下單時填寫 `terms`",
      en: "no meters were agreed, so use of `{meter}` would count nowhere; give the order `terms`",
    },
  },
  event_fact_unknown: {
    status: 422,
    title: "Unknown fact",
    sentence: {
      "zh-CN": "没有可由事件记录的事实 `{fact}`；可用：{facts}",
      "zh-TW": "沒有可由事件記錄的事實 `{fact}`；可用：{facts}",
      en: "no event establishes a fact `{fact}`; it can be: {facts}",
    },
  },
  event_fact_of_claim: {
    status: 422,
    title: "Fact is established in a claim",
    sentence: {
      "zh-CN": "事实 `{fact}` 在申请中确定（{by}），不能作为订单事件记录；请在申请中提交",
      "zh-TW": "事實 `{fact}` 於申請中確定（{by}），不能作為訂單事件記錄；請於申請中提交",
      en: "the fact `{fact}` is established by the {by} of a claim, not by an event; tell it there",
    },
  },
  event_fact_of_order: {
    status: 422,
    title: "Fact of the order",
    sentence: {
      "zh-CN": "事实 `{fact}` 属于整个订单；请去掉 `lineId` 与 `packetId`",
      "zh-TW": "事實 `{fact}` 屬於整筆訂單；請移除 `lineId` 與 `packetId`",
      en: "the fact `{fact}` is one of the whole order; leave out `lineId` and `packetId`",
    },
  },
  event_fact_of_line: {
    status: 422,
    title: "Fact of a line",
    sentence: {
      "zh-CN": "事实 `{fact}` 属于订单明细；请用 `lineId` 指明，且仅用它",
      "zh-TW": "事實 `{fact}` 屬於訂單明細；請用 `lineId` 指明，且僅用它",
      en: "the fact `{fact}` is one of a line; name the line in `lineId`, and nothing else",
    },
  },
  event_fact_of_packet: {
    status: 422,
    title: "Fact of a packet",
    sentence: {
      "zh-CN": "事实 `{fact}` 属于红包；请用 `packetId` 指明，且仅用它",
      "zh-TW": "事實 `{fact}` 屬於紅包；請用 `packetId` 指明，且僅用它",
      en: "the fact `{fact}` is one of a packet; name it in `packetId`, and nothing else",
    },
  },
  fact_value_wrong: {
    status: 422,
    title: "Value of a fact",
    sentence: {
      "zh-CN": "事实 `{fact}` 不能取值 `{value}`；可取：{values}",
      "zh-TW": "事實 `{fact}` 不能取值 `{value}`；可取：{values}",
      en: "`{value}` cannot be the value of the fact `{fact}`; it can be: {values}",
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
