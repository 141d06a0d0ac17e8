import { errorTable } from "./entry.ts";

/** What can be wrong with a file, and with one row of it; rows are reported with their line. */
export const importErrors = errorTable({
  import_format_unknown: {
    status: 400,
    title: "Unknown import format",
    sentence: {
      "zh-CN": "不认识导入格式 `{format}`；可用：makegood-csv、online-retail",
      "zh-TW": "不認識匯入格式 `{format}`；可用：makegood-csv、online-retail",
      en: "the import format `{format}` is not known; use makegood-csv or online-retail",
    },
  },
  import_unreadable: {
    status: 422,
    title: "File cannot be read",
    sentence: {
      "zh-CN": "无法读取文件 `{file}`：{reason}；请检查后再试",
      "zh-TW": "無法讀取檔案 `{file}`：{reason}；請檢查後再試",
      en: "the file `{file}` cannot be read: {reason}; check it and try again",
    },
  },
  import_header_wrong: {
    status: 422,
    title: "Wrong columns",
    sentence: {
      "zh-CN": "首行应列出 `{expected}`，实际为 `{found}`；请检查格式",
      "zh-TW": "首行應列出 `{expected}`，實際為 `{found}`；請檢查格式",
      en: "the first line should name `{expected}`, but it is `{found}`; check the format",
    },
  },
  import_order_differs: {
    status: 409,
    title: "Order was imported with other content",
    sentence: {
      "zh-CN": "订单 `{orderNumber}` 已存在且内容不同，保持不变；请核对后另行记录变更",
      "zh-TW": "訂單 `{orderNumber}` 已存在且內容不同，保持不變；請核對後另行記錄變更",
      en: "order `{orderNumber}` is there with other content and stays; record the change instead",
    },
  },
  row_quoting: {
    status: 422,
    title: "Broken quotes",
    sentence: {
      "zh-CN": "引号未正确闭合；请用两个引号表示字段内的引号",
      "zh-TW": "引號未正確閉合；請用兩個引號表示欄位內的引號",
      en: "the quotes do not close; write a quote inside a field twice",
    },
  },
  row_encoding: {
    status: 422,
    title: "Not UTF-8",
    sentence: {
      "zh-CN": "此行不是 UTF-8 编码；请将文件另存为 UTF-8",
      "zh-TW": "此行不是 UTF-8 編碼；請將檔案另存為 UTF-8",
      en: "the row is not UTF-8; save the file as UTF-8",
    },
  },
  row_fields: {
    status: 422,
    title: "Wrong number of fields",
    sentence: {
      "zh-CN": "应有 {expected} 个字段，实际 {found} 个；请检查逗号与引号",
      "zh-TW": "應有 {expected} 個欄位，實際 {found} 個；請檢查逗號與引號",
      en: "the row should have {expected} fields but has {found}; check its commas and quotes",
    },
  },
  row_missing: {
    status: 422,
    title: "Value missing",
    sentence: {
      "zh-CN": "`{column}` 为空；请填写",
      "zh-TW": "`{column}` 為空；請填寫",
      en: "`{column}` is empty; fill it in",
    },
  },
  row_not_a_number: {
    status: 422,
    title: "Not a whole number",
    sentence: {
      "zh-CN": "`{column}` 中的 `{value}` 不是允许范围内的整数；请改正",
      "zh-TW": "`{column}` 中的 `{value}` 不是允許範圍內的整數；請改正",
      en: "`{value}` in `{column}` is not a whole number in range; correct it",
    },
  },
  row_not_an_amount: {
    status: 422,
    title: "Not an amount",
    sentence: {
      "zh-CN": "`{column}` 中的 `{value}` 不是有效金额；请写成 12.30 的形式",
      "zh-TW": "`{column}` 中的 `{value}` 不是有效金額；請寫成 12.30 的形式",
      en: "`{value}` in `{column}` is not an amount of the currency; write it like 12.30",
    },
  },
  row_not_a_time: {
    status: 422,
    title: "Not a time",
    sentence: {
      "zh-CN": "`{column}` 中的 `{value}` 不是有效时间；请写成 {example}",
      "zh-TW": "`{column}` 中的 `{value}` 不是有效時間；請寫成 {example}",
      en: "`{value}` in `{column}` is not a time; write it like {example}",
    },
  },
  row_not_known: {
    status: 422,
    title: "Unknown value",
    sentence: {
      "zh-CN": "`{column}` 中的 `{value}` 不在 {known} 之列；请改正",
      "zh-TW": "`{column}` 中的 `{value}` 不在 {known} 之列；請改正",
      en: "`{value}` in `{column}` is none of {known}; correct it",
    },
  },
  row_differs: {
    status: 422,
    title: "Row differs from its order",
    sentence: {
      "zh-CN": "`{column}` 中的 `{value}` 与该订单首行不同；请统一",
      "zh-TW": "`{column}` 中的 `{value}` 與該訂單首行不同；請統一",
      en: "`{value}` in `{column}` differs from the first row of the order; make them equal",
    },
  },
  row_apart: {
    status: 422,
    title: "Rows of one order stand apart",
    sentence: {
      "zh-CN": "订单 `{orderNumber}` 的行不连续；请把它们放在一起",
      "zh-TW": "訂單 `{orderNumber}` 的列不連續；請把它們放在一起",
      en: "the rows of order `{orderNumber}` stand apart; put them next to each other",
    },
  },
  row_order_wrong: {
    status: 422,
    title: "Order does not add up",
    sentence: {
      "zh-CN": "订单 `{orderNumber}` 不一致：{reason}；请核对",
      "zh-TW": "訂單 `{orderNumber}` 不一致：{reason}；請核對",
      en: "order `{orderNumber}` does not add up: {reason}; check its rows",
    },
  },
});
