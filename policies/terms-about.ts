import type { PolicyFile } from "../src/contract/index.ts";
import type { Language, TermsAbout, TermsMerchant } from "../src/core/index.ts";
import { documentNames, shippedCatalogue, shippedFile } from "./shipped-files.ts";

const words = shippedCatalogue();

/** A merchant for whom the terms of the shipped documents are told. */
const merchants: Readonly<Record<Language, TermsMerchant>> = {
  "zh-CN": {
    name: "示例商家",
    registeredName: "示例商贸有限公司",
    address: "上海市黄浦区示例路 1 号",
    website: "https://shop.example",
    applyAt: "订单页面的“申请退款”，或门店服务台",
    contact: "电话 400-000-0000（每日 9:00–18:00），邮箱 service@shop.example",
    complaintsAt: "邮箱 complaints@shop.example",
  },
  "zh-TW": {
    name: "範例商家",
    registeredName: "範例股份有限公司",
    address: "臺北市信義區範例路 1 號",
    website: "https://shop.example",
    applyAt: "訂單頁面的「申請退款」，或門市服務臺",
    contact: "電話 0800-000-000（每日 9:00–18:00），電子郵件 service@shop.example",
    complaintsAt: "電子郵件 complaints@shop.example",
  },
  en: {
    name: "Example Merchant",
    registeredName: "Example Trading Ltd",
    address: "1 Example Road, Shanghai",
    website: "https://shop.example",
    applyAt: "“Ask for a refund” on the page of the order, or the service desk of a shop",
    contact: "telephone 400-000-0000 (every day, 9:00–18:00), e-mail service@shop.example",
    complaintsAt: "e-mail complaints@shop.example",
  },
};

/** What the texts of a shipped document are made from beside the document itself. */
export function aboutShipped({ document, carried }: PolicyFile, language: Language): TermsAbout {
  const floors = document.kind === "policy" ? document.floors : [];
  return {
    carried,
    floors: floors.flatMap((id) => {
      const floor = shippedFile(`${id}.floor.yaml`, words);
      return floor.document.kind === "floor"
        ? [{ document: floor.document, carried: floor.carried }]
        : [];
    }),
    unsaid: { ...words.unsaid, ...carried.unsaid },
    merchant: document.kind === "policy" ? merchants[language] : null,
    params: null,
    example: { amountMinor: 99_999, currency: "CNY" },
    address: null,
  };
}

export function shippedFiles(): readonly PolicyFile[] {
  return documentNames().map((name) => shippedFile(name, words));
}
