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
  import_workbook: {
    status: 422,
    title: "File is a workbook",
    sentence: {
      "zh-CN": "文件 `{file}` 是 Excel 工作簿；请另存为“CSV UTF-8（逗号分隔）”后再导入",
      "zh-TW": "檔案 `{file}` 是 Excel 活頁簿；請另存為「CSV UTF-8（逗號分隔）」後再匯入",
      en: "the file `{file}` is an Excel workbook; save it as “CSV UTF-8” and import that",
    },
  },
  import_encoding_unknown: {
    status: 422,
    title: "Unknown encoding",
    sentence: {
      "zh-CN": "无法识别文件的编码；请另存为 UTF-8（也可用 GB18030 或 UTF-16）",
      "zh-TW": "無法辨識檔案的編碼；請另存為 UTF-8（也可用 GB18030 或 UTF-16）",
      en: "the encoding is not known; save the file as UTF-8 (GB18030 and UTF-16 are read as well)",
    },
  },
  import_header_quoting: {
    status: 422,
    title: "Broken first line",
    sentence: {
      "zh-CN": "首行的引号未闭合；首行应为列名，以逗号、分号或制表符分隔",
      "zh-TW": "首行的引號未閉合；首行應為欄名，以逗號、分號或定位字元分隔",
      en: "the quotes of the first line do not close; it should name the columns",
    },
  },
  import_column_unknown: {
    status: 422,
    title: "Unknown column",
    sentence: {
      "zh-CN": "没有名为 `{column}` 的列；请删除或改名；可用的列：{columns}",
      "zh-TW": "沒有名為 `{column}` 的欄；請刪除或改名；可用的欄：{columns}",
      en: "there is no column `{column}`; remove or rename it; the columns are: {columns}",
    },
  },
  import_column_twice: {
    status: 422,
    title: "Column stands twice",
    sentence: {
      "zh-CN": "列 `{column}` 出现两次；请只保留一列",
      "zh-TW": "欄 `{column}` 出現兩次；請只保留一欄",
      en: "the column `{column}` stands twice; keep one",
    },
  },
  import_columns_missing: {
    status: 422,
    title: "Columns missing",
    sentence: {
      "zh-CN": "首行缺少列：{missing}",
      "zh-TW": "首行缺少欄：{missing}",
      en: "the first line lacks the columns: {missing}",
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
  row_discount_differs: {
    status: 422,
    title: "Discount and price differ",
    sentence: {
      "zh-CN": "明细 `{line}`：数量 × 单价 − `discount` 应等于 `paid` 且不小于 0；请改正或只填一项",
      "zh-TW": "明細 `{line}`：數量 × 單價 − `discount` 應等於 `paid` 且不小於 0；請改正或只填一項",
      en: "line `{line}`: quantity × price less `discount` is not `paid`; give one of the two",
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
      "zh-CN": "订单 `{orderNumber}` 无法导入：{reason}",
      "zh-TW": "訂單 `{orderNumber}` 無法匯入：{reason}",
      en: "order `{orderNumber}` cannot be imported: {reason}",
    },
  },
});
