import { fillSentence } from "../../contract/index.ts";
import type { Language, Texts } from "../../contract/index.ts";
import { amountsText, listText } from "../../notices/index.ts";
import type { ClaimStanding } from "../flow/standing.ts";

const held: Texts = {
  "zh-CN": "{amount} 因拒付争议 {disputes} 未结而暂缓支付；争议结束后即支付，或由拒付退回",
  "zh-TW": "{amount} 因爭議款 {disputes} 未結而暫緩支付；爭議結束後即支付，或由爭議款程序退回",
  en: "{amount} is held by the open chargeback {disputes}; it is paid or goes back by that",
};

const gone: Texts = {
  "zh-CN": "{amount} 已通过拒付 {disputes} 退回，不再重复支付",
  "zh-TW": "{amount} 已透過爭議款 {disputes} 退回，不再重複支付",
  en: "{amount} went back by the chargeback {disputes} and is not paid a second time",
};

/** Why a claim waits for a chargeback, or what came back by it; null where there is none. */
export function chargebackSentence(
  standings: readonly ClaimStanding[],
  language: Language,
): string | null {
  const tell = (text: Texts, counted: "heldUnits" | "chargedBackUnits"): string | null => {
    const amounts = standings.map(({ unit, [counted]: units }) => ({ unit, units }));
    const amount = amountsText(amounts, language);
    if (amount === null) return null;
    const disputes = [...new Set(standings.flatMap(({ disputeIds }) => disputeIds))];
    return fillSentence(text[language], { amount, disputes: listText(disputes, language) });
  };
  return tell(held, "heldUnits") ?? tell(gone, "chargedBackUnits");
}
