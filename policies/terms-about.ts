import type { PolicyFile } from "../src/contract/index.ts";
import type { Language, TermsAbout, TermsMerchant } from "../src/core/index.ts";
import { documentNames, shippedCatalogue, shippedFile } from "./shipped-files.ts";

const words = shippedCatalogue();

/** A merchant for whom the terms of the shipped documents are told. */
const merchants: Readonly<Record<Language, TermsMerchant>> = {
  "zh-CN": {
    name: "示例商家",
    applyAt: "订单页面的“申请退款”，或门店服务台",
    contact: "400-000-0000，每日 9:00–18:00",
    complaintsAt: "complaints@shop.example，三个工作日内答复",
  },
  "zh-TW": {
    name: "範例商家",
    applyAt: "訂單頁面的「申請退款」，或門市服務臺",
    contact: "0800-000-000，每日 9:00–18:00",
    complaintsAt: "complaints@shop.example，三個工作日內答覆",
  },
  en: {
    name: "Example Merchant",
    applyAt: "“Ask for a refund” on the page of the order, or the service desk of a shop",
    contact: "400-000-0000, every day from 9:00 to 18:00",
    complaintsAt: "complaints@shop.example, answered within three business days",
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
