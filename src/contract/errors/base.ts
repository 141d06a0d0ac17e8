import { errorTable } from "./entry.ts";

/** Refusals that any route can give. */
export const baseErrors = errorTable({
  invalid_request: {
    status: 400,
    title: "Invalid request",
    sentence: {
      "zh-CN": "请求有误：{reason}；请改正后重新提交",
      "zh-TW": "請求有誤：{reason}；請改正後重新提交",
      en: "the request is not valid: {reason}; correct it and send it again",
    },
  },
  invalid_json: {
    status: 400,
    title: "Not JSON",
    sentence: {
      "zh-CN": "请求正文不是有效的 JSON；请改正后重新提交",
      "zh-TW": "請求正文不是有效的 JSON；請改正後重新提交",
      en: "the body is not valid JSON; correct it and send it again",
    },
  },
  body_not_utf8: {
    status: 400,
    title: "Not UTF-8",
    sentence: {
      "zh-CN": "请求正文不是 UTF-8 编码；请转换编码后重新提交",
      "zh-TW": "請求正文不是 UTF-8 編碼；請轉換編碼後重新提交",
      en: "the body is not UTF-8; convert it and send it again",
    },
  },
  json_key_twice: {
    status: 400,
    title: "Key given twice",
    sentence: {
      "zh-CN": "同一对象中 `{key}` 出现两次；请只保留一个",
      "zh-TW": "同一物件中 `{key}` 出現兩次；請只保留一個",
      en: "`{key}` stands twice in one object; keep one of the two",
    },
  },
  json_too_deep: {
    status: 400,
    title: "Nested too deep",
    sentence: {
      "zh-CN": "请求正文嵌套超过 {depthMax} 层；请减少层级",
      "zh-TW": "請求正文巢狀超過 {depthMax} 層；請減少層級",
      en: "the body is nested deeper than {depthMax} levels; flatten it",
    },
  },
  text_odd: {
    status: 400,
    title: "Character not allowed",
    sentence: {
      "zh-CN": "`{field}` 中有不可使用的字符 {character}；请删除后重新提交",
      "zh-TW": "`{field}` 中有不可使用的字元 {character}；請刪除後重新提交",
      en: "`{field}` holds the character {character}, which no text may hold; take it out",
    },
  },
  url_invalid: {
    status: 400,
    title: "Address not readable",
    sentence: {
      "zh-CN": "网址无法解读；请检查其中的百分号编码和长度",
      "zh-TW": "網址無法解讀；請檢查其中的百分號編碼和長度",
      en: "the address cannot be read; check its percent signs and its length",
    },
  },
  cursor_invalid: {
    status: 400,
    title: "Invalid cursor",
    sentence: {
      "zh-CN": "分页游标 `{cursor}` 无效；请从第一页重新开始",
      "zh-TW": "分頁游標 `{cursor}` 無效；請從第一頁重新開始",
      en: "the cursor `{cursor}` is not one we gave; start again from the first page",
    },
  },
  idempotency_key_required: {
    status: 400,
    title: "Idempotency key required",
    sentence: {
      "zh-CN": "此操作须带 Idempotency-Key 请求头；请为每次操作生成一个新值",
      "zh-TW": "此操作須帶 Idempotency-Key 請求標頭；請為每次操作產生一個新值",
      en: "this call needs an Idempotency-Key header; make a new value for each action",
    },
  },
  idempotency_key_reused: {
    status: 409,
    title: "Idempotency key reused",
    sentence: {
      "zh-CN": "该 Idempotency-Key 已用于另一个请求；请换一个新值",
      "zh-TW": "該 Idempotency-Key 已用於另一個請求；請換一個新值",
      en: "this Idempotency-Key was used for another request; take a new one",
    },
  },
  request_in_progress: {
    status: 409,
    title: "Request in progress",
    sentence: {
      "zh-CN": "同一请求正在处理；请稍后用同一 Idempotency-Key 再试",
      "zh-TW": "同一請求正在處理；請稍後用同一 Idempotency-Key 再試",
      en: "the same request is being worked on; try again shortly with the same Idempotency-Key",
    },
  },
  unauthenticated: {
    status: 401,
    title: "Not signed in",
    sentence: {
      "zh-CN": "请先登录，或提供有效的 API 密钥",
      "zh-TW": "請先登入，或提供有效的 API 金鑰",
      en: "sign in first, or send a valid API key",
    },
  },
  right_missing: {
    status: 403,
    title: "Right missing",
    sentence: {
      "zh-CN": "您没有 `{right}` 权限；请联系管理员",
      "zh-TW": "您沒有 `{right}` 權限；請聯絡管理員",
      en: "you lack the right `{right}`; ask an administrator for it",
    },
  },
  not_found: {
    status: 404,
    title: "Not found",
    sentence: {
      "zh-CN": "找不到 `{what}`；请检查后再试",
      "zh-TW": "找不到 `{what}`；請檢查後再試",
      en: "there is no `{what}` here; check it and try again",
    },
  },
  payload_too_large: {
    status: 413,
    title: "Payload too large",
    sentence: {
      "zh-CN": "请求超过 {limit} 字节；请分批提交",
      "zh-TW": "請求超過 {limit} 位元組；請分批提交",
      en: "the request is larger than {limit} bytes; send it in parts",
    },
  },
  unsupported_media_type: {
    status: 415,
    title: "Unsupported media type",
    sentence: {
      "zh-CN": "不支持 `{mediaType}`；请使用 application/json",
      "zh-TW": "不支援 `{mediaType}`；請使用 application/json",
      en: "`{mediaType}` is not accepted here; send application/json",
    },
  },
  too_many_requests: {
    status: 429,
    title: "Too many requests",
    sentence: {
      "zh-CN": "请求过于频繁；请在 {retryAfterSeconds} 秒后再试",
      "zh-TW": "請求過於頻繁；請在 {retryAfterSeconds} 秒後再試",
      en: "too many requests; try again in {retryAfterSeconds} seconds",
    },
  },
  currency_unknown: {
    status: 422,
    title: "Unknown currency",
    sentence: {
      "zh-CN": "不认识币种 `{currency}`；请使用 ISO 4217 代码，例如 CNY",
      "zh-TW": "不認識幣別 `{currency}`；請使用 ISO 4217 代碼，例如 CNY",
      en: "the currency `{currency}` is not known; use an ISO 4217 code such as CNY",
    },
  },
  amount_too_large: {
    status: 422,
    title: "Amount too large",
    sentence: {
      "zh-CN": "金额超过可精确记录的上限 9007199254740991 最小单位；请拆分",
      "zh-TW": "金額超過可精確記錄的上限 9007199254740991 最小單位；請拆分",
      en: "an amount is above 9007199254740991 minor units, the most we keep exactly; split it",
    },
  },
  internal: {
    status: 500,
    title: "Internal error",
    sentence: {
      "zh-CN": "我方出错，未保存任何内容；请重试，并在反馈时附上请求编号",
      "zh-TW": "我方出錯，未儲存任何內容；請重試，並在回報時附上請求編號",
      en: "something failed on our side and nothing was saved; try again, and quote the request id",
    },
  },
  not_ready: {
    status: 503,
    title: "Not ready",
    sentence: {
      "zh-CN": "服务暂不可用：{reason}；请稍后再试",
      "zh-TW": "服務暫不可用：{reason}；請稍後再試",
      en: "the service is not ready: {reason}; try again shortly",
    },
  },
});
