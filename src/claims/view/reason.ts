import { errorEntry, fillSentence } from "../../contract/index.ts";
import type { ErrorCode, Language } from "../../contract/index.ts";

type Unmatched = "no_customer" | "special_code" | "no_earlier_purchase" | "more_than_bought";

const unmatchedReasons: Readonly<Record<Unmatched, Readonly<Record<Language, string>>>> = {
  no_customer: {
    "zh-CN": "原单据上没有客户信息，无法对应到任何订单",
    "zh-TW": "原單據上沒有客戶資訊，無法對應到任何訂單",
    en: "the slip names no customer, so it belongs to no order",
  },
  special_code: {
    "zh-CN": "所填编码不是商品（如邮费、手续费、手工调整）",
    "zh-TW": "所填編碼不是商品（如郵資、手續費、手工調整）",
    en: "the code is not of goods (postage, a fee, a manual entry)",
  },
  no_earlier_purchase: {
    "zh-CN": "此前没有购买过该商品，或已全部退回",
    "zh-TW": "先前沒有購買過該商品，或已全部退回",
    en: "these goods were not bought before, or all of them were returned already",
  },
  more_than_bought: {
    "zh-CN": "所退件数多于尚未退回的件数",
    "zh-TW": "所退件數多於尚未退回的件數",
    en: "more units are asked for than were bought and not returned",
  },
};

const isUnmatched = (text: string): text is Unmatched => Object.hasOwn(unmatchedReasons, text);
const ownCodes = [
  "no_matching_purchase",
  "already_refunded",
  "charged_back",
] as const satisfies ErrorCode[];
const ownCode = (code: string | null) => ownCodes.find((own) => own === code);

/**
 * Why a claim was refused, where one of our own codes says it; null where a policy's reason does,
 * which the decision's sentences tell.
 */
export function refusalSentence(
  code: string | null,
  unmatched: string | null,
  language: Language,
): string | null {
  const own = ownCode(code);
  if (own === undefined) return null;
  const known = unmatched !== null && isUnmatched(unmatched);
  const reason = known ? unmatchedReasons[unmatched][language] : "";
  return fillSentence(errorEntry(own).sentence[language], { reason });
}
