import { formatGrouped } from "../../money/index.ts";
import type { Language } from "../texts.ts";

type Names = Readonly<Partial<Record<string, readonly [before: string, after: string]>>>;

/** What stands before and behind a sum; a currency that is not here goes by its code. */
const simplified: Names = {
  CNY: ["", "元"],
  TWD: ["新台币", "元"],
  HKD: ["", "港元"],
  MOP: ["", "澳门元"],
  USD: ["", "美元"],
  EUR: ["", "欧元"],
  GBP: ["", "英镑"],
  JPY: ["", "日元"],
  KRW: ["", "韩元"],
  SGD: ["", "新加坡元"],
};
const traditional: Names = {
  CNY: ["人民幣 ", " 元"],
  TWD: ["新臺幣 ", " 元"],
  HKD: ["港幣 ", " 元"],
  MOP: ["澳門幣 ", " 元"],
  USD: ["", " 美元"],
  EUR: ["", " 歐元"],
  GBP: ["", " 英鎊"],
  JPY: ["", " 日圓"],
  KRW: ["", " 韓元"],
  SGD: ["", " 新加坡幣"],
};

/**
 * `1,234.50元`, `人民幣 1,234.50 元`, `CNY −1,234.50`: a sum as a page of its language writes it.
 * Made here and by no library, because a letter is compared word for word on other machines, years
 * later.
 */
export function moneyText(amountMinor: number, currency: string, language: Language): string {
  const sign = amountMinor < 0 ? "−" : "";
  const amount = sign + formatGrouped(Math.abs(amountMinor), currency);
  if (language === "en") return `${currency} ${amount}`;
  const [before, after] = (language === "zh-CN" ? simplified : traditional)[currency] ?? [
    "",
    ` ${currency}`,
  ];
  return `${before}${amount}${after}`;
}

const renminbi = { "zh-CN": "人民币", "zh-TW": "人民幣", en: "CNY" } as const;

/** A currency as a sentence names it: by its code where a reader has no shorter word. */
export const currencyText = (currency: string, language: Language): string =>
  currency === "CNY" ? renminbi[language] : currency;
