import { formatGrouped } from "../../money/index.ts";
import type { Language } from "../texts.ts";

/**
 * `1,234.50元`, `人民幣 1,234.50 元`, `CNY −1,234.50`: a sum as a page of its language writes it.
 * Made here and by no library, because a letter is compared word for word on other machines, years
 * later.
 */
export function moneyText(amountMinor: number, currency: string, language: Language): string {
  const sign = amountMinor < 0 ? "−" : "";
  const amount = sign + formatGrouped(Math.abs(amountMinor), currency);
  if (language === "en") return `${currency} ${amount}`;
  if (currency !== "CNY") return `${amount} ${currency}`;
  return language === "zh-CN" ? `${amount}元` : `人民幣 ${amount} 元`;
}

const renminbi = { "zh-CN": "人民币", "zh-TW": "人民幣", en: "CNY" } as const;

/** A currency as a sentence names it: by its code where a reader has no shorter word. */
export const currencyText = (currency: string, language: Language): string =>
  currency === "CNY" ? renminbi[language] : currency;
