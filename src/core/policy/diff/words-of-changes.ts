import type { Phrase } from "../word-table.ts";

/** What changes without changing the money of any case. */
export const wordsOfChanges = {
  no_longer_binds: ["不再约束{name}", "不再約束{name}", "no longer binds {name}"],
  now_binds: ["现在也约束{name}", "現在也約束{name}", "now binds {name} as well"],
  consumer: ["消费者", "消費者", "consumers"],
  business: ["企业顾客", "企業顧客", "business customers"],
  no_longer_answers: [
    "不再答复 `{name}` 类申请",
    "不再答覆 `{name}` 類申請",
    "no longer answers claims of kind `{name}`",
  ],
  now_answers: [
    "现在也答复 `{name}` 类申请",
    "現在也答覆 `{name}` 類申請",
    "now answers claims of kind `{name}` as well",
  ],
  asks: [
    "新增查明事项：{fact}（{by}）",
    "新增查明事項：{fact}（{by}）",
    "asks for one fact more: {fact} ({by})",
  ],
  no_longer_asks: [
    "不再查明：{fact}（{by}）",
    "不再查明：{fact}（{by}）",
    "no longer asks for: {fact} ({by})",
  ],
  asks_otherwise: [
    "{fact}：原{by}，现{now}",
    "{fact}：原{by}，現{now}",
    "{fact}: {by} (before); {now} (now)",
  ],
  by_customer: ["顾客说明", "顧客說明", "said by the customer"],
  by_reviewer: ["审核人员认定", "審核人員認定", "established by a reviewer"],
  by_event: ["由系统事件得知", "由系統事件得知", "known from an event"],
  burden_customer: ["{by}，由顾客举证", "{by}，由顧客舉證", "{by}, for the customer to prove"],
  burden_merchant: ["{by}，由商家举证", "{by}，由商家舉證", "{by}, for the merchant to prove"],
  parameter_added: [
    "新增参数 `{name}`：{values}，默认 {usual}",
    "新增參數 `{name}`：{values}，預設 {usual}",
    "a new parameter `{name}`: {values}, {usual} unless said",
  ],
  parameter_removed: [
    "取消参数 `{name}`：{values}，默认 {usual}",
    "取消參數 `{name}`：{values}，預設 {usual}",
    "parameter `{name}` is gone: {values}, {usual} unless said",
  ],
  parameter_changed: [
    "参数 `{name}`：由 {values}（默认 {usual}）改为 {now}（默认 {usualNow}）",
    "參數 `{name}`：由 {values}（預設 {usual}）改為 {now}（預設 {usualNow}）",
    "parameter `{name}`: {values} ({usual} unless said) before, {now} ({usualNow} unless said) now",
  ],
  promise_added: ["新增承诺：{promise}", "新增承諾：{promise}", "a new promise: {promise}"],
  promise_removed: ["取消承诺：{promise}", "取消承諾：{promise}", "a promise is gone: {promise}"],
  never_rises: [
    "款项 `{head}` 不随{fact}增加",
    "款項 `{head}` 不隨{fact}增加",
    "`{head}` never rises with {fact}",
  ],
  never_falls: [
    "款项 `{head}` 不随{fact}减少",
    "款項 `{head}` 不隨{fact}減少",
    "`{head}` never falls with {fact}",
  ],
  blind_to: ["不看{fact}", "不看{fact}", "blind to {fact}"],
  floor_added: ["新增底线 `{name}`", "新增底線 `{name}`", "stands on floor `{name}` as well"],
  floor_removed: [
    "不再以 `{name}` 为底线",
    "不再以 `{name}` 為底線",
    "no longer stands on floor `{name}`",
  ],
  deadline_added: [
    "新增期限 `{name}`：{time}",
    "新增期限 `{name}`：{time}",
    "a new deadline `{name}`: {time}",
  ],
  deadline_removed: [
    "取消期限 `{name}`：{time}",
    "取消期限 `{name}`：{time}",
    "deadline `{name}` is gone: {time}",
  ],
  deadline_changed: [
    "期限 `{name}`：原为{time}，现为{now}",
    "期限 `{name}`：原為{time}，現為{now}",
    "deadline `{name}`: {time} (before); {now} (now)",
  ],
  duty_added: ["新增义务：{say}", "新增義務：{say}", "a new duty: {say}"],
  duty_removed: ["取消义务：{say}", "取消義務：{say}", "a duty is gone: {say}"],
  duty_changed: ["义务改为：{say}", "義務改為：{say}", "a duty now reads: {say}"],
} as const satisfies Record<string, Phrase>;
