import type { Language, Texts } from "../../contract/index.ts";

/** What is said around the texts of a document; the texts themselves come from the document. */
const table = {
  invitation: {
    "zh-CN": "扫码看完整条款",
    "zh-TW": "掃碼看完整條款",
    en: "Scan for the full terms",
  },
  draft: { "zh-CN": "草案", "zh-TW": "草案", en: "DRAFT" },
  superseded: { "zh-CN": "已被取代", "zh-TW": "已被取代", en: "SUPERSEDED" },
  draft_notice: {
    "zh-CN": "这是草案，尚未公布，对任何人都没有约束力。",
    "zh-TW": "這是草案，尚未公布，對任何人都沒有約束力。",
    en: "This is a draft. It is not published and binds nobody.",
  },
  superseded_notice: {
    "zh-CN": "这一版已被新版取代，只对当时接受它的订单继续有效。",
    "zh-TW": "這一版已被新版取代，只對當時接受它的訂單繼續有效。",
    en: "This version has been superseded. It still holds for orders that accepted it.",
  },
  current: { "zh-CN": "查看现行版本", "zh-TW": "查看現行版本", en: "Read the current version" },
  paper: { "zh-CN": "下载 PDF", "zh-TW": "下載 PDF", en: "As a PDF" },
  version: { "zh-CN": "第{n}版", "zh-TW": "第 {n} 版", en: "version {n}" },
  since: { "zh-CN": "{date}公布", "zh-TW": "{date}公布", en: "published {date}" },
  no_terms: { "zh-CN": "没有这份条款", "zh-TW": "沒有這份條款", en: "No such terms" },
  no_terms_why: {
    "zh-CN": "这个地址没有已公布的条款。请检查地址，或向给您此地址的商家询问。",
    "zh-TW": "這個地址沒有已公布的條款。請檢查地址，或向給您此地址的商家詢問。",
    en: "No terms are published at this address. Check it, or ask the merchant who gave it to you.",
  },
  example: { "zh-CN": "举例", "zh-TW": "舉例", en: "For example" },
} satisfies Record<string, Texts>;

export const say = (word: keyof typeof table, language: Language): string => table[word][language];
